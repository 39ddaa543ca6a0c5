import type { SuggestedLink, SuggestionAnswer, TopicList } from "../../src/knowledge/api.ts";

const ITEMS: TopicList["items"] = [
  { id: "ship-time", phase: "presale", name: { zh: "发货时间", en: "Dispatch time" } },
  { id: "size-advice", phase: "presale", name: { zh: "尺码推荐", en: "Size advice" } },
  { id: "urge-shipping", phase: "insale", name: { zh: "催发货", en: "Hurry the dispatch" } },
  { id: "return-freight", phase: "aftersale", name: { zh: "退货运费", en: "Return freight" } },
  { id: "seven-day-return", phase: "aftersale", name: { zh: "七天无理由退货", en: "Seven-day return" } },
];

/** Suggests by a word of the question. */
export function suggestFor(question: string): readonly SuggestedLink[] {
  if (question.includes("发货"))
    return [
      { id: "ship-time", confidence: 0.824 },
      { id: "urge-shipping", confidence: 0.31 },
    ];
  if (question.includes("退货")) return [{ id: "seven-day-return", confidence: 0.9 }];
  return [];
}

/** The catalogue, following src/knowledge/api.ts: `GET topics`, `POST topics/suggest`. */
export function fakeTopics(act: string | undefined, body: Buffer): TopicList | SuggestionAnswer {
  return act === "suggest" ? { suggested: suggestFor(JSON.parse(body.toString()).question) } : { items: ITEMS };
}

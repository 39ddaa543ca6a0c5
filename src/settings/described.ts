import type { Descriptions } from "../infra/described.ts";
import { REQUEST, RESTORE } from "./routes.ts";
import { TOPIC_NAMES, TOPICS, type Topic } from "./rules/topics.ts";

const NAMES: Readonly<Record<Topic, { readonly page: string; readonly words: string }>> = {
  routing: { page: "RoutingSettingPage", words: "how work is given out" },
  waits: { page: "WaitsSettingPage", words: "how long the desk waits for its people" },
  replies: { page: "RepliesSettingPage", words: "how soon a store's shoppers must be answered" },
  requests: { page: "RequestsSettingPage", words: "who answers what a store's agents ask" },
  closing: { page: "ClosingSettingPage", words: "when a store's conversations end by themselves" },
  guard: { page: "GuardSettingPage", words: "what a store's agents may not say" },
};

export const settingsDescribed: Descriptions = Object.assign({}, ...TOPIC_NAMES.map(describe));

function describe(topic: Topic): Descriptions {
  const base = TOPICS[topic].of === "desk" ? `/api/console/settings/${topic}` : `/api/console/stores/:storeId/settings/${topic}`;
  const { page, words } = NAMES[topic];
  const body = REQUEST.extend({ value: TOPICS[topic].schema });
  return {
    [`GET ${base}`]: { summary: `Read ${words}, and what it was before.`, answer: page },
    [`PUT ${base}`]: { summary: `Set ${words}.`, body, answer: "SettingSaved", refusals: [409] },
    [`POST ${base}/restore`]: {
      summary: `Set ${words} as it was after an earlier change.`,
      body: RESTORE,
      answer: "SettingSaved",
      refusals: [409],
    },
  };
}

import { z } from "zod";
import type { Understanding } from "../../core/understanding.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked } from "../../infra/problem.ts";
import type { SuggestionAnswer, TopicList } from "../api.ts";
import { tidy, tidyAlternatives } from "../rules/article.ts";

const BASE = "/api/console/topics";
const EVERYBODY = ["agent", "supervisor", "merchant", "admin"] as const;

/** What articles may be linked to, and what words that nobody stored seem to be about. Of no store: nothing of one is read. */
export function topicRoutes(understanding: Pick<Understanding, "topics" | "suggestTopics">): readonly Route[] {
  const list = async (): Promise<TopicList> => ({ items: understanding.topics });
  const suggest = async (call: Call): Promise<SuggestionAnswer> => ({
    suggested: understanding.suggestTopics(checked(TEXTS, call.body)),
  });
  return [
    { method: "get", path: BASE, roles: EVERYBODY, run: list },
    { method: "post", path: `${BASE}/suggest`, roles: EVERYBODY, audit: "none", run: suggest },
  ];
}

const TEXT = z.string("a text").transform(tidy);
export const TEXTS = z.strictObject(
  { question: TEXT, alternatives: z.array(TEXT, "a list of texts").max(10_000).transform(tidyAlternatives), answer: TEXT },
  "an object with question, alternatives and answer",
);

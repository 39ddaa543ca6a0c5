import { storeId } from "../../src/core/ids.ts";
import type { Thresholds } from "../../src/core/policy.ts";
import type { Reading, Understanding } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";
import type { AnswerEngine, Reply } from "./answers-engines.ts";

/** The same day in every run, so that runs differ by what was changed alone. */
const ASKED_AT = Date.UTC(2026, 10, 22);

/** The intent layer with the desk's own rule about what to do. */
export function ourEngine(understanding: Understanding, thresholds: Thresholds): AnswerEngine {
  return {
    name: "ours",
    answers: "or asks back, hands over, declines, by the default thresholds",
    learn: async ({ name, articles }) => {
      await understanding.learn(storeId(name), articles);
      return async (text) => replyOf(await understanding.read({ storeId: storeId(name), text, at: ASKED_AT }), thresholds);
    },
  };
}

function replyOf(reading: Reading, thresholds: Thresholds): Reply {
  const { action, confidence, candidates } = chooseAction(reading, thresholds);
  const [best] = reading.candidates;
  return {
    action,
    article: action === "answer" ? (candidates[0]?.articleId ?? null) : null,
    confidence,
    ...(best === undefined ? {} : { best: { article: best.articleId, confidence: best.confidence } }),
  };
}

import { z } from "zod";
import { seesStore } from "../../accounts/rules.ts";
import { SHARED_STORE, storeId, type StoreId } from "../../core/ids.ts";
import { sentenceOf } from "../../core/reasons.ts";
import type { Understanding } from "../../core/understanding.ts";
import type { Instant } from "../../core/words.ts";
import { chooseAction } from "../../desk/rules/action.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { storeThresholds } from "../../stores/store.ts";
import type { TryAnswer } from "../api.ts";

export interface TryParts {
  readonly database: Database;
  readonly now: () => Instant;
  /** What serves shoppers: asked here as it would answer them. */
  readonly understanding: Pick<Understanding, "read">;
  /** Resolves when it knows what the store knows now. */
  readonly learnStore: (store: StoreId) => Promise<void>;
}

/** Asks a store a question as a shopper would, as the first of a conversation; nothing is said to anybody and nothing is kept. */
export function tryRoutes(parts: TryParts): readonly Route[] {
  const roles = ["agent", "supervisor", "merchant", "admin"] as const;
  return [
    { method: "post", path: "/api/console/stores/:storeId/try", roles, audit: "none", run: (call) => tryQuestion(parts, call) },
  ];
}

async function tryQuestion(parts: TryParts, { principal, params, body }: Call): Promise<TryAnswer> {
  const store = storeId(params.storeId ?? "");
  if (store === SHARED_STORE || !seesStore(principal, store)) throw notFound("store");
  const { text } = checked(REQUEST, body);
  await parts.learnStore(store);
  const reading = await parts.understanding.read({ storeId: store, text, at: parts.now() });
  const { action, confidence, reasons, candidates } = chooseAction(reading, await storeThresholds(parts.database, store));
  return {
    action,
    confidence,
    reasons: reasons.map(sentenceOf),
    candidates: candidates.map(({ articleId, title, answer, confidence: sure }) => ({
      articleId,
      title,
      answer,
      confidence: sure,
    })),
  };
}

const LONGEST = 1_000;
export const REQUEST = z.strictObject({
  text: z
    .string("a question")
    .max(LONGEST, `at most ${LONGEST} characters`)
    .refine((text) => text.trim() !== "", "a question"),
});

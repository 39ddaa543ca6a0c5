import type { Action } from "./action.ts";

/** What would be right for a question: an article, one of several, `handover`: a human, or `none`: it is no business of the shop. */
export type Gold = string | readonly string[];

/** What was done about a question. */
export interface Done {
  readonly action: Action;
  /** The article that was answered with. */
  readonly article: string | null;
}

export type Outcome = "right" | "wrong" | "asked back" | "handed over" | "out-of-scope answered";

/** How a question ended. Silence or small talk where somebody needed an answer is wrong. */
export function judge({ action, article }: Done, gold: Gold): Outcome {
  const golds: readonly string[] = typeof gold === "string" ? [gold] : gold;
  if (action === "answer") {
    if (article !== null && golds.includes(article)) return "right";
    return golds.includes("none") ? "out-of-scope answered" : "wrong";
  }
  if (action === "handover") return golds.includes("handover") ? "right" : "handed over";
  if (action === "clarify") return "asked back";
  return golds.includes("none") ? "right" : "wrong";
}

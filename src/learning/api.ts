/** What the console and the server say to each other about learning, as JSON. Types only: the console imports this file. */

/**
 * `GET /api/console/stores/:storeId/learning` (supervisor, admin) → LearningAnswer: the newest run, by night or by somebody's wish.
 * `POST …/learning` begins one and does not wait for its end; 409 with `reason` in both languages while one is under way.
 */
export interface LearningAnswer {
  /** `stopped`: it ended without a word, its process is gone. */
  readonly state: "never" | "running" | "done" | "failed" | "stopped";
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly startedBy?: string;
  readonly finishedAt?: string;
  /** Looked at so far, or in the end. */
  readonly conversations: number;
  /** Questions that were not settled. */
  readonly questions: number;
  readonly proposed: number;
  /** Matters for which nothing was proposed, by why not, the most first. */
  readonly left: readonly { readonly because: LearningLeft; readonly count: number }[];
}

export type LearningLeft = "no-answer" | "too-few" | "decided-before" | "waits" | "covered" | "unusable" | "too-many";

import type { LearningAnswer, LearningLeft } from "../api.ts";
import type { Instant } from "../../core/words.ts";

/** A run as it is kept. */
export interface LearningRun {
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly beatAt: Instant;
  readonly finishedAt?: Instant | undefined;
  readonly failed: boolean;
  readonly conversations: number;
  readonly questions: number;
  readonly proposed: number;
  readonly left: Readonly<Partial<Record<LearningLeft, number>>>;
}

/** A run says so often that it goes on. */
export const BEAT_MS = 5_000;
/** Whoever said nothing for so long is gone. */
export const GONE_AFTER_MS = 120_000;

/** How the newest run of a store stands. */
export function stateOf(run: LearningRun | undefined, now: Instant): LearningAnswer["state"] {
  if (run === undefined) return "never";
  if (run.finishedAt !== undefined) return run.failed ? "failed" : "done";
  return now - run.beatAt > GONE_AFTER_MS ? "stopped" : "running";
}

/** The newest run of a store, for people. */
export function toldOf(run: LearningRun | undefined, now: Instant): LearningAnswer {
  const state = stateOf(run, now);
  if (run === undefined) return { state, conversations: 0, questions: 0, proposed: 0, left: [] };
  const { startedAt, startedBy, finishedAt, conversations, questions, proposed } = run;
  return {
    state,
    startedAt: new Date(startedAt).toISOString(),
    startedBy,
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
    conversations,
    questions,
    proposed,
    left: LEFT.flatMap((because) => {
      const count = run.left[because] ?? 0;
      return count === 0 ? [] : [{ because, count }];
    }).sort((a, b) => b.count - a.count),
  };
}

export const LEFT = ["no-answer", "too-few", "decided-before", "waits", "covered", "unusable", "too-many"] as const;

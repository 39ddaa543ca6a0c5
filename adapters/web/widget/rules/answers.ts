import type { Problem } from "../../api.ts";
import type { SendAnswer } from "./outbox.ts";

/** What came of one request. */
export type Reply<Body> =
  | { readonly type: "ok"; readonly body: Body }
  | {
      readonly type: "problem";
      readonly status: number;
      readonly problem: Partial<Problem>;
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly type: "unreachable" };

const DEFAULT_RETRY_MS = 5_000;
/** However long a server asks us to wait, we look again after this. */
const LONGEST_RETRY_MS = 120_000;

/** What an answer means for a message on its way out. */
export function meaningOf(reply: Reply<unknown>): SendAnswer {
  if (reply.type === "ok") return { type: "stored" };
  if (reply.type === "unreachable") return { type: "unreachable" };
  const { status } = reply;
  if (status === 401) return { type: "signed-out" };
  if (status === 429 || status === 503) {
    return {
      type: "later",
      afterMs: Math.min(reply.retryAfterMs ?? DEFAULT_RETRY_MS, LONGEST_RETRY_MS),
      isTooFast: status === 429,
    };
  }
  // 408 and the 5xx of proxies pass by themselves.
  if (status === 408 || status >= 500) return { type: "unreachable" };
  return { type: "refused", because: reasonOf(reply) };
}

/** A code that the texts turn into a sentence. */
export function reasonOf(reply: Reply<unknown>): RefusalCode {
  if (reply.type !== "problem") return "unreachable";
  if (reply.status === 413) return reply.problem.field === "file" ? "file-too-big" : "too-long";
  if (reply.status === 415) return "file-type";
  if (reply.status === 429) return "too-fast";
  if (reply.status === 403) return "not-allowed";
  if (reply.status === 401) return "signed-out";
  if (reply.status === 404) return "gone";
  return "refused";
}

export type RefusalCode =
  | "unreachable"
  | "file-too-big"
  | "file-empty"
  | "too-long"
  | "file-type"
  | "too-fast"
  | "not-allowed"
  | "signed-out"
  | "gone"
  | "refused";

/** `retryAfter` of the problem, or the Retry-After header (seconds), in milliseconds. */
export function readRetryAfter(problem: Partial<Problem>, header: string | null): number | undefined {
  const seconds = typeof problem.retryAfter === "number" ? problem.retryAfter : Number.parseInt(header ?? "", 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

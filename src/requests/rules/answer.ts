import type { RequestDecided } from "../../core/request-events.ts";
import type { DecidesAs, DeskRequest } from "../../core/request.ts";

/**
 * Why somebody may not answer a request: its conversation closed, it is answered, withdrawn or expired (`decided`), it is not theirs
 * to answer, they asked it themselves, or they would grant more than was asked, or nothing at all.
 */
export type AnswerFault = "expired" | "decided" | "not-yours" | "own" | "sum";

/** The first thing that speaks against an answer; undefined: it may be given. */
export function answerFault(
  request: DeskRequest | undefined,
  { by, as, answer }: Pick<RequestDecided, "by" | "as" | "answer">,
): AnswerFault | undefined {
  if (request === undefined) return "expired";
  if (request.state !== "open") return "decided";
  if (!mayAnswer(request, { userId: by.userId, as })) return by.userId === request.askedBy.userId ? "own" : "not-yours";
  if (answer.type === "refuse" || answer.sumFen === undefined) return undefined;
  const { sumFen: most } = request;
  return most === undefined || answer.sumFen > most || answer.sumFen <= 0 ? "sum" : undefined;
}

/** Whether this person may answer it while it is open: two pairs of eyes see every sum. */
export function mayAnswer(
  { deciders, askedBy }: Pick<DeskRequest, "deciders"> & { readonly askedBy: Pick<DeskRequest["askedBy"], "userId"> },
  { userId, as }: { readonly userId: string; readonly as: DecidesAs },
): boolean {
  return askedBy.userId !== userId && deciders.includes(as);
}

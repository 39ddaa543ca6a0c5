import type { Reason } from "../../core/decision.ts";
import type { AgentId, IncomingId, RequestId } from "../../core/ids.ts";
import type { RequestPolicy } from "../../core/policy.ts";
import type { DeskRequest, KeptPromise } from "../../core/request.ts";
import type { Finding } from "../../guard/rules/finding.ts";
import { inYuan } from "../../routing/rules/compensation.ts";
import { grantedFen, mayPromiseFen, type Writer } from "./policy.ts";
import { promisedIn, totalOf, type Promised } from "./promised.ts";

export interface PromiseFacts {
  readonly policy: RequestPolicy;
  readonly writer: Writer & { readonly id: AgentId };
  /** All of the conversation. */
  readonly requests: readonly DeskRequest[];
  /** All that reached its shopper, or may have. */
  readonly promises: readonly KeptPromise[];
}

/**
 * What becomes of what a reply promises in money: `none` (nothing new), within what its writer may by themselves (`own`), by a request
 * that was granted and is spent by it (`granted`), or `above` both: then it is never sent.
 */
export type PromiseVerdict =
  | { readonly type: "none" }
  | { readonly type: "own"; readonly promised: Sum }
  | { readonly type: "granted"; readonly promised: Sum; readonly requestId: RequestId }
  | { readonly type: "above"; readonly promised: Sum; readonly left: Left };

interface Sum {
  /** As they stand in the reply. */
  readonly words: readonly string[];
  /** Together, in fen; Infinity: the words do not say how much. */
  readonly fen: number;
  /** It gives back all that was paid, or a share of it. */
  readonly isWhole: boolean;
}

interface Left {
  /** The most that its writer may still promise, in fen. */
  readonly mayFen: number;
  /** What they promised before in this conversation by themselves. */
  readonly beforeFen: number;
}

/**
 * Judges a reply beside everything its writer promised before in this conversation: three times 30 is 90. A request that was granted
 * covers one reply, as long as that reply's promise stands. Words that only speak of a promise that stands promise nothing new.
 */
export function judgePromises(text: string, facts: PromiseFacts): PromiseVerdict {
  const { policy, writer, requests, promises } = facts;
  const promised = promisedIn(text).filter((one) => !isKept(one, promises));
  if (promised.length === 0) return { type: "none" };
  const isWhole = promised.some((one) => one.isWhole);
  const sum: Sum = { words: promised.map(({ words }) => words), fen: totalOf(promised), isWhole };
  const own = mayPromiseFen(policy, writer);
  if (own === undefined) return { type: "own", promised: sum };
  const beforeFen = promisedBy(writer.id, promises);
  const leftFen = Math.max(0, own - beforeFen);
  if (sum.fen <= leftFen) return { type: "own", promised: sum };
  const unspent = unspentGrants(requests, promises);
  // The smallest that is enough: a larger one may be needed yet.
  const enough = unspent.find((request) => sum.fen <= grantedFen(request));
  if (enough !== undefined) return { type: "granted", promised: sum, requestId: enough.id };
  return { type: "above", promised: sum, left: { mayFen: Math.max(leftFen, ...unspent.map(grantedFen)), beforeFen } };
}

/** Of the same sum as one that stands, or a whole where one stands, and said as something past: “已经退您30元了”. */
function isKept({ looksBack, fen }: Promised, promises: readonly KeptPromise[]): boolean {
  return (
    looksBack && promises.some(({ sumFen, isWhole = sumFen === undefined }) => (fen === undefined ? isWhole : sumFen === fen))
  );
}

/** What somebody promised by themselves, in fen. */
function promisedBy(agent: AgentId, promises: readonly KeptPromise[]): number {
  const own = promises.filter(({ by, requestId }) => by === agent && requestId === undefined);
  return own.map(({ sumFen = Number.POSITIVE_INFINITY }) => sumFen).reduce((all, fen) => all + fen, 0);
}

/** Sums that were granted and that no standing promise used, the smallest first. */
function unspentGrants(requests: readonly DeskRequest[], promises: readonly KeptPromise[]): readonly DeskRequest[] {
  const spent = new Set(promises.map(({ requestId }) => requestId));
  return requests
    .filter(({ id, kind, state }) => kind === "compensation" && state === "granted" && !spent.has(id))
    .toSorted((a, b) => grantedFen(a) - grantedFen(b));
}

/** More of one conversation than anybody reads; what is older was promised by somebody without a limit. */
const MOST_KEPT = 100;

/** What is kept once a reply with this verdict goes out; undefined: nothing new. */
export function keptWith(
  { promises }: Pick<PromiseFacts, "promises">,
  verdict: PromiseVerdict,
  { reply, by }: { readonly reply: IncomingId; readonly by: AgentId },
): readonly KeptPromise[] | undefined {
  if (verdict.type !== "own" && verdict.type !== "granted") return undefined;
  const { fen, isWhole } = verdict.promised;
  const sum = { ...(Number.isFinite(fen) ? { sumFen: fen } : {}), ...(isWhole ? { isWhole } : {}) };
  const spent = verdict.type === "granted" ? { requestId: verdict.requestId } : {};
  return [...promises, { reply, by, ...sum, ...spent }].slice(-MOST_KEPT);
}

/** Without those whose reply never reached the shopper: nothing was promised, and what let it go out is not spent. */
export function standing(promises: readonly KeptPromise[], undelivered: readonly string[]): readonly KeptPromise[] {
  return promises.filter(({ reply }) => !undelivered.some((line) => line.startsWith(`${reply}#`)));
}

/** What holds a reply back for what it promises. */
export function findPromises(text: string, facts: PromiseFacts): readonly Finding[] {
  const verdict = judgePromises(text, facts);
  if (verdict.type !== "above") return [];
  const { promised, left } = verdict;
  const sum = { ...(Number.isFinite(promised.fen) ? { fen: promised.fen } : {}), ...left };
  return [{ kind: "compensation", words: promised.words.join("、"), level: "block", sum }];
}

/** Why words with such a finding do not go out. */
export function aboveLimit(words: string, { fen, mayFen, beforeFen }: NonNullable<Finding["sum"]>): Reason {
  const most = inYuan(mayFen);
  if (fen === undefined) return { code: "refused-no-sum", values: { words, most } };
  if (beforeFen === 0) return { code: "refused-above-limit", values: { words, most } };
  return { code: "refused-above-rest", values: { words, most, before: inYuan(beforeFen) } };
}

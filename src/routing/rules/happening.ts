import type { Effect, Escalation, Reason } from "../../core/decision.ts";
import type { EscalationId, IncomingId } from "../../core/ids.ts";
import type { HandoverRouted, RoutingOutcome } from "../../core/incoming.ts";
import type { Agent, Instant } from "../../core/words.ts";
import type { Bilingual, RoutingDecision } from "./facts.ts";

/** What one part of a desk's decision comes to; the parts come one after the other. */
export interface Happening {
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
  /** What the conversation is to be told with the next outcome. */
  readonly besides?: ReadonlyMap<EscalationId, Besides> | undefined;
  /** Who takes it is decided already: it was meant for them. */
  readonly decided?: readonly RoutingDecision[] | undefined;
}

/** What goes with an outcome, beside itself. */
export type Besides = Pick<HandoverRouted, "takenFrom" | "isFromAway" | "clock" | "supervised" | "passedOnBy">;

/** So many times a shopper hears that somebody is called for them, or that they wait after all. */
const MOST_CALLS_TOLD = 3;

export const NOTHING_HAPPENED: Happening = { effects: [], reasons: [] };

/** Puts parts together, in order. */
export function together(parts: readonly Happening[]): Happening {
  return {
    effects: parts.flatMap(({ effects }) => effects),
    reasons: parts.flatMap(({ reasons }) => reasons),
    decided: parts.flatMap(({ decided }) => decided ?? []),
    besides: new Map(parts.flatMap(({ besides }) => [...(besides ?? [])])),
  };
}

export function writing(escalation: Escalation, reason: Reason): Happening {
  return { effects: [{ type: "write-escalation", escalation }], reasons: [reason] };
}

/** The escalation without an agent, in the queue again. What its agent had is forgotten; who declined it, and since when it waits, is not. */
export function withoutAgent(escalation: Escalation): Escalation {
  const none = { agent: undefined, assignedAt: undefined, offeredAt: undefined, shopperSilentSince: undefined };
  return { ...escalation, ...none, state: "waiting", takenOffShift: undefined, handOverFor: undefined, leftAt: undefined };
}

export interface Told {
  readonly escalation: Escalation;
  readonly outcome: RoutingOutcome;
  readonly why: Bilingual;
  readonly isOverflow: boolean;
  readonly besides?: (Besides & { readonly promisedAt?: Instant | undefined }) | undefined;
}

/** Tells the conversation what became of its escalation. */
export function telling({ escalation, outcome, why, isOverflow, besides }: Told, now: Instant, id: IncomingId): Effect {
  const { contactLane: lane, storeId, conversationId } = escalation;
  const about = { lane, at: now, storeId, conversationId };
  const repeated = (escalation.declined?.length ?? 0) >= MOST_CALLS_TOLD ? { isRepeated: true as const } : {};
  return {
    type: "raise",
    incoming: { type: "handover-routed", id, ...about, outcome, isOverflow, why, ...repeated, ...besides },
  };
}

/** One sentence each for what an agent did to get it. */
export function whyTaken({ id, name }: Agent, had: Escalation | undefined): Bilingual {
  const offeredTo = had?.state === "offered" ? had.agent : undefined;
  if (offeredTo === undefined) return { zh: `${name}从排队中主动接入`, en: `${name} claimed it from the queue` };
  if (offeredTo.id === id) return { zh: `${name}接受派单`, en: `${name} accepted the offer` };
  return {
    zh: `${name}主动接入（原派给${offeredTo.name}，还没有接）`,
    en: `${name} claimed it (it was offered to ${offeredTo.name}, who had not answered)`,
  };
}

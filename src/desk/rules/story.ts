import type { Effect, Reason } from "../../core/decision.ts";
import { DESK_LANE } from "../../core/ids.ts";
import type { Incoming } from "../../core/incoming.ts";
import { STANDINGS } from "../../routing/rules/standing.ts";

/** A decision as it is stored, with the event it was about. */
export interface StoredDecision {
  readonly incoming: Incoming;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}

/** What of a decision is about one conversation. */
export interface Part {
  /** The event's type; `desk-looked` when it was another conversation's and routing looked at this one too. */
  readonly event: Incoming["type"] | "desk-looked";
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
  /** Who was considered for it, best first; empty when nobody was. */
  readonly candidates: readonly ConsideredAgent[];
  /** So many more were looked at and are not named, because a decision keeps only the nearest: who serve the store, who do not. */
  readonly leftOut: number;
  readonly elsewhere: number;
}

export interface ConsideredAgent {
  readonly agentId: string;
  /** `eligible`, or the first reason why not. */
  readonly standing: string;
  readonly isChosen: boolean;
}

/**
 * The part of a decision that concerns this conversation; undefined when none does. The desk decides about many stores'
 * conversations at once: of the others nothing is told, not even that there were any.
 */
export function partAbout(conversation: string, { incoming, effects, reasons }: StoredDecision): Part | undefined {
  if (incoming.lane !== DESK_LANE) return { event: incoming.type, effects, reasons, candidates: [], leftOut: 0, elsewhere: 0 };
  const named = conversationOf(incoming);
  const isOwn = named === conversation;
  const own = effects.filter((effect) => isAbout(conversation, effect, isOwn));
  const escalations = own.filter((effect) => effect.type === "write-escalation").map(({ escalation }) => escalation);
  if (!isOwn && escalations.length === 0) return undefined;
  const ids = new Set<unknown>(escalations.map(({ id }) => id));
  const told = reasons.filter(({ values }) =>
    "escalation" in values ? ids.has(values["escalation"]) : isOwn || named === undefined,
  );
  const chosen = escalations.at(-1)?.agent?.id;
  return {
    event: isOwn || named === undefined ? incoming.type : "desk-looked",
    effects: own,
    reasons: told,
    candidates: told.flatMap(({ values }) => consideredIn(values["candidates"], chosen)),
    leftOut: countIn(told, "leftOut"),
    elsewhere: countIn(told, "elsewhere"),
  };
}

function countIn(reasons: readonly Reason[], name: "leftOut" | "elsewhere"): number {
  let count = 0;
  for (const { values } of reasons) count += Number(values[name] ?? 0);
  return count;
}

function conversationOf(incoming: Incoming): string | undefined {
  return "conversationId" in incoming ? incoming.conversationId : undefined;
}

function isAbout(conversation: string, effect: Effect, isOwn: boolean): boolean {
  switch (effect.type) {
    case "write-escalation":
      return effect.escalation.conversationId === conversation;
    case "raise":
      return conversationOf(effect.incoming) === conversation;
    // The desk's one timer is everybody's.
    case "set-timer":
    case "cancel-timer":
      return false;
    case "open-conversation":
    case "change-conversation":
    case "say":
    case "write-request":
    case "rate":
    case "refuse":
      return isOwn;
    case "alert":
      return effect.alert.conversationId === conversation;
    // How an agent stands is no part of one conversation's story.
    case "change-agent":
      return false;
  }
}

// `id:standing,id:standing`; an id may hold colons and commas itself.
const CONSIDERED = new RegExp(`(.+?):(${STANDINGS.join("|")})(?:,|$)`, "g");

function consideredIn(text: unknown, chosen: string | undefined): readonly ConsideredAgent[] {
  if (typeof text !== "string") return [];
  return [...text.matchAll(CONSIDERED)].map(([, agentId = "", standing = ""]) => ({
    agentId,
    standing,
    isChosen: agentId === chosen,
  }));
}

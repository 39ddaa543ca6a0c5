import type { Decision, Effect, Escalation, Reason } from "../../core/decision.ts";
import { DESK_LANE, incomingId, type EscalationId, type IncomingId } from "../../core/ids.ts";
import type { DeskIncoming } from "../../core/incoming.ts";
import { shiftAt } from "../../staffing/rules/roster.ts";
import { escalationAfter, isSameOffer, outcomeToTell } from "./consequences.ts";
import { deskAfter, type DeskFacts } from "./desk-facts.ts";
import { happen } from "./events.ts";
import type { RoutingDecision } from "./facts.ts";
import { telling, together, type Besides, type Happening } from "./happening.ts";
import { lapses } from "./lapses.ts";
import { leavings } from "./leaving.ts";
import { nextLook } from "./next-look.ts";
import { route, routeArrival } from "./route.ts";
import { DEFAULT_WAITS } from "./waits.ts";

/**
 * Routing as an event of its own, and the only writer of offers, assignments and claims. Pure. First what happened, then what is due
 * by now whatever happened, then who takes what.
 */
export function decideDesk(facts: DeskFacts, incoming: DeskIncoming): Decision {
  // What was not there to be set when a decision was made is as by default when it is made again.
  const waits = { ...DEFAULT_WAITS, ...facts.waits };
  const happened = happen(facts, incoming);
  const met = deskAfter(facts, happened.effects);
  const lapsed = lapses(met, waits, incoming.id);
  const left = leavings(deskAfter(met, lapsed.effects), waits, incoming.id);
  const before = deskAfter(met, [...lapsed.effects, ...left.effects]);
  const first = together([happened, lapsed, left]);
  const was = new Map(facts.escalations.map((escalation) => [escalation.id, escalation]));
  const carriedOut = (given: DeskFacts, decisions: readonly RoutingDecision[]): readonly Effect[] =>
    decisions.flatMap((decision) => carryOut(given, { decision, first, was }, incoming.id));
  const { decided = [] } = first;
  const meant = carriedOut(before, decided);
  const ready = deskAfter(before, meant);
  const isAlone = [lapsed.effects, left.effects, decided].every((some) => some.length === 0);
  const arrived = incoming.type === "escalation-opened" && isAlone ? writtenIn(happened.effects) : undefined;
  const pass = arrived === undefined ? route(ready, facts.now) : routeArrival(ready, arrived, facts.now);
  const changed = pass.decisions.filter(({ changed: isChanged }) => isChanged);
  const routed = [...meant, ...carriedOut(ready, changed)];
  const dueAt = nextLook(deskAfter(before, routed), waits);
  const timer = { kind: "desk-look", thing: DESK_LANE } as const;
  const look: Effect = dueAt === undefined ? { type: "cancel-timer", ...timer } : { type: "set-timer", ...timer, dueAt };
  return {
    rule: `routing/${incoming.type}`,
    effects: [...first.effects, ...routed, look],
    reasons: [...first.reasons, ...[...decided, ...changed].map(reasonOf)],
  };
}

interface ToCarryOut {
  readonly decision: RoutingDecision;
  readonly first: Happening;
  /** As they were when the event came. */
  readonly was: ReadonlyMap<EscalationId, Escalation>;
}

function carryOut(facts: DeskFacts, { decision, first, was }: ToCarryOut, cause: IncomingId): readonly Effect[] {
  const before = facts.escalations.find(({ id }) => id === decision.escalationId);
  if (before === undefined) throw new Error(`Routing decided about escalation ${decision.escalationId}, which it was not given.`);
  const { acceptAtOnce, now } = facts;
  const given = escalationAfter(before, { decision, acceptAtOnce }, now);
  const escalation =
    given.state === "assigned" && !isAgentOnShift(facts, given) ? { ...given, takenOffShift: true as const } : given;
  const write: Effect = { type: "write-escalation", escalation };
  const besides = besidesOf(before, first.besides?.get(before.id));
  // The supervisor on call is called again and again; the shopper hears it once.
  if (besides === undefined && isSameOffer(was.get(before.id), escalation)) return [write];
  const isOverflow = decision.outcome.type === "assign" && decision.outcome.flags.includes("overflow");
  const told = { escalation, outcome: outcomeToTell(decision, acceptAtOnce), why: decision.why, isOverflow, besides };
  return [write, telling(told, now, incomingId(`${cause}>${escalation.id}`))];
}

function isAgentOnShift({ roster, now }: DeskFacts, { agent }: Escalation): boolean {
  const entry = roster.agents.find(({ id }) => id === agent?.id);
  return entry !== undefined && shiftAt(roster, entry, now) !== undefined;
}

function besidesOf({ told, promisedAt }: Escalation, besides: Besides | undefined) {
  if (told !== "after-hours" || promisedAt === undefined) return besides;
  return { ...besides, promisedAt };
}

function reasonOf({ escalationId, why, tieBreak, named, outcome }: RoutingDecision): Reason {
  const candidates = named.candidates.map((one) => `${one.agentId}:${one.reason ?? "eligible"}`).join(",");
  const { leftOut, elsewhere } = named;
  const unnamed = leftOut + elsewhere === 0 ? {} : { leftOut, elsewhere };
  const flags = outcome.type === "assign" && outcome.flags.length > 0 ? { flags: outcome.flags.join(",") } : {};
  const values = {
    escalation: escalationId,
    zh: why.zh,
    en: why.en,
    tieBreak: tieBreak ?? "-",
    candidates,
    ...unnamed,
    ...flags,
  };
  return { code: `decided-${outcome.type}`, values };
}

/** The one escalation that was written; undefined where there are none or several. */
function writtenIn(effects: readonly Effect[]): EscalationId | undefined {
  const written = effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation.id] : []));
  return written.length === 1 ? written[0] : undefined;
}

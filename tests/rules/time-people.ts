import type { Decision, Effect, Escalation } from "../../src/core/decision.ts";
import { agentId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { DeskIncoming, HandoverRouted } from "../../src/core/incoming.ts";
import type { Agent, Instant } from "../../src/core/words.ts";
import { deskAfter, type DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { decideDesk } from "../../src/routing/rules/desk-lane.ts";
import { agent, facts, roster, state, WORKING_TIME } from "./routing-people.ts";

export const LI: Agent = { id: agentId("li"), name: "li" };
export const HAN: Agent = { id: agentId("han"), name: "han" };
export const SECOND = 1_000;
export const MINUTE = 60_000;

/** A desk with li and han from 09:00 to 18:00, where offers are to be accepted. */
export function desk(changes: Partial<DeskFacts> = {}): DeskFacts {
  const agents = [state("li"), state("han")];
  const base = facts({ roster: roster([agent("li"), agent("han")]), escalations: [], agents, acceptAtOnce: false });
  return { ...base, type: "desk", now: WORKING_TIME, ...changes };
}

let counter = 0;

/** Only time has passed. */
export function look(now: Instant): DeskIncoming {
  counter += 1;
  const id = incomingId(`look-${counter}`);
  return { type: "timer-due", id, lane: DESK_LANE, at: now, kind: "desk-look", thing: "desk", dueAt: now };
}

/** The desk's decision at a moment, and the desk after it. */
export function at(
  given: DeskFacts,
  now: Instant,
  incoming = look(now),
): { readonly decision: Decision; readonly after: DeskFacts } {
  const before = { ...given, now };
  const decision = decideDesk(before, incoming);
  return { decision, after: deskAfter(before, decision.effects) };
}

export const written = ({ effects }: Decision): readonly Escalation[] => [
  ...new Map(
    effects.flatMap((effect) => (effect.type === "write-escalation" ? [[effect.escalation.id, effect.escalation]] : [])),
  ).values(),
];

export const told = ({ effects }: Decision): readonly HandoverRouted[] =>
  effects.flatMap((effect) => (effect.type === "raise" && effect.incoming.type === "handover-routed" ? [effect.incoming] : []));

export const codes = ({ reasons }: Decision): readonly string[] => reasons.map(({ code }) => code);

export function only<T extends Effect["type"]>({ effects }: Decision, type: T): readonly Extract<Effect, { type: T }>[] {
  return effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
}

/** When the desk looks again by itself. */
export const lookAt = (decision: Decision): Instant | undefined =>
  only(decision, "set-timer").find(({ kind }) => kind === "desk-look")?.dueAt;

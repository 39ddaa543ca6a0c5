import type { Effect, Escalation, Reason } from "../../core/decision.ts";
import { incomingId } from "../../core/ids.ts";
import type { ReassignRequested } from "../../core/incoming.ts";
import type { Agent } from "../../core/words.ts";
import { backAtWork } from "./back-at-work.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { mayServe, peopleOnDesk, type OnDesk } from "./eligibility.ts";
import { telling, withoutAgent, type Happening } from "./happening.ts";
import { hasRoom, holderOf, placesTaken } from "./load.ts";
import { weightOf } from "./weight.ts";

/**
 * A supervisor's word: it goes to this agent whoever has it, whatever their skills; never to somebody who may not serve the store,
 * nor to a colleague who is not at work; over their capacity, or while they rest, only when that was confirmed. Nobody is taken by
 * surprise: it must be with whom the supervisor saw.
 */
export function reassigned(facts: DeskFacts, incoming: ReassignRequested): Happening {
  const { to, from, by, isOwn } = incoming;
  const held = facts.escalations.find((one) => one.conversationId === incoming.conversationId && one.state !== "ended");
  if (held === undefined) return refusal("refused-not-waiting", {});
  if (holderOf(held) !== from) return refusal("refused-stale", {});
  if (held.state === "assigned" && held.agent?.id === to.id) return refusal("refused-reassign-same", { agent: to.name });
  const person = peopleOnDesk(facts, facts.now).find(({ agent }) => agent.id === to.id);
  const weight = weightOf(facts.roster.routing ?? {}, held);
  const obstacle = obstacleOf(person, { held, incoming, weight });
  if (obstacle !== undefined) return refusal(obstacle.code, obstacle.values);
  const taken = takenBy(held, incoming, { at: facts.now, isOnShift: person?.onShift === true });
  const values = { escalation: held.id, by: by.name, agent: to.name, from: held.agent?.name ?? "-", why: incoming.reason };
  return {
    effects: [
      { type: "write-escalation", escalation: taken },
      ...(isOwn ? backAtWork(facts, to.id) : []),
      ...alerts(held, incoming),
      tell(taken, held, { incoming, now: facts.now }),
    ],
    reasons: [{ code: isOwn ? "taken-over" : "reassigned", values }],
  };
}

interface Wanted {
  readonly held: Escalation;
  readonly incoming: ReassignRequested;
  /** Of the conversation, in hundredths of a unit. */
  readonly weight: number;
}

/** Why it cannot be, or not without a confirmation; undefined when it can. */
function obstacleOf(person: OnDesk | undefined, { held, incoming, weight }: Wanted): Reason | undefined {
  const { to, isOwn, isConfirmed } = incoming;
  if (person === undefined) return { code: "refused-transfer-unknown", values: {} };
  const { agent, onShift, status, load } = person;
  // Other stores' people are nobody here: a guessed id must not tell that there is somebody, nor their name.
  if (!mayServe(agent, held.storeId))
    return isOwn
      ? { code: "refused-transfer-not-authorised-for-store", values: { to: to.name } }
      : { code: "refused-transfer-unknown", values: {} };
  if (!isOwn && !onShift) return { code: "refused-transfer-off-shift", values: { to: to.name } };
  if (!isOwn && status === "offline") return { code: "refused-transfer-not-ready", values: { to: to.name } };
  if (isConfirmed) return undefined;
  if (!isOwn && status !== "ready") return { code: "refused-reassign-not-ready", values: { agent: to.name } };
  // An offer to them has kept its place already.
  const isFull = !hasRoom(load, agent.capacity, holderOf(held) === to.id ? 0 : weight);
  const values = { agent: to.name, load: placesTaken(load), capacity: agent.capacity };
  return isFull ? { code: "refused-reassign-full", values } : undefined;
}

function takenBy(
  held: Escalation,
  { to }: ReassignRequested,
  { at, isOnShift }: { readonly at: number; readonly isOnShift: boolean },
): Escalation {
  return {
    ...withoutAgent(held),
    state: "assigned",
    agent: to,
    assignedAt: at,
    ...(held.state === "assigned" && held.agent !== undefined ? { previousAgent: held.agent.id } : {}),
    ...(isOnShift ? {} : { takenOffShift: true as const }),
  };
}

function tell(
  taken: Escalation,
  held: Escalation,
  { incoming, now }: { readonly incoming: ReassignRequested; readonly now: number },
): Effect {
  const { by, to, isOwn, reason } = incoming;
  const why = isOwn
    ? { zh: `主管${by.name}接管：${reason}`, en: `Supervisor ${by.name} took it over: ${reason}` }
    : { zh: `主管${by.name}指派给${to.name}：${reason}`, en: `Supervisor ${by.name} gave it to ${to.name}: ${reason}` };
  const besides = {
    supervised: { by: by.name, isOwn, reason },
    ...(held.state === "assigned" ? { takenFrom: held.agent } : {}),
  };
  const told = { escalation: taken, outcome: { type: "assigned", agent: to }, why, isOverflow: false, besides } as const;
  return telling(told, now, incomingId(`${incoming.id}>${taken.id}`));
}

/** Who had it must know that they need not reply, and who gets it that they must. */
function alerts(held: Escalation, { id, to, by, isOwn, reason }: ReassignRequested): readonly Effect[] {
  const values = { by: by.name, agent: to.name, why: reason };
  const had = held.state === "assigned" ? held.agent : undefined;
  return [
    ...(had === undefined ? [] : [alert(held, had, { id: `taken>${id}`, reason: { code: "alert-taken-over", values } })]),
    ...(isOwn ? [] : [alert(held, to, { id: `given>${id}`, reason: { code: "alert-reassigned", values } })]),
  ];
}

function alert(
  { storeId, conversationId }: Escalation,
  agent: Agent,
  { id, reason }: { readonly id: string; readonly reason: Reason },
): Effect {
  return { type: "alert", alert: { id, storeId, conversationId, to: { type: "agent", agentId: agent.id }, reason } };
}

function refusal(code: string, values: Reason["values"]): Happening {
  const reason = { code, values };
  return { effects: [{ type: "refuse", reason }], reasons: [reason] };
}

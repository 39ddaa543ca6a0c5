import type { Effect, Escalation, Reason } from "../../core/decision.ts";
import { incomingId, type AgentId, type IncomingId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { dutyOf, shiftOf } from "../../staffing/rules/on-shift.ts";
import type { AgentState, RosterAgent } from "../../staffing/rules/roster.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { NOTHING_HAPPENED, together, withoutAgent, type Happening } from "./happening.ts";
import type { DeskWaits } from "./waits.ts";

/**
 * What the end of shifts brings to those who have conversations: first a reminder to hand over, then the note that they are gone,
 * then, after the grace time, the queue again. All by the facts alone: after a restart the same comes out, once.
 */
export function leavings(facts: DeskFacts, waits: DeskWaits, cause: IncomingId): Happening {
  const people = new Map(facts.roster.agents.map((agent) => [agent.id, agent]));
  const states = new Map(facts.agents.map((state) => [state.agentId, state]));
  const parts = facts.escalations.map((held): Happening => {
    if (held.state !== "assigned" || held.agent === undefined) return NOTHING_HAPPENED;
    const holder = { held, agent: people.get(held.agent.id), state: states.get(held.agent.id) };
    return isGone(facts, holder) ? gone(facts, holder, { waits, cause }) : here(facts, holder, { waits, cause });
  });
  return together(parts.filter((part) => part !== NOTHING_HAPPENED));
}

/** When next time alone does something to what is assigned. */
export function nextLeaving(facts: DeskFacts, waits: DeskWaits): readonly Instant[] {
  const people = new Map(facts.roster.agents.map((agent) => [agent.id, agent]));
  return facts.escalations.flatMap((held) => {
    if (held.state !== "assigned" || held.agent === undefined) return [];
    if (held.leftAt !== undefined) return [held.leftAt + waits.graceMs];
    const agent = people.get(held.agent.id);
    if (agent === undefined || held.takenOffShift) return [];
    const end = dutyOf(facts.roster, agent, facts.now)?.end;
    if (end === undefined) return [];
    return [held.handOverFor === end ? end : Math.max(facts.now, end - waits.handOverBeforeMs)];
  });
}

/** Back into the queue, with its place by the first waiting; the shopper is told with what comes of it. */
export function takeBack(facts: DeskFacts, held: Escalation, why: "grace" | "written"): Happening {
  const { agent } = held;
  if (agent === undefined) return NOTHING_HAPPENED;
  const away = isOnShift(facts, agent.id) ? { isFromAway: true as const } : {};
  const code = `taken-back-${why}${away.isFromAway ? "-away" : ""}`;
  const again: Escalation = { ...withoutAgent(held), previousAgent: agent.id, told: undefined, promisedAt: undefined };
  return {
    effects: [{ type: "write-escalation", escalation: again }],
    reasons: [{ code, values: { agent: agent.name, escalation: held.id } }],
    besides: new Map([[held.id, { takenFrom: agent, ...away }]]),
  };
}

function isOnShift({ roster, now }: DeskFacts, id: AgentId): boolean {
  const agent = roster.agents.find((one) => one.id === id);
  return agent !== undefined && shiftOf(roster, agent, now) !== undefined;
}

interface Holder {
  readonly held: Escalation;
  /** Absent: no longer in the roster. */
  readonly agent: RosterAgent | undefined;
  readonly state: AgentState | undefined;
}

/**
 * Whether who has it is gone: for the day, or their console is, longer than the grace time of presence. Who said that they take a
 * break comes back. A danger stays with the supervisor on call at any hour.
 */
function isGone({ roster, now }: DeskFacts, { held, agent, state }: Holder): boolean {
  if (agent === undefined) return true;
  if (held.urgency === "high" && roster.supervisorOnCall === agent.id) return false;
  if (state?.status === "offline") return true;
  if (state?.isAbsent === true && state.status !== "break") return true;
  return held.takenOffShift !== true && shiftOf(roster, agent, now) === undefined;
}

interface Looked {
  readonly waits: DeskWaits;
  readonly cause: IncomingId;
}

function gone(facts: DeskFacts, { held }: Holder, { waits, cause }: Looked): Happening {
  const { now } = facts;
  if (held.leftAt === undefined) {
    const left: Escalation = { ...held, leftAt: now };
    const isAway = held.agent !== undefined && isOnShift(facts, held.agent.id);
    const values = { agent: held.agent?.name ?? "-", minutes: Math.round(waits.graceMs / MINUTE_MS) };
    return {
      effects: [{ type: "write-escalation", escalation: left }, ...tellLeft(left, { at: now, isAway }, cause)],
      reasons: [about(held, isAway ? "holder-away" : "holder-left", values)],
    };
  }
  return now >= held.leftAt + waits.graceMs ? takeBack(facts, held, "grace") : NOTHING_HAPPENED;
}

function here(facts: DeskFacts, { held, agent }: Holder, { waits, cause }: Looked): Happening {
  const end = agent === undefined || held.takenOffShift ? undefined : dutyOf(facts.roster, agent, facts.now)?.end;
  const isDue = end !== undefined && facts.now >= end - waits.handOverBeforeMs && held.handOverFor !== end;
  if (!isDue && held.leftAt === undefined) return NOTHING_HAPPENED;
  const back: Escalation = { ...held, leftAt: undefined, ...(isDue ? { handOverFor: end } : {}) };
  return {
    effects: [
      { type: "write-escalation", escalation: back },
      ...(held.leftAt === undefined ? [] : tellLeft(back, { at: facts.now, isAway: false }, cause)),
      ...(isDue ? [remind(back, end, facts.now)] : []),
    ],
    reasons: [
      ...(held.leftAt === undefined ? [] : [about(held, "holder-back", { agent: held.agent?.name ?? "-" })]),
      ...(isDue ? [about(held, "hand-over-asked", { agent: held.agent?.name ?? "-" })] : []),
    ],
  };
}

const MINUTE_MS = 60_000;

/** One line of the hand-over list; the console shows beside it what the conversation is about. */
function remind(held: Escalation, end: Instant, now: Instant): Effect {
  const { id, storeId, conversationId, agent } = held;
  const minutes = Math.max(1, Math.round((end - now) / MINUTE_MS));
  const reason = { code: "alert-hand-over", values: { minutes, end: new Date(end).toISOString() } };
  if (agent === undefined) throw new Error(`Escalation ${id} is assigned to nobody; routing must name its agent.`);
  const to = { type: "agent", agentId: agent.id } as const;
  return { type: "alert", alert: { id: `hand-over>${id}>${agent.id}>${end}`, storeId, conversationId, to, reason } };
}

function tellLeft(
  { id, agent, contactLane: lane, storeId, conversationId, leftAt }: Escalation,
  { at, isAway }: { readonly at: Instant; readonly isAway: boolean },
  cause: IncomingId,
): readonly Effect[] {
  if (agent === undefined) return [];
  const incoming = {
    type: "holder-left",
    id: incomingId(`${cause}>left>${id}`),
    lane,
    at,
    storeId,
    conversationId,
    agent,
    leftAt,
    ...(isAway ? { isAway } : {}),
  } as const;
  return [{ type: "raise", incoming }];
}

/** Names the escalation, so that the story of one conversation tells only its own. */
function about({ id }: Escalation, code: string, values: Reason["values"]): Reason {
  return { code, values: { escalation: id, ...values } };
}

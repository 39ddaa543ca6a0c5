import { DateTime } from "luxon";
import type { Escalation } from "../../src/core/decision.ts";
import { agentId, conversationId, escalationId, laneId, storeId } from "../../src/core/ids.ts";
import type { Instant } from "../../src/core/words.ts";
import type { RoutingDecision, RoutingFacts } from "../../src/routing/rules/facts.ts";
import { route } from "../../src/routing/rules/route.ts";
import type { AgentState, Roster, RosterAgent } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";

/** The instant when the wall clock of the zone first shows this time. */
export function at(text: string, zone = "Asia/Shanghai"): Instant {
  return DateTime.fromISO(text, { zone }).toMillis();
}

/** Somebody who works every day from 09:00 to 18:00 and handles after-sale matters in Chinese. */
export function agent(id: string, changes: Partial<Omit<RosterAgent, "id">> = {}): RosterAgent {
  return {
    id: agentId(id),
    name: id,
    employer: "vendor",
    skills: ["aftersale"],
    levels: {},
    languages: ["zh"],
    capacity: 5,
    shifts: [{ days: WEEKDAYS, start: "09:00", end: "18:00" }],
    ...changes,
  };
}

export function roster(agents: readonly RosterAgent[], changes: Partial<Roster> = {}): Roster {
  return { timezone: "Asia/Shanghai", agents, holidays: [], workdays: [], holidayDuty: [], ...changes };
}

/** An after-sale matter of store A in Chinese that has waited since 09:30. */
export function escalation(id: string, changes: Partial<Omit<Escalation, "id">> = {}): Escalation {
  return {
    id: escalationId(id),
    storeId: storeId("A"),
    conversationId: conversationId(`conversation-${id}`),
    contactLane: laneId(`lane-${id}`),
    skill: "aftersale",
    language: "zh-CN",
    urgency: "normal",
    priority: 0,
    state: "waiting",
    waitingSince: at("2026-09-16T09:30"),
    ...changes,
  };
}

export function state(id: string, changes: Partial<Omit<AgentState, "agentId">> = {}): AgentState {
  return { agentId: agentId(id), status: "ready", load: 0, ...changes };
}

/** A Wednesday morning within the usual shift. */
export const WORKING_TIME = at("2026-09-16T10:00");

export function facts(changes: Partial<RoutingFacts> & { readonly roster: Roster }): RoutingFacts {
  return { escalations: [escalation("e1")], agents: [], acceptAtOnce: true, ...changes };
}

/** The one decision about the one escalation that waits. */
export function decideOne(given: Partial<RoutingFacts> & { readonly roster: Roster }, now = WORKING_TIME): RoutingDecision {
  const { decisions } = route(facts(given), now);
  const [decision] = decisions;
  if (decision === undefined || decisions.length > 1) throw new Error(`Expected one decision, got ${decisions.length}`);
  return decision;
}

/** All that a decision says, read: getters of a class are compared by nobody. */
export function inFull(decision: RoutingDecision) {
  const { candidates, named, rankKey, tieBreak, why } = decision;
  return { ...decision, candidates, named, rankKey, tieBreak, why };
}

/** The decision in short: `assign li`, `queue 2`, `after-hours 2026-09-17 09:00`, flags behind. */
export function inShort({ outcome }: RoutingDecision): string {
  switch (outcome.type) {
    case "assign":
      return ["assign", outcome.agent.id, ...outcome.flags].join(" ");
    case "queue":
      return `queue ${outcome.position}`;
    case "after-hours":
      return `after-hours ${outcome.next === undefined ? "for long" : DateTime.fromMillis(outcome.next, { zone: outcome.timezone }).toFormat("yyyy-MM-dd HH:mm")}`;
  }
}

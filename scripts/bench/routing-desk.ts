import type { Escalation } from "../../src/core/decision.ts";
import { agentId, conversationId, escalationId, laneId, storeId } from "../../src/core/ids.ts";
import { SKILLS } from "../../src/core/words.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import type { AgentState, Roster, RosterAgent } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../src/staffing/rules/routing-policy.ts";

/** A desk to measure routing on. */
export interface DeskSize {
  readonly agents: number;
  readonly waiting: number;
  readonly stores: number;
  /** Stores each agent may serve; absent: all. */
  readonly storesEach?: number | undefined;
  /** What of their capacity agents hold already, 0..1. */
  readonly busy: number;
  readonly policy?: RoutingPolicy | undefined;
}

/** A Wednesday noon in Shanghai: day shifts are on, night shifts are not. */
export const NOON = Date.parse("2026-09-16T12:00:00+08:00");
/** The night after: nobody but night shifts. */
export const NIGHT = Date.parse("2026-09-17T04:30:00+08:00");

const CAPACITY = 5;
const SHIFTS = [
  ["08:00", "16:00"],
  ["09:00", "18:00"],
  ["10:00", "20:00"],
  ["18:00", "04:00"],
] as const;

/** A roster of agents with differing skills, levels, languages, shifts and stores, the same each time. */
export function benchRoster({ agents, stores, storesEach, policy }: DeskSize): Roster {
  const chance = steady(7);
  const people = Array.from({ length: agents }, (_, i): RosterAgent => {
    const [start, end] = SHIFTS[i % SHIFTS.length] ?? SHIFTS[0];
    const skills = SKILLS.filter(() => chance() < 0.45);
    const own = storesEach === undefined ? undefined : Array.from({ length: storesEach }, (_, k) => `s${(i * 7 + k) % stores}`);
    return {
      id: agentId(`agent-${String(i).padStart(4, "0")}`),
      name: `客服${i}`,
      employer: i % 3 === 0 ? "merchant" : "vendor",
      skills: i % 50 === 0 ? ["any"] : skills,
      levels: Object.fromEntries(skills.map((skill) => [skill, 1 + Math.floor(chance() * 5)])),
      languages: chance() < 0.2 ? ["zh", "en"] : ["zh"],
      capacity: CAPACITY,
      shifts: [{ days: WEEKDAYS, start, end }],
      ...(own === undefined ? {} : { stores: own }),
    };
  });
  const base = { timezone: "Asia/Shanghai", agents: people, holidays: [], workdays: [], holidayDuty: [] };
  return policy === undefined ? base : { ...base, routing: policy };
}

/** So many who wait, for all skills and stores, some danger among them, one in ten known to somebody. */
export function benchFacts(roster: Roster, size: DeskSize): RoutingFacts {
  const chance = steady(11);
  const waiting = Array.from({ length: size.waiting }, (_, i): Escalation => {
    const previous = chance() < 0.1 ? { previousAgent: agentId(`agent-${String(i % size.agents).padStart(4, "0")}`) } : {};
    return {
      id: escalationId(`e${String(i).padStart(5, "0")}`),
      storeId: storeId(`s${Math.floor(chance() * size.stores)}`),
      conversationId: conversationId(`v${i}`),
      contactLane: laneId(`l${i}`),
      skill: SKILLS[Math.floor(chance() * SKILLS.length)] ?? "presale",
      language: chance() < 0.1 ? "en" : "zh-CN",
      urgency: chance() < 0.001 ? "high" : "normal",
      priority: Math.floor(chance() * 3),
      state: "waiting",
      waitingSince: NOON - Math.floor(chance() * 3_600_000),
      ...previous,
    };
  });
  const held = Math.floor(CAPACITY * size.busy);
  const agents = roster.agents.map((agent, i): AgentState => ({
    agentId: agent.id,
    status: i % 20 === 0 ? "break" : "ready",
    load: held,
    lastAssignedAt: NOON - i * 1_000,
  }));
  return { roster, escalations: waiting, agents, acceptAtOnce: false };
}

/** Numbers in 0..1, the same each time (a linear congruential generator). */
function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { nextShiftStart } from "../../staffing/rules/roster.ts";
import type { OnDesk } from "./eligibility.ts";
import {
  ANY_SKILL,
  couldTake,
  firstObstacle,
  isWorkingWithSkill,
  mayServe,
  peopleOnDesk,
  speaks,
  WEIGHT,
} from "./eligibility.ts";
import type { Candidate, IneligibleReason, RankKey, RoutableEscalation, RoutingFacts } from "./facts.ts";
import { compareRank } from "./rank.ts";
import { DEFAULT_WAITS, leftOutUntil } from "./waits.ts";
import { compareText } from "./work-order.ts";

/** A level that nobody wrote down counts as the middle one. */
export const UNSTATED_LEVEL = 3;

/** The desk while one pass goes over it: loads rise as work is given out. Lives as long as one call of `route`. */
export interface Pass {
  readonly facts: RoutingFacts<RoutableEscalation>;
  readonly roster: Roster;
  readonly now: Instant;
  readonly people: Map<AgentId, OnDesk>;
  /** Store → employer → how many conversations of the store are with them. */
  readonly held: Map<string, Map<string, number>>;
}

export function openPass(facts: RoutingFacts<RoutableEscalation>, now: Instant): Pass {
  const pass: Pass = { facts, roster: facts.roster, now, people: peopleOnDesk(facts, now), held: new Map() };
  for (const escalation of facts.escalations) {
    if (escalation.agent !== undefined && isHeld(escalation)) countHeld(pass, escalation, { agent: escalation.agent.id, by: 1 });
  }
  return pass;
}

/** Gives it to this agent: from now on they hold one more. */
export function take(pass: Pass, escalation: RoutableEscalation, agent: AgentId): void {
  const person = personOf(pass, agent);
  pass.people.set(agent, { ...person, load: person.load + WEIGHT, lastAssignedAt: pass.now });
  countHeld(pass, escalation, { agent, by: 1 });
}

/** Takes an offer back: the place it kept is free again. */
export function giveBack(pass: Pass, escalation: RoutableEscalation, agent: AgentId): void {
  const person = pass.people.get(agent);
  if (person !== undefined) pass.people.set(agent, { ...person, load: Math.max(0, person.load - WEIGHT) });
  countHeld(pass, escalation, { agent, by: -1 });
}

/** Whether an offer may stay where it is; a high one with the supervisor on call stays at any hour (P8). */
export function isOfferGood(pass: Pass, escalation: RoutableEscalation): boolean {
  const person = escalation.agent && pass.people.get(escalation.agent.id);
  if (person === undefined) return false;
  if (isOverflowTo(pass.roster, escalation, person.agent.id)) return mayServe(person.agent, escalation.storeId);
  // Its own place is among those the agent holds, so room is not asked for again.
  return firstObstacle({ ...person, load: 0 }, escalation) === undefined;
}

/** P8: the one who takes what is urgent at any hour and over capacity. */
export function isOverflowTo(roster: Roster, escalation: RoutableEscalation, agent: AgentId): boolean {
  return escalation.urgency === "high" && roster.supervisorOnCall === agent;
}

/** The supervisor on call, if this escalation may reach them; never for a store they may not serve. */
export function overflowTarget(pass: Pass, escalation: RoutableEscalation): OnDesk | undefined {
  const { supervisorOnCall } = pass.roster;
  if (supervisorOnCall === undefined || escalation.urgency !== "high") return undefined;
  const person = pass.people.get(supervisorOnCall);
  return person !== undefined && mayServe(person.agent, escalation.storeId) ? person : undefined;
}

/** Those who may take it, best first. */
export function rankedEligible(pass: Pass, escalation: RoutableEscalation): readonly RankKey[] {
  const keys: RankKey[] = [];
  for (const person of pass.people.values()) {
    if (obstacleOf(pass, escalation, person) === undefined) keys.push(rankKeyOf(pass, escalation, person));
  }
  return keys.sort(compareRank);
}

/** Everybody, with the first reason of each who may not. */
export function candidatesFor(pass: Pass, escalation: RoutableEscalation, ranked: readonly RankKey[]): readonly Candidate[] {
  const others: Candidate[] = [];
  for (const person of pass.people.values()) {
    const reason = obstacleOf(pass, escalation, person);
    if (reason !== undefined) others.push({ agentId: person.agent.id, eligible: false, reason });
  }
  others.sort((a, b) => compareText(a.agentId, b.agentId));
  return [...ranked.map((key) => ({ agentId: key.agentId, eligible: true })), ...others];
}

function obstacleOf(pass: Pass, escalation: RoutableEscalation, person: OnDesk): IneligibleReason | undefined {
  return firstObstacle(person, escalation) ?? (isLeftOut(pass, escalation, person.agent.id) ? "excluded" : undefined);
}

function isLeftOut({ facts, now }: Pass, escalation: RoutableEscalation, agent: AgentId): boolean {
  return leftOutUntil(escalation, agent, { now, waits: facts.waits ?? DEFAULT_WAITS }) !== undefined;
}

/** Who declined this escalation lately, by id. */
export function leftOutOf(pass: Pass, escalation: RoutableEscalation): readonly AgentId[] {
  const agents = new Set((escalation.declined ?? []).map(({ agent }) => agent));
  return [...agents].filter((agent) => isLeftOut(pass, escalation, agent)).sort(compareText);
}

/** P6 or P7: whether somebody who could take it is at work. */
export function isSomebodyWorking(pass: Pass, escalation: RoutableEscalation): boolean {
  for (const person of pass.people.values()) if (isWorkingWithSkill(person, escalation)) return true;
  return false;
}

/** P7: who with the skill starts next, and when. */
export function nextStarter(
  pass: Pass,
  escalation: RoutableEscalation,
): { readonly agent: AgentId; readonly at: Instant } | undefined {
  let next: { readonly agent: AgentId; readonly at: Instant } | undefined;
  for (const { agent } of pass.people.values()) {
    if (!couldTake(agent, escalation)) continue;
    const at = nextShiftStart(pass.roster, agent, pass.now);
    if (at === undefined || (next !== undefined && next.at < at)) continue;
    if (next === undefined || at < next.at || compareText(agent.id, next.agent) < 0) next = { agent: agent.id, at };
  }
  return next;
}

export function personOf(pass: Pass, agent: AgentId): OnDesk {
  const person = pass.people.get(agent);
  if (person === undefined)
    throw new Error(`Agent "${agent}" was chosen but is not in the roster: rank only agents of the roster`);
  return person;
}

/** The level that counts for this skill. */
export function levelOf(person: OnDesk, skill: string): number {
  return statedLevelOf(person, skill) ?? UNSTATED_LEVEL;
}

export function statedLevelOf(person: OnDesk, skill: string): number | undefined {
  return ownValue(person.agent.levels, skill) ?? ownValue(person.agent.levels, ANY_SKILL);
}

export function rankKeyOf(pass: Pass, escalation: RoutableEscalation, person: OnDesk): RankKey {
  return {
    isPrevious: escalation.previousAgent === person.agent.id,
    speaksLanguage: speaks(person.agent, escalation.language),
    level: levelOf(person, escalation.skill),
    load: person.load,
    capacity: person.agent.capacity,
    employerShortfall: shortfallOf(pass, escalation.storeId, person.agent.employer),
    lastAssignedAt: person.lastAssignedAt,
    agentId: person.agent.id,
  };
}

/** Wanted × all − held × all shares: whole numbers with one denominator, so they compare exactly. */
function shortfallOf(pass: Pass, store: string, employer: string): number {
  const share = pass.facts.employerShare;
  if (share === undefined) return 0;
  const held = pass.held.get(store);
  // Of nothing everybody has a share of zero: the largest wanted share is then furthest below.
  const total = Math.max(1, sum(held?.values() ?? []));
  return (ownValue(share, employer) ?? 0) * total - (held?.get(employer) ?? 0) * sum(Object.values(share));
}

function countHeld(pass: Pass, { storeId }: RoutableEscalation, change: { readonly agent: AgentId; readonly by: number }): void {
  const employer = pass.people.get(change.agent)?.agent.employer;
  if (employer === undefined) return;
  const held = pass.held.get(storeId) ?? new Map<string, number>();
  held.set(employer, (held.get(employer) ?? 0) + change.by);
  pass.held.set(storeId, held);
}

function isHeld(escalation: RoutableEscalation): boolean {
  return escalation.state === "offered" || escalation.state === "assigned";
}

/** A skill or an employer may be called `constructor`. */
function ownValue(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

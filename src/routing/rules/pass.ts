import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../staffing/rules/routing-policy.ts";
import type { Matter, OnDesk, Standing } from "./eligibility.ts";
import { firstObstacle, levelOf, matterOf, mayServe, peopleOnDesk, speaks } from "./eligibility.ts";
import type { RankKey, RoutableEscalation, RoutingFacts } from "./facts.ts";
import type { Rung } from "./ladder.ts";
import { ownValue, previousRung, rungsFor } from "./ladder.ts";
import { holderOf } from "./load.ts";
import { indexOf, kept, type RosterIndex } from "./roster-index.ts";
import { heldWeightOf } from "./weight.ts";

/** The store of a matter that is of no particular one. */
export const NO_STORE = "";

/** The steps of one kind of matter. */
export interface Rungs {
  readonly previous: Rung;
  /** Lets in the same people as `previous`. */
  readonly besidePrevious: Rung;
  readonly regular: readonly Rung[];
}

/** The desk while one pass goes over it: loads rise as work is given out. Lives as long as its decisions. */
export interface Pass {
  readonly facts: RoutingFacts<RoutableEscalation>;
  readonly roster: Roster;
  readonly policy: RoutingPolicy;
  readonly employerShare: Readonly<Record<string, number>> | undefined;
  readonly now: Instant;
  readonly index: RosterIndex;
  /** In the roster's order. */
  readonly people: Standing[];
  /** Store → employer → how many conversations of the store are with them. */
  readonly held: Map<string, Map<string, number>>;
  readonly rungs: Map<string, Rungs>;
  /** Counts what was given out. */
  turn: number;
}

/** `about`: the one matter that is decided; then only its store's shares are counted. */
export function openPass(facts: RoutingFacts<RoutableEscalation>, now: Instant, about?: RoutableEscalation): Pass {
  const { roster } = facts;
  const policy = roster.routing ?? {};
  const people = peopleOnDesk(facts, now);
  const employerShare = facts.employerShare ?? policy.employerShare;
  const common = { facts, roster, policy, employerShare, now, people, index: indexOf(roster), held: new Map(), rungs: new Map() };
  const pass: Pass = { ...common, turn: 0 };
  if (employerShare === undefined) return pass;
  for (const escalation of facts.escalations) {
    const agent = about === undefined || about.storeId === escalation.storeId ? holderOf(escalation) : undefined;
    if (agent !== undefined) countHeld(pass, escalation, { agent, by: 1 });
  }
  return pass;
}

/** Gives it to this agent: from now on they hold more. */
export function take(pass: Pass, { escalation, weight }: Matter, person: Standing): void {
  pass.turn += 1;
  const { agent, onShift, isEnding, status, place } = person;
  // All fields in the order of `peopleOnDesk`: thousands of standings a pass, and all of one shape are read faster.
  pass.people[place] = {
    agent,
    onShift,
    isEnding,
    status,
    load: person.load + weight,
    // Loads and times only rise within a pass: the search relies on it.
    lastAssignedAt: Math.max(pass.now, person.lastAssignedAt ?? pass.now),
    assignedToday: person.assignedToday + 1,
    place,
    turn: pass.turn,
    before: person,
  };
  countHeld(pass, escalation, { agent: person.agent.id, by: 1 });
}

/** Takes an offer back before anything is given out: the place it kept is free again. */
export function giveBack(pass: Pass, escalation: RoutableEscalation, agent: AgentId): void {
  const person = personOf(pass, agent);
  if (person !== undefined) {
    const weight = heldWeightOf(pass.policy, escalation, pass.now);
    const assignedToday = Math.max(0, person.assignedToday - 1);
    pass.people[person.place] = { ...person, load: Math.max(0, person.load - weight), assignedToday };
  }
  countHeld(pass, escalation, { agent, by: -1 });
}

/** Whether an offer may stay where it is; one that reached the supervisor on call stays at any hour (P8). */
export function isOfferGood(pass: Pass, escalation: RoutableEscalation): boolean {
  const person = escalation.agent && personOf(pass, escalation.agent.id);
  if (person === undefined) return false;
  const { agent } = person;
  if (isForSupervisor(pass, escalation) && pass.roster.supervisorOnCall === agent.id) return mayServe(agent, escalation.storeId);
  // Its own place is among those the agent holds, so room is not asked for again.
  return firstObstacle({ ...person, load: 0, assignedToday: 0 }, escalation) === undefined;
}

function isForSupervisor({ policy }: Pass, { urgency }: RoutableEscalation): boolean {
  return urgency === "high" || policy.waitSeconds?.supervisor !== undefined;
}

/** The supervisor on call, if they may see this store at all. */
export function supervisorFor(pass: Pass, escalation: RoutableEscalation): Standing | undefined {
  const { supervisorOnCall } = pass.roster;
  const person = supervisorOnCall === undefined ? undefined : personOf(pass, supervisorOnCall);
  return person !== undefined && mayServe(person.agent, escalation.storeId) ? person : undefined;
}

/** Undefined for somebody who is not in the roster. */
export function personOf(pass: Pass, agent: AgentId): Standing | undefined {
  const place = pass.index.position.get(agent);
  return place === undefined ? undefined : pass.people[place];
}

/** Who has this place in the roster's list, as they stood when so much had been given out. */
export function standingAt(pass: Pass, place: number, turn: number): Standing | undefined {
  let then = pass.people[place];
  while (then !== undefined && then.turn > turn && then.before !== undefined) then = then.before;
  return then;
}

/** The steps of the ladder for this matter; matters of one kind share them. */
export function rungsOf(pass: Pass, { storeId, skill }: RoutableEscalation): Rungs {
  const employer = ownValue(pass.policy.employerFirst, storeId);
  return kept(pass.rungs, employer === undefined ? skill : `${skill}\u0000${employer}`, () => {
    const regular = rungsFor(pass.policy, { storeId, skill });
    const previous = previousRung(regular);
    // Who comes next is looked for where the others look, if they are let in alike.
    const alike = regular.find((rung) => isAsWide(rung, previous));
    return { previous, besidePrevious: alike ?? previous, regular };
  });
}

function isAsWide(a: Rung, b: Rung): boolean {
  const isOfSameSide = a.employer === b.employer && a.takesEnding === b.takesEnding;
  return isOfSameSide && a.level === b.level && a.secondary.length === 0 && b.secondary.length === 0;
}

/** The matter of an escalation at the pass's time. */
export function matterIn(pass: Pass, escalation: RoutableEscalation): Matter {
  return matterOf(pass.policy, escalation, pass.now);
}

/** What of a store's conversations is with whom, as it is now: a copy that later turns do not change. */
export function heldNow(pass: Pass, store: string): Held {
  return new Map(pass.held.get(store));
}

export type Held = ReadonlyMap<string, number>;

/** What of a person is compared with others (P5). */
export function rankKeyOf(pass: Pass, escalation: RoutableEscalation, standing: { person: OnDesk; held: Held }): RankKey {
  const { person, held } = standing;
  const level = levelOf(person.agent, escalation.skill);
  return {
    isPrevious: escalation.previousAgent === person.agent.id,
    speaksLanguage: speaks(person.agent, escalation.language),
    level,
    levelFit: fitOf(pass.policy, escalation.skill, level),
    load: person.load,
    capacity: person.agent.capacity,
    employerShortfall: shortfallOf(pass.employerShare, held, person.agent.employer),
    lastAssignedAt: person.lastAssignedAt,
    agentId: person.agent.id,
  };
}

const ABOVE_LEVELS = 10;

/** Where experts are spared: of those good enough the lowest level, then of the others the highest. Else the highest. */
export function fitOf({ spareExperts, preferredLevels }: RoutingPolicy, skill: string, level: number): number {
  if (spareExperts !== true) return level;
  return level >= (ownValue(preferredLevels, skill) ?? 1) ? ABOVE_LEVELS - level : level - ABOVE_LEVELS;
}

/** Wanted × all − held × all shares: whole numbers with one denominator, so they compare exactly. */
export function shortfallOf(share: Pass["employerShare"], held: Held, employer: string): number {
  if (share === undefined) return 0;
  // Of nothing everybody has a share of zero: the largest wanted share is then furthest below.
  const total = Math.max(1, sum(held.values()));
  return (ownValue(share, employer) ?? 0) * total - (held.get(employer) ?? 0) * sum(Object.values(share));
}

function countHeld(pass: Pass, { storeId }: RoutableEscalation, change: { readonly agent: AgentId; readonly by: number }): void {
  if (pass.employerShare === undefined) return;
  const employer = personOf(pass, change.agent)?.agent.employer;
  if (employer === undefined) return;
  const held = pass.held.get(storeId) ?? new Map<string, number>();
  held.set(employer, (held.get(employer) ?? 0) + change.by);
  pass.held.set(storeId, held);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

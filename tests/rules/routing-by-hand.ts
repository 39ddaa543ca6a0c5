import type { Escalation } from "../../src/core/decision.ts";
import type { Instant } from "../../src/core/words.ts";
import type { IneligibleReason, RoutingFacts } from "../../src/routing/rules/facts.ts";
import { nextShiftStart, shiftAt, type RosterAgent } from "../../src/staffing/rules/roster.ts";
import type { RoutingPolicy, TimedStep } from "../../src/staffing/rules/routing-policy.ts";

// Who takes the one matter that waits, worked out once more from what routing is said to do, by nothing of routing's own rules. Slow and
// plain: each step of the ladder asks everybody everything.

/** What a step asks beside P1. */
interface Asks {
  readonly step: "previous-agent" | TimedStep;
  readonly level?: number | undefined;
  readonly secondary: readonly string[];
  readonly employer?: string | undefined;
  readonly isEndingFine: boolean;
}

/** `li any-level`, `boss supervisor overflow`, `queue`, `after-hours 1789…`; and why not, of everybody, on the last step. */
export interface ByHand {
  readonly outcome: string;
  readonly reasons: ReadonlyMap<string, IneligibleReason | "may">;
}

interface Desk {
  readonly facts: RoutingFacts;
  readonly policy: RoutingPolicy;
  readonly matter: Escalation;
  readonly now: Instant;
}

export function decideByHand(facts: RoutingFacts, now: Instant): ByHand {
  const matter = facts.escalations.find(({ state }) => state === "waiting");
  if (matter === undefined) throw new Error("Nothing waits.");
  const desk: Desk = { facts, policy: facts.roster.routing ?? {}, matter, now };
  const steps = stepsOf(desk);
  let isHeld = false;
  for (const [i, asks] of steps.entries()) {
    if (isHeldAt(desk, asks, steps.slice(0, i))) {
      isHeld = true;
      break;
    }
    const best = bestOn(desk, asks);
    if (best !== undefined) return { outcome: `${best.id} ${asks.step}`, reasons: reasonsOn(desk, asks) };
  }
  const reasons = reasonsOn(desk, WIDEST);
  const boss = facts.roster.agents.find(({ id }) => id === facts.roster.supervisorOnCall);
  if (boss !== undefined && serves(boss, matter)) {
    if (matter.urgency === "high") return { outcome: `${boss.id} supervisor overflow`, reasons };
    const isLate = desk.policy.waitSeconds?.supervisor !== undefined && now >= opens(desk, "supervisor");
    const isFree = whyNot(desk, WIDEST, { ...boss, skills: ["any"] }) === "may";
    if (!isHeld && isLate && isFree && isAnybodyAtWork(desk)) return { outcome: `${boss.id} supervisor`, reasons };
  }
  if (isAnybodyAtWork(desk)) return { outcome: "queue", reasons };
  return { outcome: `after-hours ${nextStart(desk) ?? ""}`, reasons };
}

const WIDEST: Asks = { step: "any-level", secondary: [], isEndingFine: true };

function stepsOf({ policy, matter, facts }: Desk): readonly Asks[] {
  const isLong = policy.longWork?.includes(matter.skill) === true;
  const secondary = policy.secondarySkills?.[matter.skill] ?? [];
  const [level, employer] = [policy.preferredLevels?.[matter.skill], policy.employerFirst?.[matter.storeId]];
  const wide = { secondary: [], isEndingFine: !isLong };
  const isKnown = facts.roster.agents.some(({ id }) => id === matter.previousAgent);
  return [
    ...(isKnown ? [{ ...wide, step: "previous-agent" as const }] : []),
    ...(level === undefined ? [] : [{ ...wide, step: "preferred-level" as const, level, secondary, employer }]),
    { ...wide, step: "any-level", secondary, employer },
    ...(secondary.length === 0 ? [] : [{ ...wide, step: "without-secondary-skills" as const, employer }]),
    ...(employer === undefined ? [] : [{ ...wide, step: "other-employer" as const }]),
    ...(isLong ? [{ ...wide, step: "shift-ending" as const, isEndingFine: true }] : []),
  ];
}

const serves = ({ stores, notStores }: RosterAgent, { storeId }: Escalation): boolean =>
  (stores?.includes(storeId) ?? true) && !(notStores?.includes(storeId) ?? false);
const has = ({ skills }: RosterAgent, skill: string): boolean => skills.includes(skill) || skills.includes("any");
const levelOf = ({ levels }: RosterAgent, skill: string): number => levels[skill] ?? levels["any"] ?? 3;
const stateOf = ({ facts }: Desk, { id }: RosterAgent) => facts.agents.find(({ agentId }) => agentId === id);
const isHolding = (one: Escalation): boolean => one.state === "offered" || one.state === "assigned";

function isDeclined({ policy, matter, now }: Desk, { id }: RosterAgent): boolean {
  const forMs = (policy.excludedMinutes ?? 3) * 60_000;
  return (matter.declined ?? []).some(({ agent, at }) => agent === id && now - at < forMs);
}

function mayTakeToday(desk: Desk, agent: RosterAgent): boolean {
  if (agent.trainee?.stage === "shadow") return false;
  return agent.trainee === undefined || (stateOf(desk, agent)?.assignedToday ?? 0) < agent.trainee.dailyLimit;
}

/** In units; the silent weigh less. */
function weightOf({ policy, now }: Desk, one: Escalation): number {
  const phase = one.phase ?? (one.skill === "aftersale" ? "aftersale" : undefined);
  const whole = (phase === undefined ? undefined : policy.weights?.[phase]) ?? 1;
  if (!isHolding(one) || one.shopperSilentSince === undefined) return whole;
  const silentSince = one.shopperSilentSince;
  const steps = (policy.silence ?? []).filter(
    ({ afterMinutes }) => now >= Math.ceil((silentSince + afterMinutes * 60_000) / 5_000) * 5_000,
  );
  const last = steps.reduce((a, b) => (b.afterMinutes > a.afterMinutes ? b : a), { afterMinutes: -1, percent: 100 });
  return (whole * last.percent) / 100;
}

function loadOf(desk: Desk, { id }: RosterAgent): number {
  const held = desk.facts.escalations.filter((one) => isHolding(one) && one.agent?.id === id);
  return held.reduce((sum, one) => sum + weightOf(desk, one), 0);
}

/** The first reason why not, in the order that routing.md gives. */
function whyNot(desk: Desk, asks: Asks, agent: RosterAgent): IneligibleReason | "may" {
  const { facts, matter, policy, now } = desk;
  const endsAt = now + (policy.shiftEndingMinutes ?? 15) * 60_000;
  const reasons: readonly (readonly [IneligibleReason, boolean])[] = [
    ["not-authorised-for-store", !serves(agent, matter)],
    ["off-shift", shiftAt(facts.roster, agent, now) === undefined],
    ["not-ready", (stateOf(desk, agent)?.status ?? "ready") !== "ready"],
    ["shift-ending", !asks.isEndingFine && shiftAt(facts.roster, agent, endsAt) === undefined],
    ["at-capacity", loadOf(desk, agent) + weightOf(desk, matter) > agent.capacity],
    ["trainee-limit", !mayTakeToday(desk, agent)],
    ["skill-missing", ![matter.skill, ...asks.secondary].every((skill) => has(agent, skill))],
    ["level-too-low", levelOf(agent, matter.skill) < (asks.level ?? 0)],
    ["excluded", isDeclined(desk, agent)],
    ["other-employer", asks.employer !== undefined && agent.employer !== asks.employer],
  ];
  return reasons.find(([, is]) => is)?.[0] ?? "may";
}

function reasonsOn(desk: Desk, asks: Asks): ByHand["reasons"] {
  return new Map(desk.facts.roster.agents.map((agent) => [agent.id, whyNot(desk, asks, agent)]));
}

function opens({ policy, matter }: Desk, step: TimedStep): Instant {
  const seconds = policy.waitSeconds?.[step] ?? 0;
  if (seconds === 0 || matter.urgency === "high") return matter.waitingSince;
  return Math.min(matter.waitingSince + seconds * 1_000, (matter.dueAt ?? Number.POSITIVE_INFINITY) - 30_000);
}

/** A step waits for its time while anybody at work would do for one before it. */
function isHeldAt(desk: Desk, { step }: Asks, earlier: readonly Asks[]): boolean {
  if (step === "previous-agent" || desk.policy.waitSeconds === undefined || desk.now >= opens(desk, step)) return false;
  // Busy or on a break they would do all the same; offline is not at work.
  const agents = desk.facts.agents.map((one) => (one.status === "offline" ? one : { ...one, status: "ready" as const }));
  const rested: Desk = { ...desk, facts: { ...desk.facts, agents } };
  const free = (agent: RosterAgent): RosterAgent => ({ ...agent, capacity: Number.POSITIVE_INFINITY });
  return earlier.some((asks) => candidatesFor(desk, asks).some((agent) => whyNot(rested, asks, free(agent)) === "may"));
}

const candidatesFor = ({ facts, matter }: Desk, { step }: Asks): readonly RosterAgent[] =>
  facts.roster.agents.filter(({ id }) => step !== "previous-agent" || id === matter.previousAgent);

/** P5. */
function bestOn(desk: Desk, asks: Asks): RosterAgent | undefined {
  const able = candidatesFor(desk, asks).filter((agent) => whyNot(desk, asks, agent) === "may");
  return able.toSorted((a, b) => compare(keysOf(desk, a), keysOf(desk, b)))[0];
}

/** Smaller comes first. */
function keysOf(desk: Desk, agent: RosterAgent): readonly (number | string)[] {
  const { matter, policy } = desk;
  const level = levelOf(agent, matter.skill);
  const isEnough = level >= (policy.preferredLevels?.[matter.skill] ?? 1);
  const spared = isEnough ? level : 100 - level;
  const main = matter.language.split("-")[0] ?? "";
  const speaks = main === "" || agent.languages.some((one) => one.split("-")[0] === main);
  return [
    agent.id === matter.previousAgent ? 0 : 1,
    speaks ? 0 : 1,
    policy.spareExperts === true ? spared : -level,
    loadOf(desk, agent) / agent.capacity,
    -belowShare(desk, agent.employer),
    stateOf(desk, agent)?.lastAssignedAt ?? Number.NEGATIVE_INFINITY,
    agent.id,
  ];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const i = a.findIndex((key, at) => key !== b[at]);
  const [x, y] = [a[i] ?? 0, b[i] ?? 0];
  if (i < 0) return 0;
  return x < y ? -1 : 1;
}

/** Of the store's conversations: how many more an employer should have, times all shares. */
function belowShare({ facts, policy, matter }: Desk, employer: string): number {
  const share = facts.employerShare ?? policy.employerShare;
  if (share === undefined) return 0;
  const employers = facts.escalations
    .filter((one) => isHolding(one) && one.storeId === matter.storeId)
    .flatMap((one) => facts.roster.agents.find(({ id }) => id === one.agent?.id)?.employer ?? []);
  const all = Object.values(share).reduce((sum, one) => sum + one, 0);
  return (share[employer] ?? 0) * Math.max(1, employers.length) - employers.filter((one) => one === employer).length * all;
}

const couldTake = (agent: RosterAgent, matter: Escalation): boolean =>
  agent.trainee?.stage !== "shadow" && serves(agent, matter) && has(agent, matter.skill);

/** P6, P7. */
function isAnybodyAtWork(desk: Desk): boolean {
  const { facts, matter, now } = desk;
  return facts.roster.agents.some(
    (agent) =>
      couldTake(agent, matter) &&
      mayTakeToday(desk, agent) &&
      stateOf(desk, agent)?.status !== "offline" &&
      shiftAt(facts.roster, agent, now) !== undefined,
  );
}

function nextStart(desk: Desk): Instant | undefined {
  const { facts, matter, now } = desk;
  const able = facts.roster.agents.filter((agent) => couldTake(agent, matter));
  // All drawn clocks are Shanghai's: its day ends at 16:00 UTC.
  const midnight = Math.ceil((now + 8 * 3_600_000 + 1) / 86_400_000) * 86_400_000 - 8 * 3_600_000;
  const starts = able.flatMap(
    (agent) => nextShiftStart(facts.roster, agent, mayTakeToday(desk, agent) ? now : midnight - 1) ?? [],
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}

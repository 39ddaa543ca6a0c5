import type { Instant } from "../../core/words.ts";
import { zoneOf } from "../../staffing/rules/roster.ts";
import type { RoutingPolicy, TimedStep } from "../../staffing/rules/routing-policy.ts";
import { DAY_MS, startOfDay } from "../../staffing/rules/wall-clock.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { endingMs, excludedMs, mayTakeMoreToday } from "./eligibility.ts";
import type { RoutableEscalation } from "./facts.ts";
import { opensAt, rungsFor } from "./ladder.ts";
import { nextLeaving } from "./leaving.ts";
import { kept } from "./roster-index.ts";
import { neededFor, nextRosterChange } from "./roster-change.ts";
import { lapsesAt, type DeskWaits } from "./waits.ts";
import { nextLighter } from "./weight.ts";

/**
 * When time alone may next change anything at the desk: a shift, an offer that lapses, somebody who is asked again, somebody who
 * goes home, a step of the ladder that opens, a shopper who has been silent for long, a trainee's new day. One timer for all of it:
 * whatever wakes the desk, everything that is due by then is done.
 */
export function nextLook(facts: DeskFacts, waits: DeskWaits): Instant | undefined {
  const { roster, escalations, now } = facts;
  const policy = roster.routing ?? {};
  const open = escalations.filter(({ state }) => state === "waiting" || state === "offered");
  const waiting = open.filter(({ state }) => state === "waiting");
  const moments = [
    nextRosterChange(roster, open, now),
    policy.longWork === undefined ? undefined : nextEnding(facts, waiting),
    ...open.map((escalation) => lapsesAt(escalation, waits)),
    ...waiting.flatMap(({ declined = [] }) => declined.map(({ at }) => at + excludedMs(policy)).filter((until) => until > now)),
    ...nextLeaving(facts, waits),
    ...nextSteps(facts, waiting),
    ...nextRoom(facts, waiting),
  ];
  return earliestOf(moments);
}

function earliestOf(moments: readonly (Instant | undefined)[]): Instant | undefined {
  let earliest: Instant | undefined;
  for (const moment of moments) {
    if (moment === undefined || !Number.isFinite(moment)) continue;
    if (earliest === undefined || moment < earliest) earliest = moment;
  }
  return earliest;
}

/** When somebody's shift begins or ceases to end soon: they come to long work only after the others. */
function nextEnding({ roster, now }: DeskFacts, waiting: readonly RoutableEscalation[]): Instant | undefined {
  const before = endingMs(roster.routing ?? {});
  const change = nextRosterChange(roster, waiting, now + before);
  return change === undefined ? undefined : change - before;
}

/** When a step of the ladder opens to something that waits for an earlier one. */
function nextSteps({ roster, now }: DeskFacts, waiting: readonly RoutableEscalation[]): readonly Instant[] {
  const policy = roster.routing ?? {};
  if (policy.waitSeconds === undefined) return [];
  const known = new Map<string, Map<string, readonly TimedStep[]>>();
  return waiting.flatMap((escalation) => {
    const { storeId, skill } = escalation;
    const ofSkill = kept(known, skill, () => new Map<string, readonly TimedStep[]>());
    const steps = kept(ofSkill, storeId, () => timedSteps(policy, { storeId, skill }));
    return steps.map((step) => opensAt(policy, escalation, step)).filter((at) => at > now);
  });
}

function timedSteps(policy: RoutingPolicy, asked: Pick<RoutableEscalation, "storeId" | "skill">): readonly TimedStep[] {
  const ladder = rungsFor(policy, asked).flatMap(({ step }) => (step === "previous-agent" || step === "promise" ? [] : [step]));
  return [...ladder, "supervisor" as const].filter((step) => policy.waitSeconds?.[step] !== undefined);
}

/** When time alone gives room to somebody who could take something that waits: by silence, or by a trainee's midnight. */
function nextRoom(facts: DeskFacts, waiting: readonly RoutableEscalation[]): readonly Instant[] {
  const { roster, escalations, agents, now } = facts;
  const policy: RoutingPolicy = roster.routing ?? {};
  const isSilenceCounted = policy.silence !== undefined && policy.silence.length > 0;
  const hasTrainees = agents.some(({ assignedToday }) => assignedToday !== undefined);
  if (waiting.length === 0 || !(isSilenceCounted || hasTrainees)) return [];
  const needed = new Map(neededFor(roster, waiting).map((agent) => [agent.id, agent]));
  const lighter = escalations.flatMap((held) => {
    const isOfUse = isSilenceCounted && held.state === "assigned" && held.agent !== undefined && needed.has(held.agent.id);
    return isOfUse ? [nextLighter(policy, held, now)] : [];
  });
  const days = agents.flatMap(({ agentId, assignedToday = 0 }) => {
    const agent = needed.get(agentId);
    if (agent === undefined || mayTakeMoreToday({ agent, assignedToday })) return [];
    const zone = zoneOf(roster, agent);
    // A day and a half after a midnight lies within the next day, also where clocks change.
    return [startOfDay(zone, startOfDay(zone, now) + 1.5 * DAY_MS)];
  });
  return [...lighter, ...days];
}

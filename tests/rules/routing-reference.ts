import type { Matter, Standing } from "../../src/routing/rules/eligibility.ts";
import { ANY_SKILL, isWorkingFor, matterOf, mayTakeMoreToday, obstacleOn } from "../../src/routing/rules/eligibility.ts";
import type { RankKey, RoutableEscalation, RoutingFacts } from "../../src/routing/rules/facts.ts";
import { LAST_RUNG, opensAt, previousRung, type Rung, rungsFor } from "../../src/routing/rules/ladder.ts";
import type { Pass } from "../../src/routing/rules/pass.ts";
import { giveBack, heldNow, isOfferGood, openPass, rankKeyOf, supervisorFor, take } from "../../src/routing/rules/pass.ts";
import { compareRank, tieBreakBetween } from "../../src/routing/rules/rank.ts";
import { isSomebodyWorking } from "../../src/routing/rules/unmet.ts";
import { compareText, workOrder } from "../../src/routing/rules/work-order.ts";
import { nextShiftStart } from "../../src/staffing/rules/roster.ts";
import type { TimedStep } from "../../src/staffing/rules/routing-policy.ts";
import type { Instant } from "../../src/core/words.ts";
import { at } from "./routing-people.ts";

/** The midnight after the moment that `someFacts` are of. */
const TOMORROW = at("2026-09-17T00:00");

/** What the reference says of one escalation: in short, and who was considered. */
export interface Reference {
  readonly id: string;
  /** `assign li any-level only-one`, `queue 2`, `after-hours 1789…`. */
  readonly outcome: string;
  readonly candidates: readonly string[];
}

/** Routing without any haste: for each escalation everybody is looked at, ranked and written down at once. The oracle for `route`. */
export function routePlainly(facts: RoutingFacts, now: Instant): readonly Reference[] {
  const pass = openPass(facts, now);
  const withdrawn = facts.escalations.filter((one) => one.state === "offered" && !isOfferGood(pass, one));
  for (const one of withdrawn) if (one.agent !== undefined) giveBack(pass, one, one.agent.id);
  const waiting = facts.escalations.filter((one) => one.state === "waiting");
  const order = [...waiting, ...withdrawn].sort(workOrder(pass.policy, now));
  const ends = order.map((one) => climb(pass, one));
  const queued: string[] = [];
  return order.map((one, i) => ends[i] ?? waits(pass, one, queued));
}

function climb(pass: Pass, escalation: RoutableEscalation): Reference | undefined {
  const matter = matterOf(pass.policy, escalation, pass.now);
  const rungs = ladderOf(pass, escalation);
  for (const [i, rung] of rungs.entries()) {
    if (mustWait(pass, matter, { rung, earlier: rungs.slice(0, i) })) break;
    const [best, second] = rankOn(pass, matter, rung);
    if (best !== undefined && (rung.step !== "previous-agent" || best.isPrevious)) {
      return give(pass, matter, { rung, best, tieBreak: tieBreakBetween(best, second) });
    }
  }
  const boss = supervisorFor(pass, escalation);
  if (boss === undefined) return undefined;
  const rung: Rung = { ...LAST_RUNG, step: "supervisor" };
  const key = rankKeyOf(pass, escalation, { person: boss, held: heldNow(pass, escalation.storeId) });
  if (escalation.urgency === "high") return give(pass, matter, { rung, best: key, tieBreak: "supervisor-on-call" });
  const isHeld = rungs.some((one, i) => mustWait(pass, matter, { rung: one, earlier: rungs.slice(0, i) }));
  const isLate = pass.policy.waitSeconds?.supervisor !== undefined && pass.now >= opensAt(pass.policy, escalation, "supervisor");
  const anything = { ...matter, escalation: { ...escalation, skill: ANY_SKILL } };
  if (isHeld || !isLate || obstacleOn(LAST_RUNG, boss, anything) !== undefined || !isSomebodyWorking(pass, escalation))
    return undefined;
  return give(pass, matter, { rung, best: key, tieBreak: "supervisor-on-call" });
}

function ladderOf(pass: Pass, escalation: RoutableEscalation): readonly Rung[] {
  const regular = rungsFor(pass.policy, escalation);
  const isKnown = pass.people.some((person) => person.agent.id === escalation.previousAgent);
  return isKnown ? [previousRung(regular), ...regular] : regular;
}

function mustWait(
  pass: Pass,
  matter: Matter,
  { rung, earlier }: { readonly rung: Rung; readonly earlier: readonly Rung[] },
): boolean {
  if (rung.step === "previous-agent" || pass.policy.waitSeconds === undefined) return false;
  if (pass.now >= opensAt(pass.policy, matter.escalation, timed(rung))) return false;
  return earlier.some((one) =>
    pass.people.some(
      (person) =>
        (one.step !== "previous-agent" || person.agent.id === matter.escalation.previousAgent) &&
        !matter.excluded.has(person.agent.id) &&
        isWorkingFor(one, person, matter),
    ),
  );
}

function timed({ step }: Rung): TimedStep {
  if (step === "previous-agent" || step === "promise") throw new Error(`${step} has no time`);
  return step;
}

function rankOn(pass: Pass, matter: Matter, rung: Rung): readonly RankKey[] {
  const held = heldNow(pass, matter.escalation.storeId);
  return pass.people
    .filter((person) => obstacleOn(rung, person, matter) === undefined)
    .map((person) => rankKeyOf(pass, matter.escalation, { person, held }))
    .sort(compareRank);
}

function give(
  pass: Pass,
  matter: Matter,
  { rung, best, tieBreak }: { readonly rung: Rung; readonly best: RankKey; readonly tieBreak: string },
): Reference {
  const candidates = namedOn(pass, matter, rung);
  take(pass, matter, standingOf(pass, best.agentId));
  return { id: matter.escalation.id, outcome: `assign ${best.agentId} ${rung.step} ${tieBreak}`, candidates };
}

function namedOn(pass: Pass, matter: Matter, rung: Rung): readonly string[] {
  const on = rung.step === "supervisor" ? LAST_RUNG : rung;
  const others = pass.people
    .map((person) => ({ id: person.agent.id, reason: obstacleOn(on, person, matter) }))
    .filter(({ reason }) => reason !== undefined)
    .sort((a, b) => compareText(a.id, b.id));
  return [...rankOn(pass, matter, on).map(({ agentId }) => agentId), ...others.map(({ id, reason }) => `${id}:${reason}`)];
}

function waits(pass: Pass, escalation: RoutableEscalation, queued: string[]): Reference {
  const matter = matterOf(pass.policy, escalation, pass.now);
  if (isSomebodyWorking(pass, escalation)) {
    queued.push(escalation.storeId);
    const place = queued.filter((store) => store === escalation.storeId).length;
    const rungs = ladderOf(pass, escalation);
    const stop = rungs.findIndex((rung, i) => mustWait(pass, matter, { rung, earlier: rungs.slice(0, i) }));
    const first = rungs.slice(0, Math.max(0, stop)).find((_, i) => stop > 0 && i >= 0 && isReason(pass, matter, rungs[i]));
    return { id: escalation.id, outcome: `queue ${place}`, candidates: namedOn(pass, matter, first ?? LAST_RUNG) };
  }
  const starts = pass.people
    .filter(({ agent }) => isAble(agent, escalation))
    // A trainee whose day is full starts tomorrow at the earliest.
    .map((one) => nextShiftStart(pass.roster, one.agent, mayTakeMoreToday(one) ? pass.now : TOMORROW - 1))
    .filter((at) => at !== undefined);
  const next = starts.length === 0 ? "for long" : Math.min(...starts);
  return { id: escalation.id, outcome: `after-hours ${next}`, candidates: namedOn(pass, matter, LAST_RUNG) };
}

function isReason(pass: Pass, matter: Matter, rung: Rung | undefined): boolean {
  return (
    rung !== undefined &&
    pass.people.some(
      (person) =>
        (rung.step !== "previous-agent" || person.agent.id === matter.escalation.previousAgent) &&
        !matter.excluded.has(person.agent.id) &&
        isWorkingFor(rung, person, matter),
    )
  );
}

function isAble(agent: Standing["agent"], { storeId, skill }: RoutableEscalation): boolean {
  const isAllowed = (agent.stores?.includes(storeId) ?? true) && !(agent.notStores?.includes(storeId) ?? false);
  return agent.trainee?.stage !== "shadow" && isAllowed && [skill, ANY_SKILL].some((one) => agent.skills.includes(one));
}

function standingOf(pass: Pass, id: string): Standing {
  const person = pass.people.find((one) => one.agent.id === id);
  if (person === undefined) throw new Error(`${id} is not in the roster`);
  return person;
}

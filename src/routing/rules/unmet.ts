import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { nextStartOf } from "../../staffing/rules/on-shift.ts";
import { nextShiftStart, zoneOf } from "../../staffing/rules/roster.ts";
import { DAY_MS, startOfDay } from "../../staffing/rules/wall-clock.ts";
import type { Matter, OnDesk, Standing } from "./eligibility.ts";
import { couldTake, isWorkingFor, isWorkingWithSkill, mayTakeMoreToday } from "./eligibility.ts";
import type { RoutableEscalation } from "./facts.ts";
import type { Rung } from "./ladder.ts";
import { opensAt } from "./ladder.ts";
import type { Pass } from "./pass.ts";
import { personOf, rungsOf } from "./pass.ts";
import { kept } from "./roster-index.ts";
import { compareText } from "./work-order.ts";

export type Unmet =
  | { readonly type: "queue" }
  | { readonly type: "after-hours"; readonly next?: Instant | undefined; readonly who?: AgentId | undefined };

/** Why what nobody took is waiting: P6 or P7. Matters that ask for the same share the answer. */
export function openUnmet(pass: Pass): (escalation: RoutableEscalation) => Unmet {
  const known = new Map<string, Map<number, Unmet>>();
  return (escalation) => {
    const ofSkill = kept(known, escalation.skill, newAnswers);
    const team = pass.index.teamOf(escalation.storeId);
    let unmet = ofSkill.get(team);
    if (unmet === undefined) ofSkill.set(team, (unmet = unmetFor(pass, escalation)));
    return unmet;
  };
}

const newAnswers = (): Map<number, Unmet> => new Map();

function unmetFor(pass: Pass, escalation: RoutableEscalation): Unmet {
  if (isSomebodyWorking(pass, escalation)) return { type: "queue" };
  const next = nextStarter(pass, escalation);
  return { type: "after-hours", next: next?.at, who: next?.agent };
}

/** P6 or P7: whether somebody who could take it is at work. */
export function isSomebodyWorking(pass: Pass, escalation: RoutableEscalation): boolean {
  return isAnybodyAble(pass, escalation, (person) => isWorkingWithSkill(person, escalation));
}

function isAnybodyAble(pass: Pass, { storeId, skill }: RoutableEscalation, is: (person: Standing) => boolean): boolean {
  return pass.index.ableFor(storeId, skill).some((place) => {
    const person = pass.people[place];
    return person !== undefined && is(person);
  });
}

/** P7: who with the skill starts next, and when. */
function nextStarter(pass: Pass, escalation: RoutableEscalation): { readonly agent: AgentId; readonly at: Instant } | undefined {
  let next: { readonly agent: AgentId; readonly at: Instant } | undefined;
  for (const place of pass.index.ableFor(escalation.storeId, escalation.skill)) {
    const person = pass.people[place];
    if (person === undefined || !couldTake(person.agent, escalation)) continue;
    const { agent } = person;
    const at = nextStart(pass, person);
    if (at === undefined || (next !== undefined && next.at < at)) continue;
    if (next === undefined || at < next.at || compareText(agent.id, next.agent) < 0) next = { agent: agent.id, at };
  }
  return next;
}

/** A trainee whose day is full starts on another day. */
function nextStart({ roster, now }: Pass, person: OnDesk): Instant | undefined {
  const { agent } = person;
  if (mayTakeMoreToday(person)) return nextStartOf(roster, agent, now);
  const zone = zoneOf(roster, agent);
  // A day and a half after a midnight lies within the next day, also where clocks change.
  const tomorrow = startOfDay(zone, startOfDay(zone, now) + 1.5 * DAY_MS);
  return nextShiftStart(roster, agent, tomorrow - 1);
}

export interface Pools {
  /** The earlier step that a matter still waits for before it may take this one; undefined when it may. */
  readonly heldBefore: (matter: Matter, rung: Rung) => Rung | undefined;
}

/**
 * Whether anybody at work would do for a step, busy or not: only then the next step waits for its time. A step for which
 * nobody is at work is skipped at once.
 */
export function openPools(pass: Pass): Pools {
  const known = new Map<Rung, Map<number, boolean>>();
  const hasSomebody = (matter: Matter, rung: Rung): boolean => {
    const isThere = (person: OnDesk) => !matter.excluded.has(person.agent.id) && isWorkingFor(rung, person, matter);
    const look = () => isAnybodyAble(pass, matter.escalation, isThere);
    if (matter.excluded.size > 0) return look();
    const ofRung = kept(known, rung, () => new Map<number, boolean>());
    return kept(ofRung, pass.index.teamOf(matter.escalation.storeId), look);
  };
  return {
    heldBefore: (matter, rung) => {
      const { escalation } = matter;
      const { policy, now } = pass;
      if (policy.waitSeconds === undefined || !isTimed(rung) || now >= opensAt(policy, escalation, rung.step)) return undefined;
      const { previous, regular } = rungsOf(pass, escalation);
      const before = escalation.previousAgent && personOf(pass, escalation.previousAgent);
      const isBeforeThere = before && !matter.excluded.has(before.agent.id) && isWorkingFor(previous, before, matter);
      if (isBeforeThere === true) return previous;
      return regular.slice(0, regular.indexOf(rung)).find((earlier) => hasSomebody(matter, earlier));
    },
  };
}

function isTimed(rung: Rung): rung is Rung & { readonly step: Exclude<Rung["step"], "previous-agent" | "promise"> } {
  return rung.step !== "previous-agent" && rung.step !== "promise";
}

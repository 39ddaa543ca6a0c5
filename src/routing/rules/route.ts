import type { Escalation } from "../../core/decision.ts";
import type { Instant } from "../../core/words.ts";
import type { Matter } from "./eligibility.ts";
import { ANY_SKILL, obstacleOn } from "./eligibility.ts";
import type { RoutableEscalation, RoutingDecision, RoutingFacts, RoutingPass } from "./facts.ts";
import type { Rung } from "./ladder.ts";
import { LAST_RUNG, opensAt } from "./ladder.ts";
import type { Pass, Standing } from "./pass.ts";
import { giveBack, isOfferGood, matterIn, openPass, personOf, rungsOf, supervisorFor, take } from "./pass.ts";
import type { Choice } from "./record.ts";
import { assignment, queueing, waitingForShift } from "./record.ts";
import { openSearch, type Search } from "./search.ts";
import { isSomebodyWorking, openPools, openUnmet, type Pools } from "./unmet.ts";
import { workOrder } from "./work-order.ts";

/**
 * Who takes what, now: one decision for each escalation that waits, and for each whose offer lost its agent (off shift, not
 * ready, gone), in work order. Assigned ones stay. Loads rise within the pass. The order of the facts means nothing, and
 * routing again after the decisions were carried out (`escalationAfter`) changes nothing.
 */
export function route<E extends RoutableEscalation = Escalation>(facts: RoutingFacts<E>, now: Instant): RoutingPass {
  const pass = openPass(facts, now);
  const withdrawn = facts.escalations.filter((escalation) => escalation.state === "offered" && !isOfferGood(pass, escalation));
  for (const escalation of withdrawn) if (escalation.agent !== undefined) giveBack(pass, escalation, escalation.agent.id);
  const waiting = facts.escalations.filter((escalation) => escalation.state === "waiting");
  const order = [...waiting, ...withdrawn].sort(workOrder(pass.policy, now));
  const tools = { search: openSearch(pass), pools: openPools(pass) };
  const climbed = order.map((escalation) => climb(pass, tools, escalation));
  // Who waits is looked at when everything is given out: what they wait for is then what it stays.
  const unmetFor = openUnmet(pass);
  const queued = new Map<string, number>();
  const decisions = order.map((escalation, i): RoutingDecision => {
    const end = climbed[i];
    if (end?.type === "assigned") return end.decision;
    const unmet = unmetFor(escalation);
    if (unmet.type === "after-hours") return waitingForShift(pass, escalation, unmet);
    const position = (queued.get(escalation.storeId) ?? 0) + 1;
    queued.set(escalation.storeId, position);
    return queueing(pass, escalation, { position, held: end?.held });
  });
  return { decisions };
}

/** Where a matter got on the ladder. `held`: the step it still waits for, although a later one is there. */
type Climbed =
  | { readonly type: "assigned"; readonly decision: RoutingDecision }
  | { readonly type: "unmet"; readonly held?: Rung | undefined };

/** What a pass decides with. */
interface Tools {
  readonly search: Search;
  readonly pools: Pools;
}

/** Up the ladder, step by step, to the first on which somebody may take it. */
function climb(pass: Pass, { search, pools }: Tools, escalation: RoutableEscalation): Climbed {
  const matter = matterIn(pass, escalation);
  const { previous, regular } = rungsOf(pass, escalation);
  const before = escalation.previousAgent && personOf(pass, escalation.previousAgent);
  for (const rung of before === undefined ? regular : [previous, ...regular]) {
    const held = pools.heldBefore(matter, rung);
    if (held !== undefined) return overflow(pass, matter) ?? { type: "unmet", held };
    const choice = chosen(search, { matter, rung, before });
    if (choice !== undefined) return { type: "assigned", decision: give(pass, matter, choice) };
  }
  return overflow(pass, matter) ?? overdue(pass, matter) ?? { type: "unmet" };
}

interface At {
  readonly matter: Matter;
  readonly rung: Rung;
  /** Who had the conversation before. */
  readonly before: Standing | undefined;
}

/** P5: who had the conversation before comes first, if they may. */
function chosen(search: Search, { matter, rung, before }: At): Choice | undefined {
  const mayBefore = before !== undefined && obstacleOn(rung, before, matter) === undefined;
  if (rung.step === "previous-agent" && !mayBefore) return undefined;
  const found = search(matter, rung);
  if (!mayBefore) return found && { rung, person: found.best, second: found.second, flags: [] };
  return { rung, person: before, second: found?.best.place === before.place ? found.second : found?.best, flags: [] };
}

/** P8: danger reaches the supervisor on call instead of waiting, at any hour and over capacity. */
function overflow(pass: Pass, matter: Matter): Climbed | undefined {
  if (matter.escalation.urgency !== "high") return undefined;
  const person = supervisorFor(pass, matter.escalation);
  if (person === undefined) return undefined;
  return { type: "assigned", decision: give(pass, matter, { rung: SUPERVISOR, person, flags: ["overflow"] }) };
}

/** What has waited too long goes to the supervisor on call: within working time (P7), and only if they have room. */
function overdue(pass: Pass, matter: Matter): Climbed | undefined {
  const { escalation } = matter;
  if (pass.policy.waitSeconds?.supervisor === undefined || pass.now < opensAt(pass.policy, escalation, "supervisor"))
    return undefined;
  const person = supervisorFor(pass, escalation);
  const ofAnySkill = { ...matter, escalation: { ...escalation, skill: ANY_SKILL } };
  if (person === undefined || obstacleOn(LAST_RUNG, person, ofAnySkill) !== undefined) return undefined;
  if (!isSomebodyWorking(pass, escalation)) return undefined;
  return { type: "assigned", decision: give(pass, matter, { rung: SUPERVISOR, person, flags: [] }) };
}

const SUPERVISOR: Rung = { ...LAST_RUNG, step: "supervisor" };

function give(pass: Pass, matter: Matter, choice: Choice): RoutingDecision {
  const decision = assignment(pass, matter, choice);
  take(pass, matter, choice.person);
  return decision;
}

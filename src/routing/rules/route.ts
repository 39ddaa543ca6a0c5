import type { Escalation } from "../../core/decision.ts";
import type { EscalationId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { climb, type Climbed, openTools, openToolsAlone } from "./climb.ts";
import { matterOf, mayServe, obstacleOn } from "./eligibility.ts";
import type { RoutableEscalation, RoutingDecision, RoutingFacts, RoutingPass } from "./facts.ts";
import { LAST_RUNG } from "./ladder.ts";
import type { Pass } from "./pass.ts";
import { giveBack, isOfferGood, openPass, personOf } from "./pass.ts";
import { queueing, waitingForShift } from "./record.ts";
import { kept } from "./roster-index.ts";
import { openUnmet, type Unmet } from "./unmet.ts";
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
  const tools = openTools(pass);
  const climbed = order.map((escalation) => climb(pass, tools, escalation));
  // Who waits is looked at when everything is given out: what they wait for is then what it stays.
  const unmetFor = openUnmet(pass);
  const queued = new Map<string, number>();
  const decisions = order.map((escalation, i): RoutingDecision => {
    const end = climbed[i];
    if (end?.type === "assigned") return end.decision;
    const unmet = unmetFor(escalation);
    const position = (queued.get(escalation.storeId) ?? 0) + 1;
    if (unmet.type === "queue") queued.set(escalation.storeId, position);
    return waits(pass, escalation, { end, unmet, position });
  });
  return { decisions };
}

/**
 * Who takes what just came, on a desk where everybody else was looked at before: the decision `route` would make of it, without
 * going over all who wait. Where that cannot be told from it alone (an offer lost its agent, somebody was never told
 * anything, or the agent could as well take somebody who waits), everybody is looked at.
 */
export function routeArrival<E extends RoutableEscalation = Escalation>(
  facts: RoutingFacts<E>,
  arrived: EscalationId,
  now: Instant,
): RoutingPass {
  const escalation = facts.escalations.findLast(({ id }) => id === arrived);
  if (escalation?.state !== "waiting") return route(facts, now);
  const pass = openPass(facts, now, escalation);
  const position = positionOnSettled(pass, escalation);
  if (position === undefined) return route(facts, now);
  const end = climb(pass, openToolsAlone(pass), escalation);
  if (end.type === "assigned") {
    return isTakenFromNobody(pass, arrived, end.decision) ? { decisions: [end.decision] } : route(facts, now);
  }
  return { decisions: [waits(pass, escalation, { end, unmet: openUnmet(pass)(escalation), position })] };
}

/** Its place in its store's queue, 1 is next; undefined where somebody else has to be looked at. */
function positionOnSettled(pass: Pass, arrived: RoutableEscalation): number | undefined {
  const inOrder = workOrder(pass.policy, pass.now);
  let position = 1;
  for (const one of pass.facts.escalations) {
    if (one.state === "offered" && !isOfferGood(pass, one)) return undefined;
    if (one.state !== "waiting" || one === arrived) continue;
    if (one.told === undefined) return undefined;
    if (one.told === "queued" && one.storeId === arrived.storeId && inOrder(one, arrived) < 0) position += 1;
  }
  return position;
}

/** Whether nobody else who waits could have had the place that was just taken. */
function isTakenFromNobody(pass: Pass, arrived: EscalationId, { outcome }: RoutingDecision): boolean {
  const person = outcome.type === "assign" ? personOf(pass, outcome.agent.id)?.before : undefined;
  // A trainee's day may be full now, which changes whom others wait for.
  if (person === undefined || person.agent.trainee !== undefined) return false;
  const seen = new Map<string, boolean>();
  return pass.facts.escalations.every((one) => {
    if (one.state !== "waiting" || one.id === arrived) return true;
    if (!kept(seen, one.storeId, () => mayServe(person.agent, one.storeId))) return true;
    return obstacleOn(LAST_RUNG, person, matterOf(pass.policy, one, pass.now)) !== undefined;
  });
}

/** P6, P7. */
function waits(
  pass: Pass,
  escalation: RoutableEscalation,
  { end, unmet, position }: { readonly end: Climbed | undefined; readonly unmet: Unmet; readonly position: number },
): RoutingDecision {
  if (unmet.type === "after-hours") return waitingForShift(pass, escalation, unmet);
  return queueing(pass, escalation, { position, held: end?.type === "unmet" ? end.held : undefined });
}

import type { AgentId } from "../../core/ids.ts";
import type { Escalation } from "../../core/decision.ts";
import type { Instant } from "../../core/words.ts";
import type { OnDesk } from "./eligibility.ts";
import { speaks } from "./eligibility.ts";
import type {
  AssignmentFlag,
  RankKey,
  RoutableEscalation,
  RoutingDecision,
  RoutingFacts,
  RoutingPass,
  TieBreak,
} from "./facts.ts";
import type { Pass } from "./pass.ts";
import {
  candidatesFor,
  giveBack,
  isOfferGood,
  isSomebodyWorking,
  leftOutOf,
  nextStarter,
  openPass,
  overflowTarget,
  personOf,
  rankedEligible,
  rankKeyOf,
  take,
} from "./pass.ts";
import { tieBreakBetween } from "./rank.ts";
import { whyAfterHours, whyAssigned, whyQueued, whyStillWaiting } from "./why.ts";
import { byWorkOrder } from "./work-order.ts";

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
  const memory: Memory = { unmet: new Map(), queued: new Map() };
  const decisions = [...waiting, ...withdrawn].sort(byWorkOrder).map((escalation) => decideOne(pass, memory, escalation));
  return { decisions };
}

/** What stays true to the end of a pass, because loads only rise. */
interface Memory {
  /** Store and skill for which nobody is left → whether somebody works, or who starts next. */
  readonly unmet: Map<string, Unmet>;
  /** Store → how many of its escalations were queued so far. */
  readonly queued: Map<string, number>;
}

type Unmet =
  | { readonly type: "queue" }
  | { readonly type: "after-hours"; readonly next?: Instant | undefined; readonly who?: AgentId | undefined };

function decideOne(pass: Pass, memory: Memory, escalation: RoutableEscalation): RoutingDecision {
  const group = JSON.stringify([escalation.storeId, escalation.skill, ...leftOutOf(pass, escalation)]);
  if (!memory.unmet.has(group)) {
    const ranked = rankedEligible(pass, escalation);
    const [best, second] = ranked;
    if (best !== undefined)
      return assigned(pass, escalation, { best, tieBreak: tieBreakBetween(best, second), ranked, flags: [] });
    memory.unmet.set(group, unmetFor(pass, escalation));
  }
  const supervisor = overflowTarget(pass, escalation);
  if (supervisor !== undefined) return overflowed(pass, escalation, supervisor);
  const unmet = memory.unmet.get(group) ?? unmetFor(pass, escalation);
  return unmet.type === "queue" ? queued(pass, memory, escalation) : afterHours(pass, escalation, unmet);
}

interface Choice {
  readonly best: RankKey;
  readonly tieBreak: TieBreak;
  readonly ranked: readonly RankKey[];
  readonly flags: readonly AssignmentFlag[];
}

function assigned(pass: Pass, escalation: RoutableEscalation, choice: Choice): RoutingDecision {
  const person = personOf(pass, choice.best.agentId);
  const isMismatch = !speaks(person.agent, escalation.language);
  const flags: readonly AssignmentFlag[] = isMismatch ? ["language-mismatch", ...choice.flags] : choice.flags;
  const candidates = candidatesFor(pass, escalation, choice.ranked);
  const why = whyAssigned(pass, { escalation, person, candidates, tieBreak: choice.tieBreak, flags });
  take(pass, escalation, person.agent.id);
  return {
    ...named(escalation),
    outcome: { type: "assign", agent: { id: person.agent.id, name: person.agent.name }, flags },
    changed: true,
    candidates,
    rankKey: choice.best,
    tieBreak: choice.tieBreak,
    why,
  };
}

/** P8. */
function overflowed(pass: Pass, escalation: RoutableEscalation, supervisor: OnDesk): RoutingDecision {
  const best = rankKeyOf(pass, escalation, supervisor);
  return assigned(pass, escalation, { best, tieBreak: "supervisor-on-call", ranked: [], flags: ["overflow"] });
}

/** P6. */
function queued(pass: Pass, memory: Memory, escalation: RoutableEscalation): RoutingDecision {
  const position = (memory.queued.get(escalation.storeId) ?? 0) + 1;
  memory.queued.set(escalation.storeId, position);
  const outcome = { type: "queue", position } as const;
  if (escalation.state === "waiting" && escalation.told === "queued") return unchanged(escalation, outcome);
  const candidates = candidatesFor(pass, escalation, []);
  return { ...named(escalation), outcome, changed: true, candidates, why: whyQueued(pass, { escalation, position, candidates }) };
}

/** P7. */
function afterHours(
  pass: Pass,
  escalation: RoutableEscalation,
  unmet: Unmet & { readonly type: "after-hours" },
): RoutingDecision {
  const outcome = { type: "after-hours", next: unmet.next, timezone: pass.roster.timezone } as const;
  const wasTold = escalation.told === "after-hours" && escalation.promisedAt === unmet.next;
  if (escalation.state === "waiting" && wasTold) return unchanged(escalation, outcome);
  const candidates = candidatesFor(pass, escalation, []);
  const why = whyAfterHours(pass, { escalation, next: unmet.next, who: unmet.who });
  return { ...named(escalation), outcome, changed: true, candidates, why };
}

function unchanged(escalation: RoutableEscalation, outcome: RoutingDecision["outcome"]): RoutingDecision {
  return { ...named(escalation), outcome, changed: false, candidates: [], why: whyStillWaiting(outcome) };
}

function unmetFor(pass: Pass, escalation: RoutableEscalation): Unmet {
  if (isSomebodyWorking(pass, escalation)) return { type: "queue" };
  const next = nextStarter(pass, escalation);
  return { type: "after-hours", next: next?.at, who: next?.agent };
}

function named(escalation: RoutableEscalation): Pick<RoutingDecision, "escalationId" | "storeId" | "conversationId"> {
  return { escalationId: escalation.id, storeId: escalation.storeId, conversationId: escalation.conversationId };
}

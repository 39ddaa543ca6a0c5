import type { AssignmentFlag, Candidate, RoutableEscalation, RoutingDecision, RoutingVerdict } from "./facts.ts";
import { obstacleOn, speaks, type Matter, type Standing } from "./eligibility.ts";
import { LAST_RUNG, type Rung } from "./ladder.ts";
import type { Held, Pass } from "./pass.ts";
import { heldNow, matterIn, peopleAt, rankKeyOf } from "./pass.ts";
import { compareRank, tieBreakBetween } from "./rank.ts";
import type { Unmet } from "./unmet.ts";
import { whyAfterHours, whyAssigned, whyQueued, whyStillWaiting } from "./why.ts";

/** Who was chosen, on which step, and who would have been next. */
export interface Choice {
  readonly rung: Rung;
  readonly person: Standing;
  readonly second?: Standing | undefined;
  readonly flags: readonly AssignmentFlag[];
}

/** It goes to this agent. To be called before they take it: what is recorded is how everybody stood then. */
export function assignment(pass: Pass, matter: Matter, { rung, person, second, flags }: Choice): RoutingDecision {
  const { escalation } = matter;
  const moment: Moment = {
    turn: pass.turn,
    held: pass.employerShare === undefined ? NOTHING_HELD : heldNow(pass, escalation.storeId),
  };
  const { held } = moment;
  const isSupervisor = rung.step === "supervisor";
  const all: readonly AssignmentFlag[] = speaks(person.agent, escalation.language) ? flags : ["language-mismatch", ...flags];
  return recorded(
    {
      ...named(escalation),
      outcome: { type: "assign", agent: { id: person.agent.id, name: person.agent.name }, flags: all },
      changed: true,
      step: rung.step,
    },
    () => {
      const rankKey = rankKeyOf(pass, escalation, { person, held });
      const next = second && rankKeyOf(pass, escalation, { person: second, held });
      const tieBreak = isSupervisor ? "supervisor-on-call" : tieBreakBetween(rankKey, next);
      const candidates = candidatesFor(pass, matter, { rung: isSupervisor ? LAST_RUNG : rung, moment });
      const why = whyAssigned(pass, { escalation, person, candidates, tieBreak, flags: all, step: rung.step });
      return { rankKey, tieBreak, candidates, why };
    },
  );
}

/** P6. */
export function queueing(
  pass: Pass,
  escalation: RoutableEscalation,
  { position, held }: { readonly position: number; readonly held?: Rung | undefined },
): RoutingDecision {
  const outcome = { type: "queue", position } as const;
  const step = held?.step;
  if (escalation.state === "waiting" && escalation.told === "queued") return unchanged(escalation, { outcome, step });
  const moment = { turn: pass.turn, held: NOTHING_HELD };
  return recorded({ ...named(escalation), outcome, changed: true, step }, () => {
    const candidates = candidatesFor(pass, matterIn(pass, escalation), { rung: held ?? LAST_RUNG, moment });
    return { candidates, why: whyQueued(pass, { escalation, position, candidates, held }) };
  });
}

/** P7. */
export function waitingForShift(
  pass: Pass,
  escalation: RoutableEscalation,
  unmet: Unmet & { readonly type: "after-hours" },
): RoutingDecision {
  const outcome = { type: "after-hours", next: unmet.next, timezone: pass.roster.timezone } as const;
  const wasTold = escalation.told === "after-hours" && escalation.promisedAt === unmet.next;
  if (escalation.state === "waiting" && wasTold) return unchanged(escalation, { outcome, step: "promise" });
  const moment = { turn: pass.turn, held: NOTHING_HELD };
  return recorded({ ...named(escalation), outcome, changed: true, step: "promise" }, () => ({
    candidates: candidatesFor(pass, matterIn(pass, escalation), { rung: LAST_RUNG, moment }),
    why: whyAfterHours(pass, { escalation, next: unmet.next, who: unmet.who }),
  }));
}

/** The part of a decision that is made when it is read. */
type Read = Pick<RoutingDecision, "rankKey" | "tieBreak" | "candidates" | "why">;

const NOTHING_HELD: Held = new Map();

/** The desk as it stood at one decision of a pass. */
interface Moment {
  readonly turn: number;
  readonly held: Held;
}

/**
 * The part of a decision that names everybody is made when somebody reads it: of ten thousand decisions of a pass few are
 * read, and each would name a thousand people. It says how they stood when it was decided.
 */
function recorded(told: Omit<RoutingDecision, keyof Read>, record: () => Read): RoutingDecision {
  let made: Read | undefined;
  const read = () => (made ??= record());
  const { escalationId, storeId, conversationId, outcome, changed, step } = told;
  return {
    escalationId,
    storeId,
    conversationId,
    outcome,
    changed,
    step,
    get rankKey() {
      return read().rankKey;
    },
    get tieBreak() {
      return read().tieBreak;
    },
    get candidates() {
      return read().candidates;
    },
    get why() {
      return read().why;
    },
  };
}

/** Everybody: those who may take it on this step, best first, then the others by id with the first reason why not. */
function candidatesFor(pass: Pass, matter: Matter, at: { readonly rung: Rung; readonly moment: Moment }): readonly Candidate[] {
  const { rung, moment } = at;
  const eligible: ReturnType<typeof rankKeyOf>[] = [];
  const others: Candidate[] = [];
  for (const person of peopleAt(pass, moment.turn)) {
    const reason = obstacleOn(rung, person, matter);
    if (reason === undefined) eligible.push(rankKeyOf(pass, matter.escalation, { person, held: moment.held }));
    else others.push({ agentId: person.agent.id, eligible: false, reason });
  }
  eligible.sort(compareRank);
  return [...eligible.map(({ agentId }) => ({ agentId, eligible: true })), ...others];
}

function unchanged(
  escalation: RoutableEscalation,
  { outcome, step }: { readonly outcome: RoutingVerdict; readonly step: RoutingDecision["step"] },
): RoutingDecision {
  return { ...named(escalation), outcome, changed: false, step, candidates: [], why: whyStillWaiting(outcome) };
}

function named(escalation: RoutableEscalation): Pick<RoutingDecision, "escalationId" | "storeId" | "conversationId"> {
  return { escalationId: escalation.id, storeId: escalation.storeId, conversationId: escalation.conversationId };
}

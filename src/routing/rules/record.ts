import type { AssignmentFlag, Candidate, Named, RoutableEscalation, RoutingDecision, RoutingVerdict } from "./facts.ts";
import { consider, everybody, missingBeside, type Considered, type Looked } from "./considered.ts";
import { speaks, type Matter, type Standing } from "./eligibility.ts";
import { LAST_RUNG, type Rung } from "./ladder.ts";
import type { Held, Pass } from "./pass.ts";
import { heldNow, matterIn, rankKeyOf } from "./pass.ts";
import { tieBreakBetween } from "./rank.ts";
import type { Unmet } from "./unmet.ts";
import { whyAfterHours, whyAssigned, whyQueued, whyStillWaiting } from "./why.ts";

/** Who was chosen, on which step, and who would have been next. */
export interface Choice {
  readonly rung: Rung;
  readonly person: Standing;
  readonly second?: Standing | undefined;
  readonly flags: readonly AssignmentFlag[];
}

const NOTHING_HELD: Held = new Map();

/** It goes to this agent. To be called before they take it: what is recorded is how everybody stood then. */
export function assignment(pass: Pass, matter: Matter, { rung, person, second, flags }: Choice): RoutingDecision {
  const { escalation } = matter;
  const { turn } = pass;
  const held = pass.employerShare === undefined ? NOTHING_HELD : heldNow(pass, escalation.storeId);
  const isSupervisor = rung.step === "supervisor";
  const all: readonly AssignmentFlag[] = speaks(person.agent, escalation.language) ? flags : ["language-mismatch", ...flags];
  const outcome = { type: "assign", agent: { id: person.agent.id, name: person.agent.name }, flags: all } as const;
  const looked = (): Looked => ({ pass, matter, rung: isSupervisor ? LAST_RUNG : rung, turn, held });
  return new Recorded(escalation, { outcome, step: rung.step }, () => ({
    looked: looked(),
    tell: (considered) => {
      const rankKey = rankKeyOf(pass, escalation, { person, held });
      const next = second && rankKeyOf(pass, escalation, { person: second, held });
      const tieBreak = isSupervisor ? "supervisor-on-call" : tieBreakBetween(rankKey, next);
      const missing = missingBeside(considered, person, looked());
      const why = whyAssigned(pass, { escalation, person, missing, tieBreak, flags: all, step: rung.step });
      return { rankKey, tieBreak, why };
    },
  }));
}

/** P6. */
export function queueing(
  pass: Pass,
  escalation: RoutableEscalation,
  { position, held }: { readonly position: number; readonly held?: Rung | undefined },
): RoutingDecision {
  const outcome = { type: "queue", position } as const;
  const step = held?.step;
  if (escalation.state === "waiting" && escalation.told === "queued") return new Unchanged(escalation, { outcome, step });
  const { turn } = pass;
  return new Recorded(escalation, { outcome, step }, () => ({
    looked: { pass, matter: matterIn(pass, escalation), rung: held ?? LAST_RUNG, turn, held: NOTHING_HELD },
    tell: ({ missing }) => ({ why: whyQueued({ escalation, position, missing, held }) }),
  }));
}

/** P7. */
export function waitingForShift(
  pass: Pass,
  escalation: RoutableEscalation,
  { next, who }: Unmet & { readonly type: "after-hours" },
): RoutingDecision {
  const told = { outcome: { type: "after-hours", next, timezone: pass.roster.timezone }, step: "promise" } as const;
  const wasTold = escalation.told === "after-hours" && escalation.promisedAt === next;
  if (escalation.state === "waiting" && wasTold) return new Unchanged(escalation, told);
  const { turn } = pass;
  return new Recorded(escalation, told, () => ({
    looked: { pass, matter: matterIn(pass, escalation), rung: LAST_RUNG, turn, held: NOTHING_HELD },
    tell: () => ({ why: whyAfterHours(pass, { escalation, next, who }) }),
  }));
}

type Told = Pick<RoutingDecision, "outcome" | "step">;
type Said = Pick<RoutingDecision, "why" | "rankKey" | "tieBreak">;

/** What a decision needs to name people: whom it looked at, and what it says of those it found. */
interface Reading {
  readonly looked: Looked;
  readonly tell: (considered: Considered) => Said;
}

/**
 * The part of a decision that names people is made when somebody reads it: of ten thousand decisions of a pass few are read, and each
 * would name a thousand people. It says how they stood when it was decided. A class, because ten thousand objects with
 * getters of their own cost more than deciding.
 */
class Recorded implements RoutingDecision {
  readonly escalationId: RoutingDecision["escalationId"];
  readonly storeId: RoutingDecision["storeId"];
  readonly conversationId: RoutingDecision["conversationId"];
  readonly outcome: RoutingVerdict;
  readonly changed = true;
  readonly step: RoutingDecision["step"];
  readonly #read: () => Reading;
  #considered: Considered | undefined;
  #said: Said | undefined;

  constructor(escalation: RoutableEscalation, { outcome, step }: Told, read: () => Reading) {
    this.escalationId = escalation.id;
    this.storeId = escalation.storeId;
    this.conversationId = escalation.conversationId;
    this.outcome = outcome;
    this.step = step;
    this.#read = read;
  }

  get candidates(): readonly Candidate[] {
    return everybody(this.#read().looked);
  }
  get named(): Named {
    return (this.#considered ??= consider(this.#read().looked)).named;
  }
  get rankKey(): RoutingDecision["rankKey"] {
    return this.#tell().rankKey;
  }
  get tieBreak(): RoutingDecision["tieBreak"] {
    return this.#tell().tieBreak;
  }
  get why(): RoutingDecision["why"] {
    return this.#tell().why;
  }

  #tell(): Said {
    if (this.#said !== undefined) return this.#said;
    const { looked, tell } = this.#read();
    this.#considered ??= consider(looked);
    return (this.#said = tell(this.#considered));
  }
}

const NOBODY: Named = { candidates: [], leftOut: 0, elsewhere: 0 };

/** It waits as before, and the shopper was told so: nobody is named. */
class Unchanged implements RoutingDecision {
  readonly escalationId: RoutingDecision["escalationId"];
  readonly storeId: RoutingDecision["storeId"];
  readonly conversationId: RoutingDecision["conversationId"];
  readonly outcome: RoutingVerdict;
  readonly changed = false;
  readonly step: RoutingDecision["step"];
  readonly candidates: readonly Candidate[] = NOBODY.candidates;
  readonly named = NOBODY;

  constructor(escalation: RoutableEscalation, { outcome, step }: Told) {
    this.escalationId = escalation.id;
    this.storeId = escalation.storeId;
    this.conversationId = escalation.conversationId;
    this.outcome = outcome;
    this.step = step;
  }

  get why(): RoutingDecision["why"] {
    return whyStillWaiting(this.outcome);
  }
}

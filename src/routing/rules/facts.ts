import type { AgentId, ConversationId, EscalationId, StoreId } from "../../core/ids.ts";
import type { Agent, Instant } from "../../core/words.ts";
import type { Escalation } from "../../core/decision.ts";
import type { AgentState, Roster } from "../../staffing/rules/roster.ts";
import type { TimedStep } from "../../staffing/rules/routing-policy.ts";
import type { DeskWaits } from "./waits.ts";

/** What routing reads of an escalation; a stored `Escalation` is one. A skill may be any word a roster uses. */
export type RoutableEscalation = Pick<
  Escalation,
  | "id"
  | "storeId"
  | "conversationId"
  | "language"
  | "urgency"
  | "priority"
  | "state"
  | "agent"
  | "previousAgent"
  | "waitingSince"
  | "told"
  | "promisedAt"
  | "offeredAt"
  | "dueAt"
  | "declined"
  | "phase"
  | "shopperSilentSince"
  | "namedMoney"
> & { readonly skill: string };

/** Everything routing may look at. The order of the lists means nothing. */
export interface RoutingFacts<E extends RoutableEscalation = Escalation> {
  readonly roster: Roster;
  /** Those waiting, offered and assigned; ended ones are ignored. */
  readonly escalations: readonly E[];
  /** An agent without a state is ready and holds nothing. */
  readonly agents: readonly AgentState[];
  /** An assignment counts as accepted at once; otherwise it is an offer until the agent claims it. */
  readonly acceptAtOnce: boolean;
  /** Wanted share of each employer, in whole numbers: `{vendor: 2, merchant: 1}`; absent: as the roster's policy says. */
  readonly employerShare?: Readonly<Record<string, number>> | undefined;
  /** How long the desk waits for its people; absent: as long as by default. */
  readonly waits?: DeskWaits | undefined;
}

/** In the order in which they are checked; the first one that fails is recorded. */
export type IneligibleReason =
  | "not-authorised-for-store"
  | "off-shift"
  | "not-ready"
  | "shift-ending"
  | "at-capacity"
  | "trainee-limit"
  | "skill-missing"
  | "level-too-low"
  | "excluded"
  | "other-employer";

/** The steps of the ladder, in their order: each lets in people the one before did not. */
export type LadderStep = "previous-agent" | TimedStep | "promise";

export interface Candidate {
  readonly agentId: AgentId;
  readonly eligible: boolean;
  readonly reason?: IneligibleReason | undefined;
}

/** Those worth keeping with a decision: a shift that begins gives out thousands at once, and each looks at everybody. */
export interface Named {
  /** Where few are in the roster, everybody. Else those who may take it, best first, then those who came nearest to it. */
  readonly candidates: readonly Candidate[];
  /** So many more who serve the store, and so many more who do not. */
  readonly leftOut: number;
  readonly elsewhere: number;
}

/** What is compared, in this order; the first difference decides. */
export interface RankKey {
  readonly isPrevious: boolean;
  readonly speaksLanguage: boolean;
  readonly level: number;
  /** Higher is better: the level itself, or, where experts are spared, how little more it is than needed. */
  readonly levelFit: number;
  /** Before this assignment, in hundredths of a unit; capacity in units. */
  readonly load: number;
  readonly capacity: number;
  /** How far the employer is below its wanted share, in parts of one total; 0 where no share is wanted. */
  readonly employerShortfall: number;
  readonly lastAssignedAt?: Instant | undefined;
  readonly agentId: AgentId;
}

/** Why the chosen one came before the next: what they differed in first. `only-one`: there was no other. */
export type TieBreak =
  "only-one" | "previous-agent" | "language" | "level" | "load" | "employer-share" | "longest-idle" | "id" | "supervisor-on-call";

export type AssignmentFlag = "language-mismatch" | "overflow";

export type RoutingVerdict =
  | { readonly type: "assign"; readonly agent: Agent; readonly flags: readonly AssignmentFlag[] }
  /** `position`: 1 is next, counted within the store. */
  | { readonly type: "queue"; readonly position: number }
  /** `next`: when somebody with the skill starts; absent when nobody does in the coming weeks. */
  | { readonly type: "after-hours"; readonly next?: Instant | undefined; readonly timezone: string };

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface RoutingDecision {
  readonly escalationId: EscalationId;
  readonly storeId: StoreId;
  readonly conversationId: ConversationId;
  readonly outcome: RoutingVerdict;
  /** False when it waits as before and the shopper was already told so: nothing to record, nothing to say. */
  readonly changed: boolean;
  /** Every agent of the roster: those eligible, best first, then the others by id. Empty when nothing changed. */
  readonly candidates: readonly Candidate[];
  /** What of them is kept. */
  readonly named: Named;
  /** The step of the ladder that took it; in a queue the one it still waits for, absent when all were tried. */
  readonly step?: LadderStep | undefined;
  /** Of the one chosen. */
  readonly rankKey?: RankKey | undefined;
  readonly tieBreak?: TieBreak | undefined;
  /** One sentence for colleagues. */
  readonly why: Bilingual;
}

/** One decision for each escalation that waits (or whose offer was withdrawn), in work order. */
export interface RoutingPass {
  readonly decisions: readonly RoutingDecision[];
}

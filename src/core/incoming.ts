import type { Event, PersonAct, StoreEvent, Supervisor } from "./event.ts";
import type { AgentId, ConversationId, EscalationId, LaneId } from "./ids.ts";
import type { RequestAsked, RequestDecided, RequestWithdrawn } from "./request-events.ts";
import type { FeelingLevel } from "./understanding.ts";
import type { Agent, Attachment, Instant, Language, Person, Phase, Place, Skill, Urgency } from "./words.ts";

interface ShopperEvent extends StoreEvent {
  readonly place: Place;
  readonly person: Person;
  /** The language of the page or client, when it says one. */
  readonly language?: Language | undefined;
}

export interface MessageReceived extends ShopperEvent {
  readonly type: "message-received";
  readonly text: string;
  /** The id of the choice that was pressed, when the person pressed one instead of typing. */
  readonly choice?: string | undefined;
  readonly attachments: readonly Attachment[];
}

export interface HumanRequested extends ShopperEvent {
  readonly type: "human-requested";
}

export interface RatingGiven extends ShopperEvent {
  readonly type: "rating-given";
  /** 1 (bad) to 5 (good). */
  readonly score: number;
  readonly comment?: string | undefined;
}

/** A colleague's act on one conversation; `epoch` is the one they saw, a stale one is refused. */
interface AgentAct extends PersonAct {
  readonly agent: Agent;
  readonly epoch: number;
}

export interface AgentReplied extends AgentAct {
  readonly type: "agent-replied";
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** True: a remark for colleagues that never reaches the shopper. */
  readonly internal: boolean;
  /** Why it may go out although the guard found something in it. */
  readonly confirmed?: { readonly reason: string } | undefined;
  /** Who wrote it signs in as a supervisor or admin: what they may decide, they may promise. */
  readonly asSupervisor?: true | undefined;
}

export interface AgentReleased extends AgentAct {
  readonly type: "agent-released";
  /** Why, for colleagues; absent in what was stored before it was asked. */
  readonly reason?: string | undefined;
}

export interface AgentClosed extends AgentAct {
  readonly type: "agent-closed";
  /** Why, for colleagues; absent in what was stored before it was asked. */
  readonly reason?: string | undefined;
}

/** To whom a conversation is passed on: one colleague, whoever can do this, or whoever comes next. */
export type TransferTarget =
  | { readonly type: "agent"; readonly agent: Agent }
  | { readonly type: "skill"; readonly skill: Skill }
  | { readonly type: "queue" };

/** Passed on to somebody who can do more for the shopper; who gets it reads the summary first. */
export interface AgentTransferred extends AgentAct {
  readonly type: "agent-transferred";
  readonly to: TransferTarget;
  readonly reason: string;
  readonly summary: string;
}

/** A remark of a supervisor for the agent who has the conversation; the shopper never sees it. */
export interface SupervisorWhispered extends PersonAct {
  readonly type: "supervisor-whispered";
  readonly by: Supervisor;
  readonly text: string;
}

/** What routing decided, told to the conversation it concerns. */
export type RoutingOutcome =
  | { readonly type: "offered"; readonly agent: Agent }
  | { readonly type: "assigned"; readonly agent: Agent }
  | { readonly type: "queued"; readonly position: number; readonly waitMs?: number | undefined }
  | { readonly type: "after-hours"; readonly next?: Instant | undefined; readonly timezone: string };

export interface HandoverRouted extends StoreEvent {
  readonly type: "handover-routed";
  readonly conversationId: ConversationId;
  readonly outcome: RoutingOutcome;
  readonly isOverflow: boolean;
  /** Why this outcome, as one sentence for colleagues in each language. */
  readonly why: { readonly zh: string; readonly en: string };
  /** The agent it was taken back from, because they went home. */
  readonly takenFrom?: Agent | undefined;
  /** They are on shift all the same, only not there: nobody says that they went home. */
  readonly isFromAway?: true | undefined;
  /** A supervisor took it themselves, or gave it to this agent. */
  readonly supervised?: { readonly by: string; readonly isOwn: boolean; readonly reason: string } | undefined;
  /** An agent passed it on: with this outcome the shopper hears of it. */
  readonly passedOnBy?: Agent | undefined;
  /** It was called for more than once already: whoever waits need not hear of each call. */
  readonly isRepeated?: true | undefined;
  /** Nobody was there when it began; the shopper was promised this moment. */
  readonly promisedAt?: Instant | undefined;
  /** Told once, with the first outcome: by when somebody must have replied. */
  readonly clock?: ReplyClock | undefined;
}

/** By when a reply is due, by the store's rule, and when somebody is warned before. */
export interface ReplyClock {
  readonly kind: "first" | "next";
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  /** When who has it now was given it, while the shopper waited already; absent: the shopper began to wait with them. */
  readonly takenAt?: Instant | undefined;
  /** So long after the shopper began to wait for them an agent is reminded; absent in clocks set before it could be set: 100 s. */
  readonly slowAfterMs?: number | undefined;
}

/** The agent who has a conversation went home or lost their console, or is back (then `leftAt` is absent). Told by routing. */
export interface HolderLeft extends StoreEvent {
  readonly type: "holder-left";
  readonly conversationId: ConversationId;
  readonly agent: Agent;
  readonly leftAt?: Instant | undefined;
  /** Their shift goes on, but nobody is there to finish anything. */
  readonly isAway?: true | undefined;
}

/** A stored timer came due. `kind` and `thing` name it: there is at most one timer of a kind for a thing. */
export interface TimerDue extends Event {
  readonly type: "timer-due";
  readonly kind: TimerKind;
  readonly thing: string;
  readonly dueAt: Instant;
}

/**
 * `desk-look`: the next moment at which time alone may change anything at the desk; `reply-clock`: of a shopper who waits for a reply;
 * `request-due`: a request should have been answered by now.
 */
export type TimerKind = "shopper-silent" | "desk-look" | "reply-clock" | "request-due";

export interface EscalationOpened extends StoreEvent {
  readonly type: "escalation-opened";
  readonly escalationId: EscalationId;
  readonly conversationId: ConversationId;
  readonly contactLane: LaneId;
  readonly skill: Skill;
  readonly language: string;
  readonly urgency: Urgency;
  readonly priority: number;
  /** Absent: calm. */
  readonly feeling?: FeelingLevel | undefined;
  readonly previousAgent?: AgentId | undefined;
  readonly phase?: Phase | undefined;
  /** The sum of money the shopper named last, as they wrote it. */
  readonly namedMoney?: string | undefined;
  /** The store's limit for the first reply; absent: none. */
  readonly firstReply?:
    | {
        readonly limitMs: number;
        readonly warnAtShare: number;
        readonly hours: ClockHours;
        readonly slowReplyMs?: number | undefined;
      }
    | undefined;
}

/** `working`: the clock runs only while somebody who could take it is on shift. */
export type ClockHours = "working" | "always";

/** An agent passed it on: as it would be opened anew, were it not known, with who gave it up and for whom. */
export interface EscalationTransferred extends Omit<EscalationOpened, "type" | "previousAgent"> {
  readonly type: "escalation-transferred";
  readonly from: Agent;
  readonly to: TransferTarget;
  readonly reason: string;
}

export interface EscalationEnded extends StoreEvent {
  readonly type: "escalation-ended";
  readonly conversationId: ConversationId;
}

export interface ClaimRequested extends PersonAct {
  readonly type: "claim-requested";
  readonly agent: Agent;
}

/** A supervisor gives a conversation to an agent, or takes it themselves, whoever has it. */
export interface ReassignRequested extends PersonAct {
  readonly type: "reassign-requested";
  readonly by: Supervisor;
  readonly to: Agent;
  /** The supervisor takes it themselves: no shift is needed for that. */
  readonly isOwn: boolean;
  /** Who had it, or was offered it, when they decided so; absent: nobody. */
  readonly from?: AgentId | undefined;
  readonly reason: string;
  /** They know that this agent is full or takes nothing new just now, and want it all the same. */
  readonly isConfirmed: boolean;
}

/** The agent to whom it is offered does not take it. */
export interface OfferRefused extends PersonAct {
  readonly type: "offer-refused";
  readonly agent: Agent;
  /** In their own words. */
  readonly reason: string;
}

/** A shopper wrote to an agent who went home: it need not wait for the grace time. */
export interface HolderMissed extends StoreEvent {
  readonly type: "holder-missed";
  readonly conversationId: ConversationId;
}

/** Rosters, agents or their status changed: look again at who waits. */
export interface StaffingChanged extends Event {
  readonly type: "staffing-changed";
}

export type ContactIncoming =
  | MessageReceived
  | HumanRequested
  | RatingGiven
  | AgentReplied
  | AgentReleased
  | AgentClosed
  | AgentTransferred
  | SupervisorWhispered
  | RequestAsked
  | RequestDecided
  | RequestWithdrawn
  | HandoverRouted
  | HolderLeft
  | TimerDue;

export type DeskIncoming =
  | EscalationOpened
  | EscalationTransferred
  | EscalationEnded
  | ClaimRequested
  | ReassignRequested
  | OfferRefused
  | HolderMissed
  | StaffingChanged
  | TimerDue;

export type Incoming = ContactIncoming | DeskIncoming;

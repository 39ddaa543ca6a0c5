import type { PolicyId, StoreId } from "./ids.ts";
import type { ClockHours } from "./incoming.ts";
import type { Choice, Language } from "./words.ts";

/** A store's settings as the rules read them; every decision names the version it was made under. */
export interface StorePolicy {
  readonly id: PolicyId;
  readonly storeId: StoreId;
  readonly key: string;
  readonly name: string;
  /** IANA name; Asia/Shanghai unless the store says otherwise. */
  readonly timezone: string;
  /** The first is spoken when nothing else is known. */
  readonly languages: readonly Language[];
  readonly greeting: Readonly<Partial<Record<Language, string>>>;
  /** The store's own words in place of `desk/texts.ts`, by text name and language. */
  readonly texts: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;
  readonly quickChoices: readonly Choice[];
  readonly thresholds: Thresholds;
  /** A conversation without a human closes after this much silence of the shopper. */
  readonly closeAfterSilenceMs: number;
  /** Absent in decisions made before there were any: no clock runs. */
  readonly replyLimits?: ReplyLimits | undefined;
  /** Absent in decisions made before there were any: as by default. */
  readonly requests?: RequestPolicy | undefined;
}

/** Who answers requests (请示) of this store, and how soon. */
export interface RequestPolicy {
  /** Whether its merchant decides about sums above `upToFen`: the supervisor alone, both (whoever is first), or the merchant alone. */
  readonly merchant: "never" | "may" | "must";
  /** Up to this sum, in fen, the merchant need not be asked. */
  readonly upToFen: number;
  /** How soon an answer is due. */
  readonly dueMs: number;
  /** What agents without a limit of their own may promise, in fen; absent: as much as they like. */
  readonly agentLimitFen?: number | undefined;
}

/** The supervisor decides, within ten minutes. */
export const DEFAULT_REQUEST_POLICY: RequestPolicy = { merchant: "never", upToFen: 0, dueMs: 600_000 };

/** How soon a person must have replied to a shopper who waits for one. */
export interface ReplyLimits {
  /** From the hand-over to the first words of an agent. */
  readonly firstReplyMs: number;
  /** From each later message, once an agent has the conversation. */
  readonly nextReplyMs: number;
  /** Somebody is warned when this share of the limit has passed, 0..1. */
  readonly warnAtShare: number;
  /** So long after a shopper wrote, or they took it, an agent is reminded; absent in decisions made before it could be set: 100 s. */
  readonly slowReplyMs?: number | undefined;
  /** When the clocks run: while somebody works who could take it, or at any hour. */
  readonly hours: ClockHours;
}

/** Three minutes, as most platforms measure it; agents know the reminder after 100 seconds from 千牛. */
export const DEFAULT_REPLY_LIMITS: ReplyLimits & { readonly slowReplyMs: number } = {
  firstReplyMs: 180_000,
  nextReplyMs: 180_000,
  warnAtShare: 0.7,
  slowReplyMs: 100_000,
  hours: "working",
};

/** Probabilities 0..1: at `answer` and above the bot answers, from `askBack` it offers choices, below it hands over. */
export interface Thresholds {
  readonly answer: number;
  readonly askBack: number;
  /** How far the best candidate must lead the second one to be answered without asking back. */
  readonly lead: number;
  /** Below this probability of being the shop's business nobody is called. */
  readonly inScope: number;
  /** What the store's labelled questions taught about confidences; absent: they are taken as they are. */
  readonly calibration?: Calibration | undefined;
}

/** A confidence is worth the logistic function of `slope` times its log odds plus `shift`. `slope` is above 0. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.35, askBack: 0.25, lead: 0.1, inScope: 0.3 };

import { z } from "zod";
import { PHASES } from "../../core/words.ts";
import { guardSetting, readGuardSetting } from "../../guard/rules/setting.ts";
import { routingFileShape, routingPolicyOf, toRoutingFile } from "../../staffing/rules/routing-file.ts";
import { TIMED_STEPS } from "../../staffing/rules/routing-policy.ts";
import { readWaits } from "../../staffing/rules/waits.ts";
import { readReplyLimits } from "../../stores/rules/reply-limits.ts";
import { readRequestPolicy } from "../../requests/rules/setting.ts";
import type { RepliesSetting, RequestsSetting, WaitsSetting } from "../api.ts";
import { range } from "./remedy.ts";

/** Groups of settings, each read, changed and taken back as a whole. */
export const TOPIC_NAMES = ["routing", "waits", "replies", "requests", "closing", "guard"] as const;
export type Topic = (typeof TOPIC_NAMES)[number];
export type SettingValue = Readonly<Record<string, unknown>>;

export interface TopicRules {
  /** Holds for the whole desk, or for one store. */
  readonly of: "desk" | "store";
  /** What people may set. */
  readonly schema: z.ZodType<SettingValue>;
  /** From what is kept; what is not kept is as by default. */
  readonly read: (kept: unknown) => SettingValue;
  /** As it is kept. */
  readonly write: (value: SettingValue) => unknown;
}

const whole = (least: number, most: number) => z.int(range(least, most)).min(least, range(least, most)).max(most, range(least, most)); // prettier-ignore
const NAME = "a name of 1 to 100 characters";
const name = z.string(NAME).trim().min(1, NAME).max(100, NAME);
const MOST = 200;
const ENTRIES = `at most ${MOST} entries`;
const few = <T extends Readonly<Record<string, unknown>>>(record: T): boolean => Object.keys(record).length <= MOST;
const names = z.array(name, "a list of names").max(MOST, ENTRIES);

const DAY_S = 86_400;
const WEEK_MIN = 10_080;
const routing = z.strictObject({
  longWork: names.optional(),
  shiftEndingMinutes: whole(0, 240).optional(),
  preferredLevels: z.record(name, whole(1, 5)).refine(few, ENTRIES).optional(),
  spareExperts: z.boolean("true or false").optional(),
  secondarySkills: z
    .record(name, names)
    .refine(few, ENTRIES)
    .superRefine((skills, context) => {
      for (const [skill, others] of Object.entries(skills))
        if (others.includes(skill)) context.addIssue({ code: "custom", path: [skill], message: "a skill other than itself" });
    })
    .optional(),
  employerFirst: z.record(name, name).refine(few, ENTRIES).optional(),
  employerShare: z
    .record(name, whole(0, 1_000))
    .refine(few, ENTRIES)
    .refine(
      (shares) => Object.keys(shares).length === 0 || Object.values(shares).some((share) => share > 0),
      "at least one share above 0",
    ) // prettier-ignore
    .optional(),
  waitSeconds: z.partialRecord(z.enum(TIMED_STEPS, `one of ${TIMED_STEPS.join(", ")}`), whole(0, DAY_S)).optional(),
  weights: z.partialRecord(z.enum(PHASES, `one of ${PHASES.join(", ")}`), whole(1, 100)).optional(),
  silence: z
    .array(z.strictObject({ afterMinutes: whole(0, WEEK_MIN), percent: whole(0, 100) }), "a list of steps")
    .max(10, "at most 10 entries")
    .refine(
      (steps) => new Set(steps.map(({ afterMinutes }) => afterMinutes)).size === steps.length,
      "each number of minutes once",
    ) // prettier-ignore
    .optional(),
  ageing: z.strictObject({ everyMinutes: whole(1, WEEK_MIN), most: whole(0, 10) }).optional(),
  excludedMinutes: whole(0, 1_440).optional(),
});

const waits = z.strictObject({
  offerSeconds: whole(10, 600),
  handOverBeforeMinutes: whole(1, 120),
  graceMinutes: whole(1, 240),
  presenceSeconds: whole(30, 3_600),
  missedOffers: whole(1, 10),
});

const replies = z.strictObject({
  firstReplySeconds: whole(10, DAY_S),
  nextReplySeconds: whole(10, DAY_S),
  slowReplySeconds: whole(10, 3_600),
  warnAtPercent: whole(1, 99),
  hours: z.enum(["working", "always"], "one of working, always"),
});

const closing = z.strictObject({ closeAfterSilenceMinutes: whole(1, WEEK_MIN) });
/** Two hours. */
const CLOSE_AFTER_SILENCE_MS = 7_200_000;

const MOST_YUAN = 100_000;
const requests = z.strictObject({
  merchant: z.enum(["never", "may", "must"], "one of never, may, must"),
  upToYuan: whole(0, MOST_YUAN),
  dueMinutes: whole(1, 1_440),
  agentLimitYuan: whole(0, MOST_YUAN).optional(),
});

const FEN = 100;
const SECOND = 1_000;
const MINUTE = 60_000;
/** Stores are kept by their ids. */
const same = (store: string): string => store;

/** Every setting of the settings pages. */
export const TOPICS: Readonly<Record<Topic, TopicRules>> = {
  routing: {
    of: "desk",
    schema: routing,
    read: (kept) => ({ ...routingPolicyOf(routingFileShape.parse(kept ?? {}), same) }),
    write: (value) => toRoutingFile(routing.parse(value), same),
  },
  waits: {
    of: "desk",
    schema: waits,
    read: (kept): SettingValue => {
      const { offerMs, handOverBeforeMs, graceMs, presenceMs, mostMissed } = readWaits(kept);
      const value: WaitsSetting = {
        offerSeconds: offerMs / SECOND,
        handOverBeforeMinutes: handOverBeforeMs / MINUTE,
        graceMinutes: graceMs / MINUTE,
        presenceSeconds: presenceMs / SECOND,
        missedOffers: mostMissed,
      };
      return { ...value };
    },
    write: (value) => {
      const { offerSeconds, handOverBeforeMinutes, graceMinutes, presenceSeconds, missedOffers } = waits.parse(value);
      return {
        offerMs: offerSeconds * SECOND,
        handOverBeforeMs: handOverBeforeMinutes * MINUTE,
        graceMs: graceMinutes * MINUTE,
        presenceMs: presenceSeconds * SECOND,
        mostMissed: missedOffers,
      };
    },
  },
  replies: {
    of: "store",
    schema: replies,
    read: (kept): SettingValue => {
      const { firstReplyMs, nextReplyMs, warnAtShare, slowReplyMs, hours } = readReplyLimits(kept ?? {});
      const value: RepliesSetting = {
        firstReplySeconds: firstReplyMs / SECOND,
        nextReplySeconds: nextReplyMs / SECOND,
        slowReplySeconds: slowReplyMs / SECOND,
        warnAtPercent: Math.round(warnAtShare * 100),
        hours,
      };
      return { ...value };
    },
    write: (value) => {
      const { firstReplySeconds, nextReplySeconds, slowReplySeconds, warnAtPercent, hours } = replies.parse(value);
      const ms = { firstReplyMs: firstReplySeconds * SECOND, nextReplyMs: nextReplySeconds * SECOND };
      return { ...ms, slowReplyMs: slowReplySeconds * SECOND, warnAtShare: warnAtPercent / 100, hours };
    },
  },
  requests: {
    of: "store",
    schema: requests,
    read: (kept): SettingValue => {
      const { merchant, upToFen, dueMs, agentLimitFen } = readRequestPolicy(kept ?? {});
      const value: RequestsSetting = {
        merchant,
        upToYuan: upToFen / FEN,
        dueMinutes: dueMs / MINUTE,
        ...(agentLimitFen === undefined ? {} : { agentLimitYuan: agentLimitFen / FEN }),
      };
      return { ...value };
    },
    write: (value) => {
      const { merchant, upToYuan, dueMinutes, agentLimitYuan } = requests.parse(value);
      const limit = agentLimitYuan === undefined ? {} : { agentLimitFen: agentLimitYuan * FEN };
      return { merchant, upToFen: upToYuan * FEN, dueMs: dueMinutes * MINUTE, ...limit };
    },
  },
  closing: {
    of: "store",
    schema: closing,
    read: (kept) => ({ closeAfterSilenceMinutes: z.int().parse(kept ?? CLOSE_AFTER_SILENCE_MS) / MINUTE }),
    write: (value) => closing.parse(value).closeAfterSilenceMinutes * MINUTE,
  },
  guard: { of: "store", schema: guardSetting, read: (kept) => readGuardSetting(kept ?? {}), write: (value) => value },
};

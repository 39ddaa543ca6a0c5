import { z } from "zod";
import { guardPart } from "../guard/rules/setting.ts";
import { LANGUAGES } from "../core/words.ts";

const byLanguage = z.partialRecord(
  z.enum(LANGUAGES, `one of ${LANGUAGES.join(", ")}`),
  z.string("a text").max(1_000, "at most 1000 characters"),
);
const share = z.number("a number from 0 to 1").min(0, "a number from 0 to 1").max(1, "a number from 0 to 1");

const seconds = z.number("seconds").int("whole seconds").min(1, "at least 1").max(86_400, "at most a day");

const yuan = z.number("yuan").int("whole yuan").min(0, "0 or more").max(100_000, "at most 100000");

/** How soon a person must have replied; what is left out is as by default: 180 s each, warned at 0.7 of it, in working hours. */
const replyLimits = z
  .strictObject({
    firstReplySeconds: seconds,
    nextReplySeconds: seconds,
    warnAtShare: share,
    /** An agent is reminded so long after a shopper wrote; 100 by default. */
    slowReplySeconds: seconds,
    /** `working`: the first reply's clock runs only while somebody who could take it is on shift. */
    hours: z.enum(["working", "always"], "working or always"),
  })
  .partial();

/** Who answers what agents ask (请示), and how much they may promise by themselves; what is left out stays as it is. */
const requests = z
  .strictObject({
    merchant: z.enum(["never", "may", "must"], "one of never, may, must"),
    upToYuan: yuan,
    dueMinutes: z.number("minutes").int("whole minutes").min(1, "at least 1").max(1_440, "at most a day"),
    agentLimitYuan: yuan,
  })
  .partial();

/** A store's settings as a person writes them in a file. Only `key` and `name` are needed; the rest has defaults. */
export const storeFile = z.strictObject({
  /** Public: stands in the widget's script tag. */
  key: z.string("a text").regex(/^[a-z0-9][a-z0-9-]{1,39}$/, "2 to 40 of a-z, 0-9 and -, beginning with a letter or digit"),
  name: z.string("a text").min(1, "the shop's name").max(100, "at most 100 characters"),
  platform: z.string("a text").max(40, "at most 40 characters").default("web"),
  timezone: z.string("a text").refine(isTimeZone, "an IANA time zone such as Asia/Shanghai").default("Asia/Shanghai"),
  languages: z
    .array(z.enum(LANGUAGES, `one of ${LANGUAGES.join(", ")}`))
    .min(1, "at least one language")
    .default(["zh-CN", "en"]),
  greeting: byLanguage.default({}),
  /** The store's own words in place of the desk's, by text name and language. */
  texts: z.record(z.string(), byLanguage).default({}),
  quickChoices: z
    .array(z.strictObject({ id: z.string(), label: z.string().max(40, "at most 40 characters") }))
    .max(6, "at most 6")
    .default([]),
  /** Absent: as it is, for a new store as every store begins. The console's page “When the bot answers itself” sets the same. */
  thresholds: z.strictObject({ answer: share, askBack: share, lead: share, inScope: share }).partial().optional(),
  /** What its agents may not say, and the names of its goods. Absent: as it is, for a new store as shipped. */
  guard: guardPart.optional(),
  /** Absent: as it is, for a new store two hours. */
  closeAfterSilenceMinutes: z
    .number("minutes")
    .int("whole minutes")
    .min(1, "at least 1")
    .max(10_080, "at most a week")
    .optional(),
  /** Absent: as they are, for a new store as by default. */
  replyLimits: replyLimits.optional(),
  /** Absent: as it is, for a new store the supervisor answers within ten minutes, and agents may promise what they like. */
  requests: requests.optional(),
  /** Pages that may embed the widget, such as https://shop.example.com; empty: any. */
  allowedOrigins: z.array(z.string().refine(isOrigin, "an origin such as https://shop.example.com, without a path")).default([]),
  identityRequired: z.boolean("true or false").default(false),
});

export type StoreFile = z.infer<typeof storeFile>;

export type StoreFileRead =
  { readonly type: "store"; readonly store: StoreFile } | { readonly type: "refused"; readonly faults: readonly string[] };

/** Reads a store file (parsed JSON): whole, or refused with every fault, each naming its field and what is allowed. */
export function readStoreFile(input: unknown): StoreFileRead {
  const parsed = storeFile.safeParse(input);
  if (parsed.success) return { type: "store", store: parsed.data };
  const faults = parsed.error.issues.map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : undefined;
    return unknown === undefined
      ? `${issue.path.join(".") || "(file)"}: ${issue.message}`
      : `${unknown}: not known here, leave it out`;
  });
  return { type: "refused", faults };
}

/** What a store's own pages say to get the web widget. */
export function scriptTag(baseUrl: string, key: string): string {
  return `<script src="${baseUrl}/widget.js" data-store="${key}" async></script>`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    // The only way the platform tells an unknown zone.
    return false;
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

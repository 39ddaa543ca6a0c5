import { z } from "zod";
import type { Declined, Effect, Memory, Reason } from "../core/decision.ts";
import { agentId, articleId } from "../core/ids.ts";
import type { Incoming, ReplyClock } from "../core/incoming.ts";
import { SLOT_KINDS } from "../core/understanding.ts";
import { SKILLS, type Choice } from "../core/words.ts";

/**
 * JSON columns of the spine, read back for people who ask why. The spine wrote them itself and its statements let nobody else
 * write; what can differ is the version that did. So the tags on which rules switch are checked here, and who meets one that
 * this version does not know is told which; what stands below a known tag is trusted. The hot path reads the same columns
 * unchecked (gather.ts): there the same process wrote them a moment ago.
 */
export interface StoredStep {
  readonly incoming: Incoming;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}

/** Throws a sentence naming the event when this version cannot tell what it says. */
export function readStored(row: { readonly payload: unknown; readonly effects: unknown; readonly reasons: unknown }): StoredStep {
  const read = step.safeParse(row);
  if (read.success) {
    const { payload, effects, reasons } = read.data;
    return { incoming: payload, effects, reasons };
  }
  const [issue] = read.error.issues;
  const id = idOnly.safeParse(row.payload).data?.id ?? "without an id";
  throw new Error(
    `Event ${id} has a stored ${issue?.path.join(".")} that this version does not know (${issue?.message}). Ask the version that wrote it.`,
    { cause: read.error },
  );
}

// Every tag, or the compiler says which is missing.
const EVENTS = {
  "message-received": true,
  "human-requested": true,
  "rating-given": true,
  "agent-replied": true,
  "agent-released": true,
  "agent-closed": true,
  "agent-transferred": true,
  "supervisor-whispered": true,
  "request-asked": true,
  "request-decided": true,
  "request-withdrawn": true,
  "handover-routed": true,
  "holder-left": true,
  "timer-due": true,
  "escalation-opened": true,
  "escalation-transferred": true,
  "escalation-ended": true,
  "claim-requested": true,
  "reassign-requested": true,
  "offer-refused": true,
  "holder-missed": true,
  "staffing-changed": true,
} satisfies Record<Incoming["type"], true>;

const EFFECTS = {
  "open-conversation": true,
  "change-conversation": true,
  say: true,
  raise: true,
  "set-timer": true,
  "cancel-timer": true,
  "write-escalation": true,
  "write-request": true,
  "change-agent": true,
  alert: true,
  rate: true,
  refuse: true,
} satisfies Record<Effect["type"], true>;

const idOnly = z.object({ id: z.string() });
const eventTag = z.object({ type: z.enum(Object.keys(EVENTS)), id: z.string(), lane: z.string(), at: z.number() });
const effectTag = z.object({ type: z.enum(Object.keys(EFFECTS)) });
const reason = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) });

/** The value as it was stored, nothing added or left out: `replay` compares it. */
const checkedBy = <Known>(tag: z.ZodType) =>
  z.custom<Known>().superRefine((json, context) => {
    for (const { path, message } of tag.safeParse(json).error?.issues ?? []) context.addIssue({ code: "custom", path, message });
  });

const step = z.object({
  payload: checkedBy<Incoming>(eventTag),
  effects: z.array(checkedBy<Effect>(effectTag)),
  reasons: z.array(checkedBy<Reason>(reason)),
});

const choices = z.array(z.object({ id: z.string(), label: z.string() }));

/** What the bot offers in a conversation. Mostly nothing, which costs nothing. */
export function readChoices(json: unknown): readonly Choice[] {
  return Array.isArray(json) && json.length === 0 ? [] : choices.parse(json);
}

const moment = z.number();
const memory = z.strictObject({
  topic: z.strictObject({ question: z.string(), at: moment, skill: z.enum(SKILLS).optional() }).optional(),
  slots: z.array(z.strictObject({ kind: z.enum(SLOT_KINDS), value: z.string(), at: moment })),
  lastAnswered: z.strictObject({ articleId: z.string().transform(articleId), at: moment, times: z.number() }).optional(),
  feeling: z
    .strictObject({ level: z.enum(["annoyed", "angry"]), since: moment, because: z.string(), calm: z.number() })
    .optional(),
});

/** What a conversation remembers; `{}` is nothing. */
export function readMemory(json: unknown): Memory | undefined {
  const isNothing = typeof json === "object" && json !== null && Object.keys(json).length === 0;
  return isNothing ? undefined : memory.parse(json);
}

const clock = z.strictObject({
  kind: z.enum(["first", "next"]),
  warnAt: moment,
  dueAt: moment,
  takenAt: moment.optional(),
  slowAfterMs: z.number().optional(),
});

/** By when a reply is due; null where nobody waits for one. */
export function readClock(json: unknown): ReplyClock | undefined {
  return json === null ? undefined : clock.parse(json);
}

const declined = z.array(
  z.strictObject({
    agent: z.string().transform(agentId),
    at: moment,
    how: z.enum(["refused", "timed-out"]),
    reason: z.string().optional(),
  }),
);

/** Who did not take an escalation when it was offered; mostly nobody, which costs nothing. */
export function readDeclined(json: unknown): readonly Declined[] | undefined {
  return Array.isArray(json) && json.length === 0 ? undefined : declined.parse(json);
}

/** One of our own words in the text column `column`; any other is a row of another version, or written by hand. */
export function readWord<Word extends string>(column: string, words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new Error(`${column} is “${text}”, which this version does not know; it knows ${words.join(", ")}. Correct the row.`);
  return found;
}

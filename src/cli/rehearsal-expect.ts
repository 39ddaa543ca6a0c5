import { z } from "zod";
import type { ConversationStatus } from "../core/decision.ts";
import type { Played } from "./rehearsal-stage.ts";

const CONVERSATION_STATUSES = ["bot", "queued", "offered", "assigned", "closed"] as const satisfies readonly ConversationStatus[];

const NAMES =
  "action, assigned, offered, status, skill, promised, place, flags, article, says, unsaid, quiet, replies, note, alert, because";

/** What a line of a script may say of how it must come out; what it does not name may come out in any way. */
export const expectation = z.strictObject(
  {
    action: z.string("the action that comes out").optional(),
    /** The agent's id, or null: nobody. */
    assigned: z.string("the agent's id").nullable().optional(),
    skill: z.string("the skill that is asked for").nullable().optional(),
    /** The moment that is promised, with any offset, or null: none. */
    promised: z.iso.datetime({ offset: true, error: "a moment with its offset" }).nullable().optional(),
    /** The article answered with is among these. */
    article: z.string("an article's id").optional(),
    /** Some reply to a shopper holds these words. */
    says: z.string("words of a reply").optional(),
    /** True: shoppers are told nothing. */
    quiet: z.literal(true, "true").optional(),
    /** No reply to a shopper holds these words. */
    unsaid: z.string("words that no reply holds").optional(),
    /** So many replies reached shoppers since the line before: nothing is said twice. */
    replies: z.int("how many replies").min(0).optional(),
    /** One of the reasons has this code. */
    because: z.string("a reason's code").optional(),
    /** How the conversation stands. */
    status: z.enum(CONVERSATION_STATUSES, `one of ${CONVERSATION_STATUSES.join(", ")}`).optional(),
    /** The agent to whom it is offered and who has not taken it yet, or null: nobody. */
    offered: z.string("the agent's id").nullable().optional(),
    /** The place in the queue that a shopper is told, 1 is first; or null: none is told. */
    place: z.int("a place in the queue").min(1).nullable().optional(),
    /** Exactly these are remarkable about who got it; [] says nothing is. */
    flags: z.array(z.enum(["language-mismatch", "overflow"]), "a list of language-mismatch, overflow").optional(),
    /** Some remark for colleagues holds these words. */
    note: z.string("words of a remark").optional(),
    /** Somebody is alerted to this. */
    alert: z.string("an alert's code").optional(),
  },
  `an object with some of ${NAMES}`,
);

export type Expectation = z.infer<typeof expectation>;

/** A sentence for each expectation that was not met. */
export function missed(expected: Expectation | undefined, played: Played): readonly string[] {
  if (expected === undefined) return [];
  return [...missedInStanding(expected, played), ...missedInWords(expected, played)];
}

type Missed = readonly string[];

function missedInStanding(expected: Expectation, played: Played): Missed {
  const same = (name: string, wanted: string | number | null | undefined, found: string | number | null): Missed =>
    wanted === undefined || wanted === found ? [] : [`expected ${name} ${wanted ?? "none"}, found ${found ?? "none"}.`];
  const { promised, flags } = expected;
  return [
    ...same("action", expected.action, played.action),
    ...same("assigned", expected.assigned, played.assigned),
    ...same("offered", expected.offered, played.offered),
    ...same("status", expected.status, played.status),
    ...same("skill", expected.skill, played.skill),
    ...same("promised", promised === undefined ? undefined : momentOf(promised), played.promised),
    ...same("place", expected.place, played.place),
    ...same("flags", flags === undefined ? undefined : listed(flags), listed(played.flags)),
    ...same("replies", expected.replies, played.replies.length),
  ];
}

function missedInWords({ article, says, unsaid, quiet, because, note, alert }: Expectation, played: Played): Missed {
  const holds = (isMet: boolean, sentence: string): Missed => (isMet ? [] : [sentence]);
  const told = played.replies.length === 0 ? "nothing" : played.replies.map((reply) => `“${reply}”`).join(" ");
  return [
    ...holds(article === undefined || played.articles.includes(article), `expected article ${article ?? ""}, found ${played.articles.join(", ") || "none"}.`), // prettier-ignore
    ...holds(says === undefined || played.replies.some((reply) => reply.includes(says)), `expected words “${says ?? ""}”, said was ${told}.`), // prettier-ignore
    ...holds(unsaid === undefined || !played.replies.some((reply) => reply.includes(unsaid)), `expected that “${unsaid ?? ""}” is not said, said was ${told}.`), // prettier-ignore
    ...holds(quiet !== true || played.replies.length === 0, `expected silence, said was ${told}.`),
    ...holds(because === undefined || played.reasons.some(({ code }) => code === because), `expected reason ${because ?? ""}, found ${played.reasons.map(({ code }) => code).join(", ")}.`), // prettier-ignore
    ...holds(note === undefined || played.notes.some((one) => one.includes(note)), `expected remark “${note ?? ""}”, found ${played.notes.map((one) => `“${one}”`).join(" ") || "none"}.`), // prettier-ignore
    ...holds(alert === undefined || played.alerts.includes(alert), `expected alert ${alert ?? ""}, found ${played.alerts.join(", ") || "none"}.`), // prettier-ignore
  ];
}

const listed = (all: readonly string[]): string => all.toSorted().join(" ") || "none";

const momentOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

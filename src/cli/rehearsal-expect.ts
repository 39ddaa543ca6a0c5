import { z } from "zod";
import type { Played } from "./rehearsal-stage.ts";

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
    /** One of the reasons has this code. */
    because: z.string("a reason's code").optional(),
  },
  "an object with some of action, assigned, skill, promised, article, says, quiet, because",
);

export type Expectation = z.infer<typeof expectation>;

/** A sentence for each expectation that was not met. */
export function missed(expected: Expectation | undefined, played: Played): readonly string[] {
  if (expected === undefined) return [];
  const { action, assigned, skill, promised, article, says, quiet, because } = expected;
  const same = (name: string, wanted: string | null | undefined, found: string | null): readonly string[] =>
    wanted === undefined || wanted === found ? [] : [`expected ${name} ${wanted ?? "none"}, found ${found ?? "none"}.`];
  const holds = (isMet: boolean, sentence: string): readonly string[] => (isMet ? [] : [sentence]);
  const told = played.replies.length === 0 ? "nothing" : played.replies.map((reply) => `“${reply}”`).join(" ");
  return [
    ...same("action", action, played.action),
    ...same("assigned", assigned, played.assigned),
    ...same("skill", skill, played.skill),
    ...same("promised", promised === undefined ? undefined : momentOf(promised), played.promised),
    ...holds(article === undefined || played.articles.includes(article), `expected article ${article ?? ""}, found ${played.articles.join(", ") || "none"}.`), // prettier-ignore
    ...holds(says === undefined || played.replies.some((reply) => reply.includes(says)), `expected words “${says ?? ""}”, said was ${told}.`), // prettier-ignore
    ...holds(quiet !== true || played.replies.length === 0, `expected silence, said was ${told}.`),
    ...holds(because === undefined || played.reasons.some(({ code }) => code === because), `expected reason ${because ?? ""}, found ${played.reasons.map(({ code }) => code).join(", ")}.`), // prettier-ignore
  ];
}

const momentOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LANGUAGES } from "../../src/core/words.ts";
import { ROOT } from "../../src/infra/root.ts";
import { effectsOf, told } from "../support/desk-facts.ts";
import { talkWith, understandingOf, type Spoken } from "../support/talk.ts";

const folder = join(ROOT, "tests/fixtures/conversations");
const head = z.strictObject({ store: z.string(), answer: z.number().optional() });
const line = z.strictObject({
  text: z.string(),
  /** The rule, without `desk/`. */
  does: z.string(),
  /** Answered from, in order. */
  articles: z.array(z.string()).optional(),
  /** Words that the shopper is told, among others. */
  says: z.string().optional(),
  /** The whole question the text was taken for. */
  readAs: z.string().optional(),
  /** What the conversation keeps, in the order it was first named. */
  slots: z.array(z.string()).optional(),
  language: z.enum(LANGUAGES).optional(),
});
type Expected = Omit<z.infer<typeof line>, "text">;

describe("A conversation", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const understandings = new Map<string, ReturnType<typeof understandingOf>>();

  it.each(names)("goes as %s says", async (name) => {
    const [first = "", ...rest] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
    const { store, answer } = head.parse(JSON.parse(first));
    const known = understandings.get(store) ?? understandingOf(store);
    understandings.set(store, known);
    const talk = talkWith(await known, answer);
    const came: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { text, ...expected } of rest.map((json) => line.parse(JSON.parse(json)))) {
      came.push([text, outcomeOf(await talk.say(text), expected)]);
      wanted.push([text, expected]);
    }
    expect(came).toEqual(wanted);
  });
});

/** Of what came, as much as is expected to be something. */
function outcomeOf({ decision, conversation }: Spoken, expected: Expected): Expected {
  const words = told(decision).join("\n");
  const sources = effectsOf(decision, "say").flatMap(({ body }) => body.source?.articleId ?? []);
  const readAs = decision.reasons.find(({ code }) => code.startsWith("read-as-"))?.values["question"];
  return {
    does: decision.rule.replace("desk/", "").replace("ask-back", "clarify"),
    ...(expected.articles === undefined ? {} : { articles: sources }),
    ...(expected.says === undefined ? {} : { says: words.includes(expected.says) ? expected.says : words }),
    ...(expected.readAs === undefined ? {} : { readAs: String(readAs) }),
    ...(expected.slots === undefined ? {} : { slots: (conversation?.memory?.slots ?? []).map(({ value }) => value) }),
    ...(expected.language === undefined ? {} : { language: conversation?.language ?? "zh-CN" }),
  };
}

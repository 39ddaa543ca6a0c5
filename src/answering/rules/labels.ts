import type { ArticleId } from "../../core/ids.ts";
import type { Steps } from "../../core/steps.ts";
import type { Likeness } from "../../core/workbench.ts";
import type { Reading } from "../../core/understanding.ts";
import { usableAnswer } from "../../learning/rules/agent-words.ts";
import type { Case } from "./cases.ts";

/** Something that happened in a conversation, as far as it tells whether the bot was right; in order. */
export type Step =
  ShopperStep | { readonly type: "agent"; readonly text: string } | { readonly type: "rating"; readonly score: number };

export interface ShopperStep {
  readonly type: "shopper";
  readonly text: string;
  /** How it was read when it was decided; absent for buttons and while a human has the conversation. */
  readonly reading?: Reading | undefined;
  /** Why the desk did what it did: codes of `core/reasons.ts`. */
  readonly because: readonly string[];
  /** The article of the choice that was taken. */
  readonly chosen?: ArticleId | undefined;
}

/** What an agent's answer must be compared with. */
export interface Answers {
  readonly articles: readonly { readonly id: ArticleId; readonly answer: string }[];
  readonly likeness: Likeness;
}

const ANSWERED = "answer-confident";
const ASKED_BACK: readonly string[] = ["ask-back-close", "ask-back-torn"];
const HANDED_OVER: readonly string[] = ["handover-unsure", "handover-misses", "handover-language"];
/** Right after an answer: it did not help. */
const DISAPPOINTED: readonly string[] = ["asked-again", "handover-asked", "handover-asked-again", "human-requested"];
/** Right after an answer, these may be about anything. */
const UPSET: readonly string[] = ["handover-complaint", "handover-angry", "handover-danger"];
/** An agent's answer as like an article's as this says what it says; less than the other, it says something else. */
const SAME_ANSWER = 0.6;
const OTHER_ANSWER = 0.45;
const GOOD_RATING = 4;
const BAD_RATING = 2;

/**
 * The questions of a conversation of which it shows how they should have ended. What counts, strongest first: the shopper took a
 * choice (that article), or none of them fitted (a human); an agent answered what an article says (that article) or what none says
 * (a human); an answer was followed by the same question or the wish for a person (a human), or by something else or a good
 * rating (the article given). Silence says nothing, nor does an angry word, which may be about anything. One comparison a step.
 */
export function* labelsIn(steps: readonly Step[], answers: Answers): Steps<readonly Case[]> {
  const cases: Case[] = [];
  for (const [at, step] of steps.entries()) {
    yield;
    if (step.type !== "shopper" || step.reading === undefined || step.reading.urgency === "high") continue;
    const golds = yield* goldsOf(step, steps.slice(at + 1), answers);
    if (golds !== undefined) cases.push({ source: "turn", text: step.text, golds, reading: step.reading });
  }
  return cases;
}

const WHILE_WAITING = "answered-while-waiting";
const HUMAN: readonly string[] = ["handover"];

function* goldsOf(step: ShopperStep, after: readonly Step[], answers: Answers): Steps<readonly string[] | undefined> {
  const next = after.find((one): one is ShopperStep => one.type === "shopper");
  const isOf = (codes: readonly string[]): boolean => step.because.some((code) => codes.includes(code));
  // Who waits for a person and is told something goes on waiting: what is said then praises no answer.
  if (step.because.includes(WHILE_WAITING)) return undefined;
  if (step.because.includes(ANSWERED)) return goldsOfAnswer(step.reading?.candidates[0]?.articleId, after);
  if (isOf(ASKED_BACK)) {
    if (next?.chosen !== undefined) return goldsOfAnswer(next.chosen, after.slice(after.indexOf(next) + 1)) ?? [next.chosen];
    if (next?.because.includes("handover-choices-refused") === true) return HUMAN;
    return undefined;
  }
  return isOf(HANDED_OVER) ? yield* goldsOfAgent(after, answers) : undefined;
}

/** An article was given: what came next tells whether it helped. */
function goldsOfAnswer(given: ArticleId | undefined, after: readonly Step[]): readonly string[] | undefined {
  const next = after[0];
  if (given === undefined || next === undefined || next.type === "agent") return undefined;
  if (next.type === "rating") {
    if (next.score >= GOOD_RATING) return [given];
    return next.score <= BAD_RATING ? HUMAN : undefined;
  }
  if (next.because.some((code) => DISAPPOINTED.includes(code))) return HUMAN;
  return next.because.some((code) => UPSET.includes(code)) ? undefined : [given];
}

/** What an agent said until the shopper asked something else. */
function* goldsOfAgent(after: readonly Step[], { articles, likeness }: Answers): Steps<readonly string[] | undefined> {
  const lines: string[] = [];
  for (const step of after) {
    if (step.type === "agent") lines.push(step.text);
    else if (lines.length > 0) break;
  }
  const answer = usableAnswer(lines);
  if (answer === undefined) return undefined;
  let best: ArticleId | undefined;
  let most = 0;
  for (const { id, answer: known } of articles) {
    const share = likeness(answer, known);
    yield;
    if (share > most) [best, most] = [id, share];
  }
  if (best === undefined || most < OTHER_ANSWER) return HUMAN;
  return most >= SAME_ANSWER ? [best] : undefined;
}

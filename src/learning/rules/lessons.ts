import type { ArticleId, ConversationId, LaneId } from "../../core/ids.ts";
import type { Phase } from "../../core/words.ts";
import { usableAnswer } from "./agent-words.ts";

/** Something that happened in a conversation, as far as learning looks at it; in order. */
export type TalkStep = ShopperStep | AgentStep;

export interface ShopperStep {
  readonly type: "shopper";
  /** The whole question where the text was a part of one; empty for a button. */
  readonly text: string;
  /** Why the desk did what it did: codes of `core/reasons.ts`. */
  readonly because: readonly string[];
  /** The article of the choice that was taken. */
  readonly chosen?: ArticleId | undefined;
  /** The article that was answered with. */
  readonly answered?: ArticleId | undefined;
  /** What agents made of the answers that the knowledge suggested to it. */
  readonly suggested?: readonly SuggestionUsed[] | undefined;
  readonly isDanger: boolean;
  readonly phase?: Phase | undefined;
}

/** An answer that was suggested to an agent, and what became of it. */
export interface SuggestionUsed {
  readonly articleId: ArticleId;
  readonly outcome: "accepted" | "edited" | "rejected";
  /** As it was suggested, and as it was sent where it was edited. */
  readonly answer: string;
  readonly sent?: string | undefined;
}

export interface AgentStep {
  readonly type: "agent";
  readonly text: string;
}

/** One conversation in a store, and whose it was. */
export interface Talk {
  readonly conversationId: ConversationId;
  readonly shopper: LaneId;
  readonly steps: readonly TalkStep[];
}

/** A question the bot did not settle, and what became of it. */
export interface Lesson {
  readonly conversationId: ConversationId;
  readonly shopper: LaneId;
  readonly text: string;
  readonly phase?: Phase | undefined;
  /** The shopper took this article when asked back: it is what was meant. */
  readonly chose?: ArticleId | undefined;
  /** Answered with this article, and it did not help. */
  readonly unhelped?: ArticleId | undefined;
  /** What an agent answered. */
  readonly answer?: string | undefined;
}

const UNANSWERED: ReadonlySet<string> = new Set([
  "handover-unsure",
  "handover-language",
  "ask-back-close",
  "ask-back-torn",
  "asked-again",
  "out-of-scope",
]);
/** The shopper wished for a person: right after an answer it did not help. */
const WISHES: ReadonlySet<string> = new Set(["handover-asked", "handover-asked-again", "asked-again"]);

interface OpenQuestion {
  readonly text: string;
  readonly phase: Phase | undefined;
  readonly isDeclined: boolean;
  chose?: ArticleId | undefined;
  unhelped?: ArticleId | undefined;
  answer?: string | undefined;
}

/** What was answered last, while nothing else was said: its next step tells whether it helped. */
interface LastAnswer {
  readonly step: ShopperStep;
  readonly article: ArticleId;
  /** The question that was settled by a choice. */
  readonly question?: OpenQuestion | undefined;
}

/**
 * What one conversation teaches, in order. An agent's answer belongs to the question before it; a question before that, to which
 * nobody came back, has none. Signs of danger teach nothing: no article may answer them.
 */
export function lessonsIn({ conversationId, shopper, steps }: Talk): readonly Lesson[] {
  const questions: OpenQuestion[] = [];
  let waiting: OpenQuestion | undefined;
  let last: LastAnswer | undefined;
  let block: string[] = [];
  const endBlock = (): void => {
    const answer = usableAnswer(block);
    block = [];
    if (waiting === undefined || answer === undefined) return;
    waiting.answer = answer;
    waiting = undefined;
  };
  for (const step of steps) {
    if (step.type === "agent") {
      block.push(step.text);
      continue;
    }
    endBlock();
    if (step.isDanger) {
      waiting = undefined;
      last = undefined;
      continue;
    }
    const judged = judgedByAgent(step);
    const opened = disappointed(step, last) ?? questionOf(step) ?? (judged === undefined ? undefined : questionIn(step));
    if (opened !== undefined && judged !== undefined) {
      opened.chose = judged.chose;
      opened.unhelped = judged.unhelped ?? opened.unhelped;
    }
    if (opened !== undefined && !questions.includes(opened)) questions.push(opened);
    const chosenFor = step.chosen === undefined ? undefined : waiting;
    if (chosenFor !== undefined) chosenFor.chose = step.chosen;
    if (opened !== undefined) waiting = opened;
    // What the bot answers in the queue is another question than the one that waits.
    else if (step.answered !== undefined && !step.because.includes("answered-while-waiting")) waiting = undefined;
    last = step.answered === undefined ? undefined : { step, article: step.answered, question: chosenFor };
  }
  endBlock();
  return questions
    .filter(isWorthKeeping)
    .map(({ isDeclined: _isDeclined, ...question }) => ({ conversationId, shopper, ...question }));
}

/** The question whose answer did not help: the shopper asks again, or wishes for a person at once. */
function disappointed(step: ShopperStep, last: LastAnswer | undefined): OpenQuestion | undefined {
  if (last === undefined || !step.because.some((code) => WISHES.has(code))) return undefined;
  const { step: asked, article, question } = last;
  if (question !== undefined) {
    question.chose = undefined;
    question.unhelped = article;
    return question;
  }
  // Who asks again says it in other words, as a rule; a wish for a person says nothing of the matter.
  const text = step.because.includes("asked-again") && saysWords(step.text) ? step.text : asked.text;
  return saysWords(text) ? { text, phase: asked.phase, isDeclined: false, unhelped: article } : undefined;
}

function questionOf(step: ShopperStep): OpenQuestion | undefined {
  return step.because.some((code) => UNANSWERED.has(code)) ? questionIn(step) : undefined;
}

function questionIn({ text, because, phase }: ShopperStep): OpenQuestion | undefined {
  return saysWords(text) ? { text, phase, isDeclined: because.includes("out-of-scope") } : undefined;
}

/**
 * What an agent found of the answers suggested to this question: one sent as it was (or with a greeting around it) is what was
 * meant; one that was told not to fit, or was sent in other words, did not help. Undefined: nothing became of any.
 */
function judgedByAgent({ suggested = [] }: ShopperStep): Pick<OpenQuestion, "chose" | "unhelped"> | undefined {
  const taken = suggested.find(isTakenAsItIs);
  if (taken !== undefined) return { chose: taken.articleId };
  const unfit = suggested.find(({ outcome }) => outcome === "edited") ?? suggested[0];
  return unfit === undefined ? undefined : { unhelped: unfit.articleId };
}

function isTakenAsItIs({ outcome, answer, sent }: SuggestionUsed): boolean {
  if (outcome !== "edited") return outcome === "accepted";
  const inside = unspaced(answer);
  return inside !== "" && unspaced(sent ?? "").includes(inside);
}

function unspaced(text: string): string {
  return text.replace(/\s+/gu, "");
}

const MIN_QUESTION_LENGTH = 2;

function saysWords(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= MIN_QUESTION_LENGTH;
}

/** What was no business of the shop teaches only when an agent answered it all the same. */
function isWorthKeeping({ isDeclined, answer }: OpenQuestion): boolean {
  return !isDeclined || answer !== undefined;
}

import type { Effect, Reason } from "../../core/decision.ts";
import type { Candidate } from "../../core/understanding.ts";
import type { Chosen } from "./action.ts";
import { HUMAN_CHOICE } from "./choice.ts";
import { because, BOT, say, sayText } from "./conversation.ts";
import { memoryOf, recentAnswer, timesGiven } from "./memory.ts";
import { answerWith, handOver, sayArticle, withHuman, type Reply, type Turn } from "./reply.ts";
import { textFor, type TextName } from "./texts.ts";

/** An article less likely than this is not offered to somebody whom another one did not help. */
const WORTH_OFFERING = 0.1;
/** Who was told so often what an article says is not told again: a human is called. */
const TIMES_BEFORE_HUMAN = 2;

/** Answers, unless the shopper had this very answer a moment ago: it did not help, and saying it again would not either. */
export function answerOnce(turn: Turn, best: Candidate, chosen: Chosen): Reply {
  const { conversation, facts } = turn;
  const times = timesGiven(memoryOf(conversation), best.articleId, facts.now);
  if (times === 0) return answerWith(conversation, [best], chosen.reasons);
  const others = chosen.candidates.filter(
    ({ articleId, confidence }) => articleId !== best.articleId && confidence >= WORTH_OFFERING,
  );
  return offerMore(turn, { article: best, times, others });
}

/** “不是” after an answer: it did not help. After an offer: none of these. Else there is nothing it could mean. */
export function takeNo(turn: Turn, chosen: Chosen): Reply {
  const { conversation, facts } = turn;
  const articles = conversation.choices.filter(({ id }) => id !== HUMAN_CHOICE);
  const isHumanOffered = articles.length < conversation.choices.length;
  if (isHumanOffered && articles.length > 0) return handOver(turn, { reasons: [because("handover-choices-refused")] });
  const memory = memoryOf(conversation);
  const articleId = recentAnswer(memory, facts.now);
  // Who was only asked “shall I get a person?” and says no wants none.
  if (isHumanOffered || articleId === undefined) return chat(turn, "yes", chosen.reasons);
  const times = timesGiven(memory, articleId, facts.now);
  return offerMore(turn, { article: { articleId }, times, others: [] });
}

/** “好的” to what was offered was taken before this; to several choices it says nothing. */
export function takeYes(turn: Turn, chosen: Chosen): Reply {
  return turn.conversation.choices.length > 1 ? offerAgain(turn, chosen.reasons) : chat(turn, "yes", chosen.reasons);
}

/** “再说一遍”: what was said last, an offer or an answer; who asks that once more gets a human. */
export function sayAgain(turn: Turn, chosen: Chosen): Reply {
  const { conversation, facts } = turn;
  if (conversation.choices.some(({ id }) => id === HUMAN_CHOICE)) return offerAgain(turn, chosen.reasons);
  const last = facts.lastAnswer;
  if (last === undefined) return chat(turn, "unclear", [...chosen.reasons, because("nothing-to-repeat")]);
  const times = timesGiven(memoryOf(conversation), last.articleId, facts.now);
  if (times >= TIMES_BEFORE_HUMAN) return offerMore(turn, { article: last, times, others: [] });
  const before = textFor(facts.policy, { name: "repeat", language: conversation.language });
  return {
    rule: "desk/repeat",
    effects: [sayArticle(conversation, last, `${before}\n`)],
    reasons: [because("repeated", { title: last.title })],
    about: last.articleId,
  };
}

interface Given {
  readonly article: Pick<Candidate, "articleId">;
  /** How often it was what the shopper wanted to know, before this turn. */
  readonly times: number;
  readonly others: readonly Candidate[];
}

function offerMore(turn: Turn, { article, times, others }: Given): Reply {
  const { conversation, facts, reading } = turn;
  const { articleId } = article;
  const told = because("asked-again", { article: articleId, times: times + 1 });
  if (times >= TIMES_BEFORE_HUMAN)
    return { ...handOver(turn, { skill: reading.skill, reasons: [told, because("handover-asked-again")] }), about: articleId };
  const choices = withHuman(turn, others);
  const text = textFor(facts.policy, { name: offerText(turn, others), language: conversation.language });
  const changes = { choices, misses: conversation.misses + 1 };
  return {
    rule: "desk/asked-again",
    effects: [say(conversation, BOT, { text, choices }), { type: "change-conversation", changes }],
    reasons: [told],
    about: articleId,
  };
}

// Who went on with a size or a colour was helped, but the article says no more than it said.
function offerText({ reading }: Turn, others: readonly Candidate[]): TextName {
  if (reading.readAs?.because === "follow-up") return "asked-more";
  return others.length === 0 ? "asked-again-alone" : "asked-again";
}

function offerAgain({ conversation, facts }: Turn, reasons: readonly Reason[]): Reply {
  const { choices, language } = conversation;
  const text = textFor(facts.policy, { name: "ask-back", language });
  return { rule: "desk/ask-back", effects: [say(conversation, BOT, { text, choices })], reasons };
}

function chat({ conversation, facts }: Turn, name: TextName, reasons: readonly Reason[]): Reply {
  const told = sayText({ policy: facts.policy, conversation }, name);
  const settled: Effect = { type: "change-conversation", changes: { choices: [] } };
  return { rule: "desk/small-talk", effects: conversation.choices.length === 0 ? [told] : [told, settled], reasons };
}

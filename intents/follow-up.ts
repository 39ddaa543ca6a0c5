import type { QuestionContext } from "../src/core/understanding.ts";
import type { Entity } from "./entities/entity.ts";
import { findEntities } from "./entities/find.ts";

/** Who writes more says what is meant. */
const MAX_LENGTH = 40;
/** “那北京呢” has as little of its own; longer ones ask something. */
const MAX_OWN_CHINESE = 6;
const MAX_OWN_WORDS = 3;

/** Words with which a talk goes on, before and after what is new. */
const BEFORE =
  /^(?:那么|那|如果|要是|换成|换|还有|另外|这个|and|but|then|what about|how about|is it the same for|in|the|for| |,)+/u;
const AFTER = /(?:呢|的话|的|怎么样|咋样|\b(?:ones?|then|instead|too)\b|[?!。., ])+$/u;
/** One of these must be there unless nothing but named things is. */
const GOES_ON = /^(?:那|还有|换成|如果是|要是|and\b|what about\b|how about\b|but\b)|呢[?。!]*$/u;
/** Around named things these ask nothing more than “that one?”. */
const FILLERS =
  /那么|那|如果|要是|换成|还有|有没有|可以|呢|的话|的|有|吗|么|嘛|要|我|想|换|是|色|款|码|号|个|件|条|双|呀|啊|哦|吧|也|买|穿|身高|体重|\b(?:and|what|how|about|the|ones?|in|is|for|an?|do|you|have|it|there|size|colou?r|i|am|i'm|my|with|or|same|too|then|then|but)\b|[^\p{L}\p{N}]/gu;
/** Who asks like this asks something of their own. */
const OWN_QUESTION =
  /怎|什么|啥|多[少久大长]|几|哪|谁|能|会|可以|吗|么|是不是|有没有|为|\b(?:how|when|why|where|who|which|can|could|do|does|will|is|are)\b/u;

/**
 * The whole question that a short text stands for after the topic's (“黑色的M码有吗” … “那红色的呢” → “红色的M码有吗”);
 * undefined when it does not read like going on. Expects normalised texts; so is what it returns.
 */
export function followUp(text: string, { topic }: QuestionContext): string | undefined {
  if (topic === undefined || text.length > MAX_LENGTH) return undefined;
  const named = findEntities(text);
  if (named.length > 0) return onlyNames(text, named) ? replaceNamed(topic, named) : undefined;
  if (!GOES_ON.test(text)) return undefined;
  const own = text.replace(BEFORE, "").replace(AFTER, "");
  const isShort = /\p{Script=Han}/u.test(own) ? own.length <= MAX_OWN_CHINESE : own.split(" ").length <= MAX_OWN_WORDS;
  return own === "" || !isShort || OWN_QUESTION.test(own) ? undefined : `${topic} ${own}`;
}

/** Whether a text has nothing but these and words that ask nothing. */
export function onlyNames(text: string, named: readonly Entity[], fillers = FILLERS): boolean {
  let rest = "";
  let at = 0;
  for (const { start, end } of named) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return (rest + text.slice(at)).replace(fillers, "") === "";
}

/** The topic with what is named now in place of what was named of the same kind; what is new of its kind stands at the end. */
export function replaceNamed(topic: string, named: readonly Entity[]): string {
  let question = topic;
  for (const { kind, text } of named) {
    const before = findEntities(question).findLast((entity) => entity.kind === kind);
    question = before === undefined ? `${question} ${text}` : question.slice(0, before.start) + text + question.slice(before.end);
  }
  return question;
}

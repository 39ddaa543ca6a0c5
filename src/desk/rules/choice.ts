import type { MessageReceived } from "../../core/incoming.ts";
import type { Reading } from "../../core/understanding.ts";
import type { Choice } from "../../core/words.ts";
import { isAct } from "./action.ts";

/** The id of the choice that calls a human instead of naming an article. */
export const HUMAN_CHOICE = "human";

type Said = Pick<MessageReceived, "text" | "choice">;

/**
 * Which of the offered choices a message takes: as `choiceOf` says, and “好的” takes what alone was offered. Words of
 * danger and “不是” take none.
 */
export function takenChoice(message: Said, choices: readonly Choice[], reading: Reading | undefined): Choice | undefined {
  const isElse = reading !== undefined && (reading.urgency === "high" || isAct(reading, "no"));
  if (message.choice === undefined && isElse) return undefined;
  const named = choiceOf(message, choices);
  if (named !== undefined || reading === undefined || !isAct(reading, "yes")) return named;
  const articles = choices.filter(({ id }) => id !== HUMAN_CHOICE);
  if (articles.length === 1) return articles[0];
  return choices.length === 1 ? choices[0] : undefined;
}

/**
 * Which of the offered choices a message names: by its id, its number (“2”, “第二个”, “the second one”, “最后一个”), its very words,
 * or words that are part of exactly one of them (“要退货那个”).
 */
export function choiceOf(message: Said, choices: readonly Choice[]): Choice | undefined {
  if (message.choice !== undefined) return choices.find(({ id }) => id === message.choice);
  const text = message.text.normalize("NFKC").trim().toLowerCase();
  if (choices.length === 0 || text === "" || text.length > MAX_NAMING_LENGTH) return undefined;
  const place = placeIn(text, choices);
  if (place !== undefined) return choices[place];
  return choices.find(({ label }) => fold(label) === text) ?? namedBy(text, choices);
}

/** Who takes a choice does not tell a story. */
const MAX_NAMING_LENGTH = 40;

const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const DIGITS = "一二三四五六七八九";
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

// Classes of single characters: alternatives of several could be read in many ways, and cost time without end.
const CHINESE_PLACE =
  /^[我想要问問选選就是点點的]*第?\s*([1-9一二两兩三四五六七八九])\s*[个個号號条條项項种種]?(?:问题|問題|选项|選項)?[吧啊呀呢哦哈的那]*[.。、,!)]*$/u;
const ENGLISH_PLACE =
  /^(?:i (?:want|mean|meant|choose|pick)|i'd like|it's|take|choose|pick|go with)?\s*(?:the\s+)?(?:(?:number|no\.?|option|choice|#)\s*)?(?:([1-9])(?:st|nd|rd|th)?|([a-z]+))(?:\s+(?:one|option|choice|question))?(?:\s+please)?[.!]*$/u;
const LAST = /^[我想要选選就是]*最(?:后|後|下|底)[面下]?[的那一]*[个個条條项項]?吧?$|^the last(?: one)?$/u;
const FIRST = /^[我想要选選就是]*最[上前]面?[的那一]*[个個条條项項]?吧?$/u;

/** Position of the choice that a text counts out. “最后一个” is the last article, never the way to a human after it. */
function placeIn(text: string, choices: readonly Choice[]): number | undefined {
  if (FIRST.test(text)) return 0;
  if (LAST.test(text)) return choices.filter(({ id }) => id !== HUMAN_CHOICE).length - 1;
  const chinese = CHINESE_PLACE.exec(text)?.[1];
  // “一个”, “两个” alone are amounts as often as places: without 第 or a verb only a digit counts.
  if (chinese !== undefined && (/[1-9]/.test(chinese) || /第|选|選|点|點/u.test(text))) return placeOf(chinese);
  const english = ENGLISH_PLACE.exec(text);
  if (english?.[1] !== undefined) return Number(english[1]) - 1;
  const word = english?.[2];
  if (word === undefined) return undefined;
  const at = ORDINALS.indexOf(word);
  if (at >= 0) return at;
  return /number|option|choice|#/u.test(text) && NUMBER_WORDS.includes(word) ? NUMBER_WORDS.indexOf(word) : undefined;
}

function placeOf(digit: string): number {
  if (/[1-9]/.test(digit)) return Number(digit) - 1;
  return digit === "两" || digit === "兩" ? 1 : DIGITS.indexOf(digit);
}

/** Words with which somebody points at a choice, before and after the words that name it. */
const POINTING_BEFORE =
  /^[我想要问問说說选選就是的]+|^(?:i (?:want|mean|meant)|i'd like|it's)?\s*(?:the one about|the|about)\s+/u;
const POINTING_AFTER =
  /(?:[的那这這]+一?[个個条條种種]?[吧啊呀呢哦]*|[吧啊呀呢哦]+)[.。!,]*$|\s+(?:one|option)(?:\s+please)?[.!]*$/u;
const MIN_NAME_LENGTH = 2;

/** The one choice whose label has these words; undefined when none or several have them. */
function namedBy(text: string, choices: readonly Choice[]): Choice | undefined {
  const pointed = text.replace(POINTING_BEFORE, "").replace(POINTING_AFTER, "").trim();
  // Nobody was asked “which one?” when there is no way out among the choices: then a bare word is a question of its own.
  const isAsked = choices.some(({ id }) => id === HUMAN_CHOICE);
  for (const name of [text, pointed]) {
    if (name.length < MIN_NAME_LENGTH || (!isAsked && name === text)) continue;
    const meant = choices.filter(({ label }) => fold(label).includes(name));
    if (meant.length === 1) return meant[0];
  }
  return undefined;
}

import { findEntities } from "./entities/find.ts";
import type { Normalised } from "./normalise.ts";

/** Whose order, parcel or telephone it is says nothing of what is asked. */
const NUMBERS: ReadonlySet<string> = new Set(["order-number", "tracking-number", "phone"]);
/** Shorter runs are no such number; most texts have none and are not looked through. */
const LONG_RUN = /\d(?:[ -]?[\da-z]){6}/u;
/** What such a number is called, just before it. */
const LABEL =
  /(?:(?:订|运|快递|物流)?单(?:编)?号(?:码)?|订单|手机号码?|电话号?码?|尾号|\b(?:order|tracking|parcel|phone)(?: number| no\.?| id))[ :：是为#]*$/u;
/** Words around a number that is only handed over: “还有个电话…”, “这是我的…”. */
const AROUND = /[我你您他的是这那个还有就了吗呢啊哦嗯给发在]/gu;
/** Of less nothing is asked. */
const FEWEST_LETTERS = 2;

/** The question as it is matched, without the numbers in it, which no article has: “订单 2023…, 多久发货” asks “多久发货”. */
export function withoutNumbers(question: Normalised): Normalised {
  if (!LONG_RUN.test(question.text)) return question;
  const spans = findEntities(question.text).filter(({ kind }) => NUMBERS.has(kind));
  let text = question.text;
  for (const { start, end } of spans.toReversed()) text = `${text.slice(0, start).replace(LABEL, "")} ${text.slice(end)}`;
  text = text
    .replace(/ {2,}/gu, " ")
    .replace(/^[\s,，。.:：;；、#-]+/u, "")
    .trim();
  return (text.replace(AROUND, "").match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? question : { ...question, text };
}

import { pureCourtesy } from "../courtesy.ts";
import { findDanger } from "../danger.ts";
import { findEntities } from "../entities/find.ts";
import { normalise, type Normalised } from "../normalise.ts";
import { findBareNumber } from "../numbers.ts";
import { actOfWords } from "../short-acts.ts";
import { findComplaint, findHumanWish, withoutRefusal } from "../wishes.ts";

/** What is asked of the service, and in which language's phrasings the answer is looked for. */
export interface Wording {
  readonly text: string;
  readonly isEnglish: boolean;
}

/** No more of a text goes out: models read some five hundred characters, and some refuse what is longer. */
const MAX_SENT = 400;

/** What a number is called in place of the number: it is nobody else's business, and means nothing. */
const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "order-number": ["订单号", "order number"],
  "tracking-number": ["快递单号", "tracking number"],
  phone: ["手机号", "phone number"],
};

/**
 * A question's words as the service gets them: normalised, without numbers that belong to a person. Undefined for what no article
 * could answer: greetings, numbers alone, calls for a person and dangers are nobody else's to hear.
 */
export function wordingOf(raw: string): Wording | undefined {
  const whole = normalise(raw);
  if (!mayBeAnswered(whole)) return undefined;
  const text = withoutRefusal(whole);
  const named = findEntities(text.text).filter(({ kind }) => kind in NAMES);
  let wording = "";
  let at = 0;
  for (const { kind, start, end } of named) {
    wording += `${text.text.slice(at, start)} ${NAMES[kind]?.[text.language === "en" ? 1 : 0] ?? ""} `;
    at = end;
  }
  const sent = cut(wording + text.text.slice(at));
  return sent === "" ? undefined : { text: sent, isEnglish: text.language === "en" };
}

/** As much of a text as goes out; of an article's phrasing, which is normalised already, too. */
export function cut(text: string): string {
  if (text.length <= MAX_SENT) return text.trim();
  // A character that was cut in two is none.
  return text
    .slice(0, MAX_SENT)
    .replace(/\p{Surrogate}$/u, "")
    .trim();
}

function mayBeAnswered(text: Normalised): boolean {
  if (!/[\p{L}\p{N}]/u.test(text.whole)) return false;
  if (actOfWords(text.whole) !== undefined || pureCourtesy(text.whole) !== undefined) return false;
  if (findBareNumber(text) !== undefined || findDanger(text) !== undefined) return false;
  return findHumanWish(text) === undefined && findComplaint(text) === undefined;
}

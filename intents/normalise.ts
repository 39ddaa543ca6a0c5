import { stripCourtesy } from "./courtesy.ts";
import { detectLanguage, type WrittenLanguage } from "./language.ts";
import { simplify } from "./simplify.ts";

/** No text is read further than this, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;

export interface Normalised {
  /** As it came, uncut. */
  readonly raw: string;
  /** Folded, Simplified, lower case, without decoration; everything that was said is still there. */
  readonly whole: string;
  /** `whole` without courtesy around it: what is asked. Never empty unless `whole` is. */
  readonly text: string;
  readonly language: WrittenLanguage;
  readonly isTraditional: boolean;
}

/** Brings a text into the one form in which texts are compared. Accepts any string, lone surrogates included. */
export function normalise(raw: string): Normalised {
  const folded = fold(raw);
  const { text: simplified, isTraditional } = simplify(joinSpacedOut(folded));
  const whole = simplified.toLowerCase();
  return { raw, whole, text: stripCourtesy(whole), language: detectLanguage(whole), isTraditional };
}

function fold(raw: string): string {
  return raw
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\p{Surrogate}/gu, " ")
    .normalize("NFKC")
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\p{Surrogate}/gu, " ")
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, "")
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cc}\p{Co}\p{Cn}]/gu, " ")
    .replace(/\[[\p{Script=Han}]{1,4}\]/gu, " ")
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim();
}

/** “怎 么 退 货” → “怎么退货”: three and more single characters in a row were spaced out by hand. */
function joinSpacedOut(text: string): string {
  if (!text.includes(" ")) return text;
  return text.replace(/(?<![^ ])\p{Script=Han}(?: \p{Script=Han}){2,}(?![^ ])/gu, (run) => run.replaceAll(" ", ""));
}

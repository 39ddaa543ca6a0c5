type Places = readonly (readonly [RegExp, string])[];

/** Where `{shopper}` stands, and what is said there; the first that fits. */
const CHINESE: Places = [
  // “{shopper}，您好”: the 您 that follows is enough; “亲爱的您” needs both.
  [/(?<!的)\{shopper\}[，,、\s]{0,2}(?=[您你])/g, ""],
  [/\{shopper\}/g, "您"],
];

const ENGLISH: Places = [
  [/\b(hi|hello|hey|good (?:morning|afternoon|evening)),?\s+\{shopper\}/gi, "$1 there"],
  [/\b(dear)\s+\{shopper\}/gi, "$1 customer"],
  [/^\s*\{shopper\}(?=[,!.:])/g, "Hello"],
  // “Thank you, {shopper}!”
  [/,\s*\{shopper\}/g, ""],
  [/\{shopper\}/g, "you"],
];

/** A phrase as it is said to a shopper without a name: 您, “there”, or nothing where that reads better. */
export function toUnnamed(text: string): string {
  let said = text;
  for (const [place, words] of /\p{Script=Han}/u.test(text) ? CHINESE : ENGLISH) said = said.replace(place, words);
  return said;
}

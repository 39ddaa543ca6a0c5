/** One width, one Chinese, small letters; nothing is left out, so that what is found can be shown. */
export function plainly(text: string): string {
  const narrow = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/gu, "");
  return narrow.replace(TRADITIONAL_SIGNS, (sign) => SIMPLIFIED.get(sign) ?? sign);
}

/** Pairs of a traditional sign and its simplified one: only those of the words that promises are made of. */
const PAIRS =
  "賠赔償偿補补給给妳你塊块錢钱還还紅红圓元圆元貼贴轉转帳账賬账發发們们這这會会現现馬马幫帮個个筆笔額额沒没辦办無无請请說说運运費费險险萬万兩两為为約约總总" +
  "單单貨货數数嗎吗麼么問问訂订後后應应該该諾诺從从過过項项對对頭头剛刚經经還还條条價价損损壞坏選选擇择開开規规則则態态關关於于";
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, traditional = "", simplified = ""]) => [traditional, simplified]),
);
const TRADITIONAL_SIGNS = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");

// Within 1,200.50 nothing ends.
const CLAUSE_END = /,(?!(?<=\d,)\d{3}(?!\d))|\.(?!(?<=\d\.)\d)|[，。!！?？~;；、\n]|但是?|不过|所以|就/u;

/** What of a text stands before this place in its clause. */
export function clauseBefore(text: string, at: number): string {
  return text.slice(0, at).split(CLAUSE_END).at(-1) ?? "";
}

/** The rest of the clause, from this place on. */
export function clauseAfter(text: string, at: number): string {
  return text.slice(at).split(CLAUSE_END)[0] ?? "";
}

/** One of these words. */
export const any = (...words: readonly string[]): string => `(?:${words.join("|")})`;

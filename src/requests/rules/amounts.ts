const DIGITS = String.raw`(?<![\d.,/:])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?![\d.]*\d)(?:[千百万kw])?`;
const NUMERAL = "[零〇一二两三四五六七八九十百千万]{1,9}";

/** A number of yuan as people write it: 50, 1,200.50, 2千, 五十. */
export const NUMBER = `(?:${DIGITS}|${NUMERAL})`;
export const CURRENCY = String.raw`(?:[¥￥$€£]|rmb|cny)`;
export const UNIT = "(?:元钱?|块钱?|圆|人民币|rmb|cny|yuan|kuai)";
/** What may follow a number without a currency that is money all the same; of days, pieces, orders and dates it is none. */
export const BARE_END = String.raw`(?=\s*(?:$|[，,。!！?？~;；、)）\n]|\.(?!\d)|吧|哈|哦|呢|啦|了|可|行|好|给|左右|以内|整|作为|当|怎|您|你|先|ok))`;

/** Of such a number with or without its currency; undefined where it is none. Of another currency it counts as so many yuan, which is too few. */
export function fenIn(words: string): number | undefined {
  // Of a range the agent must be able to give the most.
  const most = words.split(/[-~至到]/u).at(-1) ?? "";
  const digits = /(\d[\d,]*(?:\.\d{1,2})?)\s*([千百万kw])?/u.exec(most);
  if (digits !== null) return Math.round(Number((digits[1] ?? "").replaceAll(",", "")) * (TIMES[digits[2] ?? ""] ?? 1) * 100);
  const numeral = /[零〇一二两三四五六七八九十百千万]+/u.exec(most);
  return numeral === null ? undefined : wholeIn(numeral[0]) * 100;
}

const TIMES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, k: 1_000, 万: 10_000, w: 10_000 };
const ONES = "零一二三四五六七八九";

/** Chinese numerals up to the ten thousands: 五十 → 50, 一百二 → 120, 两千零五 → 2005. */
function wholeIn(numeral: string): number {
  let all = 0;
  let section = 0;
  let digit = 0;
  let last = 1;
  for (const sign of numeral.replaceAll("〇", "零").replaceAll("两", "二")) {
    const one = ONES.indexOf(sign);
    if (one >= 0) {
      digit = one;
      if (one === 0) last = 1;
      continue;
    }
    last = sign === "十" ? 10 : (TIMES[sign] ?? 1);
    if (last === 10_000) {
      all += (section + digit) * last;
      section = 0;
    } else section += (digit === 0 ? 1 : digit) * last;
    digit = 0;
  }
  // 一百二 is 120, 一百零二 is 102.
  return all + section + digit * (last >= 100 ? last / 10 : 1);
}

const CHINESE = "(?<![零一二两三四五六七八九十百千万几\\d.])[零一二两三四五六七八九十百千万]{1,10}";
const ARABIC = String.raw`\d{1,7}(?:\.\d{1,2})?(?:[百千万]\d?)?`;

/**
 * Source of a pattern for a written number, Arabic or Chinese, in a group called `n`. It does not start inside a longer number,
 * a word or a version. Bounded, so that matching stays linear.
 */
export const NUMBER = String.raw`(?<n>(?<![\d.a-z])${ARABIC}(?!\d)|${CHINESE})`;
/** The same with commas between thousands, for money alone: in “1米65,108斤” the comma parts two numbers. */
export const NUMBER_WITH_COMMAS = String.raw`(?<n>(?<![\d.a-z]|\d,)(?:\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?|${ARABIC})(?!\d)|${CHINESE})`;

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

/**
 * The number that a folded text writes: “1,299.5”, “一百二十”, “一百三” (130), “两百零五”, “一六五” (165), “1万2” (12000).
 * Undefined for what is no number, “一百三四十” among them.
 */
export function readNumber(written: string): number | undefined {
  const text = written.replace(/[, ]/gu, "");
  if (/^\d{1,15}(?:\.\d{1,6})?$/u.test(text)) return Number(text);
  if (/^[零幺一二两三四五六七八九]{2,}$/u.test(text)) return Number(digitsOf(text));
  if (!/^[零一二两三四五六七八九十百千万\d.]{1,12}$/u.test(text)) return undefined;
  return readUnits(text);
}

/** As `readNumber`, where things are counted: “三四件” are three or four, not 34, and so no number. */
export function readCount(written: string): number | undefined {
  return /^[一二两三四五六七八九]{2}$/u.test(written) ? undefined : readNumber(written);
}

/** “幺三八” → “138”; Arabic digits stay, everything else goes. */
export function digitsOf(text: string): string {
  return [...text].map((character) => DIGITS[character]?.toString() ?? (/^\d$/u.test(character) ? character : "")).join("");
}

function readUnits(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let pending: number | undefined;
  let lastUnit = 10;
  for (const token of text.match(/\d+(?:\.\d+)?|[^]/gu) ?? []) {
    const unit = UNITS[token];
    const digit = DIGITS[token] ?? (/^\d/u.test(token) ? Number(token) : undefined);
    if (unit !== undefined) {
      if (unit === 10_000) total = (total + section + (pending ?? 0)) * unit;
      section = unit === 10_000 ? 0 : section + (pending ?? 1) * unit;
      pending = undefined;
      lastUnit = unit;
    } else if (digit === 0 && token === "零") {
      lastUnit = 10;
    } else if (digit === undefined || pending !== undefined) {
      return undefined;
    } else {
      pending = digit;
    }
  }
  // “一百三” is 130: the digit at the end stands one unit below the last one named.
  const scale = pending !== undefined && pending < 10 ? lastUnit / 10 : 1;
  return total + section + (pending ?? 0) * scale;
}

import type { Reason } from "../../core/decision.ts";

/** What stands in place of the hidden part. */
const STARS = "****";

// Between two digits of one number people put up to two of these: a space, a hyphen, a dot, a bracket, a character without width.
const GAP = String.raw`[\s.()·_\-\u2010-\u2015\u200b-\u200d\u2060\ufeff]{0,2}`;
const OF_NO_LONGER_NUMBER = String.raw`(?<!\d)`;
const ENDS = String.raw`(?!\d)`;
const COUNTRY = String.raw`(?:(?:\+|00)?86${GAP})?`;

function number(form: string): RegExp {
  return new RegExp(`${OF_NO_LONGER_NUMBER}${form}${ENDS}`, "gu");
}

const NUMBERS: readonly RegExp[] = [
  // Abroad, Hong Kong, Macau and Taiwan, dialled with + or 00.
  number(String.raw`(?:\+|00)[1-9](?:${GAP}\d){8,13}`),
  // Mainland mobile numbers, their digits together or apart.
  number(String.raw`${COUNTRY}1[3-9]\d(?:${GAP}\d){8}`),
  number(String.raw`1[\s\-.、,][3-9](?:[\s\-.、,]\d){9}`),
  // Landlines with their area code, and Taiwan's numbers as they are dialled there.
  number(String.raw`0\d{2,3}${GAP}[1-9]\d{2,3}${GAP}\d{4}`),
  number(String.raw`0[2-8][)\s-]{1,2}\d{3,4}${GAP}\d{4}`),
  number(String.raw`09\d{2}${GAP}\d{3}${GAP}\d{3}`),
  // Without an area code a number is one only where it is said to be.
  number(String.raw`(?<=(?:电话|電話|手机|手機|座机|座機|致电|call|phone|tel)[^\d\n]{0,4})[2-9]\d{2,3}${GAP}\d{4}`),
  /[幺一][三四五六七八九](?:[,、 -]?[零〇幺一二三四五六七八九]){9}(?![零〇幺一二三四五六七八九十百千])/gu,
];
const DIGIT = /[\d零〇幺一二三四五六七八九]/u;

// From the street down to the door; what stands before (the town) says where, not who.
const DOOR =
  /(\p{Script=Han}{1,10}(?:街道|路|街|大道|巷|弄|村|小区|小區|花园|花園|苑|大厦|大廈|广场|廣場|新村))\s?[甲乙丙丁]?\s?[\d一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座弄#-]|单元|單元)(?:\s?[\dA-Za-z一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座室楼樓层層#-]|单元|單元)?){0,5}/gu;

/** A text with telephone numbers and the ends of addresses hidden. Hiding twice is hiding once. */
export function hidePersonal(text: string): string {
  const plain = asPlainDigits(text);
  const shown = text.split("");
  for (const form of NUMBERS) for (const found of plain.matchAll(form)) if (!isRowOfPrices(found[0])) hideDigits(shown, found);
  for (const found of plain.matchAll(DOOR)) {
    const [whole, street = ""] = found;
    shown.fill("", found.index + street.length, found.index + whole.length);
    shown[found.index + street.length] = STARS;
  }
  return shown.join("");
}

/** A reason whose words, of shoppers or colleagues, have what is personal hidden. */
export function hideInReason({ code, values }: Reason): Reason {
  const hidden = Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? hidePersonal(value) : value]);
  return { code, values: Object.fromEntries(hidden) };
}

/** “139.9 139.9 139” has as many digits as a number, but groups that nobody makes of one. */
function isRowOfPrices(found: string): boolean {
  const [, ...groups] = found.match(/\d+/g) ?? [];
  return groups.some(({ length }) => length === 1) && groups.some(({ length }) => length > 1);
}

// The last four stay, so that it can be told from another; the four before them go.
const LAST = 4;
const HIDDEN = 4;

function hideDigits(shown: string[], { 0: whole, index }: RegExpExecArray): void {
  const places = whole.split("").flatMap((character, at) => (DIGIT.test(character) ? [index + at] : []));
  for (const place of places.slice(-LAST - HIDDEN, -LAST)) shown[place] = "*";
}

/** Full-width digits and signs as plain ones, each in its place. */
function asPlainDigits(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

import type { Carrier, Platform } from "./entity.ts";

/** What a bare row of digits is, by its length and first digits. */
export type Nature =
  { readonly type: "order"; readonly platform?: Platform | undefined } | { readonly type: "parcel"; readonly carrier: Carrier };

/** The shortest row that is taken for an order's without a word beside it. */
const SHORTEST_BARE = 10;
const LONGEST = 24;

/**
 * Undefined for what is no order and no parcel: telephones, identity cards, bank cards, barcodes, timestamps, short numbers.
 * Carriers' and platforms' forms are as seen on their labels; they overlap, so this is a guess that a person can correct.
 */
export function natureOf(digits: string): Nature | undefined {
  const { length } = digits;
  if (length < SHORTEST_BARE || length > LONGEST || digits.startsWith("0")) return undefined;
  if (/^1[3-9]\d{9}$/u.test(digits) || /^[48]00\d{7}$/u.test(digits) || /^(\d)\1+$/u.test(digits)) return undefined;
  if (length === 13 && digits.startsWith("69")) return undefined;
  if (isTimestamp(digits) || isIdentityCard(digits) || isBankCard(digits)) return undefined;
  const carrier = carrierOf(digits);
  return carrier === undefined ? { type: "order", platform: platformOf(digits) } : { type: "parcel", carrier };
}

/** The platform whose numbers look like this; several platforms share a length, so most stay undefined. */
export function platformOf(number: string): Platform | undefined {
  if (/^\d{6}-\d{15}$/u.test(number)) return "pdd";
  if (/^[1-4]\d{17,18}$/u.test(number)) return "taobao";
  if (/^[56]\d{17,18}$/u.test(number)) return "douyin";
  return /^[1-3]\d{11}$/u.test(number) ? "jd" : undefined;
}

function carrierOf(digits: string): Carrier | undefined {
  if (/^(?:7[3568]\d{10}|7[3568]\d{12})$/u.test(digits)) return "zto";
  if (/^77\d{10}(?:\d{3})?$/u.test(digits)) return "sto";
  if (/^(?:4[2-6]|31|38)\d{11}$/u.test(digits)) return "yunda";
  return undefined;
}

/** yyyymmddhhmmss, as people copy it beside their order. */
function isTimestamp(digits: string): boolean {
  return /^20[1-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/u.test(digits);
}

const CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a date in the middle and a check digit at the end. */
function isIdentityCard(digits: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/u.test(digits)) return false;
  let sum = 0;
  for (const [at, weight] of CARD_WEIGHTS.entries()) sum += weight * Number(digits.charAt(at));
  return "10X98765432".charAt(sum % 11) === digits.charAt(17);
}

/** UnionPay, ISO 7812. */
function isBankCard(digits: string): boolean {
  if (!/^62\d{14}(?:\d{3})?$/u.test(digits)) return false;
  let sum = 0;
  for (const [fromRight, digit] of [...digits].reverse().entries()) {
    const doubled = fromRight % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

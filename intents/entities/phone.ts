import type { Finder, Found } from "./entity.ts";
import { digitsOf } from "./numerals.ts";
import { before, pattern, spanOf } from "./pattern.ts";

type PhoneType = Extract<Found, { kind: "phone" }>["value"]["type"];

const CHINA = String.raw`(?:(?:\+|00)?86[ -]?)?`;

/** Each form of number that is dialled from mainland China; a number in a longer row of digits is none. */
const FORMS: readonly { readonly type: PhoneType; readonly form: RegExp }[] = [
  { type: "mobile", form: pattern(String.raw`(?<![\d.a-z+-])${CHINA}1[3-9]\d{9}(?![\d-]|[ ]\d{4} )`) },
  { type: "mobile", form: pattern(String.raw`(?<![\d.a-z+]|\d[ -])${CHINA}1[ -]?[3-9](?:[ -]?\d){9}(?![ -]?\d)`) },
  { type: "mobile", form: pattern(String.raw`(?<!\d)1[3-9]\d\*{4,5}\d{4}(?!\d)`) },
  {
    type: "mobile",
    form: pattern(
      "(?<![零幺一二三四五六七八九])[幺一][三四五六七八九](?:[,、 -]?[零幺一二三四五六七八九]){9}(?![零幺一二三四五六七八九十百千])",
    ),
  },
  { type: "hotline", form: pattern(String.raw`(?<![\d.+a-z]|\d[ -])[48]00[ -]?\d{3,4}[ -]?\d{3,4}(?<=\d)(?![ -]?\d)`) },
  { type: "taiwan", form: pattern(String.raw`(?<![\d.a-z]|\d[ -])(?:\+886[ -]?9|09)\d{2}[ -]?\d{3}[ -]?\d{3}(?![ -]?\d)`) },
  { type: "taiwan", form: pattern(String.raw`(?<![\d.a-z]|\d[ -])\(?0[2-8]\)?[ -]\d{3,4}[ -]\d{4}(?![ -]?\d)`) },
  {
    type: "landline",
    form: pattern(String.raw`(?<![\d.a-z]|\d[ -])\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}(?![ -]?\d)`),
  },
  {
    type: "foreign",
    form: pattern(
      String.raw`(?<![\d.a-z]|\d[ -])(?:\+(?!86|886[ -]?9)[1-9]\d{0,2}(?:[ -]?\d){7,11}|00(?!86)[1-9]\d{0,2}(?: ?\d){7,11})(?![ -]?\d)`,
    ),
  },
];

/** A number that is said to be something else. */
const OTHERWISE = /(?:qq|微信|卡号|税号|型号|货号|条形?码)(?:号|是|为|:| ){0,3}$/u;

/** Telephone numbers: mainland mobiles with spaces, dashes or +86, also in Chinese digits, landlines, 400, Taiwan, abroad. */
export const findPhones: Finder = ({ text }) =>
  FORMS.flatMap(({ type, form }) =>
    [...text.matchAll(form)].flatMap((match): Found[] => {
      const { start, end } = spanOf(match);
      const number = canonical(match[0], type);
      if (number === undefined || OTHERWISE.test(before(text, start))) return [];
      return [{ kind: "phone", start, end, value: { number, type } }];
    }),
  );

function canonical(written: string, type: PhoneType): string | undefined {
  if (written.includes("*")) return written;
  const digits = digitsOf(written);
  if (type === "mobile") return digits.slice(-11);
  if (type === "hotline") return digits.length === 10 ? digits : undefined;
  if (type === "taiwan") return digits.startsWith("886") ? `0${digits.slice(3)}` : digits;
  return type === "foreign" ? `+${digits.replace(/^00/u, "")}` : digits;
}

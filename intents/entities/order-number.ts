import { natureOf, platformOf } from "./digit-run.ts";
import type { Finder, Found, Scan } from "./entity.ts";
import { before, part, pattern } from "./pattern.ts";

/** What may stand between the word and the number. */
export const GAP = String.raw`(?:[ ::#】\])=,]|是|为|的|is|这个){0,5}`;
/** Digits and letters, groups joined by dashes. */
export const CODE = String.raw`(?<code>[a-z]{0,6}\d[a-z\d]{0,27}(?:-[a-z\d]{1,20}){0,3}|[a-z]{1,4}-\d[a-z\d-]{2,20}|\d{4,6}(?: \d{4,6}){2,4}|\d(?: \d){7,23})(?![a-z\d*]|-\d)`;

const LABELLED = pattern(
  String.raw`(?:订单|(?<!快递|运|面|物流|手机|电话|tracking )(?<![\p{Script=Han}])单号|(?<!商品|产品|款式|物料|宝贝|资格)编号|(?<![a-z])order|(?<![a-z])ref(?:erence)?)(?:编号|号码|单号|号| ?(?:id|no\.?|number|num))?${GAP}(?<![a-z\d])${CODE}`,
);
/** “EB917340266CN” and the like belong to parcels. */
const PARCEL_FORM = /^(?:sf|yt|jt|jd|yd|zto|sto|dp[kl]?|lp|1z)[a-z\d]{8,}|^[a-z]{2}\d{9}[a-z]{2}$/u;

const PINDUODUO = pattern(String.raw`(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{15}(?![\d-])`);
const BARE = pattern(String.raw`(?<![a-z\d.¥$%+*-]|\d,)\d{10,24}(?![a-z\d*%-]|\.\d|,\d{3})`);
const GROUPED = pattern(String.raw`(?<![a-z\d.-]|\d )\d{4}(?: \d{4}){2,4}(?: \d{1,3})?(?! ?\d)`);
const LETTERED = pattern(String.raw`(?<![a-z\d-])(?!sn|gb|no|id|qq|vx|wx|av|bv)[a-z]{1,3}\d{8,20}(?![a-z\d-])`);
const SHARP = pattern(String.raw`(?<=#)\d{5,20}(?!\d)`);
/** A number that is said to be something else. */
const OTHERWISE =
  /(?:卡号|银行卡|身份证号?|qq号?|微信号?|条形?码|序列号|型号|货号|许可证|税号|账号|帐号|开户|支付宝|sn|imei|isbn|serial)[^\d]{0,5}$/u;
/** Five digits and more that count something. */
const COUNTS = /^ ?(?:元|块|件|个|箱|人|毫|ml|mah|w|瓦|%|g|rmb|yuan|usd)/u;

/** Numbers of orders: of Taobao, JD, Pinduoduo and Douyin by their form, of any shop behind “订单号”, letters included. */
export const findOrderNumbers: Finder = (scan) => [...labelled(scan), ...bare(scan)];

function labelled({ text }: Scan): readonly Found[] {
  return [...text.matchAll(LABELLED)].flatMap((match): Found[] => {
    const code = part(match, "code");
    const end = match.index + match[0].length;
    const digits = code.replace(/\D/gu, "");
    const compact = code.replaceAll(" ", "");
    if (digits.length < 4 || code.length < 5 || COUNTS.test(text.slice(end, end + 6))) return [];
    return [orderNumber(compact, { start: end - code.length, end })];
  });
}

function bare({ text }: Scan): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(PINDUODUO)) found.push(orderNumber(match[0], at(match)));
  for (const match of text.matchAll(SHARP)) found.push(orderNumber(match[0], at(match)));
  for (const match of text.matchAll(LETTERED)) {
    if (!PARCEL_FORM.test(match[0]) && !OTHERWISE.test(before(text, match.index))) found.push(orderNumber(match[0], at(match)));
  }
  for (const match of [...text.matchAll(BARE), ...text.matchAll(GROUPED)]) {
    const digits = match[0].replaceAll(" ", "");
    if (natureOf(digits)?.type !== "order" || OTHERWISE.test(before(text, match.index))) continue;
    if (!COUNTS.test(text.slice(at(match).end, at(match).end + 6))) found.push(orderNumber(digits, at(match)));
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function at(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function orderNumber(code: string, { start, end }: Span): Found {
  const platform = platformOf(code);
  const number = code.toUpperCase();
  return { kind: "order-number", start, end, value: platform === undefined ? { number } : { number, platform } };
}

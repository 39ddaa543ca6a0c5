import { CARRIER_CODES, CARRIER_WORDS } from "./carriers.ts";
import { natureOf } from "./digit-run.ts";
import { CARRIERS, type Carrier, type Finder, type Found, type Scan } from "./entity.ts";
import { CODE, GAP } from "./order-number.ts";
import { before, part, pattern } from "./pattern.ts";

const WORDS = CARRIERS.map((carrier) => ({ carrier, words: pattern(CARRIER_WORDS[carrier]) }));
const CODES = CARRIER_CODES.map(({ carrier, code }) => ({ carrier, code: pattern(`(?<![a-z\\d])${code}(?![a-z\\d])`) }));

/** The number that stands behind a carrier's name. */
const NUMBER_BEHIND = new RegExp(
  String.raw`(?:快递|速递|物流|宅急便|express|的|单号|运单|单|号|是|no\.?|[ ::,]){0,6}(?<code>\d{9,20}|\d{4}(?:[ -]\d{4}){2,3})(?![\da-z]|-\d)`,
  "uy",
);
const LABELLED = pattern(
  String.raw`(?:(?:快递|运单|物流|包裹|寄件|退货|退回去?|货运|面单|寄回|(?<!订)单)的?(?:快递|物流)?(?<strict>单号|编号|号码|运单号|单|号)|(?:快递|运单|物流|包裹)|(?<![a-z])(?:tracking|waybill|awb|shipment)(?<strictEn> ?(?:id|no\.?|number|num|code))?)${GAP}(?<![a-z\d])${CODE}`,
);
const BARE = pattern(String.raw`(?<![a-z\d.¥$%+*-]|\d,)\d{12,15}(?![a-z\d*%-]|\.\d|,\d{3})`);
const OTHERWISE = /(?:卡号|银行卡|身份证号?|qq号?|微信号?|条形?码|序列号|型号|货号|订单编?号?|税号|账号)[^\d]{0,4}$/u;
const MOBILE = /^1[3-9]\d{9}$/u;

/** Carriers by their names, and numbers of parcels by their form, a word before them, or the carrier beside them. */
export const findParcels: Finder = (scan) => [...named(scan), ...coded(scan), ...labelled(scan), ...bare(scan)];

function named({ text }: Scan): readonly Found[] {
  const found: Found[] = [];
  for (const { carrier, words } of WORDS) {
    for (const match of text.matchAll(words)) {
      const end = match.index + match[0].length;
      found.push({ kind: "carrier", start: match.index, end, value: { carrier } });
      found.push(...numberBehind(text, { carrier, end }));
    }
    // JD and others are named before a number by a word that alone would mean the platform.
    if (carrier !== "jd") continue;
    for (const match of text.matchAll(/京东/gu)) {
      const number = numberBehind(text, { carrier, end: match.index + 2 });
      if (number.length > 0) found.push(...number);
    }
  }
  return found;
}

function numberBehind(text: string, { carrier, end }: { readonly carrier: Carrier; readonly end: number }): readonly Found[] {
  NUMBER_BEHIND.lastIndex = end;
  const match = NUMBER_BEHIND.exec(text);
  if (match === null) return [];
  const code = part(match, "code");
  const stop = end + match[0].length;
  const number = code.replace(/[ -]/gu, "");
  // A courier's telephone, or an order at the platform of the same name.
  if (MOBILE.test(number) || (carrier === "jd" && natureOf(number)?.type === "order")) return [];
  return [{ kind: "tracking-number", start: stop - code.length, end: stop, value: { number, carrier } }];
}

function coded({ text }: Scan): readonly Found[] {
  return CODES.flatMap(({ carrier, code }) =>
    [...text.matchAll(code)].map((match) =>
      parcel(match[0], { start: match.index, end: match.index + match[0].length, carrier }),
    ),
  );
}

function labelled({ text }: Scan): readonly Found[] {
  return [...text.matchAll(LABELLED)].flatMap((match): Found[] => {
    const code = part(match, "code");
    const end = match.index + match[0].length;
    const compact = code.replace(/[ ]/gu, "");
    const isStrict = part(match, "strict") !== "" || part(match, "strictEn") !== "";
    const nature = natureOf(compact);
    if (compact.replace(/\D/gu, "").length < 8 || (MOBILE.test(compact) && !isStrict)) return [];
    if (match[0].startsWith("单") && nature?.type !== "parcel") return [];
    const carrier = nature?.type === "parcel" ? nature.carrier : carrierByCode(compact);
    return [parcel(code, { start: end - code.length, end, carrier })];
  });
}

function bare({ text }: Scan): readonly Found[] {
  return [...text.matchAll(BARE)].flatMap((match): Found[] => {
    const nature = natureOf(match[0]);
    if (nature?.type !== "parcel" || OTHERWISE.test(before(text, match.index))) return [];
    return [parcel(match[0], { start: match.index, end: match.index + match[0].length, carrier: nature.carrier })];
  });
}

function carrierByCode(compact: string): Carrier | undefined {
  return CODES.find(({ code }) => [...compact.matchAll(code)][0]?.[0] === compact)?.carrier;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly carrier: Carrier | undefined;
}

function parcel(code: string, { start, end, carrier }: Placed): Found {
  const number = code
    .replace(/[ :]/gu, "")
    .replace(/^(sf)-/u, "$1")
    .replace(/-$/u, "")
    .toUpperCase();
  return { kind: "tracking-number", start, end, value: carrier === undefined ? { number } : { number, carrier } };
}

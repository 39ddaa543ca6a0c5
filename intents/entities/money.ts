import type { EntityValues, Finder, Found, Scan } from "./entity.ts";
import { readNumber } from "./numerals.ts";
import { before, behind, part, pattern, spanOf } from "./pattern.ts";

type Currency = EntityValues["money"]["currency"];

const SIGNED = pattern(
  String.raw`(?<![a-z\d])(?<sign>[¥¥]|nt ?\$|hk ?\$|us ?\$|\$|rmb|cny|usd|台币|港币|美元|人民币) ?(?<n>\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?)(?![\d%]|折) ?(?:元|块钱?)?`,
);
const WITH_UNIT = pattern(
  String.raw`{M} ?(?:多|来)?(?<unit>元|圆(?![形的桌领])|块钱|块大洋|块|rmb(?![a-z])|人民币|¥|¥|刀(?![具片架削])|美元|美金|台币|港币|毛钱|毛|角(?=钱)|分钱|(?:yuan|kuai|dollars?|bucks|usd|cny)(?![a-z]))(?<rest>半|[五一二三四六七八九]毛?|\d{1,2}毛?)?(?![\d.])`,
);
const SPOKEN = pattern(
  String.raw`(?<=满了?|立?减了?|返了?|便宜了?|降价?了?|涨价?了?|退[我给]?|补[我给]?|差价?|亏了?|多付了?|少付了?|花了?|只要|才要?|卖|付了?|付款|实付|到手|到手价|原价|现价|标价|价格|单价|总价|总共|一共|预算|优惠了?|多少钱|多收了?|少了?|抵|赔[我给]?|转了|转账|时候|现在)(?:要|是|才|只|都|个|:| ){0,2}{N}(?!\d|[.]\d)`,
);
const PRICED = pattern(String.raw`(?<![\d.a-z:/v-]|\.)(?<n>\d{1,5}\.(?:9|99|8|88|90|80|50|00))(?![\d.%]|[a-z])`);
/** “三百行不行”: an offer, in Chinese numerals and too large for a weight. */
const OFFERED = pattern("(?<=^|[,。?! ]|就|给你?|我出|一口价){N}(?=$|[,。?!]|吧|行|卖|可以|能|成交|包邮|怎么样|拿)");
const MIN_OFFERED = 200;

/** Counted things, measures, times: what a number after “便宜” or “少” may be instead of an amount. */
const OTHER_UNIT =
  /^ ?(?:来|多|几)?(?:件|个|只|双|条|盒|包|袋|瓶|套|张|斤|公斤|kg|g(?![a-z])|ml|cm|mm|m(?![a-z])|米|寸|码|号|天|日|月|年|周|点|小时|分钟|分(?!钱)|次|成|折|%|倍|人|位|岁|度|版|层|楼|期|星|款|批|种|w|瓦|支|罐|箱|把|台|样|下|半|直|起|些|代|\/|:|x(?![a-z])|-\d|℃|°|l(?![a-z])|xl|级|期|毫|克|颗|粒|片|卷|对|组|份|排|名|公|厘|吨|平|匹|升)/u;
const PIECES =
  /^ ?(?:电池|手?表|布|香?皂|肥皂|豆腐|巧克力|地垫|地毯|板|饼|肉|毛?巾|面膜|砖|玻璃|木|屏|石|糖|蛋糕|姜|抹布|充|的?拼|地方|田|儿)/u;
const VERSION = /(?:v|ver|版本|ios|蓝牙|安卓|usb|系统|第|win|型号|升级到?|固件|鸿蒙) ?$/u;
const PRICE_TALK = /[价钱贵元块¥]|便宜|优惠|卖|减|退|补|付|pay|paid|price/u;
/** An amount of this size behind “现在” or “时候” is a price; smaller numbers are days, pieces, ages. */
const MIN_SPOKEN = 5;

/** Amounts of money: with a sign or unit, as people say them (三块五, 九块九), or behind a word of price. */
export const findMoney: Finder = (scan) => [
  ...signed(scan),
  ...withUnit(scan),
  ...spoken(scan),
  ...offered(scan),
  ...priced(scan),
];

function signed({ text }: Scan): readonly Found[] {
  return [...text.matchAll(SIGNED)].flatMap((match) =>
    amountAt(match, { amount: readNumber(part(match, "n")), currency: currencyOf(part(match, "sign")) }),
  );
}

function withUnit({ text }: Scan): readonly Found[] {
  return [...text.matchAll(WITH_UNIT)].flatMap((match) => {
    const unit = part(match, "unit");
    const whole = readNumber(part(match, "n"));
    const rest = part(match, "rest");
    const { end } = spanOf(match);
    if (whole === undefined) return [];
    if (unit === "块" && rest === "" && isPieces(text, { whole, start: match.index, end })) return [];
    if (unit === "毛" && (whole >= 10 || /^(?:衣|巾|毯|绒|球|线|呢|孩|重|病|坯|肚|边)/u.test(behind(text, end)))) return [];
    if (unit === "刀" && (rest !== "" || whole < 5)) return [];
    return amountAt(match, { amount: whole * worthOf(unit) + fraction(unit, rest), currency: currencyOf(unit) });
  });
}

/** “三块” of chocolate, “一块” for together. */
function isPieces(
  text: string,
  { whole, start, end }: { readonly whole: number; readonly start: number; readonly end: number },
): boolean {
  const right = behind(text, end);
  if (PIECES.test(right)) return true;
  if (whole === 1) return true;
  return (
    whole < 5 &&
    !/^(?:$|[,。?!~ 、)]|的?(?:优惠|运费|券|差价|红包)|能|够|行|可以|吗|吧|了|多)/u.test(right) &&
    !PRICE_TALK.test(before(text, start))
  );
}

function worthOf(unit: string): number {
  if (unit.startsWith("毛") || unit === "角") return 0.1;
  return unit === "分钱" ? 0.01 : 1;
}

/** “三块五” is 3.5, “九块九毛” 9.9, “3块半” 3.5, “9块95” 9.95. */
function fraction(unit: string, rest: string): number {
  if (rest === "" || !/^(?:块|元|¥|毛)/u.test(unit)) return 0;
  const scale = unit === "毛" ? 0.1 : 1;
  if (rest === "半") return 0.5 * scale;
  const digits = readNumber(rest.replace("毛", "")) ?? 0;
  return (digits < 10 ? digits / 10 : digits / 100) * scale;
}

function spoken({ text }: Scan): readonly Found[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    const number = part(match, "n");
    const { end } = spanOf(match);
    const amount = readNumber(number);
    if (amount === undefined || amount < MIN_SPOKEN || OTHER_UNIT.test(behind(text, end))) return [];
    if (/^[零一二两三四五六七八九]+$/u.test(number) || /^\d{8,}$/u.test(number)) return [];
    return amountAt(match, { amount, currency: "CNY" });
  });
}

function offered({ text }: Scan): readonly Found[] {
  return [...text.matchAll(OFFERED)].flatMap((match) => {
    const amount = readNumber(part(match, "n"));
    const isSpoken = /[百千]/u.test(part(match, "n")) && amount !== undefined && amount >= MIN_OFFERED;
    return isSpoken ? amountAt(match, { amount, currency: "CNY" }) : [];
  });
}

function priced({ text }: Scan): readonly Found[] {
  return [...text.matchAll(PRICED)].flatMap((match) => {
    const { start, end } = spanOf(match);
    if (VERSION.test(before(text, start)) || OTHER_UNIT.test(behind(text, end))) return [];
    const amount = readNumber(part(match, "n"));
    const isPrice = (amount ?? 0) >= 10 || PRICE_TALK.test(before(text, start, 16) + behind(text, end));
    return isPrice ? amountAt(match, { amount, currency: "CNY" }) : [];
  });
}

function currencyOf(word: string): Currency {
  if (/^(?:nt|台币)/u.test(word)) return "TWD";
  if (/^(?:hk|港币)/u.test(word)) return "HKD";
  return /^(?:\$|us|美|刀|dollar|buck)/u.test(word) ? "USD" : "CNY";
}

interface Amount {
  readonly amount: number | undefined;
  readonly currency: Currency;
}

function amountAt(match: RegExpExecArray, { amount, currency }: Amount): readonly Found[] {
  if (amount === undefined || amount <= 0) return [];
  const { start, end } = spanOf(match);
  const lead = /^(?:要|是|才|只|都|个|:| )+/u.exec(match[0].trimStart())?.[0].length ?? 0;
  return [{ kind: "money", start: start + lead, end, value: { amount: Math.round(amount * 100) / 100, currency } }];
}

import type { Finder, Found, Scan } from "./entity.ts";
import { TAKEN } from "./fold.ts";
import { readCount, readNumber } from "./numerals.ts";
import { before, behind, part, pattern, spanOf } from "./pattern.ts";

/** Heights of people; below the first only where the text speaks of a child. */
const MIN_ADULT_CM = 135;
const MIN_CHILD_CM = 45;
const MAX_CM = 225;
/** Two bare numbers beyond this are no body. */
const MAX_PAIR_CM = 199;
const MIN_KG = 2;
const MIN_ADULT_KG = 32;
const MAX_KG = 200;
/** A bare number above this is a weight in 斤, whatever the body. */
const BARE_JIN_ABOVE = 90;
/** Up to that, 斤 where as many kilograms would be beyond this body mass index. */
const IMPLAUSIBLE_BMI = 32;
/** Two numbers are one body between these. */
const MIN_BMI = 12;
const MAX_BMI = 42;

const METRES = pattern(
  String.raw`(?<![\d.零一二两三四五六七八九十a-z])(?:(?<whole>[12一二两])(?:米|m(?![a-z]))(?<rest>\d{1,2}|零?[一二三四五六七八九]|[一二三四五六七八九]十?[一二三四五六七八九]?)?(?![.零一二三四五六七八九十]|(?<=\d)\d)|(?<decimal>[12]\.\d{1,2}) ?(?:米|m(?![a-z\d])))`,
);
const CENTIMETRES = pattern("{N} ?(?:cm|公分|厘米)(?![a-z\\d/²³])");
const FEET = pattern(
  String.raw`(?<![\d.])(?<feet>[4-6])(?:'|ft\.?| ft\.?| ?(?:foot|feet)) ?(?<inches>1[01]|\d)?(?![\d.])(?:"|''| ?in(?:ch(?:es)?)?(?![a-z]))?`,
);
const SAID_HEIGHT = pattern(
  String.raw`(?<=身高|个头|个子|净高|(?<![a-z])height)(?:大?概|是|有|为|约|差不多|:| ){0,3}(?<cm>1[3-9]\d|2[01]\d|1[.]\d{1,2}|一[三四五六七八九][零一二三四五六七八九])(?![\d.]|斤|元|块)`,
);
const OF_SOMEBODY = pattern(
  String.raw`(?<=(?:我|本人|妈|爸|老公|老婆|女朋友|男朋友|对象|女儿|儿子|闺女|她|他|姐|妹|哥|弟|mm)(?:是|的|有|身高|今年|,| ){0,2})(?<cm>1[4-9]\d)(?![\d.:/*-]|[x×]\d|元|块|斤|件|个|天|g|kg|ml)`,
);
const TALL = pattern(String.raw`(?<![\d.])(?<cm>1[3-9]\d)(?=(?:左右)?(?:的?身?高|的个子|的个头))(?!高(?:度|速|温|清|级|端))`);
const WEIGHED = pattern("{N} ?(?:来|多|几|左右)?(?<unit>公斤|千克|kgs?(?![a-z])|市斤|斤|(?:lbs?|pounds?)(?![a-z])|磅)");
const SAID_WEIGHT = pattern(
  "(?<=体重|(?<![净毛承载起])重|胖到了?|瘦到了?|减到了?|胖了?成|(?<![a-z])weight|(?<![a-z])weigh)(?:大?概|是|有|为|约|差不多|到|:| ){0,3}{N}(?![\\d.]|元|块|cm|公分|米|度|天|年|次|点|个)(?!\\s?(?:斤|公斤|千克|kg|lb|pound|磅))",
);
const PAIR = pattern(
  String.raw`(?<![\d.:a-z*×/¥$-]|[\d] )(?<first>1\d\d|2[01]\d|[3-9]\d)(?<unit>cm|公分|厘米|高)?(?<gap> ?[,、/|.+] ?| {1,2}|体重|重|(?<=高))(?<second>\d{2,3})(?![\d./:*×-]| ?(?:x|cm|mm|ml|元|块|件|个|天|g(?!a)|版|号|码|w|瓦|寸|%|年|月|点|米|公分| ?\d))`,
);

const PERSON =
  /身高|体重|高|个[子头]|我|孩|宝宝|娃|儿子|女儿|闺女|婴|岁|个月|胖|瘦|妈|爸|穿|tall|height|weight|kid|son|daughter|baby|weigh/u;
const CHILD = /孩|宝|娃|儿子|女儿|闺女|婴|岁|个月|身高|个[子头]|童|kid|son|daughter|baby|tall|height/u;
const LIGHT = /孩|宝|娃|儿子|女儿|闺女|婴|岁|个月|体重|猫|狗|犬|泰迪|金毛|胖|瘦|kid|son|daughter|baby|cat|dog|weigh/u;
/** What follows the measure of a thing. */
const THING_BEHIND =
  /^ ?(?:(?:的|长的?|宽的?|高的|深|厚|直径)(?!我|人|身|女|男|个|能|可|要|穿|选|拍)[^,。?!]{0,2}[床线桌柜窗沙垫毯布帘绳管视屏架杆板轨被席单竿梯箱包镜灯树盒盘席地锅]|[长宽深厚x*×]|(?:床|线|桌|柜|窗|被|帘|沙发|地毯|数据|充电|长|宽|款|规格|直径))/u;
const THING_BEFORE =
  /(?:[左右两]边高|[衣裤裙袖肩胸腰臀围长宽深厚床线桌柜窗帘被单杆径x*×脚]|直径|尺寸|规格|柜子|头围|距离|内长|加大|床单|桌子|沙发|承重|载重|负重|净重|毛重|重量)(?:是|有|为|约|大?概|差不多|:|要| ){0,2}$/u;
const GOODS =
  /^ ?(?:装|一[袋箱包]|[的]?(?:大米|苹果|橙|水果|肉|粮|面粉|哑铃|杠铃|猫砂|壶铃|米(?!\d)|货)|\/|包邮|起|多少钱)|^ ?一?箱/u;
const GOODS_BEFORE =
  /(?:差|只?剩|[一两]?[袋箱包桶]|[粮砂][^,。?!]{0,3}|瘦了|胖了|重了|轻了|减了|买|装|来|称|卖|发|送|拍|共|一箱|净含量|承重|载重|负重|净重|毛重|每|承受|包装|快递)(?:了|的|是|有|:| ){0,2}$/u;

const FURNITURE = /[柜桌床板被帘门洞窗架杆绳]|标准|地毯|沙发|线/u;
/** “205/55 R16” are tyres. */
const TYRES = /轮胎|tyre|tire|r1[3-9]|尺码表/u;

/** Height and weight of people (and the weight of pets): with units, with words, or as two bare numbers side by side. */
export const findBody: Finder = (scan) => [...heights(scan), ...weights(scan), ...pairs(scan)];

function heights({ text }: Scan): readonly Found[] {
  const found: Found[] = [];
  const add = (match: RegExpExecArray, cm: number | undefined): void => {
    const span = withoutLead(match);
    if (cm !== undefined && isHeight(text, { ...span, cm })) found.push({ kind: "height", ...span, value: { cm } });
  };
  for (const match of text.matchAll(METRES)) {
    const isLatin = /\dm$/u.test(match[0]);
    if (!isLatin || PERSON.test(text) || /kg|斤|lb/u.test(text)) add(match, centimetres(match));
  }
  for (const match of text.matchAll(CENTIMETRES)) add(match, readNumber(part(match, "n")));
  for (const match of text.matchAll(FEET)) {
    const inches = Number(part(match, "feet")) * 12 + Number(part(match, "inches") || "0");
    if (part(match, "inches") !== "" || /t$/u.test(match[0])) add(match, Math.round(inches * 2.54));
  }
  for (const match of [...text.matchAll(SAID_HEIGHT), ...text.matchAll(OF_SOMEBODY), ...text.matchAll(TALL)]) {
    const cm = readNumber(part(match, "cm"));
    add(match, cm !== undefined && cm < 3 ? Math.round(cm * 100) : cm);
  }
  return found;
}

/** “1米65”, “一米六五”, “1米7” (170), “一米零五”, “1.65米”. */
function centimetres(match: RegExpExecArray): number | undefined {
  const decimal = part(match, "decimal");
  if (decimal !== "") return Math.round(Number(decimal) * 100);
  const whole = readNumber(part(match, "whole"));
  const written = part(match, "rest");
  if (whole === undefined || written === "") return undefined;
  const rest = readNumber(written);
  if (rest === undefined) return undefined;
  const isTenths = /^(?:\d|[一二三四五六七八九])$/u.test(written);
  return whole * 100 + (isTenths ? rest * 10 : rest);
}

interface Measured {
  readonly start: number;
  readonly end: number;
  readonly cm: number;
}

function isHeight(text: string, { start, end, cm }: Measured): boolean {
  if (cm < MIN_CHILD_CM || cm > MAX_CM) return false;
  const left = before(text, start);
  const isPersonal = /(?:身高|个[子头]|高)[^,。?!]{0,4}$/u.test(left);
  if (!isPersonal && (THING_BEFORE.test(left) || /[床桌柜窗线帘][^,。?!]{0,3}$/u.test(left))) return false;
  if (THING_BEHIND.test(behind(text, end)) || isOfThing(text, { start, end })) return false;
  return cm >= MIN_ADULT_CM || CHILD.test(before(text, start, 16) + behind(text, end, 4));
}

/** “柜子要做成一米三七高”: furniture is named and nobody's body. */
function isOfThing(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const around = before(text, start, 12) + TAKEN + behind(text, end, 8);
  return FURNITURE.test(around) && !/[我他她人妈爸]|身高|个[子头]|[孩娃宝]/u.test(around);
}

function weights({ text }: Scan): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(WEIGHED)) {
    const amount = readCount(part(match, "n"));
    if (amount === undefined) continue;
    const span = spanOf(match);
    const kg = kilograms(amount, part(match, "unit"));
    if (isBodyWeight(text, { ...span, kg })) found.push({ kind: "weight", ...span, value: { kg } });
  }
  for (const match of text.matchAll(SAID_WEIGHT)) {
    const amount = readNumber(part(match, "n"));
    if (amount === undefined || amount < 3 || amount > MAX_KG * 2) continue;
    found.push({ kind: "weight", ...withoutLead(match), value: { kg: bareWeight(amount, heightIn(text)) } });
  }
  return found;
}

function isBodyWeight(
  text: string,
  { start, end, kg }: { readonly start: number; readonly end: number; readonly kg: number },
): boolean {
  if (kg < MIN_KG || kg > MAX_KG) return false;
  const left = before(text, start, 16);
  const right = behind(text, end);
  if (GOODS.test(right) || GOODS_BEFORE.test(left)) return false;
  return kg >= MIN_ADULT_KG ? kg <= 120 || PERSON.test(left + right) : LIGHT.test(left + right);
}

/** “165 118”, “118/165”, “165cm,118”: which is which follows from what bodies measure. */
function pairs({ text }: Scan): readonly Found[] {
  if (TYRES.test(text)) return [];
  return [...text.matchAll(PAIR)].flatMap((match): Found[] => {
    const first = Number(part(match, "first"));
    const second = Number(part(match, "second"));
    const firstStart = match.index;
    const firstEnd = firstStart + part(match, "first").length + part(match, "unit").length;
    const secondStart = match.index + match[0].length - part(match, "second").length;
    const unit = /^ ?(?:公斤|千克|kgs?(?![a-z])|市斤|斤|(?:lbs?|pounds?)(?![a-z]))/u.exec(
      behind(text, match.index + match[0].length),
    );
    const secondEnd = match.index + match[0].length + (unit?.[0].length ?? 0);
    const one = { start: firstStart, end: firstEnd };
    const two = { start: secondStart, end: secondEnd };
    const stated = unit === null ? undefined : kilograms(second, unit[0].trim());
    if (isBody({ cm: first, kg: stated ?? bareWeight(second, first) })) {
      return [
        { kind: "height", ...one, value: { cm: first } },
        { kind: "weight", ...two, value: { kg: stated ?? bareWeight(second, first) } },
      ];
    }
    if (unit !== null || part(match, "unit") !== "" || !isBody({ cm: second, kg: bareWeight(first, second) })) return [];
    return [
      { kind: "weight", ...one, value: { kg: bareWeight(first, second) } },
      { kind: "height", ...two, value: { cm: second } },
    ];
  });
}

/** A height and a weight that one grown person can have. */
function isBody({ cm, kg }: { readonly cm: number; readonly kg: number }): boolean {
  const index = kg / (cm / 100) ** 2;
  return cm >= MIN_ADULT_CM && cm <= MAX_PAIR_CM && index >= MIN_BMI && index <= MAX_BMI;
}

function kilograms(amount: number, unit: string): number {
  let kg = amount;
  if (unit === "斤" || unit === "市斤") kg = amount / 2;
  else if (unit === "磅" || unit.startsWith("lb") || unit.startsWith("pound")) kg = amount * 0.4536;
  return Math.round(kg * 10) / 10;
}

function bareWeight(amount: number, cm: number | undefined): number {
  if (amount > BARE_JIN_ABOVE) return amount / 2;
  return cm !== undefined && amount / (cm / 100) ** 2 > IMPLAUSIBLE_BMI ? amount / 2 : amount;
}

/** The first bare height of the text, for what the weight beside it means. */
function heightIn(text: string): number | undefined {
  const written = /(?<![\d.])1[4-9]\d(?![\d.])/u.exec(text)?.[0];
  return written === undefined ? undefined : Number(written);
}

/** Words that only led to the number are not part of it. */
function withoutLead(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  const { start, end } = spanOf(match);
  const lead = /^(?:大?概|是|有|为|约|差不多|到|:| )+/u.exec(match[0].trimStart())?.[0].length ?? 0;
  return { start: start + lead, end };
}

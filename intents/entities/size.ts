import type { Finder, Found, Scan, SizeValue } from "./entity.ts";
import { readNumber } from "./numerals.ts";
import { before, behind, part, pattern, spanOf } from "./pattern.ts";

const LETTERS = pattern(
  String.raw`(?<![a-z\d'./-]|\d )(?:(?<count>[2-8]) ?x{1,2}l|(?<xs>x{1,6})l|x{0,3}s|[ml])(?![a-z\d'-]|\.\d)(?: ?(?:码|号(?!线|楼)))?`,
);
const COUNTED = pattern("(?<![一二两三四五六零十\\d第])(?<count>[二两三四五六2-6])(?:个|加) ?(?:xl?|大)(?![a-z\\d])(?<!个大)");
/** One letter is a size where letters are written large, or where Chinese stands beside it. */
const BESIDE = /[\p{Script=Han}]$/u;
const FOLLOWS = /^ ?[\p{Script=Han}]/u;
const NO_SIZE_BEHIND = /^ ?(?:单|尖|型|级|币|卡|店|号线|号楼|机|座|站|证|形|波|妹|君|们)/u;

const FREE = pattern("均码|一码通穿|(?<![a-z])(?:free|one) ?size(?![a-z])|(?<![a-z\\d])f码");
const SHOE_NUMBER = String.raw`(?<size>3[4-9]|4[0-8])(?<half>\.5|码半|半)?`;
const SHOE = pattern(String.raw`(?<![\d.:/¥$月-])${SHOE_NUMBER} ?(?:码|号(?!线|楼|店|链接|发|到|之?前))(?:半)?`);
const SHOE_BESIDE = pattern(
  String.raw`(?:(?<=鞋码?|脚|靴子?)(?:穿|是|要|拍|买|选|:| ){0,3}|(?<=穿|平[时常]的?|拍|选)(?=\d\d(?:\.5|码半|半)?的[脚鞋靴]))${SHOE_NUMBER}(?![\d.元块斤岁]|cm|kg)`,
);
const FOREIGN = pattern(
  String.raw`(?<![a-z\d])(?:(?<eu>eur?|欧码?|法码)|(?<us>usa?|美码?)|(?<uk>uk|英码?)) ?(?:码|size)? ?(?<size>\d{1,2}(?:\.5)?)(?![\d.]|元|块|天|折|kg|cm) ?(?:码|号)?`,
);
const LABEL = pattern(String.raw`(?<![\d.a-z/-])1[3-9]\d ?\/ ?\d{2,3} ?[abcy](?![a-z\d])`);
const LABEL_BARE = pattern(String.raw`(?<=标|码|号型|标签)(?:写着|写的?|是|:| ){0,3}1[3-9][05]\/\d{2,3}(?![\d./*x-])`);
const INCH = pattern(
  String.raw`(?<![\d.a-z-])(?<size>2[4-9]|3\d|4[0-4]) ?(?:英寸|寸|inch(?:es)?(?![a-z])|")(?!的?(?:跟|吉他|琴|笔记本|屏|电视|显示|行李|拉杆|箱|蛋糕|披萨|轮|车|锅|风扇|照片))`,
);
const WAIST = pattern("{N}尺(?<rest>[一二两三四五六七八九\\d])?(?!寸)");
const CHILD = pattern(String.raw`(?<![\d.])(?<size>5[29]|59|66|73|[7-9][05]|1[0-7][05]) ?(?:cm)?码`);
const BRA = pattern(String.raw`(?<![\d.a-z])(?<size>(?:3[0-9]|[6-9][05]|10[05])\/?[a-g])(?![a-z\d])(?:罩?杯|码)?`);
const NUMBERED = pattern(
  String.raw`(?<=穿|鞋|拍|(?<![a-z])size|码)(?: |的|是|:){0,2}(?<size>[1-9]|1\d|2[0-9]|3[0-3])(?:\.5)? ?号(?!线|楼|链接|店|发|到|之?前|收|晚|早|下|上)`,
);

/** Sizes of clothes, shoes, trousers and underwear, as a shopper or a label writes them. */
export const findSizes: Finder = (scan) => [...letters(scan), ...words(scan), ...numbers(scan), ...waists(scan)];

function letters({ text, cased }: Scan): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(LETTERS)) {
    const { start, end } = spanOf(match);
    const letter = match[0].replace(/[码号 ]/gu, "");
    if (letter.length === 1 && !isLoneSize({ text, cased }, { start, end })) continue;
    if (NO_SIZE_BEHIND.test(behind(text, end))) continue;
    const count = part(match, "count");
    const crosses = part(match, "xs").length;
    let size = letter.toUpperCase();
    if (count !== "") size = `${count}XL`;
    else if (crosses > 1) size = `${crosses}XL`;
    found.push({ kind: "size", start, end, value: { system: "letter", size } });
  }
  for (const match of text.matchAll(COUNTED)) {
    const size = `${readNumber(part(match, "count"))}XL`;
    if (!match[0].endsWith("大")) found.push({ kind: "size", ...spanOf(match), value: { system: "letter", size } });
  }
  return found;
}

function isLoneSize(
  { text, cased }: Pick<Scan, "text" | "cased">,
  span: { readonly start: number; readonly end: number },
): boolean {
  const letter = cased.charAt(span.start);
  if (span.end - span.start > 1) return true;
  const left = before(text, span.start, 8);
  if (/(?:size|sizes|and|or|between|an?|the|in|wear|usually) $/u.test(left) && letter !== letter.toLowerCase()) return true;
  if (letter !== letter.toLowerCase()) return !/[a-z] ?$/u.test(left) && !/^ ?[a-z]/u.test(behind(text, span.end));
  return BESIDE.test(left) || FOLLOWS.test(behind(text, span.end));
}

function words({ text }: Scan): readonly Found[] {
  return [...text.matchAll(FREE)].map((match): Found => sized(match, { system: "free", size: "均码" }));
}

function numbers({ text }: Scan): readonly Found[] {
  const found: Found[] = [];
  for (const match of [...text.matchAll(SHOE), ...text.matchAll(SHOE_BESIDE)]) {
    found.push(sized(match, { system: "shoe", size: halved(match) }));
  }
  for (const match of text.matchAll(FOREIGN)) {
    const foreign = part(match, "us") === "" ? "uk" : "us";
    found.push(sized(match, { system: part(match, "eu") === "" ? foreign : "eu", size: part(match, "size") }));
  }
  for (const match of [...text.matchAll(LABEL), ...text.matchAll(LABEL_BARE)]) {
    found.push(sized(match, { system: "label", size: (/\d.*$/u.exec(match[0])?.[0] ?? "").replaceAll(" ", "").toUpperCase() }));
  }
  for (const match of text.matchAll(INCH)) {
    if (
      !/(?:屏|电视|显示器?|箱|蛋糕|披萨|锅|轮|风扇|相框|吉他|琴|电脑|笔记本|平板)[^,。?!]{0,3}$/u.test(before(text, match.index))
    ) {
      found.push(sized(match, { system: "inch", size: part(match, "size") }));
    }
  }
  for (const match of text.matchAll(CHILD)) found.push(sized(match, { system: "child", size: part(match, "size") }));
  for (const match of text.matchAll(NUMBERED)) found.push(sized(match, { system: "shoe", size: part(match, "size") }));
  for (const match of text.matchAll(BRA)) {
    const isWorn =
      /杯|码$/u.test(match[0]) || /胸|杯|罩|内衣|文胸|bra/u.test(text.slice(Math.max(0, match.index - 12), match.index + 16));
    if (isWorn) found.push(sized(match, { system: "bra", size: part(match, "size").replace("/", "").toUpperCase() }));
  }
  return found;
}

/** “腰围二尺三”: a third of a metre to the 尺, as Chinese tailors measure. */
function waists({ text }: Scan): readonly Found[] {
  return [...text.matchAll(WAIST)].flatMap((match): Found[] => {
    const whole = readNumber(part(match, "n"));
    const rest = readNumber(part(match, "rest") || "0");
    const { end } = spanOf(match);
    const isWorn = /[腰裤裙]/u.test(before(text, match.index, 8) + behind(text, end, 4));
    if (whole === undefined || rest === undefined || whole < 1 || whole >= 5 || !isWorn) return [];
    return [sized(match, { system: "waist", size: `${Math.round((whole + rest / 10) * 10) / 10}尺` })];
  });
}

function halved(match: RegExpExecArray): string {
  const isHalf = part(match, "half") !== "" || match[0].endsWith("半");
  return part(match, "size") + (isHalf ? ".5" : "");
}

/** Words that only led to the size are not part of it. */
function sized(match: RegExpExecArray, value: SizeValue): Found {
  const { start, end } = spanOf(match);
  const lead = /^(?:穿|是|要|拍|买|选|的|写着|写的?|:| )+(?=[a-z\d])/u.exec(match[0].trimStart())?.[0].length ?? 0;
  return { kind: "size", start: start + lead, end, value };
}

import { findEntities } from "./entities/find.ts";

/** No more of a text is looked at, and kept: entities are not looked for further on. */
const MAX_LENGTH = 2_000;
const MASK = "***";

const PERSONAL: ReadonlySet<string> = new Set(["order-number", "tracking-number", "phone"]);

/** Titles after a family name: “王女士”. */
const TITLED =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧董葉蘇盧鍾陸賈龍顧](?=(?:先生|女士|小姐|太太|老师|老師))/gu;
/** What is said to be a name. */
const NAMED =
  /(?<=(?:我叫|名字叫|名字是|姓名|收件人|收货人|收貨人|联系人|聯繫人|抬头)[是为為:：]?\s?)\p{Script=Han}{2,4}(?=[,，。.;；、!！\s]|$|的|电|手|地|住)|(?<=\b(?:my name is|name:|this is)\s)\p{L}+(?:\s\p{Lu}\p{L}+)?/giu;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
/** Accounts elsewhere: “微信 abc_123”, “vx:abc123”. */
const ACCOUNT = /(?<=(?:微信号?|薇信|wechat|weixin|\bvx|\bwx|qq号?)\s?[是:：]?\s?)[a-z\d][a-z\d_-]{4,30}/giu;
/** Numbers nobody has for a size or a price, also with signs between: cards, identity numbers, whatever no entity is. */
const LONG_NUMBER = /\d(?:[\s-]?[\dx]){6,30}/giu;
/** From the province or the street down to the door: at least a place and a number of it. A town alone is nobody. */
const ADDRESS =
  /(?:\p{Script=Han}{2,7}(?:省|自治区|自治區))?(?:\p{Script=Han}{2,6}[市州])?(?:\p{Script=Han}{1,6}[区區县縣镇鎮乡鄉])?\p{Script=Han}{1,10}(?:街道|路|街|大道|巷|弄|村|小区|小區|花园|花園|苑|大厦|大廈|广场|廣場|新村)\s?[\d一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座弄#-]|单元|單元)(?:\s?[\dA-Za-z一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座室楼樓层層#-]|单元|單元)?){0,5}/gu;
const PATTERNS = [EMAIL, ACCOUNT, ADDRESS, NAMED, TITLED, LONG_NUMBER];

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The text with `***` for what tells who somebody is: order, parcel and telephone numbers, long numbers, e-mail, accounts,
 * addresses, names after words that say so, and the names given. Masking twice is masking once. At most 2,000 characters.
 */
export function maskPersonal(text: string, names: readonly string[]): string {
  let masked = text.slice(0, MAX_LENGTH).toWellFormed();
  // What a mask leaves beside it may be found only then: “王女士13812345678”.
  for (let round = 0; round < 3; round += 1) {
    const next = cover(masked, spansIn(masked, names));
    if (next === masked) break;
    masked = next;
  }
  return masked;
}

function spansIn(text: string, names: readonly string[]): readonly Span[] {
  const entities = findEntities(text).filter(({ kind }) => PERSONAL.has(kind));
  const patterns = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
  return [...entities, ...patterns, ...names.flatMap((name) => placesOf(text, name))].sort((a, b) => a.start - b.start);
}

/** One character is as often a word as a name. */
function placesOf(text: string, name: string): readonly Span[] {
  const wanted = name.trim().toLowerCase();
  if (wanted.length < 2 || wanted === MASK) return [];
  const folded = text.toLowerCase();
  // Few signs change their length in lower case; then places would not fit.
  if (folded.length !== text.length) return [];
  const places: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    places.push({ start: at, end: at + wanted.length });
  return places;
}

function cover(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    if (start >= at) parts.push(text.slice(at, start), MASK);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

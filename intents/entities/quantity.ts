import type { Finder, Found } from "./entity.ts";
import { readCount } from "./numerals.ts";
import { before, behind, part, pattern, spanOf } from "./pattern.ts";

const COUNTED = pattern(
  String.raw`(?<![第每前后这那哪几同]|\d[-~到至])(?<![这那]个)(?:{N}|(?<pair>俩|一对儿?)) ?(?<unit>件|盒|双|对|条|瓶|袋|箱|个|只|套|包|罐|支|张|台|把|份|桶|提|斤|颗|枚|盆|株|本|副|组|(?:pcs|pieces?|pairs?|boxes|box|bottles?|packs?|sets?)(?![a-z]))`,
);
const TIMES = pattern(String.raw`(?<![a-z\d.*x×])[x×*](?<n>[1-9]\d{0,2})(?![\d.*x×]|cm|mm|米|m)`);

/** What makes the word before it no count of goods. */
const NO_GOODS: Readonly<Record<string, RegExp>> = {
  个: /^(?:色|批|日期|订单|店|账号|颜色|多?月|小时|多?星期|礼拜|钟|人|字|问题|价|样|劲|意思|朋友|半|季|学期|工作日|多小时|点|亿|客服|电话|快递|地址|号|说法|事|话|x|字母|解释|办法|答复|准信|差评|好评|五星|评|月|疑问|单号|晚上|早上|下午|上午|中午|地方|儿|个|比|劲儿|体|性|头|别|子)/u,
  件: /^(?:套|事|半|代发|衣服都没有)/u,
  对: /^(?:比|一|不|吗|应|方|了|的)/u,
  双: /^(?:十|1|眼|面|层|人|方|向|手)/u,
  条: /^(?:短信|消息|信息|评论|评价|街|龙|差评|路|命|件|记录|微信|语音)/u,
  张: /^(?:图|照片|截图|嘴|脸|发票|券|优惠)/u,
  把: /^(?:年纪|手|火|关|好手)/u,
  包: /^(?:期|凭|服务|政策|邮|退|赔|换|括|裹|装|含)/u,
  套: /^(?:路)/u,
  台: /^(?:阶|词|币|湾)/u,
  本: /^(?:来|店|人|身|地|月|周|科|质)/u,
  份: /^(?:额|心|情)/u,
  支: /^(?:纱|棉|的?纯棉|持|付|出)/u,
  提: /^(?:前|示|供|醒|货|交|现|升|高|问|到)/u,
  组: /^(?:装|合|长)/u,
  箱: /^(?:包)/u,
  副: /^(?:作用|标题|食)/u,
};
const ONE_OF_TALK = /[给有是找问了说出算当第帮另之某任这那]$/u;
const BUYS =
  /(?:买了?|拍了?|要|来|拿了?|订了?|下单?了?|加|少发?了?|差|缺了?|漏发?了?|发了?|送|剩|收到了?|换|退了?|还有|就|只有|只要|共)$/u;
const MAX_COUNT = 100_000;

/** How many of something: 三件, 2盒, 一对, x3. Ordinals, durations and “一个问题” are no quantity. */
export const findQuantities: Finder = ({ text }) => {
  const found: Found[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const span = spanOf(match);
    const unit = part(match, "unit");
    const count = part(match, "pair") === "" ? readCount(part(match, "n")) : 2;
    if (count === undefined || isSecondHalf(text, span.start) || count <= 0 || count > MAX_COUNT) continue;
    const right = behind(text, span.end);
    const left = before(text, span.start);
    if (NO_GOODS[unit]?.test(right) === true) continue;
    if (unit === "个" && count === 1 && (!BUYS.test(left) || ONE_OF_TALK.test(left))) continue;
    if (unit === "斤" && /(?:重|差|瘦了?|胖了?|减了?)$/u.test(left)) continue;
    if (unit === "斤" && !/^(?:装|的|多少钱|$|[,。?! ]|苹果|橙|肉|米|大米|水果|包邮|起|吧|吗|够)/u.test(right)) continue;
    if (/[张把条台本组提份]/u.test(unit) && count === 1 && !BUYS.test(left)) continue;
    found.push({ kind: "quantity", ...span, value: { count, unit: unitWord(unit) } });
  }
  for (const match of text.matchAll(TIMES)) {
    found.push({ kind: "quantity", ...spanOf(match), value: { count: Number(part(match, "n")), unit: "件" } });
  }
  return found;
};

/** The “299” of “1,299件”. */
function isSecondHalf(text: string, start: number): boolean {
  return /\d,$/u.test(before(text, start)) && /^\d{3}(?!\d)/u.test(behind(text, start));
}

const ENGLISH_UNITS: readonly (readonly [start: string, unit: string])[] = [
  ["pc", "件"],
  ["piece", "件"],
  ["pair", "双"],
  ["box", "盒"],
  ["bottle", "瓶"],
  ["pack", "包"],
  ["set", "套"],
];

function unitWord(unit: string): string {
  return ENGLISH_UNITS.find(([start]) => unit.startsWith(start))?.[1] ?? unit;
}

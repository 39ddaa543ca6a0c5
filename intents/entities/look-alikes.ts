import type { Finder } from "./entity.ts";
import { pattern, spanOf } from "./pattern.ts";

/** What resembles an entity and is none: it keeps its place, so that no part of it is taken for one. */
const LOOK_ALIKES: readonly RegExp[] = [
  // Devices and versions: “iPhone 15”, “15 Pro Max”, “iOS 17.2”, “蓝牙5.3”.
  String.raw`(?<![a-z])(?:iphone|ipad(?: ?(?:pro|air|mini))?|苹果|华为|mate|pura|nova|小米|mi|redmi|红米|note|oppo|reno|find|vivo|iqoo|荣耀|magic|macbook|watch|airpods|galaxy|三星|一加|pixel|switch|ps|xbox) ?[a-z]{0,4}\d{1,3}[a-z]{0,2}(?![\d.]|元|块|件|斤|码|天|号|年|月)(?: ?(?:pro|plus|max|ultra|mini|se|promax)){0,2}`,
  String.raw`(?<![\d.])\d{1,2} ?(?:pro ?max|pro|plus|ultra|mini)(?![a-z])`,
  String.raw`(?:(?<![a-z])v|(?<![a-z])ver(?:sion)?|版本号?|ios|安卓|android|蓝牙|usb|win(?:dows)?|鸿蒙(?:os)?|系统|固件|wi-?fi|hdmi|type-?c|第) ?\d{1,2}(?:\.\d{1,3}){1,3}(?![\d])`,
  // Emergency and hotline numbers, help lines of offices.
  String.raw`(?:打|拨打?|叫|报|呼叫|call) ?(?:11[09]|12[02]|911)(?!\d|斤|元|块|个|折)`,
  String.raw`(?<!\d)(?:123(?:15|45|18)|12306|9[56]\d{3}|100(?:86|10|00))(?![\d.]|元|块|件)`,
  "三点水|两点水|三点式|一点点|有一点|差一点|一点[都也儿]|十分(?!钟|钱)|万一(?!千|百)|一一(?![二三四五六七八九十零])|一五一十|三三两两|七七八八|三天两头|一来二去|五五开|三心二意|乱七八糟",
  "假一赔[三十百]|二手|一手|一次性|一会儿?|一下子?|一样|一起|一般|一定|一直|一边|一旦|一切|一些|统一|唯一|逐一|不三不四|百分之[零一二两三四五六七八九十百]{1,5}",
  // Places, links, lines: numbers of other things.
  String.raw`(?:第)?[\d一二三四五六七八九十]{1,3}号(?:线|楼|链接|店|仓|客服|电池|门|院|桌|车|油|机|库|口|地|公馆|色|主播|宝贝|位|床|房)`,
  String.raw`(?<=第)[\d一二三四五六七八九十]{1,3}(?:件|个|双|盒|条|次|箱|台|张|天|位|条|款|排)`,
  // Measures of things: “1.5*2米”, “180x200”, “2米的线”.
  String.raw`(?<![\d.])\d{1,4}(?:\.\d{1,2})? ?(?:cm|mm|m|米)?(?: ?[x*×] ?\d{1,4}(?:\.\d{1,2})? ?(?:cm|mm|m|米|厘米|公分)?){1,2}(?![\d])(?<=\d{2}|\.\d|[m米分])`,
  String.raw`(?<![\d.])\d{1,4}(?:\.\d{1,2})? ?(?:w|瓦|v|伏|ml|毫升|mah|毫安|g|克|gb|tb|hz|rpm|度|℃|°c?|l|升|匹|mm|毫米|平米?|㎡)(?![a-z\d])(?<!\dg码)`,
  "[二三四五六七八两\\d]{1,2}件套",
  String.raw`(?:${"(?:[1-9]|[一二三四五六七八九])(?:\\.\\d|[五一二三四六七八九])?"})折`,
  String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,2})?%`,
  // A round of tones, a year of age.
  "[\\d一二三四五六七八九十半]{1,4}(?:周?岁|岁半)",
].map(pattern);

/** Spans that nobody may take for an entity; longer entities still win over them. */
export const findLookAlikes: Finder = ({ text }) =>
  LOOK_ALIKES.flatMap((form) => [...text.matchAll(form)].map((match) => ({ kind: "look-alike" as const, ...spanOf(match) })));

import { nearestLunar, nearestYearly } from "./calendar.ts";
import type { DateRule } from "./date.ts";
import { part, pattern } from "./pattern.ts";

/** Days that return every year on the same date, with the words for them. */
const FIXED: readonly { readonly words: string; readonly month: number; readonly day: number }[] = [
  { words: String.raw`双(?:11|十一)|光棍节|(?<![\d.¥])11\.11(?![\d.]|元|块)`, month: 11, day: 11 },
  { words: String.raw`双(?:12|十二)|(?<![\d.¥])12\.12(?![\d.]|元|块)`, month: 12, day: 12 },
  {
    words: String.raw`(?<![\d.¥$a-z#-]|满|价|卖|减|花了|只要|尾号|号|共|付了?)(?:618|6\.18)(?![\d.-]|元|块|克|g|ml|号|室|房|cm)|(?<![零一二三四五六七八九])六[一幺]八(?![零一二三四五六七八九])`,
    month: 6,
    day: 18,
  },
  { words: "元旦节?", month: 1, day: 1 },
  { words: "(?<!白色)情人节", month: 2, day: 14 },
  { words: "三八节?(?=妇女节|女神节|女王节|活动|大促)|(?:三八)?(?:妇女节|女神节|女王节)|三八节|38节", month: 3, day: 8 },
  {
    words: "五一劳动节|劳动节|(?<![零一二三四五六七八九十])五一(?=假期|节|放假|期间|活动|之?[前后]|$|[,。?! 能发还有回])",
    month: 5,
    day: 1,
  },
  { words: String.raw`(?<!\d)520(?=活动|礼物|那天|当天|之?前|大促|情人节)`, month: 5, day: 20 },
  { words: "六一儿童节|儿童节|(?<![零一二三四五六七八九十])六一(?=节|活动|礼物|之?前|当天)", month: 6, day: 1 },
  { words: "教师节", month: 9, day: 10 },
  { words: "国庆节?|十一(?=黄金周|长假|假期)", month: 10, day: 1 },
  { words: "平安夜", month: 12, day: 24 },
  { words: "圣诞节?(?!树|帽|袜|老人|装|礼盒|款|风)", month: 12, day: 25 },
];

const LUNAR = "春节|除夕|元宵节?|端午节?|七夕节?|中秋节?";

/** Festivals of trade and of the calendar: 双11, 618, 国庆, 中秋, 大年初一. */
export const FESTIVAL_RULES: readonly DateRule[] = [
  ...FIXED.map(({ words, month, day }): DateRule => ({
    form: pattern(words),
    resolve: (_match, wall, isPast) => nearestYearly(wall, { month, day, isPast }),
  })),
  {
    form: pattern(`(?<name>${LUNAR})(?!礼盒|款|月饼)`),
    resolve: (match, wall, isPast) =>
      nearestLunar(wall, { name: part(match, "name").replace("节", "").replace(/^春$/u, "春节"), plus: 0, isPast }),
  },
  {
    form: pattern("(?:大年|正月|年)初(?<day>[一二三四五六七八九])"),
    resolve: (match, wall, isPast) =>
      nearestLunar(wall, { name: "春节", plus: "一二三四五六七八九".indexOf(part(match, "day")), isPast }),
  },
  {
    form: pattern("大年三十|年三十|年夜饭?那天"),
    resolve: (_match, wall, isPast) => nearestLunar(wall, { name: "除夕", plus: 0, isPast }),
  },
];

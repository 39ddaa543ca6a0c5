import type { ColourFamily, Finder, Found } from "./entity.ts";
import { before, pattern, spanOf } from "./pattern.ts";

const FAMILIES: readonly ColourFamily[] = [
  "black",
  "white",
  "red",
  "yellow",
  "blue",
  "green",
  "purple",
  "pink",
  "grey",
  "brown",
  "orange",
  "gold",
  "silver",
];

/** Names of colours as shops print them, by family; a name ends in 色 or not, as people please. */
const NAMES: Readonly<Record<ColourFamily, string>> = {
  black: "黑 玄青 炭黑 曜石黑 曜夜黑 墨黑 哑光黑 纯黑 亮黑 午夜黑 磨砂黑 曜黑 暗夜黑",
  white:
    "白 奶白 米白 本白 象牙白 纯白 珍珠白 月光白 乳白 灰白 漂白 云朵白 燕麦白 珠光白 陶瓷白 雪白 亮白 哑白 米 奶油 象牙 燕麦",
  red: "红 大红 正红 酒红 砖红 枣红 暗红 深红 朱红 中国红 铁锈红 锈红 番茄红 樱桃红 车厘子红 车厘子 枫叶红 复古红 烂番茄 勃艮第红 姨妈红 橘红 橙红 绛红",
  yellow: "黄 鹅黄 姜黄 柠檬黄 明黄 奶黄 嫩黄 土黄 淡黄 浅黄 深黄 杏黄 芥末黄 奶油黄 黄油 鸡蛋黄 蛋黄",
  blue: "蓝 雾霾蓝 藏青 藏蓝 宝蓝 宝石蓝 天蓝 湖蓝 克莱因蓝 浅蓝 深蓝 海军蓝 牛仔蓝 孔雀蓝 婴儿蓝 冰川蓝 粉蓝 冰蓝 远峰蓝 雾蓝 灰蓝 蓝灰 墨蓝 淡蓝 静谧蓝 海盐蓝 晴空蓝 丹宁蓝 青 蒂芙尼蓝",
  green:
    "绿 墨绿 军绿 橄榄绿 牛油果绿 薄荷绿 豆绿 抹茶绿 抹茶 浅绿 深绿 草绿 果绿 翠绿 荧光绿 青绿 灰绿 豆沙绿 复古绿 苍岭绿 祖母绿 森林绿 牛油果 橄榄 淡绿 鼠尾草绿",
  purple: "紫 香芋紫 丁香紫 薰衣草紫 浅紫 深紫 葡萄紫 雾紫 淡紫 紫罗兰 香芋 藕紫 茄紫 黑加仑紫 暗紫 梦幻紫",
  pink: "粉 粉红 藕粉 樱花粉 裸粉 豆沙 浅粉 淡粉 奶粉粉 脏粉 玫粉 玫红 梅红 桃红 西瓜红 蜜桃粉 珊瑚粉 珊瑚 水蜜桃粉 少女粉 芭比粉 肉粉 灰粉 藕 豆沙粉 荔枝粉 玫瑰粉",
  grey: "灰 浅灰 深灰 烟灰 雾灰 高级灰 太空灰 深空灰 麻灰 花灰 银灰 铁灰 炭灰 水泥灰 碳灰 中灰 暖灰 冷灰 奶灰 月岩灰 岩灰",
  brown:
    "棕 咖啡 咖 焦糖 奶茶 驼 卡其 杏 裸 巧克力 深棕 浅棕 棕褐 褐 摩卡 可可 深咖 浅咖 大地 胡桃 原木 栗 栗棕 茶 米杏 奶杏 浅卡其 深卡其 浅杏 浅驼",
  orange: "橙 橘 爱马仕橙 活力橙 脏橘 橘黄 橙黄 蜜橘 落日橙 荧光橙",
  gold: "金 香槟金 玫瑰金 香槟 土豪金 沙漠金 浅金",
  silver: "银 亮银 冰川银 月光银",
};

/** A colour without 色 behind it needs 的 or 款, unless its name is long enough to be nothing else. */
const CLEAR_ALONE = 2;
/** Names that are things as well: they need 色. */
const THINGS =
  "黄油 奶油 象牙 燕麦 抹茶 牛油果 橄榄 香芋 紫罗兰 豆沙 珊瑚 咖啡 焦糖 奶茶 巧克力 摩卡 可可 大地 胡桃 原木 香槟 车厘子 烂番茄 鸡蛋黄 蛋黄 驼 卡其 藕 裸 杏 茶 栗 米 金 银 青 玫瑰金 橘黄 漂白 奶粉粉 亮白 雪白 本白 灰白 橄榄绿".split(
    " ",
  );

const FAMILY_OF = new Map<string, ColourFamily>();
for (const family of FAMILIES) for (const name of NAMES[family].split(" ")) FAMILY_OF.set(name, family);
const LONGEST_FIRST = [...FAMILY_OF.keys()].sort((a, b) => b.length - a.length);
const CLEAR = LONGEST_FIRST.filter(
  (name) => name.length >= CLEAR_ALONE && (!THINGS.includes(name) || /^(?:橄榄绿|本白)$/u.test(name)),
).concat("卡其", "玫瑰金", "香槟金");
const SHORT = [..."黑白红黄蓝绿紫粉灰棕橙橘咖"];

const SHADE = "(?:浅|深|淡|亮|暗|纯|正|嫩|墨|冷|暖|哑光|荧光|复古|莫兰迪|雾霾|奶油|马卡龙)?";
const WITH_WORD = pattern(`${SHADE}(?<name>${LONGEST_FIRST.join("|")})色(?!差|号|系列|情|盲|彩|素|泽)(?:系(?!列))?`);
const ALONE = pattern(`(?<name>${CLEAR.join("|")})(?!袍|灯笼|枣|线|包|茶|豆|牙|葡萄酒)`);
const OF_KIND = pattern(
  `${SHADE}(?<name>${SHORT.join("|")})(?=的(?!时候|话|人)|款(?!项)|那[个件款双条]|(?:色?和|跟|or)[${SHORT.join("")}])|(?<=[${SHORT.join("")}色](?:和|跟|还是|or ?))${SHADE}(?<other>${SHORT.join("|")})(?![包茶豆牙糖牛猫酒])`,
);
/** “发黄的”, “明白的”, “网红的”, “空白的”: no colour was asked for. */
const NO_COLOUR_BEFORE = /[发变泛偏掉晒明空坦直表告清网走分奶蛋洗染面淀米药糖肉花牛眼漂皮肚肥李泡胶花椒洗衣]$/u;

const ENGLISH: Readonly<Record<string, ColourFamily>> = {
  black: "black",
  white: "white",
  ivory: "white",
  red: "red",
  burgundy: "red",
  yellow: "yellow",
  blue: "blue",
  navy: "blue",
  green: "green",
  olive: "green",
  purple: "purple",
  lavender: "purple",
  pink: "pink",
  grey: "grey",
  gray: "grey",
  brown: "brown",
  beige: "brown",
  khaki: "brown",
  orange: "orange",
};
const ENGLISH_COLOUR = pattern(
  `(?<![a-z'-])(?:(?:light|dark|navy|sky|bright) )?(?<name>${Object.keys(ENGLISH).join("|")})(?![a-z'-]| (?:friday|tea|wine|juice|noise|pepper|rice|beans?|light|oil|onion|peel|flag|card|list|hat))`,
);

/** Colours by the names that shops and shoppers use: 奶白, 雾霾蓝, 深灰色, “那个黑的”, navy. */
export const findColours: Finder = ({ text }) => {
  const found: Found[] = [];
  for (const form of [WITH_WORD, ALONE, OF_KIND, ENGLISH_COLOUR]) {
    for (const match of text.matchAll(form)) {
      const span = spanOf(match);
      const word = match.groups?.["name"] ?? match.groups?.["other"] ?? "";
      const family = FAMILY_OF.get(word) ?? ENGLISH[word];
      if (family === undefined || (form === OF_KIND && NO_COLOUR_BEFORE.test(before(text, span.start)))) continue;
      found.push({ kind: "colour", ...span, value: { name: text.slice(span.start, span.end), family } });
    }
  }
  return found;
};

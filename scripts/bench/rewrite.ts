import { Converter } from "opencc-js/cn2t";
import { createChance } from "../../intents/training/chance.ts";

const toTaiwan = Converter({ from: "cn", to: "twp" });
const toHongKong = Converter({ from: "cn", to: "hk" });

/**
 * A text as it is written in Taiwan, with Taiwan's words where they differ (视频 → 影片), or in Hong Kong. Understanding undoes most of
 * it with the same library, so that what people write by hand may be read less well than these.
 */
export const TRADITIONAL = { taiwan: toTaiwan, hongKong: toHongKong } as const;

/** Characters that sound the same (tones aside where fingers confuse them): what an input method offers beside the one that was meant. */
const HOMOPHONES =
  "的得地 在再 做作坐座 买卖麦 号好耗 有又右友 是事试时式市 码马妈吗 件见间建 货获或 发法罚 退腿 换幻焕 钱前千签 付副富服复 到道倒导 多朵夺 少哨 大达打 小晓笑 什神深 么莫 怎增 " +
  "几机己记寄急 天添填 快块筷 递弟第地 单蛋但 订定钉 运云孕 费肥飞 包宝保报 邮油游 优幽 惠会汇回 价家加架 格隔 质制只支纸直之 量亮两凉 颜严 色涩 尺吃迟齿 寸村存 穿川传 洗喜系 水睡 " +
  "用勇永 完玩晚碗 没每美妹 坏怀 修休 开凯 关观管 电店点 话画化花华 客课可刻 人仁 工公供 服福符 态太 度读 收手首受 查茶差 物无五 流留刘 签千 地弟 址只指 改该盖 重中种众 新心欣 旧就九久 " +
  "红洪 白百 黑嘿 真针 假甲 便变边 宜一已以意亿 贵鬼 送宋 赠曾 券劝 减剪简 满慢漫 赔陪 偿尝常长场 投头 诉素速 申身伸 请青清轻 问文稳闻 想像向相 要药摇 能嫩 还孩海 给个各 他她它 你尼泥 我窝 们门";
const SAME_SOUND = homophones();

const EDITS = ["drop", "double", "swap", "homophone"] as const;

/**
 * A Chinese text with one slip of the finger: a character left out, doubled, in its neighbour's place, or one that sounds like it.
 * The same text with the same seed slips the same way. As it was when it has no Chinese character.
 */
export function withSlip(text: string, seed: number): string {
  const characters = [...text];
  const places = [...characters.keys()].filter((at) => isHan(characters[at]));
  if (places.length === 0) return text;
  const chance = createChance(seed ^ hash(text));
  // The first numbers of near seeds lie near to each other.
  for (let thrown = 0; thrown < 3; thrown += 1) chance();
  for (;;) {
    const edit = EDITS[Math.floor(chance() * EDITS.length)] ?? "double";
    const at = places[Math.floor(chance() * places.length)] ?? 0;
    const slipped = slip({ characters, at, edit, chance });
    // Whoever writes one character does not leave it out; nor has every character a neighbour or a homophone.
    if (slipped !== undefined && slipped !== text && slipped !== "") return slipped;
  }
}

interface Slip {
  readonly characters: readonly string[];
  readonly at: number;
  readonly edit: (typeof EDITS)[number];
  readonly chance: () => number;
}

function slip({ characters, at, edit, chance }: Slip): string | undefined {
  const here = characters[at] ?? "";
  const next = characters[at + 1];
  if (edit === "drop") return characters.toSpliced(at, 1).join("");
  if (edit === "double") return characters.toSpliced(at, 0, here).join("");
  if (edit === "swap") return isHan(next) ? characters.toSpliced(at, 2, next ?? "", here).join("") : undefined;
  const others = SAME_SOUND.get(here);
  if (others === undefined) return undefined;
  return characters.toSpliced(at, 1, others[Math.floor(chance() * others.length)] ?? here).join("");
}

function homophones(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const group of HOMOPHONES.split(" ")) {
    for (const character of group) {
      const others = [...group].filter((other) => other !== character);
      found.set(character, [...new Set([...(found.get(character) ?? []), ...others])]);
    }
  }
  return found;
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /\p{Script=Han}/u.test(character);
}

/** FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state >>> 0;
}

import type { GuardFinding } from "../../../src/guard/api.ts";
import type { Translated } from "../shared/words.ts";

type Kind = GuardFinding["kind"];

const zh = {
  newerTitle: (by: string, ago: string) => `${by} ${ago}前刚说过`,
  seconds: (count: number) => (count < 60 ? `${count} 秒` : `${Math.round(count / 60)} 分钟`),
  bot: "机器人",
  note: "内部备注",
  sendAnyway: "看过了，仍然发送",
  change: "放回去改",
  findingsTitle: "发出前请再看一眼",
  blockedTitle: "这样不能发给顾客",
  blockedNext: "请改掉这些词再发。哪些词不能发，由主管在「设置 → 发送前检查」里定。",
  kinds: {
    "other-store": "别家店铺的名字",
    "other-article": "别家店铺的知识",
    "other-product": "别家店铺的商品",
    forbidden: "店铺不让说的词",
    variable: "没有填上的变量",
  } satisfies Record<Kind, string>,
  inFile: (name: string) => `在文件名“${name}”里`,
  reason: "为什么可以发",
  reasons: ["顾客自己提到的", "在向顾客解释规定", "核对过，没有问题"],
  reasonPlaceholder: "一句话，会和这条消息一起留下",
  confirm: "确认发送",
};

/** The words of what a reply is held back for. */
export const askedWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    newerTitle: (by, ago) => `${by} spoke ${ago} ago`,
    seconds: (count) => (count < 60 ? `${count} s` : `${Math.round(count / 60)} min`),
    bot: "The bot",
    note: "Internal note",
    sendAnyway: "I have seen it, send",
    change: "Change it",
    findingsTitle: "Look once more before it goes out",
    blockedTitle: "This cannot be sent to the shopper",
    blockedNext: "Change these words before sending. Supervisors set what may not be said under “Settings → Before sending”.",
    kinds: {
      "other-store": "Another store's name",
      "other-article": "Another store's knowledge",
      "other-product": "Another store's goods",
      forbidden: "Words this store does not allow",
      variable: "A variable that nothing filled",
    },
    inFile: (name) => `in the file name “${name}”`,
    reason: "Why it may go out",
    reasons: ["The shopper brought it up", "Explaining a rule", "Checked, it is right"],
    reasonPlaceholder: "One sentence, kept with the message",
    confirm: "Send it",
  },
};

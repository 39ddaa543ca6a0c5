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
  sumTitle: "这个金额要先请示",
  sumNext: (most: string) => `您自己最多能答应 ${most}。请示主管或商家，同意后再发；写好的话会留在输入框里。`,
  restNext: (most: string, before: string) =>
    `这个会话里您已经答应了顾客 ${before}，现在最多还能答应 ${most}。请示主管或商家，同意后再发；写好的话会留在输入框里。`,
  noSumNext: (most: string) => `没有写明是多少钱。您能答应的是 ${most}：请把金额写进去，超过的先请示；写好的话会留在输入框里。`,
  ask: "去请示",
  kinds: {
    "other-store": "别家店铺的名字",
    "other-article": "别家店铺的知识",
    "other-product": "别家店铺的商品",
    forbidden: "店铺不让说的词",
    variable: "没有填上的变量",
    compensation: "超过您能答应的金额",
  } satisfies Record<Kind, string>,
  inFile: (name: string) => `在文件名“${name}”里`,
  reason: "为什么可以发",
  reasons: ["顾客自己提到的", "在向顾客解释规定", "核对过，没有问题"],
  reasonPlaceholder: "一句话，会和这条消息一起留下",
  confirm: "确认发送",
};

export type AskedWords = typeof zh;

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
    sumTitle: "Ask before you promise this sum",
    sumNext: (most) =>
      `You may promise up to ${most} yourself. Ask for more, and send it once it is granted; your words stay in the box.`,
    restNext: (most, before) =>
      `You promised ${before} in this conversation and may promise ${most} more. Ask for this, and send it once it is granted; your words stay in the box.`,
    noSumNext: (most) =>
      `It does not say how much. You may promise ${most}: write the sum with it, and ask first where it is more; your words stay in the box.`,
    ask: "Ask for it",
    kinds: {
      "other-store": "Another store's name",
      "other-article": "Another store's knowledge",
      "other-product": "Another store's goods",
      forbidden: "Words this store does not allow",
      variable: "A variable that nothing filled",
      compensation: "More than you may promise",
    },
    inFile: (name) => `in the file name “${name}”`,
    reason: "Why it may go out",
    reasons: ["The shopper brought it up", "Explaining a rule", "Checked, it is right"],
    reasonPlaceholder: "One sentence, kept with the message",
    confirm: "Send it",
  },
};

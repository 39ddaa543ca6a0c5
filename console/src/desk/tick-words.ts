import type { Translated } from "../shared/words.ts";

const zh = {
  ticks: {
    sent: "已发出",
    got: "已送达",
    read: "顾客已读",
    failed: "没有送到：平台拒收",
    unclear: "不确定是否送达",
  },
  again: "再发一次",
  typing: "顾客正在输入…",
  whisper: "主管悄悄话",
  whisperHint: "只有同事看得到，顾客看不到",
};

/** The words about how far a message is, and about who writes. */
export const tickWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    ticks: {
      sent: "Sent",
      got: "Delivered",
      read: "Read by the shopper",
      failed: "Not delivered: the platform refused it",
      unclear: "Delivery unclear",
    },
    again: "Send again",
    typing: "The shopper is typing…",
    whisper: "Whispered by a supervisor",
    whisperHint: "Only colleagues see this, never the shopper",
  },
};

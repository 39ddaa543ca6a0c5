import type { Translated } from "../shared/words.ts";

const zh = {
  close: {
    title: "结束这个会话？",
    more: "顾客会看到会话已结束。顾客再说话会开一个新会话，并连着这一个。",
    send: "结束",
    reasons: ["问题已解决", "顾客没有再回复", "已转到别的渠道处理", "重复或误开的会话"],
  },
  release: {
    title: "把会话交还机器人？",
    more: "机器人接着回答；顾客再要人工时，会重新排队。",
    send: "交还",
    reasons: ["人工部分已处理完", "机器人能答的问题", "顾客没有再回复"],
  },
  why: "原因（同事能看到）",
  other: "其他",
  otherLabel: "写下原因",
  missing: "请写下原因",
};

export const endWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    close: {
      title: "Close this conversation?",
      more: "The shopper sees that it ended. If they write again, a new conversation opens, linked to this one.",
      send: "Close",
      reasons: ["Solved", "The shopper stopped answering", "Goes on elsewhere", "Double, or opened by mistake"],
    },
    release: {
      title: "Give it back to the bot?",
      more: "The bot goes on answering; should the shopper want a person again, they queue again.",
      send: "Give it back",
      reasons: ["The part for a person is done", "The bot can answer this", "The shopper stopped answering"],
    },
    why: "Why (colleagues see it)",
    other: "Something else",
    otherLabel: "Why",
    missing: "Write down why",
  },
};

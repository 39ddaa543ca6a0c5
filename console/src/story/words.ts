import type { Translated } from "../shared/words.ts";

const zh = {
  title: (name: string) => `${name}：会话经过`,
  lead: "每一步发生了什么，为什么。最早的在最上面。",
  shopper: "访客",
  back: "回到会话",
  failed: "经过没有读出来",
  none: { title: "还没有记录", next: "顾客说的第一句话处理完，经过就会出现在这里。" },
  rule: "规则",
  did: (effects: string) => `做了：${effects}`,
  why: "为什么",
  silent: "没有做任何事",
  noReason: "这一步没有留下理由。",
  effects: {
    "open-conversation": "新开会话",
    "change-conversation": "更新会话",
    say: "说话",
    raise: "通知下一步",
    "set-timer": "设提醒",
    "cancel-timer": "取消提醒",
    "write-escalation": "登记转人工",
    rate: "记下评价",
    refuse: "拒绝操作",
  },
};

/** The story's words. */
export const storyWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: (name) => `${name}: the story`,
    lead: "What happened at each step, and why. The first is on top.",
    shopper: "Visitor",
    back: "Back to the conversation",
    failed: "The story could not be read",
    none: { title: "Nothing is recorded yet", next: "As soon as the shopper's first words are handled, the story appears here." },
    rule: "Rule",
    did: (effects) => `Did: ${effects}`,
    why: "Why",
    silent: "Nothing was done",
    noReason: "This step left no reason.",
    effects: {
      "open-conversation": "open a conversation",
      "change-conversation": "change the conversation",
      say: "say something",
      raise: "tell the next step",
      "set-timer": "set a timer",
      "cancel-timer": "cancel a timer",
      "write-escalation": "note the hand-over",
      rate: "note the rating",
      refuse: "refuse the act",
    },
  },
};

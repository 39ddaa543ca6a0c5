import type { Translated } from "../shared/words.ts";

const zh = {
  title: "提醒",
  open: (count: number) => (count === 0 ? "提醒，没有新的" : `提醒，${count} 条没看`),
  handOver: "下班前请交接",
  others: "其他提醒",
  none: { title: "没有新的提醒", next: "快下班要交接的会话、等太久的顾客，会出现在这里。" },
  failed: "提醒没有读出来",
  seen: "知道了",
  seenFailed: (why: string) => `没有记下：${why}`,
  go: "打开会话",
  more: (count: number) => `还有 ${count} 条，看过上面的就会出现`,
  asked: (topic: string) => `问：${topic}`,
  named: (things: string) => `提到：${things}`,
  said: (text: string) => `最后一句：${text}`,
};

export const alertWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Alerts",
    open: (count) => (count === 0 ? "Alerts, none new" : `Alerts, ${count} not seen`),
    handOver: "Hand over before you go",
    others: "Other alerts",
    none: { title: "No new alerts", next: "Conversations to hand over and shoppers who wait too long appear here." },
    failed: "The alerts could not be read",
    seen: "Seen",
    seenFailed: (why) => `That was not kept: ${why}`,
    go: "Open it",
    more: (count) => `${count} more, which appear once these are seen`,
    asked: (topic) => `Asked: ${topic}`,
    named: (things) => `Named: ${things}`,
    said: (text) => `Last words: ${text}`,
  },
};

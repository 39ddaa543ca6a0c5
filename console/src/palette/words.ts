import type { Translated } from "../shared/words.ts";

const zh = {
  title: "跳到…",
  field: "页面、顾客或说过的话",
  hint: "↑ ↓ 选择，Enter 打开，Esc 关闭",
  pages: "页面",
  conversations: "会话",
  none: "没有找到",
  searching: "正在搜…",
};

/** The words of going anywhere. */
export const paletteWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Go to…",
    field: "A page, a shopper, or words that were said",
    hint: "↑ ↓ choose, Enter opens, Esc closes",
    pages: "Page",
    conversations: "Conversation",
    none: "Nothing found",
    searching: "Searching…",
  },
};

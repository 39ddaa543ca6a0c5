import type { Translated } from "../shared/words.ts";

const zh = {
  show: "显示完整",
  title: "查看电话或地址",
  reason: "为什么要看",
  reasons: ["联系快递", "核对收货信息", "回电给顾客"],
  kept: "谁、什么时候、为什么看，都会记下来。",
};

/** The words of seeing what is hidden. */
export const revealWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    show: "Show all",
    title: "See the number or address",
    reason: "Why you need it",
    reasons: ["Calling the courier", "Checking the delivery", "Calling the shopper back"],
    kept: "Who looked, when and why is kept.",
  },
};

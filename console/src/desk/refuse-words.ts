import type { Translated } from "../shared/words.ts";

const zh = {
  refuse: "不接",
  reasons: ["手上正忙", "这类问题我不熟", "马上要下班或离开", "与顾客有过不愉快"],
};

export const refuseWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    refuse: "Not me",
    reasons: ["Busy with another shopper", "Not my kind of matter", "About to leave", "Had trouble with this shopper before"],
  },
};

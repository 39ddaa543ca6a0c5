import type { Translated } from "../shared/words.ts";

const zh = {
  title: "知识库建议",
  source: (phase: string, title: string) => `${phase} · ${title}`,
  confidence: (percent: number) => `把握 ${percent}%`,
  take: "放进输入框",
  reject: "不合适",
};

/** The words of suggested answers. */
export const suggestionWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "From the knowledge",
    source: (phase, title) => `${phase} · ${title}`,
    confidence: (percent) => `${percent}% sure`,
    take: "Put in the box",
    reject: "Does not fit",
  },
};

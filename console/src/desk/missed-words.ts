import type { Translated } from "../shared/words.ts";

const zh = {
  lines: (count: number) => `断线期间 · ${count} 条`,
  rows: (count: number) => `断线期间有 ${count} 个会话有变化，已标出`,
  readAnew: (count: number) =>
    count === 0 ? "断线太久，已重新读取当前状态" : `断线太久，已重新读取当前状态；${count} 个会话和断线前不同，已标出`,
  row: "断线期间有变化",
  seen: "知道了",
};

/** What is said of that which came while the connection was lost. */
export const missedWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    lines: (count) => `While you were offline · ${count}`,
    rows: (count) =>
      count === 1
        ? "1 conversation changed while you were offline; it is marked"
        : `${count} conversations changed while you were offline; they are marked`,
    readAnew: (count) =>
      count === 0
        ? "You were offline for long: everything was read anew"
        : `You were offline for long: everything was read anew; what differs from before is marked (${count})`,
    row: "Changed while offline",
    seen: "Got it",
  },
};

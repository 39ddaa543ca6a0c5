import type { Translated } from "../shared/words.ts";

const zh = {
  title: "渠道状况",
  states: { well: "正常", troubled: "有问题" },
  unspoken: "没有接通",
  neverHeard: "还没有顾客来过",
  heard: (at: string) => `最近一次顾客来信 ${at}`,
  waiting: (count: number, since: string) => `${count} 条等着发出，最早 ${since}`,
  uncertain: (count: number) => `${count} 条不知道有没有送到`,
  refused: (count: number) => `近 24 小时 ${count} 条被平台拒收`,
  parked: (count: number) => `这家店有 ${count} 个事件处理失败，被搁置了。`,
  toParked: "去看并重试",
};

/** The words of how channels do. */
export const healthWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "How the channels do",
    states: { well: "Well", troubled: "Trouble" },
    unspoken: "Not connected",
    neverHeard: "No shopper came yet",
    heard: (at) => `A shopper last wrote ${at}`,
    waiting: (count, since) => `${count} waiting to be sent, the first since ${since}`,
    uncertain: (count) => (count === 1 ? "1 may or may not have arrived" : `${count} may or may not have arrived`),
    refused: (count) => `${count} refused by the platform in 24 hours`,
    parked: (count) =>
      count === 1
        ? "1 event of this store failed and was set aside."
        : `${count} events of this store failed and were set aside.`,
    toParked: "Look and try again",
  },
};

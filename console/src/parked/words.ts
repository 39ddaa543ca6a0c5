import type { Translated } from "../shared/words.ts";

const zh = {
  title: "搁置事件",
  lead: "处理了五次都没成功的事件放在这里，别的会话照常进行。原因排除后，点「再处理一次」。",
  none: { title: "没有搁置的事件", next: "一切都处理好了，这里不用管。" },
  failed: "搁置事件没有读出来",
  event: "事件",
  store: "店铺",
  error: "原因",
  at: "搁置于",
  attempts: (count: number) => `试过 ${count} 次`,
  again: "再处理一次",
  done: "已放回处理队列。",
  notDone: (why: string) => `没有放回去：${why}`,
  desk: "整个客服台（不属于某家店）",
};

/** The words of the parked events. */
export const parkedWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Parked events",
    lead: "Events that failed five times are set aside here; other conversations go on. Once the cause is mended, handle them again.",
    none: { title: "Nothing is parked", next: "Everything was handled; there is nothing to do here." },
    failed: "The parked events could not be read",
    event: "Event",
    store: "Store",
    error: "Cause",
    at: "Parked at",
    attempts: (count) => `Tried ${count} times`,
    again: "Handle again",
    done: "It is back in line.",
    notDone: (why) => `It was not put back: ${why}`,
    desk: "The whole desk (no single store)",
  },
};

import type { Translated } from "../shared/words.ts";

interface NobodyLeft {
  readonly when: string;
  readonly stores: readonly string[];
  readonly skills: readonly string[];
}

const zh = {
  title: "请假和换班",
  failed: "请假和换班没有读出来",
  leave: (name: string, from: string, until: string) => `${name} 请假 ${from} 至 ${until} · `,
  kinds: { annual: "年假", sick: "病假", personal: "事假", other: "其它" },
  swap: (name: string, date: string, other: string) => `${name} 请 ${other} 上 ${date} 的班`,
  back: (date: string) => `，换 ${date}`,
  elsewhere: "您看不到的店铺",
  states: { asked: "等待答复", accepted: "同事已同意", granted: "已批准" },
  nobodyLeft: ({ when, stores, skills }: NobodyLeft) => `${when}：${stores.join("、")}有时段没有会“${skills.join("、")}”的人在岗`,
  yes: "批准",
  yesAnyway: "仍然批准",
  no: "不批准",
  takeBack: "取消这次请假",
  done: "已经决定。",
};

/** The words of leave and swaps that wait. */
export const requestsWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Leave and swaps",
    failed: "Leave and swaps could not be read",
    leave: (name, from, until) => `${name}, leave ${from} to ${until} · `,
    kinds: { annual: "annual", sick: "sick", personal: "personal", other: "other" },
    swap: (name, date, other) => `${name} asks ${other} to work ${date}`,
    back: (date) => `, for ${date}`,
    elsewhere: "stores that you do not see",
    states: { asked: "Waits for an answer", accepted: "The colleague agrees", granted: "Granted" },
    nobodyLeft: ({ when, stores, skills }) =>
      `${when}: at times nobody${stores.length === 0 ? "" : ` for ${stores.join(", ")}`} with ${skills.join(", ")}`,
    yes: "Approve",
    yesAnyway: "Approve all the same",
    no: "Refuse",
    takeBack: "Cancel this leave",
    done: "Decided.",
  },
};

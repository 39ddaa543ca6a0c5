import type { Translated } from "../shared/words.ts";

const zh = {
  act: "审批权",
  actOf: (name: string) => `设置 ${name} 的审批权`,
  may: "可审批知识",
  title: (name: string) => `${name} 可以审批哪些店铺的知识`,
  lead: "勾选后，客服提的和系统整理的修改，这位商家也可以采用或退回。自己提议的仍由主管决定。",
  stores: "店铺",
  noStores: "这位商家还没有能看的店铺，请先点「修改」给店铺。",
  saved: "已保存，马上生效。",
  notSaved: (why: string) => `没有保存：${why}`,
};

/** The words about who decides for a merchant. */
export const approvalWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    act: "Approvals",
    actOf: (name) => `Set what ${name} approves`,
    may: "Approves knowledge",
    title: (name) => `For which stores ${name} decides about knowledge`,
    lead: "For the stores ticked, this merchant too may accept or send back what agents propose and what was learned. What they propose themselves stays with the supervisors.",
    stores: "Stores",
    noStores: "This merchant sees no store yet; choose “Change” to give them one first.",
    saved: "Saved; it holds at once.",
    notSaved: (why) => `Not saved: ${why}`,
  },
};

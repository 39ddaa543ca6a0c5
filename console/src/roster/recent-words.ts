import type { Translated } from "../shared/words.ts";

const zh = {
  open: "最近改动",
  title: "最近的排班改动",
  lead: "您自己的改动 24 小时内可以撤销；整份替换的排班 30 天内可以换回。后来又被改过的，不会被盖掉。",
  failed: "最近的改动没有读出来",
  none: { title: "最近没有改动", next: "改了排班，就会出现在这里。" },
  kinds: {
    days: "改了班次",
    copy: "复制了一周",
    file: "导入了班次表",
    pattern: "改了每周班次",
    leave: "登记了请假",
    roster: "替换了整份排班",
  },
  whom: (names: readonly string[], people: number) =>
    people > names.length ? `${names.join("、")} 等 ${people} 人` : names.join("、"),
  days: (from: string, until: string) => (from === until ? from : `${from} 至 ${until}`),
  undo: "撤销",
  undoOf: (what: string, at: string) => `撤销：${what} ${at}`,
  undone: (by: string) => `${by} 已撤销`,
  done: "已撤销。",
  newer: "没有撤销：后来又有人改过这里。请看一眼现在的排班再改。",
  rosterAsk: "换回替换之前的排班？",
  rosterMore: "客服、每周班次、节假日都回到替换之前；文件带的单日班次、请假和派单规则也一样。",
  rosterBack: "换回去",
  newerAsk: "排班后来又改过，仍然换回去？",
  newerMore: (by: string) => `${by === "" ? "有人" : by} 在替换之后又改过。换回去，那之后的改动也会没有。`,
  undoNevertheless: "仍然换回去",
};

/** The words of what was changed in the roster lately. */
export const recentWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    open: "Recent changes",
    title: "Recent changes of the roster",
    lead: "Your own changes can be undone for 24 hours, a roster that was put in place for 30 days. What somebody changed since is not overwritten.",
    failed: "The recent changes could not be read",
    none: { title: "No recent changes", next: "Once the roster is changed, it stands here." },
    kinds: {
      days: "Changed shifts",
      copy: "Copied a week",
      file: "Imported shifts",
      pattern: "Changed weekly shifts",
      leave: "Entered leave",
      roster: "Replaced the whole roster",
    },
    whom: (names, people) => (people > names.length ? `${names.join(", ")} and ${people - names.length} more` : names.join(", ")),
    days: (from, until) => (from === until ? from : `${from} to ${until}`),
    undo: "Undo",
    undoOf: (what, at) => `Undo: ${what} ${at}`,
    undone: (by) => `undone by ${by}`,
    done: "Undone.",
    newer: "Not undone: somebody changed this since. Look at it as it is now.",
    rosterAsk: "Put the roster before back in place?",
    rosterMore:
      "Agents, weekly shifts and holidays become as they were; so do single days, leave and routing where the file had them.",
    rosterBack: "Put it back",
    newerAsk: "The roster was changed since. Put the one before back nevertheless?",
    newerMore: (by) =>
      `${by === "" ? "Somebody" : by} changed it after it was replaced. What was changed since then is lost, too.`,
    undoNevertheless: "Put it back nevertheless",
  },
};

import type { FiguresAnswer, StoresToday } from "../../src/figures/api.ts";
import type { ProposalPage, ProposalRow } from "../../src/knowledge/api.ts";
import { suggestFor } from "./fake-console-topics.ts";

/** Proposals in every state, and a day's figures: what the pages have to show. */
export function fakeProposals() {
  const page = (status: string | null): ProposalPage => {
    const items = PROPOSALS.filter((proposal) => status === null || status === "" || proposal.status === status);
    const open = PROPOSALS.filter((proposal) => proposal.status === "open").length;
    return { items, total: items.length, open, toDecide: open };
  };
  return { page, storesToday: TODAY, figures: (day: string | null) => (day === EMPTY_DAY ? EMPTY : FIGURES) };
}

/** A day on which nothing happened. */
export const EMPTY_DAY = "2026-05-01";

const STORE = { id: "s1", name: "云裳旗舰店", timezone: "Asia/Shanghai" };
const WORDS = {
  phase: "insale",
  question: "什么时候发货？",
  alternatives: ["多久发货"],
  answer: "每天 16:00 前付款当天发出。",
} as const;
const OPEN: ProposalRow = {
  id: "p_1",
  store: STORE,
  kind: "change-article",
  articleId: "ship-1",
  before: WORDS,
  after: { ...WORDS, answer: "每天 20:00 前付款当天发出。" },
  evidence: [],
  origin: "merchant",
  note: "大促期间仓库加班",
  status: "open",
  createdAt: "2026-05-04T02:00:00.000Z",
  createdBy: "陈店长",
  isMine: true,
  mayDecide: true,
  links: { topics: ["ship-time"] },
};
const PROPOSALS: readonly ProposalRow[] = [
  OPEN,
  { ...OPEN, id: "p_2", current: { ...WORDS, answer: "次日发出。", version: 2, status: "active" } },
  {
    ...OPEN,
    id: "p_3",
    kind: "phrasings",
    after: { ...WORDS, alternatives: ["多久发货", "啥时候能走货"] },
    origin: "learned",
    createdBy: "Counterbell",
    isMine: false,
    evidence: [{ conversationId: "v1", text: "老板啥时候能走货呀" }],
    links: { suggested: suggestFor(WORDS.question) },
  },
  {
    id: "p_4",
    store: STORE,
    kind: "new-article",
    articleId: "p-3f9a2c1b7d",
    after: { ...WORDS, question: "能送贺卡吗？", alternatives: [], answer: "可以，下单备注即可。" },
    evidence: [],
    origin: "agent",
    note: "",
    status: "refused",
    createdAt: "2026-05-03T02:00:00.000Z",
    createdBy: "李小雨",
    isMine: false,
    mayDecide: false,
    decided: { at: "2026-05-03T03:00:00.000Z", by: "陈店长", note: "仓库没有贺卡" },
  },
];

const hours = (counts: Readonly<Record<number, number>>) =>
  Array.from({ length: 24 }, (_, hour) => ({ clock: `${String(hour).padStart(2, "0")}:00`, opened: counts[hour] ?? 0 }));

const FIGURES: FiguresAnswer = {
  store: STORE,
  day: "2026-05-04",
  isToday: true,
  now: "2026-05-04T07:30:00.000Z",
  opened: 132,
  botAlone: { count: 84, share: 84 / 132 },
  handedOver: { count: 41, share: 41 / 132 },
  waiting: { count: 2, longestSeconds: 135 },
  firstReply: { count: 38, medianSeconds: 27 },
  open: { withAgent: 6, overdue: 1 },
  serviceLevel: { within: 36, late: 4, pending: 1, share: 0.9, limitSeconds: 180, limitHours: "working" },
  ratings: { count: 19, mean: 4.6 },
  hours: hours({ 0: 3, 8: 9, 9: 14, 10: 22, 11: 25, 12: 18, 13: 17, 14: 19, 15: 5 }),
};

const TODAY: StoresToday = {
  now: "2026-05-04T07:30:00.000Z",
  stores: [
    {
      id: "s1",
      name: "云裳旗舰店",
      opened: 132,
      botAlone: 84,
      handedOver: 41,
      waiting: 2,
      withAgent: 6,
      overdue: 1,
      serviceLevel: { within: 36, late: 4, pending: 1, share: 0.9 },
    },
  ],
};

const EMPTY: FiguresAnswer = {
  store: STORE,
  day: EMPTY_DAY,
  isToday: false,
  now: "2026-05-04T07:30:00.000Z",
  opened: 0,
  botAlone: { count: 0 },
  handedOver: { count: 0 },
  firstReply: { count: 0 },
  serviceLevel: { within: 0, late: 0, pending: 0, limitSeconds: 180, limitHours: "working" },
  ratings: { count: 0 },
  hours: hours({}),
};

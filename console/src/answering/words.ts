import type { Translated } from "../shared/words.ts";

/** How questions end, of 100, or of `few` where there are no more; whole numbers. */
export interface Ends {
  readonly few?: number;
  readonly answered: number;
  readonly wrong: number;
  readonly asked: number;
  readonly handed: number;
  readonly left: number;
}

function ofQuestions(few: number | undefined): string {
  if (few === undefined) return "Of 100 questions";
  return few === 1 ? "Of this one question" : `Of these ${few} questions`;
}

const zh = {
  title: "机器人什么时候自己答",
  lead: "机器人答得越多，人工越省心，但答错的也会多一点。选一档，下面就能看到您店里的问题会怎样。",
  failed: "没有读出来",
  store: "店铺",
  noStores: { title: "您名下还没有店铺", next: "请管理员在「账号」里给您分配店铺。" },
  choose: "选一档",
  styles: { cautious: "谨慎", balanced: "均衡", bold: "大胆", own: "自己定" },
  styleHints: {
    cautious: "很有把握才答，其余先反问或转人工。适合吃的、用在身上的、贵的东西。",
    balanced: "大多数店铺用这一档。",
    bold: "差不多就答，人工最少。适合问题简单、答错也不要紧的店铺。",
    own: "按您在下面填的数值。",
  },
  atMost: (percent: number) => `目标：答错不超过 ${percent}%`,
  now: "使用中",
  expert: "自己定数值（适合熟悉的人）",
  expertLead: "机器人对每个答案都有一个把握，0 到 100%。下面四个数决定有多少把握时怎么做。",
  numbers: { answer: "直接回答", askBack: "反问", lead: "领先", inScope: "与本店有关" },
  numberHints: {
    answer: "最有把握的答案达到这个数，就直接回答。",
    askBack: "不到“直接回答”但达到这个数，列出几个让顾客选；再低就转人工。",
    lead: "第一名要比第二名高出这么多，才算分得清；分不清就让顾客选。",
    inScope: "问题与本店有关的可能低于这个数，就不打扰人工。",
  },
  range: (from: number, to: number) => `请填 ${from} 到 ${to} 之间的数`,
  becomes: "您店里的问题会怎样",
  becomesNow: "现在",
  becomesThen: (style: string) => `换成“${style}”`,
  ends: ({ few, answered, wrong, asked, handed, left }: Ends) =>
    `${few === undefined ? "每 100 个问题里" : `这 ${few} 个问题里`}，自己答 ${answered} 个，其中${few === undefined ? "大约" : ""}答错 ${wrong} 个；反问 ${asked} 个，转人工 ${handed} 个${left > 0 ? `，另有 ${left} 个不用答` : ""}。`,
  legend: { right: "答对", wrong: "答错", asked: "反问", handed: "转人工", left: "不用答" },
  counted: (all: number, turns: number, golden: number) =>
    `按本店 ${all} 个知道结果的问题数出来：${turns} 个来自最近三个月的会话，${golden} 个来自标准问题。`,
  countedPhrasings: (all: number) =>
    `还没有能数的会话和标准问题，先用店里自己的问法：${all} 个问法逐个拿掉再问。这比真实顾客的问题难，答错会显得偏多，只用来比较几档的高低。`,
  cut: (conversations: number) => `会话很多，只看了最近的 ${conversations} 个。`,
  older: (turns: number) =>
    `会话里另有 ${turns} 个知道结果的问题，是机器人升级前读的，那时的把握跟现在不是一把尺子，所以没有算进来。`,
  goldenLeft: (golden: number) => `店里的知识条目太多，${golden} 个标准问题没有拿来试。`,
  few: "问题还少，只能看个大概。",
  none: {
    title: "还没有问题可以数",
    next: "在「提议」页加几个标准问题，或者等有了会话再来看。现在也可以先选一档。",
  },
  switched: (total: number) => `会变的问题（${total} 个）`,
  switchedNone: "这些问题没有一个会变。",
  actions: { answer: "自己答", clarify: "反问", handover: "转人工", smalltalk: "寒暄", decline: "婉拒" },
  answerRight: "自己答，答对",
  answerWrong: "自己答，答错",
  sources: { turn: "会话", golden: "标准问题", phrasing: "店里的问法" },
  becomesWord: "变成",
  checking: "正在数……",
  basis: {
    fixed: (labels: number) => `这几档的数值是出厂前用 20 家店铺的问题量出来的。本店能拿来算的问题现在有 ${labels} 个。`,
    store: (labels: number) =>
      `这几档的数值是按本店 ${labels} 个知道结果的问题算出来的：先按实际答对的比例校准把握，再定门槛，让答错不超过这一档的目标。`,
    desk: (labels: number) => `本店能拿来算的问题还少，这几档的数值是按所有店铺的 ${labels} 个问题算出来的。`,
  },
  nights: {
    learns: "每天夜里会重新算一遍，店铺跟着用新的。",
    later: (enough: number) => `本店满 ${enough} 个，或者各店合起来满 ${enough} 个以后，每天夜里会重新算，店铺跟着用新的。`,
    own: "本店现在用的是自己定的数值，夜里不会改动。",
    restored: "本店上一次改动是恢复，夜里就不会再自动改；您在这里另选一档保存以后，才会接着每天夜里重新算。",
  },
  howLabelled:
    "怎么算知道结果？顾客点了选项，客服给了答案，顾客说没解决、要人工，或者答完就谢谢、问别的、给了好评。没有下文的不算。",
  curve: "门槛定在哪里，结果会怎样",
  curveLead: "横轴是“直接回答”的数，竖轴是占全部问题的比例。绿线是答对，红线是答错，虚线是现在的位置。",
  curveNumbers: "看数字",
  threshold: "直接回答",
  save: "就用这一档",
  saveOwn: "就用这些数值",
  asNow: "现在就是这样。",
  saved: "已保存，下一条消息就按这个来。",
  notSaved: "没有保存",
  history: "修改记录",
  historyLead: (zone: string) => `谁在什么时候改的。时间按${zone}。`,
  historyNone: "还没有人改过。",
  when: "时间",
  who: "谁",
  what: "改动",
  changes: { set: "", restore: "恢复", learned: "夜里自动重新算", file: "店铺文件" },
  step: (before: string, after: string) => `${before} → ${after}`,
  settingOf: (style: string, answer: number) => `${style}（${answer}%）`,
  undo: "撤销",
  undoOf: (version: number) => `撤销第 ${version} 次改动`,
  restore: "恢复成这样",
  restoreOf: (version: number) => `恢复成这样：第 ${version} 次改动之后`,
  restored: "已恢复。",
  notRestored: (why: string) => `没有恢复：${why}`,
};

/** The words about when the bot answers itself. */
export const answeringWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "When the bot answers itself",
    lead: "The more the bot answers, the less is left to people, and the more is wrong. Choose a style and see what becomes of this store's questions.",
    failed: "It could not be read",
    store: "Store",
    noStores: { title: "You have no stores yet", next: "Ask an administrator to give you stores under “People”." },
    choose: "Choose a style",
    styles: { cautious: "Cautious", balanced: "Balanced", bold: "Bold", own: "Own numbers" },
    styleHints: {
      cautious: "Answers only when very sure; else asks back or hands over. For food, skin care and expensive goods.",
      balanced: "What most stores use.",
      bold: "Answers when it is likely right; the least work for people. For simple questions where a mistake does little harm.",
      own: "By the numbers you write below.",
    },
    atMost: (percent) => `Aims at no more than ${percent}% wrong.`,
    now: "In use",
    expert: "Own numbers (for experts)",
    expertLead: "The bot has a confidence in each answer, 0 to 100%. These four numbers decide what it does with that.",
    numbers: { answer: "Answer", askBack: "Ask back", lead: "Lead", inScope: "About the store" },
    numberHints: {
      answer: "When the best answer is at least this sure, it is given.",
      askBack: "Less sure than that, but at least this: the shopper chooses among a few. Below it a human takes over.",
      lead: "The best must be so far ahead of the second; else the shopper chooses.",
      inScope: "Less likely than this to be about the store: nobody is called.",
    },
    range: (from, to) => `A number from ${from} to ${to}`,
    becomes: "What becomes of this store's questions",
    becomesNow: "Now",
    becomesThen: (style) => `With “${style}”`,
    ends: ({ few, answered, wrong, asked, handed, left }) =>
      `${ofQuestions(few)} it answers ${answered} by itself, ${few === undefined ? "about " : ""}${wrong} of them wrongly; asks back on ${asked}, hands over ${handed}${left > 0 ? `, and ${left} need no answer` : ""}.`,
    legend: { right: "Right", wrong: "Wrong", asked: "Asked back", handed: "Handed over", left: "No answer needed" },
    counted: (all, turns, golden) =>
      `Counted on ${all} questions of this store whose outcome is known: ${turns} from conversations of the last three months, ${golden} golden questions.`,
    countedPhrasings: (all) =>
      `There are no conversations or golden questions to count yet, so ${all} phrasings of the store were asked, each while it was left out. That is harder than what shoppers ask: wrong answers look more frequent than they are. Use it to compare the styles only.`,
    cut: (conversations) => `There are many conversations: only the newest ${conversations} were looked at.`,
    older: (turns) =>
      `${turns} more questions from conversations have a known outcome, but were read before the bot's last upgrade, when its confidences meant something else; they are left out.`,
    goldenLeft: (golden) => `The store has too many articles to try its ${golden} golden questions.`,
    few: "There are only a few questions yet: this is a rough picture.",
    none: {
      title: "There is nothing to count yet",
      next: "Add golden questions on the page “Proposals”, or come back once there have been conversations. You can choose a style now all the same.",
    },
    switched: (total) => `Questions that change (${total})`,
    switchedNone: "None of these questions changes.",
    actions: { answer: "answered", clarify: "asked back", handover: "handed over", smalltalk: "small talk", decline: "declined" },
    answerRight: "answered rightly",
    answerWrong: "answered wrongly",
    sources: { turn: "conversation", golden: "golden question", phrasing: "own phrasing" },
    becomesWord: "becomes",
    checking: "Counting …",
    basis: {
      fixed: (labels) =>
        `The styles' numbers were measured on the questions of 20 stores before this program was shipped. So far ${labels} of this store's questions can be learned from.`,
      store: (labels) =>
        `The styles' numbers come from ${labels} questions of this store whose outcome is known: confidences are calibrated by how often they were right, then the limit is set so that no more are wrong than the style aims at.`,
      desk: (labels) =>
        `Few questions of this store can be learned from, so the styles' numbers come from ${labels} questions of all stores.`,
    },
    nights: {
      learns: "They are computed anew each night, and the store follows.",
      later: (enough) =>
        `From ${enough} on, of this store or of all stores together, they are computed anew each night, and the store follows.`,
      own: "This store uses numbers of its own, which no night changes.",
      restored:
        "The last change here was a restore, so no night changes it; once somebody saves another choice here, it is computed anew each night again.",
    },
    howLabelled:
      "When is an outcome known? The shopper took a choice, an agent gave the answer, the shopper said it did not help or wanted a human, or said thanks, asked something else or rated it well. Silence does not count.",
    curve: "What each limit would do",
    curveLead:
      "Across: the number for “Answer”. Up: the share of all questions. The green line is right, the red line wrong, the dashed line where it is now.",
    curveNumbers: "See the numbers",
    threshold: "Answer",
    save: "Use this style",
    saveOwn: "Use these numbers",
    asNow: "This is how it is now.",
    saved: "Saved; it holds from the next message on.",
    notSaved: "Not saved",
    history: "Changes",
    historyLead: (zone) => `Who changed what, and when. Times are in ${zone}.`,
    historyNone: "Nobody has changed it yet.",
    when: "When",
    who: "Who",
    what: "Change",
    changes: { set: "", restore: "Restored", learned: "Computed anew", file: "Store file" },
    step: (before, after) => `${before} → ${after}`,
    settingOf: (style, answer) => `${style} (${answer}%)`,
    undo: "Undo",
    undoOf: (version) => `Undo change ${version}`,
    restore: "Restore this",
    restoreOf: (version) => `Restore this: as after change ${version}`,
    restored: "Restored.",
    notRestored: (why) => `It was not restored: ${why}`,
  },
};

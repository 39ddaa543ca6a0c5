import type { Translated } from "../shared/words.ts";

const zh = {
  title: "试问一句",
  lead: "看机器人现在会怎么回（按已经保存的知识；不会发给任何人）。",
  question: "像顾客那样问一句",
  ask: "试一下",
  failed: "没有试成",
  thisOne: "就是这一条",
  actions: {
    answer: "直接回答",
    clarify: "给出选项，请顾客选",
    handover: "转人工",
    smalltalk: "寒暄回应",
    decline: "说明不归本店管",
  },
};

/** The words of asking the knowledge a question. */
export const tryWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Try a question",
    lead: "What the bot would do now, by what is saved; nobody is told.",
    question: "Ask as a shopper would",
    ask: "Try",
    failed: "It could not be tried",
    thisOne: "this article",
    actions: {
      answer: "it answers",
      clarify: "it offers choices",
      handover: "it calls a person",
      smalltalk: "it makes small talk",
      decline: "it says that this is not the shop's business",
    },
  },
};

import type { Translated } from "../shared/words.ts";

const zh = {
  open: "发送前检查…",
  title: "发送前检查",
  lead: "客服回复里出现这些词时，先问一句或不让发。别家店铺的名字、商品和知识总会提醒。",
  store: "店铺",
  shipped: "自带的词",
  shippedLevels: { off: "不检查", confirm: "说明原因后可以发", block: "不能发" },
  shippedCount: (count: number) => `查看 ${count} 个词：绝对化用语、引导私下联系、买好评`,
  confirm: "另外，这些词要说明原因",
  block: "另外，这些词不能发",
  allow: "这些词在本店没问题",
  products: "本店的商品名",
  productsHint: "别家店铺的客服说到它们时会被提醒。",
  add: "输入后回车，可以粘贴多行",
  saved: "已保存，下一条回复开始生效",
  failed: "设置没有读出来",
};

/** The words of what agents may say. */
export const guardWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    open: "Before sending…",
    title: "Before a reply is sent",
    lead: "Agents are asked, or stopped, when a reply holds these words. Other stores' names, goods and knowledge are always pointed out.",
    store: "Store",
    shipped: "Words it comes with",
    shippedLevels: { off: "Not checked", confirm: "Sent with a reason", block: "Not sent" },
    shippedCount: (count) => `Show ${count} words: absolute claims, contact elsewhere, paid reviews`,
    confirm: "These need a reason, too",
    block: "These are not sent, either",
    allow: "These are fine in this store",
    products: "Names of this store's goods",
    productsHint: "Agents of other stores are asked before they say them.",
    add: "Press Enter after each; several lines can be pasted",
    saved: "Saved; it holds from the next reply on",
    failed: "The setting could not be read",
  },
};

import { TOPICS } from "../drawings/topics.ts";
import type { DemoShop } from "./shop.ts";

/** For a store nobody drew a page for: what one comes to customer service with, and no goods. */
export const PLAIN: DemoShop = {
  theme: "plain",
  color: "#1664ff",
  kicker: { "zh-CN": "试用页", "zh-TW": "試用頁", en: "A page to try it on" },
  title: { "zh-CN": "有问题，随时问", "zh-TW": "有問題，隨時問", en: "Ask us anything" },
  lead: {
    "zh-CN": "右下角就是这家店的在线客服：知识库里有的马上答，没有的请人来答。",
    "zh-TW": "右下角就是這家店的線上客服：知識庫裡有的馬上答，沒有的請人來答。",
    en: "This store's customer service is in the corner: what it knows it answers at once, for the rest it gets a person.",
  },
  promises: [],
  toShelf: { "zh-CN": "可以问什么", "zh-TW": "可以問什麼", en: "What to ask about" },
  display: ["bag", "van", "return-box", "headset"],
  shelf: { "zh-CN": "常有人来问", "zh-TW": "常有人來問", en: "What people ask about" },
  groups: [
    {
      id: "topics",
      name: { "zh-CN": "常见问题", "zh-TW": "常見問題", en: "Questions" },
      goods: [
        {
          drawing: "bag",
          name: { "zh-CN": "选购", "zh-TW": "選購", en: "Choosing" },
          about: { "zh-CN": "规格、材质、适不适合", "zh-TW": "規格、材質、適不適合", en: "Sizes, materials, what suits" },
          ask: {},
        },
        {
          drawing: "van",
          name: { "zh-CN": "发货与物流", "zh-TW": "出貨與物流", en: "Delivery" },
          about: { "zh-CN": "什么时候发，到哪儿了", "zh-TW": "什麼時候發，到哪兒了", en: "When it leaves, where it is" },
          ask: {},
        },
        {
          drawing: "return-box",
          name: { "zh-CN": "退换与售后", "zh-TW": "退換與售後", en: "Returns and repairs" },
          about: { "zh-CN": "怎么退，谁出运费", "zh-TW": "怎麼退，誰出運費", en: "How to return, who pays" },
          ask: {},
        },
        {
          drawing: "headset",
          name: { "zh-CN": "找人工", "zh-TW": "找真人", en: "A person" },
          about: { "zh-CN": "点一次就转，不绕弯", "zh-TW": "點一次就轉，不繞彎", en: "One tap, no loops" },
          ask: {},
        },
      ],
    },
  ],
  drawings: TOPICS,
  footnote: {
    "zh-CN": "这是 Counterbell 的试用页，把同一行代码放进店铺页面就能用。",
    "zh-TW": "這是 Counterbell 的試用頁，把同一行程式碼放進店鋪頁面就能用。",
    en: "A page to try Counterbell on; the same line of code works in the store's own pages.",
  },
};

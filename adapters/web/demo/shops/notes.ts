import type { Text } from "./shop.ts";

/** Under every page with invented goods. */
export const DEMO_NOTE: Text = {
  "zh-CN": "这是一家演示店铺：商品和价格是编的，右下角的客服是真的。",
  "zh-TW": "這是一家示範店鋪：商品和價格是編的，右下角的客服是真的。",
  en: "A demonstration shop: the goods are invented, the customer service in the corner is real.",
};

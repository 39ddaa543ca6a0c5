import { expect, it } from "vitest";
import { normalise } from "../../intents/normalise.ts";
import { OWN_CASE_SIGNS, ownCaseSigns } from "../../intents/own-case.ts";

const signsOf = (text: string): readonly string[] => {
  const signs = ownCaseSigns(normalise(text));
  return OWN_CASE_SIGNS.filter((_, at) => signs[at] === 1);
};

it.each([
  ["订单尾号8823的麻烦帮我重开发票", ["order", "deed"]],
  ["說好三天退款 到現在還沒動靜", ["waited", "promised", "still"]],
  ["上次那个小李客服答应给我补券的", ["past", "promised", "deed"]],
  ["找你们经理 凭什么不退", ["someone", "account"]],
  ["眼霜有没有", ["goods"]],
  ["you promised last week, where is my order", ["order", "past", "promised", "mine"]],
])("“%s” shows the signs of a case of one's own: %s", (text, signs) => {
  expect(signsOf(text)).toEqual(expect.arrayContaining(signs));
});

it.each(["多久发货", "怎么清洗", "运费谁承担", "do you ship abroad"])("“%s” shows none", (text) => {
  expect(signsOf(text)).toEqual([]);
});

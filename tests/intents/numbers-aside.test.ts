import { expect, it } from "vitest";
import { normalise } from "../../intents/normalise.ts";
import { withoutNumbers } from "../../intents/numbers-aside.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";

it.each([
  ["订单号：202311110001234567，多久发货", "多久发货"],
  ["2023111100012345 什么时候能发", "什么时候能发"],
  ["SF1234567890123 怎么查快递", "怎么查快递"],
  ["电话13812345678改成别人的可以吗", "改成别人的可以吗"],
  ["where is my parcel 9400110898825022579493 please", "where is my parcel please"],
])("“%s” is matched as “%s”", (text, matched) => {
  const question = withoutNumbers(normalise(text));
  expect(question.text).toBe(matched);
  // What tells whose case it is stays.
  expect(question.whole).toBe(normalise(text).whole);
});

it.each([
  "165 118穿多大",
  "满300减50吗",
  "型号2023款还有吗",
  "订单202311110001234567",
  "还有个电话13502718846",
  "充电宝20000毫安能上飞机吗",
  "多久发货",
])("“%s” is matched as it is", (text) => {
  expect(withoutNumbers(normalise(text)).text).toBe(normalise(text).text);
});

it("A number in a question takes nothing from how sure its answer is", async () => {
  const understanding = await createUnderstanding();
  const store = storeId("shop");
  const about = (id: string, question: string, answer: string) =>
    ({ id: articleId(id), layer: "store", phase: "presale", question, alternatives: [], answer }) as const;
  await understanding.learn(store, [about("ship", "多久发货", "48 小时内。"), about("wash", "怎么清洗", "手洗。")]);
  const read = async (text: string) => (await understanding.read({ storeId: store, text, at: 0 })).candidates[0];
  expect(await read("订单号202311110001234567，多久发货")).toMatchObject({ articleId: "ship" });
  expect((await read("订单号202311110001234567，多久发货"))?.confidence).toBeGreaterThan(
    ((await read("多久发货"))?.confidence ?? 1) - 0.1,
  );
});

import { describe, expect, it } from "vitest";
import { conditionsAsked, conditionsNamed, conditionsUnmet } from "../../intents/conditions.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";

describe("what may make a product wrong for somebody", () => {
  it.each([
    ["牛奶蛋白过敏的人能喝吗", ["allergy", "of-milk"]],
    ["吃虾会起疹子 能吃不", ["allergy", "of-shellfish"]],
    ["乳糖不耐能喝吗", ["intolerance", "of-milk"]],
    ["透析的人能喝多少", ["kidney"]],
    ["我妈在吃降压药 能吃鱼油吗", ["medicine"]],
    ["备孕可以用吗", ["pregnancy"]],
    ["六个月的宝宝能用吗", ["baby"]],
    ["猫可以舔吗", ["pet"]],
    ["is it safe for my cat", ["pet"]],
    ["can I use it while breastfeeding", ["pregnancy"]],
  ])("is heard in “%s”", (text, conditions) => {
    expect(conditionsAsked(text)).toEqual(conditions);
  });

  it.each([
    "给孩子穿多大码",
    "猫粮保质期多久",
    "牛奶味的还有吗",
    "虾仁一包多少克",
    "order says delivered",
    "几天发货",
    "豆子多少钱",
  ])("is not heard in “%s”", (text) => {
    expect(conditionsAsked(text)).toEqual([]);
  });

  it.each([
    ["过敏体质可以用，建议先试", "花生过敏能吃吗", ["of-peanut"]],
    ["配料含花生，花生过敏的人不能吃", "花生过敏能吃吗", []],
    ["配料有牛奶和小麦", "牛奶过敏能吃吗", ["allergy"]],
    ["有慢性病请先问医生", "高血压能吃吗", []],
    ["每天两粒，饭后吃", "高血压能吃吗", ["pressure"]],
    ["孕妇请勿使用", "怀孕能用吗", []],
  ])("is met by “%s” for “%s” but for %j", (article, question, unmet) => {
    expect(conditionsUnmet(conditionsAsked(question), conditionsNamed(article))).toEqual(unmet);
  });
});

describe("an article that does not speak of it", () => {
  const store = storeId("shop");
  const ask = async (text: string) => {
    const understanding = await createUnderstanding();
    await understanding.learn(store, [
      article("dose", "蛋白粉一天喝多少", "每天一到两勺，用温水冲。"),
      article("lactose", "乳糖不耐受可以喝蛋白粉吗", "这款已去除乳糖，乳糖不耐受可以喝。"),
    ]);
    const reading = await understanding.read({ storeId: store, text, at: 0 });
    return chooseAction(reading, DEFAULT_THRESHOLDS);
  };

  const answerTo = async (text: string) => {
    const { action, candidates } = await ask(text);
    return action === "answer" ? candidates[0]?.articleId : action;
  };

  it("does not answer, nor is offered; a person is called", async () => {
    expect(await ask("透析的人蛋白粉一天喝多少")).toMatchObject({ action: "handover" });
    expect(await ask("牛奶蛋白过敏可以喝蛋白粉吗")).toMatchObject({ action: "handover" });
  });

  it("answers everybody else", async () => {
    expect(await answerTo("蛋白粉一天喝多少啊")).toBe("dose");
    expect(await answerTo("我乳糖不耐可以喝蛋白粉吗")).toBe("lactose");
  });
});

function article(id: string, question: string, answer: string) {
  return { id: articleId(id), layer: "store", phase: "presale", question, alternatives: [], answer } as const;
}

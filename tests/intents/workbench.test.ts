import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nameOfFit } from "../../intents/confidence.ts";
import type { Score } from "../../intents/score.ts";
import { loadWorkbench } from "../../intents/workbench.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import type { Workbench } from "../../src/core/workbench.ts";
import { SAME_MATTER } from "../../src/learning/rules/cluster.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await loadWorkbench();
});

describe("What tells who somebody is", () => {
  it.each([
    ["我叫张三,电话13812345678,订单773206518840227到哪了", "我叫***,电话***,订单***到哪了"],
    ["王女士您好,您的快递SF1234567890123已发出", "***女士您好,您的快递***已发出"],
    ["寄到浙江省杭州市西湖区文三路123号2栋301室可以吗", "***可以吗"],
    ["寄到中山路88号行不", "***行不"],
    ["加我微信 abc_12345 聊", "加我微信 *** 聊"],
    ["mail to li.lei+shop@example.com please", "mail to *** please"],
    ["my name is John Smith, order 773206518840227", "my name is ***, order ***"],
    ["身份证330106199001011234", "身份证***"],
    ["卡号 6222 0212 3456 7890 123 能退吗", "卡号 *** 能退吗"],
  ])("is masked in %s", (text, masked) => {
    expect(workbench.maskPersonal(text, [])).toBe(masked);
  });

  it.each([
    "我165 108斤穿多大",
    "江浙沪包邮吗",
    "发到上海市浦东新区可以包邮吗",
    "12号楼能送吗",
    "10楼能送货上门吗",
    "买3件199元吗",
    "这条路线怎么走 1号",
    "双11有活动吗",
  ])("is not seen in %s", (text) => {
    expect(workbench.maskPersonal(text, [])).toBe(text);
  });

  it("are the names of those who talk, but no single character", () => {
    expect(workbench.maskPersonal("小雨的杯子,请李雷看看,Amy 也要", ["小雨", "李雷", "amy", "看"])).toBe(
      "***的杯子,请***看看,*** 也要",
    );
  });

  it("is never left in a long number, whatever stands around it; masking twice is masking once", () => {
    const around = fc.string({ unit: fc.constantFrom(..."订单到哪了 -的Aa1路号,") });
    fc.assert(
      fc.property(around, fc.bigInt({ min: 10n ** 10n, max: 10n ** 17n }), around, (before, number, after) => {
        const masked = workbench.maskPersonal(`${before}${number}${after}`, []);
        expect(masked).not.toContain(String(number));
        expect(workbench.maskPersonal(masked, [])).toBe(masked);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["路".repeat(5_000)],
    ["市区路1".repeat(2_000)],
    ["a@a.".repeat(2_000)],
    ["1 ".repeat(5_000)],
    ["姓名".repeat(4_000)],
  ])("is looked for in bounded time, however a text is made", (text) => {
    expect(workbench.maskPersonal(text, []).length).toBeLessThanOrEqual(2_000);
  });
});

describe("Likeness", () => {
  it.each([
    ["能刻字吗", "可以刻名字吗"],
    ["有贺卡吗", "可以帮忙写贺卡吗"],
    ["放洗碗机可以吗", "能进洗碗机洗吗"],
    ["Can you engrave a name?", "is engraving possible"],
  ])("is more for %s and %s than for another matter", (a, b) => {
    const { likeness } = workbench;
    expect(likeness(a, b)).toBeGreaterThan(likeness(a, "支持货到付款吗"));
    expect(likeness(a, b)).toBeGreaterThan(SAME_MATTER - 0.1);
    expect(likeness(a, "支持货到付款吗")).toBeLessThan(SAME_MATTER);
  });

  it("is 1 for the same words, however they are written, 0 to 1 for all, and the same both ways", () => {
    expect(workbench.likeness("请问 能刻字吗？", "請問能刻字嗎?")).toBe(1);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const alike = workbench.likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1.000001);
        expect(workbench.likeness(b, a)).toBeCloseTo(alike, 6);
      }),
    );
  });
});

describe("The fit of the confidences", () => {
  it("is named in every reading as the workbench names it", async () => {
    const reading = await workbench.openTrial().read({ storeId: storeId("s"), text: "江浙沪包邮吗", at: 0 });
    expect(reading.confidenceModel).toBe(workbench.confidenceModel);
    expect(workbench.confidenceModel).toMatch(/^[0-9a-f]{12}$/);
  });

  it("has another name once any of its numbers is another one, and the same as long as none is", () => {
    const score: Score = { means: [0.1], scales: [1], linear: [0.2], bias: 0, hidden: [[0.3, 0.4]], outer: [0.5] };
    const fit = { candidate: score, nobody: score, scope: [0.6] };
    const others = [
      { ...fit, scope: [0.61] },
      { ...fit, nobody: { ...score, bias: 0.01 } },
      ...(["means", "scales", "linear", "outer"] as const).map((part) => ({ ...fit, candidate: { ...score, [part]: [0.7] } })),
      { ...fit, candidate: { ...score, hidden: [[0.3, 0.41]] } },
    ];
    const names = [fit, ...others].map(nameOfFit);
    expect(new Set(names).size).toBe(others.length + 1);
    expect(nameOfFit(structuredClone(fit))).toBe(nameOfFit(fit));
  });
});

it("A trial learns apart from others", async () => {
  const store = storeId("s");
  const [one, other] = [workbench.openTrial(), workbench.openTrial()];
  await one.learn(store, [
    { id: articleId("a"), layer: "store", phase: "presale", question: "能刻字吗", alternatives: [], answer: "可以" },
  ]);
  expect((await one.read({ storeId: store, text: "能刻字吗", at: 0 })).candidates[0]?.articleId).toBe("a");
  expect((await other.read({ storeId: store, text: "能刻字吗", at: 0 })).candidates).toEqual([]);
});

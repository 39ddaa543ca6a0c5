import { beforeAll, describe, expect, it } from "vitest";
import { readFixture } from "../../intents/training/fixtures.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Reading, Understanding } from "../../src/core/understanding.ts";

const SHOP = storeId("womenswear");
const NOON = Date.UTC(2026, 10, 21, 4);
let understanding: Understanding;

beforeAll(async () => {
  understanding = await createUnderstanding();
  await understanding.learn(SHOP, (await readFixture("tests/fixtures/knowledge", "womenswear")).articles);
});

const read = (text: string): Promise<Reading> => understanding.read({ storeId: SHOP, text, at: NOON });

describe("A wish for a person", () => {
  it.each([
    ["我要投诉，转人工", "complaint"],
    ["投诉，找你们主管", "complaint"],
    ["我要投訴，幫我轉真人客服", "complaint"],
    ["I want to make a complaint, let me talk to a human", "complaint"],
    ["转人工，差评", "complaint"],
    ["转人工，我要退款", "refund"],
    ["退款怎么还没到，转人工客服", "refund"],
    ["I want a refund, get me a real person please", "refund"],
    ["我要退貨，請轉真人客服", "aftersale"],
    ["帮我转人工，衣服破了个洞", "aftersale"],
    ["怎么还不发货，叫人工来", "aftersale"],
    ["The parcel never arrived, speak to an agent", "aftersale"],
    ["找人工，机器开不了机怎么安装", "technical"],
    ["转人工，想问下这件有没有大码", "presale"],
    ["請轉人工，想問尺寸", "presale"],
    ["I need a human to help with sizing", "presale"],
  ])("“%s” asks for somebody who can do what is said beside it: %s", async (text, skill) => {
    expect(await read(text)).toMatchObject({ act: "human-please", skill });
  });

  it.each(["转人工", "人工", "轉人工客服", "你好，转人工谢谢", "转人工转人工转人工", "talk to a human please"])(
    "“%s” alone gives no hint whom to ask",
    async (text) => {
      const { act, skill, phase } = await read(text);
      expect({ act, skill, phase }).toEqual({ act: "human-please" });
    },
  );
});

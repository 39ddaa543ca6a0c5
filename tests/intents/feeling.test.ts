import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { phrasingsOf, readCatalog } from "../../intents/catalog.ts";
import { feelingOf, feelingText } from "../../intents/feeling.ts";
import { readLinearModel, writeLinearModel } from "../../intents/linear.ts";
import { normalise } from "../../intents/normalise.ts";
import { feltTexts, ordinaryChat, readFeelings, trainFeeling } from "../../intents/training/feeling.ts";
import { understandingOn, type OpenUnderstanding } from "../../intents/understanding.ts";
import { loadModel } from "../../intents/model.ts";
import { storeId } from "../../src/core/ids.ts";
import { FEELINGS, type Feeling, type FeelingLevel } from "../../src/core/understanding.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";

const model = readLinearModel(readFileSync("intents/model/feeling.bin"));
const felt = (text: string): Feeling | undefined => feelingOf(model, normalise(text));
const level = (text: string): FeelingLevel | undefined => felt(text)?.level;
const isFelt = (text: string): boolean => level(text) === "annoyed" || level(text) === "angry";

describe("the feeling of a text", () => {
  it.each([
    "你们就是骗子，退钱！！！",
    "再不发货我就打12315投诉你们",
    "气死我了，什么破店",
    "妈的智障客服",
    "我要找律师起诉你们，等着",
    "爛店,騙錢,我要去消保官那邊申訴",
    "呃人黑店，我要投訴你哋",
    "You lied to me, this is a scam! Refund me NOW",
    "🤬🤬🤬",
  ])("is angry in “%s”", (text) => {
    expect(level(text)).toBe("angry");
  });

  it.each([
    "催了三遍了，怎么还没人理",
    "呵呵，可真行",
    "服了，又是自动回复",
    "都五天了还没动静，太慢了吧",
    "？？？？？",
    "still nothing, seriously?",
    "🙄",
  ])(
    // prettier-ignore
    "is annoyed in “%s”",
    (text) => {
      expect(level(text)).toBe("annoyed");
    },
  );

  it.each([
    "京东无假货吧",
    "有没有差评",
    "为什么有差评呢",
    "怕被骗，可以货到付款吗",
    "我没有生气，就是想问清楚",
    "放心，不会给差评的",
    "气死我了太好看了，又想再买一件",
    "绝了，太好吃了",
    "急急急，今天能发吗",
    "曝光补偿怎么调",
    "烟雾报警器多少钱",
    "垃圾袋是点断式的吗",
    "滚筒洗衣机能洗吗",
    "女朋友生气了，买什么哄她好",
    "笑死，我家猫也喜欢",
    "are there any bad reviews about the battery?",
    "this is not a complaint, just feedback",
    "收到了，有点小瑕疵，能换一件吗",
  ])("is calm in “%s”", (text) => {
    expect(level(text)).toBe("calm");
  });

  it.each(["773206518840227", "?", "。", "👍", "", " ", "165"])("is not told by “%s”", (text) => {
    expect(isFelt(text)).toBe(false);
  });

  it("has as its signs the threat, and the clause with the strongest tone", () => {
    expect(felt("你好，我昨天拍的。再不发货我打12315，什么破店！")?.signs).toEqual(["threat:12315", "tone:什么破店！"]);
    expect(felt("？？？？？")?.signs).toEqual(["tone:？？？？？"]);
    expect(felt("什么时候发货呀")?.signs).toEqual([]);
  });

  it("is found in Traditional script and full width as in Simplified", () => {
    expect(level("你們就是騙子,退錢!!!")).toBe(level("你们就是骗子，退钱！！！"));
  });

  it("sees kinds of words and signs beside the words themselves, and no praise, denial or product as one", () => {
    const marks = (text: string): string => feelingText(normalise(text)).split(" $ ")[1] ?? "";
    expect(marks("骗子")).toBe("①");
    expect(marks("滚筒洗衣机")).toBe("");
    expect(marks("没有生气")).toBe("");
    expect(marks("气死我了太好看了")).not.toContain("③");
    expect(marks("气死我了")).toBe("③");
    expect(marks("FIX IT RIGHT NOW!!!")).toContain("⑩ ⑫");
  });

  it("is read from the first two thousand characters, so that the longest message costs little", () => {
    const chat = "这个颜色很好看，".repeat(300);
    expect(chat.length).toBeGreaterThan(2_000);
    expect(felt(`${chat}你们就是骗子！！！`)).toEqual(felt(chat));
    expect(felt(`你们就是骗子，退钱！！！${"退钱！".repeat(3_000)}`)?.level).toBe("angry");
  });

  it("is one of three with a probability, and short signs, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const feeling = felt(text);
        if (feeling === undefined) return;
        expect(FEELINGS).toContain(feeling.level);
        expect(feeling.confidence).toBeGreaterThanOrEqual(0);
        expect(feeling.confidence).toBeLessThanOrEqual(1);
        for (const sign of feeling.signs) expect([...sign].length).toBeLessThan(60);
        for (const sign of feeling.signs) expect(sign.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("the shipped model", () => {
  const line = z.object({ text: z.string(), feeling: z.enum(FEELINGS) });
  const heldOut = readFileSync("tests/fixtures/feeling/held-out.jsonl", "utf8").trim().split("\n").map((json) => line.parse(JSON.parse(json))); // prettier-ignore
  const found = (feeling: FeelingLevel, is: (text: string) => boolean): number =>
    heldOut.filter((row) => row.feeling === feeling && is(row.text)).length /
    heldOut.filter((row) => row.feeling === feeling).length;

  it("finds of texts in another style what docs/decisions/0033 says, or more", () => {
    expect(found("angry", (text) => level(text) === "angry")).toBeGreaterThan(0.7);
    expect(found("angry", isFelt)).toBeGreaterThan(0.82);
    expect(found("annoyed", isFelt)).toBeGreaterThan(0.56);
    expect(found("calm", isFelt)).toBeLessThan(0.07);
    expect(found("calm", (text) => level(text) === "angry")).toBeLessThan(0.02);
  });

  it("flags no more than two in a hundred of the questions that shoppers ask before buying", async () => {
    const presale = (await readCatalog("intents/catalog")).filter(({ kind, phase }) => kind === "shop" && phase === "presale");
    const asked = presale.flatMap(phrasingsOf);
    expect(asked.length).toBeGreaterThan(2_000);
    expect(asked.filter(isFelt).length / asked.length).toBeLessThan(0.02);
    expect(asked.filter((text) => level(text) === "angry").length / asked.length).toBeLessThan(0.004);
  });

  it("is trained alike from the same lines, none of which is held out", async () => {
    const told = feltTexts(await readFeelings("intents/training/feeling"), await readCatalog("intents/catalog"));
    const lines = new Set(told.map(({ text }) => feelingText(normalise(text)).trim()));
    const isSigns = (text: string): boolean => !/\p{L}/u.test(text);
    expect(heldOut.filter(({ text }) => !isSigns(text) && lines.has(feelingText(normalise(text))))).toEqual([]);
    const few = told.filter((_, at) => at % 10 === 0);
    expect(writeLinearModel(trainFeeling(few))).toEqual(writeLinearModel(trainFeeling(few)));
  });

  it("takes no heated phrasing for ordinary chat", async () => {
    const chat = ordinaryChat(await readCatalog("intents/catalog"), []);
    expect(chat.length).toBeGreaterThan(3_000);
    expect(chat.filter(({ text }) => /投诉|骗子|垃圾|!!/u.test(text))).toEqual([]);
  });
});

describe("a reading", () => {
  let understanding: OpenUnderstanding;
  beforeAll(async () => void (understanding = understandingOn(await loadModel())));
  const read = (text: string) => understanding.read({ storeId: storeId("s"), text, at: 0 });

  it("tells how the shopper feels, by all of the text", async () => {
    expect((await read("你好，在吗。昨天的事怎么说？骗子，我要投诉你们！")).feeling?.level).toBe("angry");
    expect((await read("有没有优惠券")).feeling).toMatchObject({ level: "calm", signs: [] });
    expect(await read("773206518840227")).not.toHaveProperty("feeling");
  });

  it.each(["气死我了太好看了", "放心，我不会给差评的", "没有要投诉的意思哈"])("takes “%s” for no complaint", async (text) => {
    const { reasons } = chooseAction(await read(text), DEFAULT_THRESHOLDS);
    expect(reasons[0]?.code).not.toBe("handover-complaint");
  });
});

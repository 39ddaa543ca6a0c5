import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHARED_STORE, storeId } from "../../src/core/ids.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { findInOutgoing, findInReply } from "../../src/guard/rules/find.ts";
import type { Finding } from "../../src/guard/rules/finding.ts";
import { forbiddenWords, plain, readGuardSetting } from "../../src/guard/rules/setting.ts";
import { createTermIndex, termsOf, type KnownStore } from "../../src/guard/rules/terms.ts";
import { codes, conversation, effectsOf, facts, LI, replied, told } from "../support/desk-facts.ts";

const TEA = storeId("tea");
const EAVES = storeId("eaves");
const article = (id: string, question: string, answer = "好的") => ({ id, question, alternatives: [], answer });
const tea: KnownStore = {
  name: "半坡茶铺",
  products: ["老白茶饼"],
  articles: [article("taste-choose", "第一次喝白茶选哪一款合适？", "推荐 BC-07"), article("ship", "多久发货")],
};
const eaves: KnownStore = {
  name: "檐下生活",
  products: [],
  articles: [article("kettle-capacity", "养生壶的容量是多少，够几个人喝？", "YS-15 是 1.5 升"), article("ship", "多久发货")],
};

function book() {
  const terms = createTermIndex();
  terms.put(TEA, termsOf(tea));
  terms.put(EAVES, termsOf(eaves));
  return terms;
}

const find = (text: string, setting: object = { shipped: "off" }, terms = book()): readonly Finding[] =>
  findInReply(text, { own: [EAVES, SHARED_STORE], terms, forbidden: forbiddenWords(readGuardSetting(setting)) });
const findInNames = (...files: readonly string[]): readonly Finding[] =>
  findInOutgoing("好的", files, {
    own: [EAVES, SHARED_STORE],
    terms: book(),
    forbidden: forbiddenWords(readGuardSetting({ shipped: "off", block: ["加微信"] })),
  });
const kinds = (found: readonly Finding[]): readonly string[] => found.map(({ kind, words }) => `${kind} ${words}`);

describe("A file that goes with a reply", () => {
  it.each([
    ["半坡茶铺 饼面.jpg", "other-store 半坡茶铺"],
    ["BC-07_饼面(2).jpg", "other-product BC-07"],
    ["老白茶饼.png", "other-product 老白茶饼"],
  ])("called “%s” is noticed, and it is said in which name", (name, found) => {
    expect(kinds(findInNames("YS-15 说明书.pdf", name))).toEqual([found]);
    expect(findInNames(name)[0]?.file).toBe(name);
  });

  it("is blocked for a blocked word in its name, and told of before what only asks for a reason", () => {
    expect(findInNames("半坡茶铺.jpg", "加微信领红包.png").map(({ level }) => level)).toEqual(["block", "confirm"]);
  });

  it("of one's own is not, nor are braces in a name a variable", () => {
    expect(findInNames("檐下生活_YS-15.jpg", "IMG_{order}.jpg")).toEqual([]);
  });
});

describe("Another store in a reply", () => {
  it.each([
    ["这款半坡茶铺也有", ["other-store 半坡茶铺"]],
    ["半 坡 茶 铺", ["other-store 半坡茶铺"]],
    ["您可以试试老白茶饼", ["other-product 老白茶饼"]],
    ["推荐bc-07这款", ["other-product BC-07"]],
    ["Take the BC-07 instead", ["other-product BC-07"]],
    ["详见 taste-choose", ["other-article taste-choose"]],
    ["第一次喝白茶选哪一款合适？推荐白牡丹", ["other-article 第一次喝白茶选哪一款合适"]],
  ])("“%s” is noticed: %o", (text, found) => {
    expect(kinds(find(text))).toEqual(found);
  });

  it.each([
    ["one's own name and goods", "檐下生活的 YS-15 一次能倒 6 杯，kettle-capacity"],
    ["what both stores ask alike", "多久发货"],
    ["a part of a longer word", "XBC-075 和 mytaste-choosed"],
    ["ordinary words", "茶壶可以泡茶，亲"],
  ])("%s is not", (_name, text) => {
    expect(find(text)).toEqual([]);
  });

  it("is not when its name is a part of one's own, or many stores use the word", () => {
    const terms = book();
    terms.put(storeId("part"), termsOf({ name: "生活", products: [], articles: [] }));
    expect(find("檐下生活欢迎您", undefined, terms)).toEqual([]);
    for (const id of ["a", "b", "c"])
      terms.put(storeId(id), termsOf({ name: `第${id}家店`, products: ["空气炸锅"], articles: [] }));
    expect(find("空气炸锅", undefined, terms)).toEqual([]);
  });

  it("is forgotten with what the store is no longer known by", () => {
    const terms = book();
    terms.put(TEA, termsOf({ ...tea, name: "半坡茶馆" }));
    expect(kinds(find("半坡茶铺", undefined, terms))).toEqual([]);
    expect(kinds(find("半坡茶馆", undefined, terms))).toEqual(["other-store 半坡茶馆"]);
  });

  it("is found wherever it stands in any words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[好的亲请稍等 ，。]{0,30}$/), fc.stringMatching(/^[好的亲请稍等 ，。]{0,30}$/), (a, b) => {
        expect(kinds(find(`${a}半坡茶铺${b}`))).toEqual(["other-store 半坡茶铺"]);
      }),
    );
  });
});

describe("Forbidden words", () => {
  it("that are shipped ask for a reason, however they are spread", () => {
    for (const text of ["您加微信聊", "加 微 信", "加.微*信", "全网最低价"]) expect(find(text, {})).toHaveLength(1);
    expect(find("加微信", {})[0]).toEqual({ kind: "forbidden", words: "加微信", level: "confirm" });
  });

  it("are blocked, asked about or let go as the store says; the stricter of two holds", () => {
    expect(find("加微信", { shipped: "block" })[0]?.level).toBe("block");
    expect(find("加微信", { shipped: "off" })).toEqual([]);
    expect(find("加微信", { allow: ["加微信"] })).toEqual([]);
    expect(find("包退", { shipped: "off", confirm: ["包退"], block: ["包退"] })).toEqual([
      { kind: "forbidden", words: "包退", level: "block" },
    ]);
  });

  it("compare in one width and case", () => {
    expect(plain("Ｖx 号\u200B")).toBe("vx号");
  });
});

describe("A variable that nothing filled", () => {
  it("of ours is never sent; other words in braces ask", () => {
    expect(find("订单{order}已发，{备注}")).toEqual([
      { kind: "variable", words: "{order}", level: "block" },
      { kind: "variable", words: "{备注}", level: "confirm" },
    ]);
    expect(find("集合 {a b} 和 {}")).toEqual([]);
  });
});

describe("Whatever way an agent's words come in", () => {
  const mine = conversation({ status: "assigned", agent: LI });
  const asks: Finding = { kind: "other-store", words: "半坡茶铺", level: "confirm" };
  const blocks: Finding = { kind: "forbidden", words: "加微信", level: "block" };
  const confirmed = { confirmed: { reason: "顾客自己提到的" } };

  it("what asks for a reason is not sent without one, and with it the reason is kept", () => {
    const bare = decideContact(facts({ conversation: mine, findings: [asks] }), replied());
    expect([codes(bare), told(bare)]).toEqual([["refused-unconfirmed-words"], []]);
    const said = decideContact(facts({ conversation: mine, findings: [asks] }), replied(confirmed));
    expect(told(said)).toEqual(["您好"]);
    expect(said.reasons.at(-1)).toEqual({ code: "confirmed-words", values: { words: "半坡茶铺", why: "顾客自己提到的" } });
  });

  it("what is blocked is not sent whatever is confirmed", () => {
    const decision = decideContact(facts({ conversation: mine, findings: [asks, blocks] }), replied(confirmed));
    expect([codes(decision), told(decision)]).toEqual([["refused-blocked-words"], []]);
    expect(effectsOf(decision, "refuse")[0]?.reason.values).toEqual({ words: "加微信" });
  });

  it("remarks for colleagues say what they like", () => {
    const decision = decideContact(facts({ conversation: mine, findings: [blocks] }), replied({ internal: true }));
    expect(codes(decision)).toEqual(["remark-kept"]);
  });
});

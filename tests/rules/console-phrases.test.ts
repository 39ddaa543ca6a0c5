import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill } from "../../console/src/phrases/fill.ts";
import { begunAt, initialsOf, matching } from "../../console/src/phrases/match.ts";
import { draftSummary } from "../../console/src/desk/transfer-draft.ts";
import type { ConversationMessage } from "../../src/desk/api.ts";
import type { PhraseRow } from "../../src/phrases/api.ts";
import { variablesIn } from "../../src/phrases/rules.ts";

const phrase = (shortcut: string, text = "好的"): PhraseRow => ({
  id: shortcut,
  layer: "vendor",
  shortcut,
  text,
  mayEdit: false,
  updatedAt: "",
  updatedBy: "",
});

describe("A slash at the cursor", () => {
  it.each([
    ["/", 1, { start: 0, query: "" }],
    ["您好 /fh", 6, { start: 3, query: "fh" }],
    ["您好，/发货", 6, { start: 3, query: "发货" }],
    ["第一句/hi", 6, { start: 3, query: "hi" }],
    ["and/or", 6, undefined],
    ["https://x", 9, undefined],
    ["/hi there", 9, undefined],
    ["/hi there", 3, { start: 0, query: "hi" }],
  ])("in “%s” at %d begins %o", (text, cursor, begun) => {
    expect(begunAt(text, cursor)).toEqual(begun);
  });
});

describe("What fits", () => {
  const all = [
    phrase("发货", "48 小时内发出"),
    phrase("fahuo2"),
    phrase("退货运费", "我们出"),
    phrase("谢谢", "稍等，发货时告诉您"),
  ];

  it("is found by the shortcut, its initials and the text, in this order", () => {
    expect(matching(all, "发货").map(({ id }) => id)).toEqual(["发货", "谢谢"]);
    expect(matching(all, "fh").map(({ id }) => id)).toEqual(["发货", "谢谢"]);
    expect(matching(all, "thyf").map(({ id }) => id)).toEqual(["退货运费"]);
    expect(matching(all, "zzz")).toEqual([]);
  });

  it("knows the initials of common characters", () => {
    expect(initialsOf("怎么退货? 优惠券 L码 欧阳额啊")).toBe("zmthyhqlmoyea");
  });
});

describe("Variables", () => {
  it("are filled with what is known; the others stay for everybody to see", () => {
    expect(fill("{shopper}您好，订单{order}，{x}", { shopper: "林女士" })).toBe("林女士您好，订单{order}，{x}");
  });

  it.each([
    ["{shopper}您好，订单已经发出", "您好，订单已经发出"],
    ["{shopper}，您好", "您好"],
    ["亲爱的{shopper}，您的包裹到了", "亲爱的您，您的包裹到了"],
    ["已为{shopper}登记", "已为您登记"],
    ["Hi {shopper}, thanks for waiting", "Hi there, thanks for waiting"],
    ["Good morning, {shopper}!", "Good morning there!"],
    ["Dear {shopper},", "Dear customer,"],
    ["Thank you, {shopper}!", "Thank you!"],
    ["{shopper}, your order {order} left", "Hello, your order {order} left"],
    ["We will send {shopper} a link", "We will send you a link"],
  ])("address a shopper without a name naturally: “%s” is “%s”", (text, said) => {
    expect(fill(text, {})).toBe(said);
  });

  it("once all are known leave nothing open", () => {
    const values = { shopper: "a", agent: "b", store: "c", order: "d" };
    fc.assert(
      fc.property(fc.array(fc.constantFrom("{shopper}", "{agent}", "{store}", "{order}", "好", " ")), (parts) => {
        expect(variablesIn(fill(parts.join(""), values))).toEqual([]);
      }),
    );
  });
});

it("a transfer's first summary is what the shopper said since the last answer, and what they named", () => {
  const line = (type: "shopper" | "agent", text: string, internal = false): ConversationMessage => ({
    seq: 1,
    id: text,
    author: { type },
    text,
    internal,
    at: "",
  });
  const words = { draftAsked: (text: string) => `问：${text}`, draftNamed: (text: string) => `有：${text}` };
  const messages = [
    line("shopper", "在吗"),
    line("agent", "在"),
    line("shopper", "能换吗"),
    line("agent", "记一下", true),
    line("shopper", "L 码"),
  ];
  expect(draftSummary({ messages, slots: [{ kind: "order-number", value: "123", at: "" }] }, words)).toBe(
    "问：能换吗 / L 码\n有：123",
  );
  expect(draftSummary({ messages: messages.slice(0, 2), slots: [] }, words)).toBe("问：在吗");
});

import { describe, expect, it } from "vitest";
import { choiceOf, takenChoice } from "../../src/desk/rules/choice.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { conversation, facts, message, NOW, policy, reading, told } from "../support/desk-facts.ts";

describe("The language of an answer", () => {
  const handover = (changes: Parameters<typeof facts>[0], text = "x", page?: "zh-CN" | "zh-TW" | "en") =>
    told(decideContact(facts(changes), message(text, page === undefined ? {} : { language: page }))).join();

  it.each([
    ["English words on a Chinese page", { language: "en" } as const, "zh-CN", "person to help"],
    ["Traditional words", { language: "zh", isTraditional: true } as const, "zh-CN", "為您解答"],
    ["a Chinese sentence on a Traditional page", { language: "zh" } as const, "zh-TW", "為您解答"],
    ["a Chinese sentence on an English page", { language: "zh" } as const, "en", "为您解答"],
    ["an unknown language on an English page", { language: "other" } as const, "en", "person"],
  ])("%s", (_name, how, page, words) => {
    expect(handover({ reading: reading(how) }, "x", page as "zh-CN")).toContain(words);
  });

  it("turns back to Chinese with the shopper", () => {
    const english = conversation({ language: "en" });
    expect(handover({ conversation: english, reading: reading() }, "人工", "zh-CN")).toContain("为您解答");
  });

  it("begins anew with a new conversation", () => {
    const ended = conversation({ language: "en", status: "closed", closedAt: NOW - 1 });
    expect(handover({ conversation: ended, reading: reading({ language: "other" }) })).toContain("为您解答");
  });

  it("stays where it was when a text tells nothing", () => {
    expect(handover({ conversation: conversation({ language: "en" }), reading: reading({ language: "other" }) })).toContain(
      "person",
    );
  });

  it("uses the store's own words where it has some", () => {
    const own = { ...policy, texts: { "handing-over-unsure": { "zh-CN": "稍等哦" } } };
    expect(handover({ policy: own })).toBe("稍等哦");
  });
});

const HUMAN = { id: "human", label: "都不是，转人工" };

describe("A choice", () => {
  const choices = [{ id: "a", label: "退货" }, { id: "b", label: "换货" }, HUMAN];

  it("is not taken by words that several of them have", () => {
    const alike = [{ id: "a", label: "退货运费" }, { id: "b", label: "退货流程" }, HUMAN];
    expect(choiceOf({ text: "退货" }, alike)).toBeUndefined();
    expect(choiceOf({ text: "流程那个" }, alike)?.id).toBe("b");
  });

  it("is not taken by a bare word where nobody was asked which one", () => {
    const quick = [{ id: "a", label: "退货运费谁出" }];
    expect(choiceOf({ text: "退货" }, quick)).toBeUndefined();
    expect(choiceOf({ text: "退货那个" }, quick)?.id).toBe("a");
  });

  it("is not taken by words that tell of danger, nor by a no", () => {
    expect(takenChoice({ text: "1" }, choices, reading({ urgency: "high" }))).toBeUndefined();
    expect(takenChoice({ text: "不是" }, choices, reading({ act: "no", actConfidence: 0.9 }))).toBeUndefined();
  });

  it("is taken by a yes when it alone was offered beside a human", () => {
    const yes = reading({ act: "yes", actConfidence: 0.9 });
    expect(takenChoice({ text: "好的" }, choices.slice(1), yes)?.id).toBe("b");
    expect(takenChoice({ text: "好的" }, choices.slice(2), yes)?.id).toBe("human");
    expect(takenChoice({ text: "好的" }, choices, yes)).toBeUndefined();
  });

  it.each([
    ["2", "b"],
    ["２", "b"],
    ["第2个", "b"],
    ["选1", "a"],
    ["换货", "b"],
    ["3", "human"],
    ["4", undefined],
    ["2个人用够吗", undefined],
    ["退货要多久", undefined],
    ["第二个", "b"],
    ["要第一个吧", "a"],
    ["选二", "b"],
    ["最后一个", "b"],
    ["最上面那个", "a"],
    ["the second one", "b"],
    ["The first one please", "a"],
    ["number two", "b"],
    ["option 1", "a"],
    ["要退货那个", "a"],
    ["换货的", "b"],
    ["我想问的是换货", "b"],
    ["货", undefined],
    ["要两个", undefined],
    ["one", undefined],
    ["都不是", "human"],
    ["转人工", "human"],
    ["选".repeat(40), undefined],
  ])("“%s” takes %s", (text, id) => {
    expect(choiceOf({ text }, choices)?.id).toBe(id);
  });

  it("that was pressed is taken by its id alone", () => {
    expect(choiceOf({ text: "1", choice: "b" }, choices)?.id).toBe("b");
    expect(choiceOf({ text: "1", choice: "gone" }, choices)).toBeUndefined();
  });
});

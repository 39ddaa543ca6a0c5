import { describe, expect, it } from "vitest";
import { DESK_LANE } from "../../src/core/ids.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import {
  candidate,
  changes,
  codes,
  conversation,
  effectsOf,
  facts,
  LI,
  message,
  MINUTE,
  NOW,
  policy,
  reading,
  told,
} from "../support/desk-facts.ts";

describe("A first message", () => {
  it("opens a conversation, keeps the shopper's words and sets one timer for silence", () => {
    const decision = decideContact(facts({ reading: reading({ candidates: [candidate("a", 0.9)] }) }), message("怎么退"));
    const [opened] = effectsOf(decision, "open-conversation");
    expect(opened?.conversation).toMatchObject({ status: "bot", epoch: 1, openedAt: NOW, previousId: undefined });
    expect(effectsOf(decision, "set-timer")).toEqual([
      { type: "set-timer", kind: "shopper-silent", thing: opened?.conversation.id, dueAt: NOW + policy.closeAfterSilenceMs },
    ]);
    expect(effectsOf(decision, "say").map(({ author, body }) => [author.type, body.text])).toEqual([
      ["shopper", "怎么退"],
      ["bot", "答案a"],
    ]);
  });

  it("after a close opens another, linked to the last, whose agent is remembered", () => {
    const closed = conversation({ status: "closed", closedAt: NOW - 1, agent: { id: "li" as never, name: "李雷" } });
    const [opened] = effectsOf(decideContact(facts({ conversation: closed }), message("还在吗")), "open-conversation");
    expect(opened?.conversation).toMatchObject({ previousId: closed.id, epoch: 4, previousAgent: { name: "李雷" } });
  });

  it("in an open conversation opens none", () => {
    const decision = decideContact(facts({ conversation: conversation() }), message("怎么退"));
    expect(effectsOf(decision, "open-conversation")).toEqual([]);
    expect(changes(decision).lastShopperAt).toBe(NOW);
  });
});

describe("The bot", () => {
  it("answers what it is sure of, with its source", () => {
    const decision = decideContact(facts({ reading: reading({ candidates: [candidate("a", 0.6)] }) }), message("怎么退"));
    const said = effectsOf(decision, "say").at(-1);
    expect(said?.body).toEqual({ text: "答案a", source: { articleId: "a", title: "问题a", phase: "aftersale" } });
    expect(codes(decision)).toEqual(["answer-confident"]);
  });

  it("asks back with the nearest and a way to a human when it is torn", () => {
    const torn = reading({ candidates: [candidate("a", 0.5), candidate("b", 0.45)] });
    const decision = decideContact(facts({ reading: torn }), message("退"));
    expect(
      effectsOf(decision, "say")
        .at(-1)
        ?.body.choices?.map(({ id }) => id),
    ).toEqual(["a", "b", "human"]);
    expect(changes(decision)).toMatchObject({ misses: 1 });
  });

  it("asks back once in a row, then calls a human", () => {
    const torn = reading({ candidates: [candidate("a", 0.5), candidate("b", 0.45)] });
    const decision = decideContact(facts({ reading: torn, conversation: conversation({ misses: 1 }) }), message("退"));
    expect(changes(decision)).toMatchObject({ status: "queued", misses: 0 });
    expect(decision.reasons).toContainEqual({ code: "handover-misses", values: { misses: 2 } });
  });

  it("forgets earlier misses once it answered", () => {
    const sure = reading({ candidates: [candidate("a", 0.9)] });
    const decision = decideContact(facts({ reading: sure, conversation: conversation({ misses: 1 }) }), message("怎么退"));
    expect(changes(decision)).toMatchObject({ misses: 0, choices: [], phase: "aftersale" });
  });

  it("answers a pressed choice with its article, whatever the text reads like", () => {
    const choices = [{ id: "b", label: "换货" }];
    const chosen = candidate("b", 1);
    const decision = decideContact(facts({ conversation: conversation({ choices }), chosen }), message("换货", { choice: "b" }));
    expect(told(decision)).toEqual(["答案b"]);
    expect(codes(decision)).toEqual(["choice-taken"]);
  });

  it("calls a human when that is what was chosen", () => {
    const choices = [
      { id: "a", label: "退货" },
      { id: "human", label: "都不是，转人工" },
    ];
    const decision = decideContact(facts({ conversation: conversation({ choices }) }), message("2"));
    expect(changes(decision).status).toBe("queued");
  });

  it("hands a file over to eyes", () => {
    const file = { id: "f", name: "a.png", type: "image/png", bytes: 1 };
    const decision = decideContact(facts(), message("", { attachments: [file] }));
    expect(changes(decision)).toMatchObject({ status: "queued", skill: "aftersale" });
    expect(effectsOf(decision, "say")[0]?.body.attachments).toEqual([file]);
  });

  it.each([
    ["thanks", "不客气"],
    ["bye", "再见"],
    ["greeting", "您好，这里是测试小店"],
  ] as const)("answers %s kindly and calls nobody", (act, words) => {
    const decision = decideContact(facts({ reading: reading({ act, actConfidence: 0.95 }) }), message("…"));
    expect(told(decision).join()).toContain(words);
    expect(effectsOf(decision, "raise")).toEqual([]);
  });

  it("greets in the store's own words, with its quick choices", () => {
    const quickChoices = [{ id: "a", label: "退货" }];
    const own = { ...policy, greeting: { "zh-CN": "亲，欢迎" }, quickChoices };
    const decision = decideContact(
      facts({ policy: own, reading: reading({ act: "greeting", actConfidence: 0.95 }) }),
      message("在吗"),
    );
    expect(effectsOf(decision, "say").at(-1)?.body).toEqual({ text: "亲，欢迎", choices: quickChoices });
    expect(changes(decision).choices).toEqual(quickChoices);
  });

  it("says politely what is no business of the shop, and calls nobody", () => {
    const decision = decideContact(facts({ reading: reading({ inScope: 0.02 }) }), message("写首诗"));
    expect([decision.rule, effectsOf(decision, "raise").length]).toEqual(["desk/decline", 0]);
  });

  it("refuses to decide a message that nobody understood", () => {
    expect(() => decideContact({ ...facts(), reading: undefined }, message("?"))).toThrow("has no reading");
  });
});

describe("A hand-over", () => {
  const unsure = facts({ reading: reading({ skill: "refund" }) });

  it("tells the shopper and raises an escalation on the desk's lane, named after its cause", () => {
    const decision = decideContact(unsure, message("钱怎么还没到"));
    const [raised] = effectsOf(decision, "raise");
    expect(raised?.incoming).toMatchObject({
      type: "escalation-opened",
      lane: DESK_LANE,
      skill: "refund",
      urgency: "normal",
      priority: 0,
    });
    expect(raised?.incoming.id).toBe("m1>escalation");
    expect(changes(decision)).toMatchObject({ status: "queued", skill: "refund", waitingSince: NOW });
    expect(told(decision)).toHaveLength(1);
  });

  it("for danger says at once what to do, and goes before everything", () => {
    const danger = reading({ urgency: "high", signs: ["danger:冒烟", "danger-kind:power"], candidates: [candidate("a", 0.99)] });
    const decision = decideContact(facts({ reading: danger }), message("冒烟了"));
    expect(told(decision).join()).toContain("断开电源");
    expect(told(decision).join()).not.toContain("答案a");
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ urgency: "high", priority: 3 });
  });

  it.each([
    ["self-harm", "12356"],
    ["power", "断开电源"],
    ["injury", "处理伤处"],
    ["food", "不要再吃"],
    ["reaction", "过敏的事不能猜"],
    ["of an earlier version", "先停止使用，注意安全"],
  ])("for danger of the kind %s says what helps with it", (kind, words) => {
    const danger = reading({ urgency: "high", signs: ["danger:x", `danger-kind:${kind}`] });
    const said = told(decideContact(facts({ reading: danger }), message("x"))).join();
    expect(said).toContain(words);
    if (kind !== "power") expect(said).not.toContain("电源");
  });

  it("for danger uses the store's own words, but not to who speaks of harming themselves", () => {
    const own = { ...policy, texts: { "handing-over-danger": { "zh-CN": "请先停用" } } };
    const said = (kind: string) =>
      told(
        decideContact(
          facts({ policy: own, reading: reading({ urgency: "high", signs: [`danger-kind:${kind}`] }) }),
          message("x"),
        ),
      );
    expect(said("food").join()).toContain("请先停用");
    expect(said("self-harm").join()).toContain("12356");
  });

  it("for a complaint goes before ordinary ones", () => {
    const decision = decideContact(facts({ reading: reading({ act: "complaint", actConfidence: 0.9 }) }), message("我要投诉"));
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ skill: "complaint", priority: 1 });
  });
});

describe("The words of a hand-over", () => {
  it.each([
    ["a wish for a human", { act: "human-please", actConfidence: 0.9 } as const, "好的，这就为您请人工客服。"],
    ["a complaint by its tone", { act: "complaint", actConfidence: 0.9 } as const, "非常抱歉让您不愉快，我请同事优先为您处理。"],
    ["a complaint by its matter", { skill: "complaint" } as const, "非常抱歉让您不愉快，我请同事优先为您处理。"],
    ["what the bot does not know", {}, "这个问题我怕说错，请人工客服来为您解答。"],
  ])("fit %s", (_name, how, words) => {
    expect(told(decideContact(facts({ reading: reading(how) }), message("…")))).toEqual([words]);
  });
});

describe("While a human is called or has it", () => {
  const sure = reading({ candidates: [candidate("a", 0.9)] });

  it("the bot says nothing after a takeover, and notes since when the shopper waits", () => {
    const decision = decideContact(
      facts({ reading: sure, conversation: conversation({ status: "assigned" }) }),
      message("怎么退"),
    );
    expect(told(decision)).toEqual([]);
    expect(changes(decision).waitingSince).toBe(NOW);
  });

  it("an earlier waiting time is kept", () => {
    const waiting = conversation({ status: "assigned", waitingSince: NOW - 5 });
    expect(changes(decideContact(facts({ conversation: waiting }), message("在吗")))).not.toHaveProperty("waitingSince");
  });

  it.each(["queued", "offered"] as const)(
    "in the queue (%s) it still answers what it is sure of, and keeps the place",
    (status) => {
      const decision = decideContact(facts({ reading: sure, conversation: conversation({ status }) }), message("怎么退"));
      expect(told(decision)).toEqual(["答案a"]);
      expect(changes(decision)).not.toHaveProperty("status");
      expect(codes(decision)).toContain("answered-while-waiting");
    },
  );

  it("in the queue it does not ask back, decline or call twice", () => {
    const decision = decideContact(facts({ conversation: conversation({ status: "queued" }) }), message("人呢"));
    expect([told(decision), effectsOf(decision, "raise")]).toEqual([[], []]);
  });

  it.each([
    ["who is in danger already", { urgency: "high" } as const, {}],
    ["who sends a file", {}, { attachments: [{ id: "f", name: "a.png", type: "image/png", bytes: 1 }] }],
  ])("in the queue it leaves %s to the human", (_name, more, sent) => {
    const waiting = conversation({ status: "queued", ...more });
    const decision = decideContact(facts({ reading: sure, conversation: waiting }), message("怎么退", sent));
    expect([decision.rule, told(decision)]).toEqual(["desk/quiet", []]);
  });

  it.each(["queued", "offered"] as const)(
    "danger said when %s calls again with priority, and keeps the place in the row",
    (status) => {
      const danger = reading({ urgency: "high", signs: ["danger:着火"] });
      const offered = status === "offered" ? { agent: LI } : {};
      const waiting = conversation({ status, waitingSince: NOW - 10 * MINUTE, skill: "aftersale", ...offered });
      const decision = decideContact(facts({ reading: danger, conversation: waiting }), message("着火了"));
      expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ urgency: "high", skill: "aftersale" });
      const changed = changes(decision);
      expect(changed).toMatchObject({ urgency: "high" });
      for (const kept of ["status", "waitingSince", "agent"]) expect(changed).not.toHaveProperty(kept);
      expect(told(decision)).toHaveLength(1);
    },
  );
});

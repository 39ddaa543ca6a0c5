import { describe, expect, it } from "vitest";
import type { RoutingOutcome } from "../../src/core/incoming.ts";
import type { StorePolicy } from "../../src/core/policy.ts";
import { LANGUAGES, type Language } from "../../src/core/words.ts";
import { zoneInWords } from "../../src/core/zone.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { changes, codes, conversation, facts, HAN, HOUR, LI, MINUTE, NOW, policy, routed, told } from "../support/desk-facts.ts";

type Besides = Parameters<typeof routed>[1];
const OFFERED = { type: "offered", agent: LI } as const;
const ASSIGNED = { type: "assigned", agent: LI } as const;
const place = (position: number): RoutingOutcome => ({ type: "queued", position });

/** What somebody who waits is told of an outcome. */
function heard(
  outcome: RoutingOutcome,
  how: { besides?: Besides; language?: Language; store?: Partial<StorePolicy> } = {},
): string {
  const { besides, language = "zh-CN", store } = how;
  const from = besides?.takenFrom;
  const waiting = conversation({ status: from === undefined ? "queued" : "assigned", agent: from, language });
  return told(decideContact(facts({ conversation: waiting, policy: { ...policy, ...store } }), routed(outcome, besides))).join(
    "",
  );
}

describe("A place in the queue", () => {
  const waits = [{}, { promisedAt: NOW }, { passedOnBy: HAN }];

  it.each(waits)("is never told as nobody before them (%o)", (besides) => {
    for (const language of LANGUAGES) {
      expect(heard(place(1), { besides, language })).toMatch(/下一位就是您|you are next/);
      expect(heard(place(1), { besides, language })).not.toMatch(/[{}]|\b0\b/);
    }
  });

  it.each(waits)("is told as how many are before them (%o)", (besides) => {
    expect(heard(place(2), { besides })).toContain("前面还有 1 位");
    expect(heard(place(2), { besides, language: "en" })).toContain("1 person ahead of you");
    expect(heard(place(3), { besides, language: "en" })).toContain("2 people ahead of you");
  });

  it("differs by why they wait", () => {
    const all = waits.flatMap((besides) => [1, 2].map((position) => heard(place(position), { besides })));
    expect(new Set(all).size).toBe(all.length);
    expect(all.join()).not.toContain("马上轮到您");
  });

  it("is told in a store's own words where they fit", () => {
    const own = (words: string) => ({ store: { texts: { queued: { "zh-CN": words } } } });
    expect(heard(place(3), own("前头 {ahead} 个人"))).toBe("前头 2 个人");
    expect(heard(place(1), own("前头 {ahead} 个人"))).toContain("下一位就是您");
    expect(heard(place(1), own("请排队"))).toBe("请排队");
  });
});

describe("Who takes it", () => {
  it.each(LANGUAGES)("is named once they took it and not before (%s)", (language) => {
    for (const besides of [{}, { promisedAt: NOW }, { passedOnBy: HAN }]) {
      expect(heard(OFFERED, { language, besides })).not.toContain(LI.name);
      expect(heard(ASSIGNED, { language, besides })).toContain(LI.name);
    }
  });

  it("is not named by a store's own words before either", () => {
    const texts = { offered: { "zh-CN": "正在呼叫{agent}" }, assigned: { "zh-CN": "{agent}来啦" } };
    expect(heard(OFFERED, { store: { texts } })).toBe("正在为您找合适的客服，请稍候。");
    expect(heard(ASSIGNED, { store: { texts } })).toBe("李雷来啦");
  });

  it("is not said to have come on shift: they may have taken it at home", () => {
    expect(heard(ASSIGNED, { besides: { promisedAt: NOW } })).toBe("让您久等了，客服李雷现在为您服务。");
  });

  it("is thanked for only once the promised time has come", () => {
    expect(heard(ASSIGNED, { besides: { promisedAt: NOW + 1 } })).toBe("客服李雷为您服务。");
  });

  it("is not thanked for again who heard that somebody is looked for", () => {
    const offered = conversation({ status: "offered", agent: LI });
    const taken = decideContact(facts({ conversation: offered }), routed(ASSIGNED, { promisedAt: NOW }));
    expect(told(taken)).toEqual(["客服李雷为您服务。"]);
  });

  it("does not open the shop by being called at night", () => {
    expect(heard(OFFERED, { besides: { promisedAt: NOW } })).toContain("客服上班了");
    expect(heard(OFFERED, { besides: { promisedAt: NOW, isOverflow: true } })).toBe("正在为您找合适的客服，请稍候。");
  });
});

describe("A promised time", () => {
  const promise = { type: "after-hours", next: NOW + 2 * HOUR, timezone: "Asia/Shanghai" } as const;

  it.each([
    ["zh-CN", "Asia/Shanghai", "下次上班是今天 12:00，"],
    ["zh-TW", "Asia/Shanghai", "下次上班是今天 12:00（北京時間），"],
    ["en", "Asia/Shanghai", "back at 12:00 today (Beijing time) and"],
    ["zh-CN", "Europe/London", "下次上班是今天 04:00（英国时间），"],
    ["en", "America/New_York", "back at 23:00 today (Eastern Time) and"],
  ] as const)("names the clock it is told by, unless it is the reader's own: %s, %s", (language, timezone, words) => {
    expect(heard(promise, { language, store: { timezone } })).toContain(words);
  });

  it("is told in a store's own words, with the zone apart or in it, and once", () => {
    const texts = { "after-hours": { en: "Back {next} ({zone})", "zh-TW": "{next}回來" } };
    expect(heard(promise, { language: "en", store: { texts } })).toBe("Back 12:00 today (Beijing time)");
    expect(heard(promise, { language: "zh-TW", store: { texts } })).toBe("今天 12:00（北京時間）回來");
  });

  it.each(["Asia/Shanghai", "Asia/Tokyo", "America/New_York", "UTC"])("never shows %s as it stands", (zone) => {
    for (const language of LANGUAGES) expect(zoneInWords(zone, language, NOW)).not.toMatch(/\w+\/\w+/);
  });
});

describe("What comes of an outcome", () => {
  const supervised = { by: "主管甲", isOwn: false, reason: "熟悉这单" };
  const given = { supervised, takenFrom: LI };
  const decide = (before: Parameters<typeof conversation>[0], besides: Besides, outcome: RoutingOutcome = ASSIGNED) =>
    decideContact(facts({ conversation: conversation(before) }), routed(outcome, besides));

  const NOT_DONE = [true, undefined];

  it.each([
    ["the agent passed it on before they heard of it", { status: "queued", previousAgent: LI }, given, [false, 4]],
    ["the agent gave it back to the bot", { status: "bot", previousAgent: LI }, given, NOT_DONE],
    ["somebody else passed it on", { status: "queued", previousAgent: HAN }, given, NOT_DONE],
    ["nobody but time took it, and it was passed on", { status: "queued", previousAgent: LI }, { takenFrom: LI }, [false, 4]],
    ["it was closed before somebody took it", { status: "closed", closedAt: NOW }, {}, NOT_DONE],
    ["it was given back before somebody took it", { status: "bot" }, {}, NOT_DONE],
  ] as const)("where %s", (_when, before, besides, comesOfIt) => {
    const decision = decide(before, besides);
    expect([codes(decision).includes("conversation-moved-on"), changes(decision).epoch]).toEqual(comesOfIt);
  });

  it("the word is taken from who is gone although nobody else has it yet", () => {
    const decision = decide({ status: "assigned", agent: LI, waitingSince: NOW }, { takenFrom: LI }, place(2));
    expect(changes(decision)).toMatchObject({ status: "queued", epoch: 4, previousAgent: LI, agent: undefined });
  });

  it.each([
    ["is not told again", {}, ""],
    ["is told where it was taken from somebody", { takenFrom: HAN }, "为您找合适的客服"],
    ["is told where it was passed on", { passedOnBy: HAN }, "更合适的同事"],
    ["is told where it was promised", { promisedAt: NOW }, "让您久等了"],
  ] as const)("a call that was heard three times %s", (_how, besides, words) => {
    const heardOf = heard(OFFERED, { besides: { ...besides, isRepeated: true } });
    expect(heardOf.includes(words === "" ? "客服" : words)).toBe(words !== "");
  });

  it("the supervisor on call is said to be one", () => {
    expect(codes(decide({ status: "queued" }, { isOverflow: true }, OFFERED))).toEqual(["routed-overflow"]);
    expect(codes(decide({ status: "queued" }, {}, OFFERED))).toEqual(["routed-offered"]);
  });

  it("no clock begins for who waits for nothing", () => {
    const clock = { kind: "first", warnAt: NOW + MINUTE, dueAt: NOW + 2 * MINUTE } as const;
    expect(changes(decide({ status: "queued" }, { clock }, place(1))).clock).toBeUndefined();
    expect(changes(decide({ status: "queued", waitingSince: NOW }, { clock }, place(1))).clock).toEqual(clock);
    expect(changes(decide({ status: "queued", waitingSince: NOW }, { clock })).clock).toEqual({ ...clock, takenAt: NOW });
  });
});

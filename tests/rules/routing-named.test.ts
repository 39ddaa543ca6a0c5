import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import { limitOf, fenIn } from "../../src/routing/rules/compensation.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { partAbout } from "../../src/desk/rules/story.ts";
import { standingInWords } from "../../src/routing/rules/standing.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, decideOne, escalation, facts, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, desk, look } from "./time-people.ts";

const SHIFTS = [[{ days: WEEKDAYS, start: "09:00", end: "18:00" }], [{ days: WEEKDAYS, start: "20:00", end: "22:00" }]];
const someone = fc.record({
  skills: fc.constantFrom(["aftersale"], ["aftersale"], ["refund"]),
  levels: fc.constantFrom({}, { aftersale: 2 }, { aftersale: 5 }),
  stores: fc.constantFrom(undefined, undefined, ["B"]),
  capacity: fc.integer({ min: 0, max: 3 }),
  shifts: fc.constantFrom(...SHIFTS),
});
const id = (i: number): string => `p${String(i).padStart(3, "0")}`;

describe("Of many who were looked at, a decision keeps", () => {
  it("the chosen one first, the best after them, who came nearest to it, and how many are left out", () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 21, maxLength: 60 }), (people) => {
        const decision = decideOne({ roster: roster(people.map((one, i) => agent(id(i), one))) });
        const { named, candidates } = decision;
        const able = candidates.filter(({ eligible }) => eligible);
        const foreign = candidates.filter(({ reason }) => reason === "not-authorised-for-store");
        expect(named.candidates.filter(({ eligible }) => eligible)).toEqual(able.slice(0, 10));
        expect(named.candidates.length + named.leftOut + named.elsewhere).toBe(people.length);
        expect([named.elsewhere, named.candidates.length <= 20]).toEqual([foreign.length, true]);
        const misses = named.candidates.filter(({ eligible }) => !eligible).map(({ reason }) => reason);
        const all = candidates.filter((one) => !one.eligible && !foreign.includes(one)).map(({ reason }) => reason);
        const nearness = ["skill-missing", "at-capacity", "off-shift"];
        const sorted = [...all].sort((a, b) => nearness.indexOf(a ?? "") - nearness.indexOf(b ?? ""));
        expect(misses).toEqual(sorted.slice(0, 10));
      }),
      { numRuns: 100 },
    );
  });

  it("everybody, where they are few", () => {
    const { named, candidates } = decideOne({ roster: roster([agent("li"), agent("far", { stores: ["B"] })]) });
    expect(named).toEqual({ candidates, leftOut: 0, elsewhere: 0 });
  });

  it("so much that a shift which gives out hundreds at once stays small, and its story says how many are not named", () => {
    const people = Array.from({ length: 300 }, (_, i) => agent(id(i), i < 100 ? {} : { stores: ["B"] }));
    const escalations = Array.from({ length: 300 }, (_, i) => escalation(`e${i}`));
    const given: DeskFacts = desk({ roster: roster(people), agents: people.map((one) => state(one.id)), escalations });
    const incoming = look(WORKING_TIME);
    const { decision } = at(given, WORKING_TIME, incoming);
    expect(decision.reasons.filter(({ code }) => code === "decided-assign")).toHaveLength(300);
    expect(JSON.stringify(decision.reasons).length / 300).toBeLessThan(1_000);
    const part = partAbout("conversation-e7", { incoming, ...decision });
    expect(part).toMatchObject({ leftOut: 90, elsewhere: 200 });
    expect(part?.candidates.filter(({ isChosen }) => isChosen)).toHaveLength(1);
  });
});

it("A story tells every reason why not, and takes none for a part of somebody's id", () => {
  const policy = { preferredLevels: { aftersale: 4 }, employerFirst: { A: "vendor" }, longWork: ["aftersale"] };
  const people = [
    agent("a", { levels: { aftersale: 5 } }),
    agent("b", { levels: { aftersale: 2 } }),
    agent("c", { employer: "merchant", levels: { aftersale: 5 } }),
    agent("d", { trainee: { stage: "shadow" } }),
    agent("e", { shifts: [{ days: WEEKDAYS, start: "09:00", end: "10:10" }] }),
  ];
  const given = desk({ roster: roster(people, { routing: policy }), agents: [], escalations: [escalation("e1")] });
  const incoming = look(WORKING_TIME);
  const part = partAbout("conversation-e1", { incoming, ...at(given, WORKING_TIME, incoming).decision });
  expect(part?.candidates.map(({ agentId, standing }) => `${agentId} ${standing}`)).toEqual([
    "a eligible",
    "b level-too-low",
    "c other-employer",
    "d trainee-limit",
    "e shift-ending",
  ]);
  for (const { standing } of part?.candidates ?? []) expect(standingInWords(standing).zh).not.toBe(standing);
});

describe("What an agent may promise", () => {
  const inChinese = (limit: number | undefined, namedMoney?: string, skill = "refund") =>
    limitOf({ compensationLimitFen: limit }, { skill, namedMoney }).map(({ zh }) => zh);

  it.each([
    [10_000, "200元", ["顾客提到 200 元，超过赔付权限 100 元，要赔这么多须主管或商家决定"]],
    [10_000, "100元", ["顾客提到 100 元，在赔付权限 100 元以内"]],
    [5_050, undefined, ["赔付权限 50.50 元（顾客没说金额）"]],
    [10_000, "三百", ["赔付权限 100 元（顾客提到“三百”，合多少元不知道）"]],
    [10_000, "$20", ["赔付权限 100 元（顾客提到“$20”，合多少元不知道）"]],
    [undefined, "200元", []],
  ])("of %s fen is said beside a sum of %s", (limit, named, said) => {
    expect(inChinese(limit, named)).toEqual(said);
  });

  it("is said only where money is talked about, and in the sentence why it went to them", () => {
    expect(inChinese(10_000, "200元", "presale")).toEqual([]);
    const given = facts({
      roster: roster([agent("li", { compensationLimitFen: 10_000 })]),
      escalations: [escalation("e1", { storeId: storeId("A"), namedMoney: "200元" })],
    });
    expect(decideOne(given).why.en).toContain("as much as that the supervisor or the merchant decides");
  });

  it.each([
    ["¥1,299.5", 129_950],
    ["200", 20_000],
    ["9.9块", 990],
    ["20 RMB", 2_000],
    ["NT$300", undefined],
    ["1,29元", undefined],
    ["三块五", undefined],
  ])("is compared with %s as %s fen", (words, fen) => {
    expect(fenIn(words)).toBe(fen);
  });
});

import { describe, expect, it } from "vitest";
import { route } from "../../src/routing/rules/route.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, decideOne, escalation, facts, roster, state, WORKING_TIME } from "./routing-people.ts";

describe("the sentence", () => {
  it("says why for colleagues, in both languages", () => {
    const people = roster([
      agent("li", { name: "李雷", levels: { aftersale: 4 }, shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("zhang", { name: "张伟", levels: { aftersale: 4 }, shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("han", { name: "韩梅梅", shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("wang", { name: "王芳", skills: ["presale"], shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("far", { name: "外店", stores: ["B"] }),
    ]);
    const now = at("2026-09-16T20:00");
    const agents = [
      state("li", { load: 3, lastAssignedAt: now - 372_000 }),
      state("zhang", { load: 3, lastAssignedAt: now - 60_000 }),
      state("han", { load: 5 }),
    ];
    const { why } = decideOne({ roster: people, agents }, now);
    expect(why.zh).toBe(
      "分给李雷：在岗（中班 16:00–00:00） · 店铺已授权 · 售后 4 级 · 空余 2/5 · 最久未接 6 分 12 秒；韩梅梅已满，王芳技能不足",
    );
    expect(why.en).toBe(
      "To 李雷: on shift (middle, 16:00–00:00) · may serve the store · after-sale level 4 · 2/5 places free · idle longest, 6 min 12 s; 韩梅梅 is full, 王芳 lacks the skill",
    );
  });

  it("says of a shift of 24 hours that it is all day, whatever hour it starts at", () => {
    for (const [start, end] of [
      ["00:00", "24:00"],
      ["00:00", "00:00"],
      ["08:00", "08:00"],
    ] as const) {
      const { why } = decideOne({ roster: roster([agent("li", { shifts: [{ days: WEEKDAYS, start, end }] })]) });
      expect([why.zh, why.en]).toEqual([expect.stringContaining("在岗（全天）"), expect.stringContaining("on shift (all day)")]);
    }
  });

  it("stays short on a big desk", () => {
    const others = Array.from({ length: 40 }, (_, i) => agent(`x${i}`, { skills: ["presale"] }));
    const { why } = decideOne({ roster: roster([agent("li"), ...others]) });
    expect(why.zh).toContain("另有 37 人不能接");
    expect(why.zh.length).toBeLessThan(120);
  });

  it("does not mistake a skill called constructor for anything else", () => {
    const anything = { ...escalation("e1"), skill: "constructor" };
    const given = { ...facts({ roster: roster([agent("li", { skills: ["constructor"] })]) }), escalations: [anything] };
    const [decision] = route(given, WORKING_TIME).decisions;
    expect(decision?.rankKey?.level).toBe(3);
    expect(decision?.why.zh).toContain("会「constructor」");
  });
});

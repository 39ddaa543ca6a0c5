import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentId, storeId } from "../../src/core/ids.ts";
import type { RosterAgent } from "../../src/staffing/rules/roster.ts";
import { agentsAt, countStandings } from "../../src/wall/rules/agents.ts";
import { comparedDays, risingTopics, type TopicCount } from "../../src/wall/rules/rising.ts";
import { levelByHour, metLimit, serviceLevel, type HandedOver } from "../../src/wall/rules/service-level.ts";
import { risesFrom, windowsOf } from "../../src/wall/rules/topics.ts";

const at = (text: string) => Date.parse(`2026-11-20T${text}+08:00`);
const NOW = at("10:00:00");

describe("The service level", () => {
  const handedOver = (facts: Partial<HandedOver>): HandedOver => ({ at: at("09:00:00"), dueAt: at("09:03:00"), ...facts });

  it.each([
    ["an answer at the very limit as within", { repliedAt: at("09:03:00") }, "within"],
    ["an answer a millisecond later as late", { repliedAt: at("09:03:00") + 1 }, "late"],
    ["one that ended without a word as late, however early", { dueAt: NOW + 1, endedAt: at("09:01:00") }, "late"],
    ["one that was answered and then ended by its answer", { repliedAt: at("09:02:00"), endedAt: at("09:05:00") }, "within"],
    ["one that still waits beyond its limit as late", {}, "late"],
    ["one that still waits at its very limit as open", { dueAt: NOW }, "pending"],
    ["one of a store without a limit nowhere", { dueAt: undefined }, undefined],
  ] as const)("counts %s", (_what, facts, met) => {
    expect(metLimit(handedOver(facts), NOW)).toBe(met);
  });

  it("is the share of what is decided, and says what it can still become", () => {
    const within = handedOver({ repliedAt: at("09:01:00") });
    const open = handedOver({ dueAt: NOW + 1 });
    expect(serviceLevel([within, within, within, handedOver({}), open], NOW)).toEqual({
      within: 3,
      late: 1,
      pending: 1,
      share: 0.75,
      best: 0.8,
    });
  });

  it("is not invented where nothing counts", () => {
    expect(serviceLevel([], NOW)).toEqual({ within: 0, late: 0, pending: 0 });
    expect(serviceLevel([handedOver({ dueAt: NOW + 1 })], NOW)).toEqual({ within: 0, late: 0, pending: 1, best: 1 });
  });

  it("never promises less than it has", () => {
    const moment = fc.integer({ min: 0, max: 1000 });
    const some = fc.record({ at: moment, dueAt: fc.option(moment, { nil: undefined }), repliedAt: fc.option(moment, { nil: undefined }), endedAt: fc.option(moment, { nil: undefined }) }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(some), moment, (list, now) => {
        const { within, late, pending, share, best } = serviceLevel(list, now);
        expect(within + late + pending).toBeLessThanOrEqual(list.length);
        if (share !== undefined) expect(best).toBeGreaterThanOrEqual(share);
      }),
    );
  });

  it("is told by the hour of the hand-over, on the clock of the zone, without hours that have none", () => {
    const late = handedOver({ at: at("07:59:59"), dueAt: at("08:02:59") });
    const list = [handedOver({ repliedAt: at("09:01:00") }), late, handedOver({ at: at("09:59:00"), dueAt: NOW + 1 })];
    expect(levelByHour(list, { zone: "Asia/Shanghai", now: NOW })).toEqual([
      { clock: "07:00", within: 0, late: 1 },
      { clock: "09:00", within: 1, late: 0 },
    ]);
  });
});

describe("What is asked more often today", () => {
  it("is compared with the same hours of the seven days before, also across a change of clocks", () => {
    const windows = windowsOf(Date.parse("2026-10-26T10:00:00+01:00"), "Europe/Berlin");
    expect(windows).toHaveLength(8);
    expect(windows[0]).toEqual({ daysAgo: 0, from: Date.parse("2026-10-26T00:00:00+01:00"), until: Date.parse("2026-10-26T10:00:00+01:00") }); // prettier-ignore
    // Summer time ended on the 25th: that day's ten o'clock is eleven hours after its midnight.
    expect(windows[1]).toEqual({ daysAgo: 1, from: Date.parse("2026-10-25T00:00:00+02:00"), until: Date.parse("2026-10-25T10:00:00+01:00") }); // prettier-ignore
    expect(windows[7]?.from).toBe(Date.parse("2026-10-19T00:00:00+02:00"));
  });

  it.each([
    ["many after quiet days", { today: 5, before: [0, 1, 0, 1] }, 0.5],
    ["twice a mean, and three deviations above it", { today: 18, before: [9, 9, 9] }, 9],
    ["four after nothing: too few to say", { today: 4, before: [0, 0, 0] }, undefined],
    ["twice a small mean, which chance does", { today: 6, before: [3, 3, 3] }, undefined],
    ["much above a large mean, but not twice", { today: 150, before: [100, 100, 100] }, undefined],
    ["many, with two days to compare", { today: 50, before: [0, 0] }, undefined],
  ] as const)("says of %s what is usual, if it rises", (_what, counted, mean) => {
    expect(risesFrom(counted)).toBe(mean);
  });

  const store = storeId("s");
  const opened = [0, 1, 2, 3].map((daysAgo): TopicCount => ({ store, daysAgo, count: 40 }));
  const topic = (articleId: string, counts: Readonly<Record<number, number>>): readonly TopicCount[] =>
    Object.entries(counts).map(([daysAgo, count]) => ({ store, daysAgo: Number(daysAgo), articleId, title: `t ${articleId}`, count })); // prettier-ignore

  it("names the largest rise first, a day without that question counting as none", () => {
    const counts = [
      ...opened,
      ...topic("a", { 0: 9, 1: 3 }),
      ...topic("b", { 0: 30 }),
      ...topic("c", { 0: 5, 1: 5, 2: 5, 3: 5 }),
    ];
    expect(risingTopics(counts)).toEqual([
      { store, articleId: "b", title: "t b", today: 30, before: 0 },
      { store, articleId: "a", title: "t a", today: 9, before: 1 },
    ]);
  });

  it("is not said of a store that was not open on at least three days before", () => {
    expect(comparedDays(opened.slice(0, 3))).toBe(2);
    expect(risingTopics([...opened.slice(0, 3), ...topic("b", { 0: 30 })])).toEqual([]);
  });
});

describe("The agents on the wall", () => {
  const STORE = storeId("s");
  const person = (id: string, more: Partial<RosterAgent> = {}): RosterAgent => ({
    id: agentId(id),
    name: id,
    employer: "vendor",
    skills: [],
    levels: {},
    languages: ["zh"],
    capacity: 2,
    shifts: [{ days: ["Fri"], start: "09:00", end: "18:00" }],
    ...more,
  });
  const roster = (...agents: readonly RosterAgent[]) => ({ timezone: "Asia/Shanghai", agents, holidays: [], workdays: [], holidayDuty: [] }); // prettier-ignore

  it("stand as the roster and they themselves say, the fullest first and those off shift last", () => {
    const desk = {
      roster: roster(
        person("free"),
        person("full"),
        person("half", { capacity: 4 }),
        person("home", { shifts: [] }),
        person("rests"),
      ),
      states: [
        { agentId: agentId("full"), status: "ready", load: 2 },
        { agentId: agentId("half"), status: "ready", load: 2 },
        { agentId: agentId("rests"), status: "break", load: 0 },
        { agentId: agentId("home"), status: "ready", load: 1 },
      ],
    } as const;
    const agents = agentsAt(desk, [STORE], NOW);
    expect(agents.map(({ id, standing }) => [id, standing])).toEqual([
      ["full", "full"],
      ["half", "ready"],
      ["free", "ready"],
      ["rests", "break"],
      ["home", "off-shift"],
    ]);
    expect(agents[0]?.shiftUntil).toBe(at("18:00:00"));
    expect(countStandings(agents)).toEqual({ ready: 2, full: 1, break: 1, away: 0, offline: 0, "off-shift": 1 });
  });

  it("are those who serve one of the stores looked at", () => {
    const desk = { roster: roster(person("ours", { stores: ["s"] }), person("theirs", { stores: ["x"] })), states: [] };
    expect(agentsAt(desk, [STORE], NOW).map(({ id }) => id)).toEqual(["ours"]);
    expect(agentsAt(desk, [], NOW)).toEqual([]);
  });
});

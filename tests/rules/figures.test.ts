import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, durationText, isDay } from "../../console/src/home/days.ts";
import { dayOf, figuresOf, medianOf, type ConversationFacts } from "../../src/figures/rules.ts";

const ZONE = "Asia/Shanghai";
const at = (iso: string) => Date.parse(iso);
const DAY = { date: "2026-10-01", from: at("2026-10-01T00:00:00+08:00"), until: at("2026-10-02T00:00:00+08:00") };

const opened = (clock: string, more: Partial<ConversationFacts> = {}): ConversationFacts => ({
  openedAt: at(`2026-10-01T${clock}+08:00`),
  isAnswered: false,
  ...more,
});
const figures = (conversations: readonly ConversationFacts[]) => figuresOf(conversations, { day: DAY, zone: ZONE });

describe("a store's day", () => {
  const today = { date: undefined, zone: ZONE };
  it.each([
    ["today", { ...today, now: "2026-09-30T16:00:00Z" }, ["2026-10-01", "2026-09-30T16:00", "2026-10-01T16:00"]],
    [
      "a moment before midnight",
      { ...today, now: "2026-09-30T15:59:59.999Z" },
      ["2026-09-30", "2026-09-29T16:00", "2026-09-30T16:00"],
    ],
    [
      "a date",
      { date: "2026-02-28", now: "2026-10-01T00:00:00Z", zone: "UTC" },
      ["2026-02-28", "2026-02-28T00:00", "2026-03-01T00:00"],
    ],
    [
      "the short day of a change of clocks",
      { date: "2026-03-29", now: "2026-10-01T00:00:00Z", zone: "Europe/Berlin" },
      ["2026-03-29", "2026-03-28T23:00", "2026-03-29T22:00"],
    ],
  ])("is, for %s, from midnight to midnight of its own zone", (_what, { date, now, zone }, expected) => {
    const day = dayOf(date, { now: at(now), zone });
    const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);
    expect(day && [day.date, utc(day.from), utc(day.until)]).toEqual(expected);
  });

  it.each(["2026-02-30", "2026-13-01", "gestern", "2026-1-1", "2026-10-01T00:00"])("is not %s", (date) => {
    expect(dayOf(date, { now: 0, zone: ZONE })).toBeUndefined();
  });
});

describe("a day's figures", () => {
  it("invent nothing where there is nothing", () => {
    const { hours, ...rest } = figures([]);
    expect(rest).toEqual({
      opened: 0,
      botAlone: { count: 0, share: undefined },
      handedOver: { count: 0, share: undefined },
      firstReply: { count: 0, medianMs: undefined },
      ratings: { count: 0, mean: undefined },
    });
    expect(hours.map(({ opened: count }) => count)).toEqual(Array.from({ length: 24 }, () => 0));
  });

  it("count what opened from midnight on, and nothing of the next day", () => {
    const just = [opened("00:00:00.000"), opened("23:59:59.999")];
    const outside = [
      { ...opened("00:00:00"), openedAt: DAY.from - 1 },
      { ...opened("00:00:00"), openedAt: DAY.until },
    ];
    expect(figures([...just, ...outside]).opened).toBe(2);
  });

  it("credit the bot only with conversations it answered and nobody was asked for", () => {
    const handedOverAt = at("2026-10-01T10:01:00+08:00");
    const { botAlone, handedOver } = figures([
      opened("10:00:00", { isAnswered: true }),
      opened("10:00:00", { isAnswered: true, handedOverAt }),
      opened("10:00:00", { handedOverAt }),
      opened("10:00:00"),
    ]);
    expect(botAlone).toEqual({ count: 1, share: 0.25 });
    expect(handedOver).toEqual({ count: 2, share: 0.5 });
  });

  it("measure the first reply from the hand-over, of those who got one", () => {
    const asked = "2026-10-01T10:00:00+08:00";
    const answered = (seconds: number) =>
      opened("09:00:00", { handedOverAt: at(asked), firstReplyAt: at(asked) + seconds * 1000 });
    const waiting = opened("09:00:00", { handedOverAt: at(asked) });
    const neverAsked = opened("09:00:00", { firstReplyAt: at(asked) });
    expect(figures([answered(10), answered(400), answered(30), waiting, neverAsked]).firstReply).toEqual({
      count: 3,
      medianMs: 30_000,
    });
    expect(figures([answered(10), answered(31)]).firstReply.medianMs).toBe(20_500);
  });

  it("take the mean of the ratings that were given", () => {
    expect(figures([opened("09:00:00", { rating: 5 }), opened("09:00:00", { rating: 2 }), opened("09:00:00")]).ratings).toEqual({
      count: 2,
      mean: 3.5,
    });
  });

  it("put each conversation into the hour of the store's clock", () => {
    const { hours } = figures([opened("08:59:59.999"), opened("09:00:00"), opened("09:30:00")]);
    expect(hours.filter(({ opened: count }) => count > 0).map(({ clock, opened: count }) => [clock, count])).toEqual([
      ["08:00", 1],
      ["09:00", 2],
    ]);
  });

  it.each([
    ["2026-03-29", 23, ["00:00", "01:00", "03:00"]],
    ["2026-10-25", 25, ["00:00", "01:00", "02:00", "02:00", "03:00"]],
  ])("have the hours that %s really has, where clocks change", (date, count, first) => {
    const day = dayOf(date, { now: 0, zone: "Europe/Berlin" }) ?? DAY;
    const { hours } = figuresOf([], { day, zone: "Europe/Berlin" });
    expect(hours).toHaveLength(count);
    expect(hours.slice(0, first.length).map(({ clock }) => clock)).toEqual(first);
  });

  it("add up: hours to the whole, shares to no more than all", () => {
    const instant = fc.integer({ min: DAY.from - 3_600_000, max: DAY.until + 3_600_000 });
    const facts = fc.record({
      openedAt: instant,
      isAnswered: fc.boolean(),
      handedOverAt: fc.option(instant, { nil: undefined }),
      firstReplyAt: fc.option(instant, { nil: undefined }),
      rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(facts), (conversations) => {
        const told = figures(conversations);
        const ofHours = told.hours.map(({ opened: count }) => count).reduce((sum, count) => sum + count, 0);
        expect(ofHours).toBe(told.opened);
        expect(told.botAlone.count + told.handedOver.count).toBeLessThanOrEqual(told.opened);
        expect(told.firstReply.count).toBeLessThanOrEqual(told.handedOver.count);
        expect(told.firstReply.medianMs ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it("the median lies between the smallest and the largest, and half lies on each side", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 }), (values) => {
      const median = medianOf(values) ?? Number.NaN;
      expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

describe("the day's page", () => {
  it("goes from day to day over months and leap years", () => {
    expect([dayAfter("2026-02-28", 1), dayAfter("2028-02-28", 1), dayAfter("2026-01-01", -1)]).toEqual([
      "2026-03-01",
      "2028-02-29",
      "2025-12-31",
    ]);
  });

  it("takes only dates that exist", () => {
    expect([isDay("2026-10-01"), isDay("2026-13-01"), isDay("2026-10-1"), isDay("")]).toEqual([true, false, false, false]);
  });

  it.each([
    [0, "0s"],
    [59.4, "59s"],
    [60, "1m0s"],
    [200, "3m20s"],
    [3_599, "59m59s"],
    [7_500, "2h5m"],
  ])("says %d seconds as %s", (seconds, text) => {
    const words = {
      seconds: (s: number) => `${s}s`,
      minutes: (m: number, s: number) => `${m}m${s}s`,
      hoursAnd: (h: number, m: number) => `${h}h${m}m`,
    };
    expect(durationText(seconds, words)).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import { datesUpTo, handOversMet, levelOfDay, storeDays, within } from "../../src/levels/rules.ts";

const SHOP = storeId("shop");
const FAR = storeId("far");
const at = (text: string) => Date.parse(text);
const STORES = [
  { id: SHOP, timezone: "Asia/Shanghai" },
  { id: FAR, timezone: "America/New_York" },
];

describe("Days of stores", () => {
  it("end with the one asked for, over a month's end", () => {
    expect(datesUpTo("2026-03-01", 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    expect(datesUpTo("2026-02-30", 3)).toBeUndefined();
  });

  it("run from midnight to midnight by each store's own clock, also when the clocks change", () => {
    const [shop, far] = storeDays(STORES, ["2026-11-01"]);
    expect(shop).toMatchObject({ from: at("2026-11-01T00:00:00+08:00"), until: at("2026-11-02T00:00:00+08:00") });
    expect(far).toMatchObject({ from: at("2026-11-01T00:00:00-04:00"), until: at("2026-11-02T00:00:00-05:00") });
  });
});

describe("A day's level", () => {
  const now = at("2026-11-20T12:00:00+08:00");
  const days = storeDays(STORES, ["2026-11-19", "2026-11-20"]);
  const asked = (store: typeof SHOP, moment: string, repliedAfterMs?: number) => {
    const since = at(moment);
    const repliedAt = repliedAfterMs === undefined ? undefined : since + repliedAfterMs;
    return { store, at: since, dueAt: since + 180_000, repliedAt };
  };
  const handOvers = [
    asked(SHOP, "2026-11-20T00:00:00+08:00", 180_000),
    asked(SHOP, "2026-11-20T09:00:00+08:00", 180_001),
    asked(SHOP, "2026-11-19T23:59:59+08:00", 1_000),
    asked(SHOP, "2026-11-20T11:59:00+08:00"),
    asked(FAR, "2026-11-20T00:00:00+08:00"),
  ];
  const nextLate = [{ store: SHOP, at: at("2026-11-20T10:00:00+08:00") }];

  it("counts what was asked for on it, of every store by its own clock", () => {
    const counted = { handOvers, nextLate, now };
    const own = days.filter(({ store }) => store === SHOP);
    expect(levelOfDay("2026-11-20", own, counted)).toMatchObject({ within: 1, late: 1, pending: 1, share: 0.5, nextLate: 1 });
    expect(levelOfDay("2026-11-19", own, counted)).toMatchObject({ within: 1, late: 0, pending: 0, share: 1, nextLate: 0 });
    // In New York it is still the 19th.
    expect(levelOfDay("2026-11-19", days, counted)).toMatchObject({ within: 1, late: 1 });
    expect(levelOfDay("2026-11-20", days, counted)).toMatchObject({ within: 1, late: 1 });
  });

  it("says nothing of a day on which nothing counts", () => {
    expect(levelOfDay("2026-11-20", days, { handOvers: [], nextLate: [], now })).toEqual({
      day: "2026-11-20",
      within: 0,
      late: 0,
      pending: 0,
      nextLate: 0,
    });
  });

  it("opens as many conversations as the number says", () => {
    const own = within(
      days.filter(({ store, day }) => store === SHOP && day === "2026-11-20"),
      handOvers,
    );
    expect((["within", "late", "pending"] as const).map((met) => handOversMet(own, met, now).length)).toEqual([1, 1, 1]);
  });
});

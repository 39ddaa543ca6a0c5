import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, MOST_OF_A_VALUE } from "../../src/audit/rules/entry.ts";
import { actOf, thingOf } from "../../src/audit/rules/route.ts";
import { CSV_HEAD, csvLine } from "../../src/audit/rules/written.ts";

describe("What is kept of a change", () => {
  it("is only what differs, what came and what went", () => {
    const before = { name: "韩梅梅", role: "agent", stores: ["s1"], agentId: "han" };
    const after = { name: "韩梅梅", role: "supervisor", stores: ["s1", "s2"] };
    expect(changesBetween(before, after)).toEqual({
      before: { role: "agent", stores: ["s1"], agentId: "han" },
      after: { role: "supervisor", stores: ["s1", "s2"] },
    });
  });

  it("is nothing where nothing changed, and all of what is new", () => {
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual({});
    expect(changesBetween(undefined, { a: 1, b: undefined })).toEqual({ after: { a: 1 } });
    expect(changesBetween({ a: 1 }, undefined)).toEqual({ before: { a: 1 } });
  });

  it("never grows beyond what somebody reads, and is always whole characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3 * MOST_OF_A_VALUE }), (text) => {
        const kept = changesBetween(undefined, { text }).after?.["text"];
        expect(String(kept).length).toBeLessThanOrEqual(MOST_OF_A_VALUE + 12);
        if (text.length <= MOST_OF_A_VALUE) expect(kept).toBe(text);
        else expect(String(kept).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("The name of an endpoint's act", () => {
  it.each([
    ["post", "/api/console/conversations/:id/claim", "conversation.claim", "conversation:7"],
    ["put", "/api/console/roster", "roster.changed", "roster:7"],
    ["post", "/api/console/stores/:storeId/proposals", "proposal.created", "proposal:7"],
    ["delete", "/api/console/stores/:storeId/golden/:id", "golden.removed", "golden:7"],
    ["post", "/api/console/parked/:id/retry", "parked.retry", "parked:7"],
    ["post", "/api/console/stores/:storeId/articles/:id/undo", "article.undo", "article:7"],
    ["put", "/api/console/stores/:storeId/guards/words/:id", "guards.words.changed", "guards:7"],
  ])("of %s %s is %s", (method, path, act, thing) => {
    const found = actOf({ method, path });
    expect(found.act).toBe(act);
    expect(thingOf(found.kind, { id: "7" })).toBe(thing);
  });
});

describe("A line of the export", () => {
  const row = {
    n: 1,
    at: "2026-11-20T02:00:00.000Z",
    by: "u1",
    byName: "x",
    from: "203.0.113.1",
    act: "person.changed",
    thing: "person:u2",
  };

  it("has a cell for every column, and keeps commas, quotes and line breaks inside theirs", () => {
    const line = csvLine({ ...row, byName: '王"老板",\n二', after: { a: "b" } });
    expect(line).toContain('"王""老板"",\n二"');
    expect(line).toContain('"{""a"":""b""}"');
    expect(csvLine(row).split(",")).toHaveLength(CSV_HEAD.split(",").length);
  });

  it("runs in no spreadsheet, whatever somebody is called", () => {
    for (const byName of ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
      expect(csvLine({ ...row, byName })).toMatch(/,"?'/);
  });
});

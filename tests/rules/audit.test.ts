import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, MOST_OF_A_VALUE } from "../../src/audit/rules/entry.ts";
import { entryOf } from "../../src/audit/rules/step.ts";
import { CSV_HEAD, csvLine } from "../../src/audit/rules/written.ts";
import type { Decision } from "../../src/core/decision.ts";
import { agentId, conversationId, escalationId, incomingId, laneId, storeId } from "../../src/core/ids.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import { loggedDays, MOST_DAYS_NAMED, storeOfAll } from "../../src/planning/rules/logged.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";

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
    const levels = { any: 1, refund: [{ from: 2, to: 3 }] };
    const otherwise = { refund: [{ to: 3, from: 2 }], any: 1, gone: undefined };
    expect(changesBetween({ levels, days: ["Mon", "Tue"] }, { days: ["Tue", "Mon"], levels: otherwise })).toEqual({
      before: { days: ["Mon", "Tue"] },
      after: { days: ["Tue", "Mon"] },
    });
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

describe("The entry of an act on a conversation", () => {
  const agent = { id: agentId("li"), name: "李雷" };
  const actedBy = { userId: "u1", name: "李雷", from: "203.0.113.9", via: "脚本" };
  const common = { id: incomingId("i"), lane: laneId("desk"), at: 7, storeId: storeId("s"), conversationId: conversationId("c"), agent, actedBy }; // prettier-ignore
  const done: Decision = { rule: "desk/x", effects: [], reasons: [] };
  const claim: Incoming = { ...common, type: "claim-requested" };
  const escalation = { id: escalationId("e"), storeId: storeId("s"), conversationId: conversationId("c"), contactLane: laneId("l"), skill: "presale", language: "zh", urgency: "normal", priority: 0, state: "waiting", waitingSince: 0 } as const; // prettier-ignore
  const taken = { ...escalation, state: "assigned", agent, assignedAt: 7 } as const;

  it("says who did it from where, and how the matter stood before and after", () => {
    const effects = [{ type: "write-escalation", escalation: taken }] as const;
    expect(entryOf({ incoming: claim, decision: { ...done, effects }, escalations: [escalation] })).toEqual({
      at: 7,
      by: "u1",
      byName: "李雷",
      from: "203.0.113.9",
      via: "脚本",
      act: "conversation.claim",
      storeId: "s",
      thing: "conversation:c",
      before: { status: "queued", agent: undefined },
      after: { status: "assigned", agent: "李雷" },
    });
  });

  it("is not written for what was refused, nor for what happens by itself, nor for a reply that nothing spoke against", () => {
    const refused = { type: "refuse", reason: { code: "at-capacity", values: {} } } as const;
    expect(entryOf({ incoming: claim, decision: { ...done, effects: [refused] }, escalations: [escalation] })).toBeUndefined();
    const reply: Incoming = { ...common, type: "agent-replied", epoch: 1, text: "您好", attachments: [], internal: false };
    expect(entryOf({ incoming: reply, decision: done })).toBeUndefined();
    expect(entryOf({ incoming: { ...reply, confirmed: { reason: "顾客要求" } }, decision: done })).toMatchObject({
      act: "conversation.confirm",
      after: { why: "顾客要求" },
    });
    const missed: Incoming = { id: common.id, lane: common.lane, at: 7, storeId: common.storeId, conversationId: common.conversationId, type: "holder-missed" }; // prettier-ignore
    expect(entryOf({ incoming: missed, decision: done })).toBeUndefined();
  });

  it("names the agent where the act came from no console", () => {
    const unknown = { ...claim, actedBy: undefined };
    expect(entryOf({ incoming: unknown, decision: done, escalations: [] })).toMatchObject({ by: "li", from: "unknown" });
  });
});

describe("The days of a changed roster", () => {
  const roster: Roster = {
    timezone: "Asia/Shanghai",
    agents: [{ id: agentId("li"), name: "李雷", employer: "vendor", skills: [], levels: {}, languages: [], capacity: 1, stores: ["s"], shifts: [] }], // prettier-ignore
    holidays: [],
    workdays: [],
    holidayDuty: [],
  };
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const nine = [{ start: "09:00", end: "18:00" }];

  it("are named by person and date, with their hours before and after", () => {
    const changes = [{ agentId: agentId("li"), date: day(0), hours: nine }];
    expect(loggedDays(roster, changes)).toEqual({
      before: { "李雷 2026-01-01": "–" },
      after: { "李雷 2026-01-01": "09:00–18:00" },
    });
  });

  it("are counted where they are too many to read", () => {
    const changes = Array.from({ length: MOST_DAYS_NAMED + 3 }, (_none, n) => ({ agentId: agentId("li"), date: day(n), hours: nine })); // prettier-ignore
    const { after } = loggedDays(roster, changes);
    expect([Object.keys(after).length, after["more"]]).toEqual([MOST_DAYS_NAMED + 1, 3]);
  });

  it("are a store's business where all of their people serve that store alone", () => {
    const [li] = roster.agents;
    expect([storeOfAll([li]), storeOfAll([li, li]), storeOfAll([])]).toEqual(["s", "s", undefined]);
    const everywhere = li && { ...li, stores: undefined };
    const elsewhere = li && { ...li, stores: ["t"] };
    expect([storeOfAll([li, everywhere]), storeOfAll([li, elsewhere]), storeOfAll([undefined])]).toEqual([undefined, undefined, undefined]); // prettier-ignore
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

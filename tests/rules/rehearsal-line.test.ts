import { expect, it } from "vitest";
import { missed } from "../../src/cli/rehearsal-expect.ts";
import { readLine } from "../../src/cli/rehearsal-line.ts";
import type { Played } from "../../src/cli/rehearsal-stage.ts";

it.each([
  ["not JSON", "{", "this is not JSON"],
  [
    "a moment without offset",
    '{"at":"2026-10-01T23:00:00","from":"shopper","who":"a","text":"x"}',
    "at must be a moment with its offset",
  ],
  [
    "an unknown role",
    '{"at":"2026-10-01T23:00:00Z","from":"robot","who":"a","text":"x"}',
    "from must be one of shopper, agent, clock",
  ],
  ["nobody", '{"at":"2026-10-01T23:00:00Z","from":"shopper","text":"x"}', "who is missing"],
  ["no words", '{"at":"2026-10-01T23:00:00Z","from":"shopper","who":"a","text":" "}', "text is empty"],
  ["an act of nobody's", '{"at":"2026-10-01T23:00:00Z","from":"shopper","who":"a","act":"claim"}', "act is for agents"],
  ["no status to take", '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","act":"status"}', "status is missing"],
  ["a refusal without a reason", '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","act":"refuse"}', "text is empty"],
  ["a note without words", '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","act":"note"}', "text is empty"],
  [
    "nobody to give it to",
    '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","act":"give","text":"x"}',
    "colleague is missing",
  ],
  [
    "a colleague without a transfer",
    '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","text":"x","colleague":"b"}',
    "colleague goes with transfer or give",
  ],
  [
    "a colleague and a skill",
    '{"at":"2026-10-01T23:00:00Z","from":"agent","who":"a","act":"transfer","text":"x","colleague":"b","skill":"refund"}',
    "skill goes with transfer, without a colleague",
  ],
  ["an unknown expectation", '{"at":"2026-10-01T23:00:00Z","from":"clock","expect":{"asigned":"li"}}', "expect must be"],
  ["an earlier time", '{"at":"2026-10-01T22:00:00Z","from":"clock"}', "lies before the line above"],
])("a line with %s is refused, naming the field", (_name, line, sentence) => {
  expect(readLine(line, Date.parse("2026-10-01T23:00:00Z"))).toMatchObject({ fault: expect.stringContaining(sentence) });
});

it("a clock line needs nobody and no words", () => {
  const line = readLine('{"at":"2026-10-01T23:00:00+08:00","from":"clock"}', 0);
  expect(line).toEqual({ act: { at: Date.parse("2026-10-01T15:00:00Z"), from: "clock", who: "", text: "" } });
});

const PLAYED: Played = {
  replies: ["客服李雷为您服务。"],
  action: "handover",
  articles: ["a1"],
  skill: "refund",
  assigned: "li",
  promised: "2026-10-21T01:00:00.000Z",
  reasons: [{ code: "routed-assigned", zh: "", en: "" }],
  status: "offered",
  offered: "li",
  place: 2,
  flags: ["overflow"],
  notes: ["交接：原由王芳接待。"],
  alerts: ["alert-hand-over"],
};

it("a line that comes out as it expects misses nothing, and so does one that expects nothing", () => {
  const met = { action: "handover", assigned: "li", skill: "refund", article: "a1", says: "李雷", because: "routed-assigned" };
  expect(missed({ ...met, promised: "2026-10-21T09:00:00+08:00" }, PLAYED)).toEqual([]);
  const more = { status: "offered", offered: "li", place: 2, flags: ["overflow"], replies: 1, unsaid: "下班" } as const;
  expect(missed({ ...more, flags: [...more.flags], note: "王芳", alert: "alert-hand-over" }, PLAYED)).toEqual([]);
  expect(missed(undefined, PLAYED)).toEqual([]);
});

it.each([
  [{ action: "answer" }, "expected action answer, found handover."],
  [{ assigned: null }, "expected assigned none, found li."],
  [{ skill: "complaint" }, "expected skill complaint, found refund."],
  [{ promised: null }, "expected promised none, found 2026-10-21T01:00:00.000Z."],
  [{ article: "a2" }, "expected article a2, found a1."],
  [{ says: "下班" }, "expected words “下班”, said was “客服李雷为您服务。”."],
  [{ quiet: true as const }, "expected silence, said was “客服李雷为您服务。”."],
  [{ because: "routed-queued" }, "expected reason routed-queued, found routed-assigned."],
  [{ status: "queued" as const }, "expected status queued, found offered."],
  [{ offered: null }, "expected offered none, found li."],
  [{ place: 1 }, "expected place 1, found 2."],
  [{ flags: [] }, "expected flags none, found overflow."],
  [{ replies: 2 }, "expected replies 2, found 1."],
  [{ unsaid: "李雷" }, "expected that “李雷” is not said, said was “客服李雷为您服务。”."],
  [{ note: "顾客" }, "expected remark “顾客”, found “交接：原由王芳接待。”."],
  [{ alert: "alert-agent-away" }, "expected alert alert-agent-away, found alert-hand-over."],
])("a line that expects %j and comes out otherwise says so", (expected, sentence) => {
  expect(missed(expected, PLAYED)).toEqual([sentence]);
});

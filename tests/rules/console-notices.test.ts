import { describe, expect, it } from "vitest";
import { keptSeen, seenWith, shownInTalk } from "../../console/src/requests/seen.ts";
import { beganToWait, isQuietAt, newIn, quietHoursIn } from "../../console/src/shared/notice-rules.ts";
import type { ConversationRow } from "../../src/desk/api.ts";
import type { RequestRow } from "../../src/requests/api.ts";

const NIGHT = { from: "22:00", until: "08:30" };
const at = (hours: number, minutes = 0) => hours * 60 + minutes;

describe("Quiet hours", () => {
  it.each([
    [at(21, 59), false],
    [at(22), true],
    [at(0), true],
    [at(8, 29), true],
    [at(8, 30), false],
  ])("over midnight at minute %i: %s", (minutes, isQuiet) => {
    expect(isQuietAt(NIGHT, minutes)).toBe(isQuiet);
  });

  it("within a day end as they say, and are none where none are set", () => {
    const noon = { from: "12:00", until: "13:00" };
    expect([at(11, 59), at(12), at(13)].map((minutes) => isQuietAt(noon, minutes))).toEqual([false, true, false]);
    expect(isQuietAt(undefined, at(3))).toBe(false);
  });

  it("are read as they were kept; what is no time is none", () => {
    expect(quietHoursIn("22:00-08:30")).toEqual(NIGHT);
    for (const text of [undefined, "", "22:00", "25:00-08:00", "22:00-8:00"]) expect(quietHoursIn(text)).toBeUndefined();
  });
});

describe("A notice of my own shoppers", () => {
  const row = (id: string, waitingSince?: string) => ({ id, waitingSince }) as ConversationRow;

  it("is of who began to wait for me since, not of who waits on, nor of what was not known before", () => {
    const before = [row("a"), row("b", "10:00"), row("c", "10:00")];
    const now = [row("a", "10:05"), row("b", "10:00"), row("c"), row("new", "10:05")];
    expect(beganToWait(before, now).map(({ id }) => id)).toEqual(["a"]);
    expect(beganToWait(undefined, now)).toEqual([]);
  });
});

describe("Requests that wait for me", () => {
  it("ring when one comes that was not there, not when the page opens, nor when one goes", () => {
    expect(newIn(undefined, ["a"])).toEqual([]);
    expect(newIn(["a"], ["a", "b"])).toEqual(["b"]);
    expect(newIn(["a", "b"], ["b"])).toEqual([]);
    expect(newIn(["a"], ["b"])).toEqual(["b"]);
  });
});

describe("Requests above a conversation's lines", () => {
  const request = (id: string, at?: string): RequestRow => ({
    id,
    store: { id: "s", name: "店", timezone: "Asia/Shanghai" },
    kind: "other",
    words: "换货吗",
    askedBy: "李雷",
    askedAt: "2026-11-20T01:00:00.000Z",
    dueAt: "2026-11-20T01:10:00.000Z",
    deciders: ["supervisor"],
    state: at === undefined ? "open" : "granted",
    ...(at === undefined ? {} : { decision: { by: "主管甲", as: "supervisor", at } }),
    mayAnswer: false,
    mayWithdraw: false,
  });
  const said = (at: string, internal: boolean) => [{ author: { type: "agent" }, internal, at }] as never;
  const talk = (requests: readonly RequestRow[], messages = said("2026-11-20T01:00:00.000Z", false)) => ({
    requests,
    messages,
    conversation: { status: "assigned" as const },
  });
  const answered = request("b", "2026-11-20T01:05:00.000Z");
  const ids = (rows: readonly RequestRow[]) => rows.map(({ id }) => id);

  it("are the open ones, else the last answer, until it was put away or the shopper was answered", () => {
    expect(ids(shownInTalk(talk([request("a"), answered]), []))).toEqual(["a"]);
    expect(ids(shownInTalk(talk([request("c", "2026-11-20T01:04:00.000Z"), answered]), []))).toEqual(["b"]);
    expect(ids(shownInTalk(talk([answered]), ["b"]))).toEqual([]);
    expect(ids(shownInTalk(talk([request("a"), answered]), ["a"]))).toEqual(["a"]);
    expect(ids(shownInTalk(talk([answered], said("2026-11-20T01:06:00.000Z", false)), []))).toEqual([]);
    expect(ids(shownInTalk(talk([answered], said("2026-11-20T01:06:00.000Z", true)), []))).toEqual(["b"]);
    expect(ids(shownInTalk({ ...talk([request("a")]), conversation: { status: "closed" } }, []))).toEqual([]);
  });

  it("what was put away is kept, the newest fifty", () => {
    expect(keptSeen(undefined)).toEqual([]);
    expect(keptSeen(seenWith(["a"], "b").join(" "))).toEqual(["a", "b"]);
    const many = Array.from({ length: 60 }, (_, n) => `q${n}`);
    expect(seenWith(many, "last")).toHaveLength(50);
    expect(seenWith(many, "last").at(-1)).toBe("last");
  });
});

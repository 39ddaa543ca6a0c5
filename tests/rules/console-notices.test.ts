import { describe, expect, it } from "vitest";
import { beganToWait, isQuietAt, quietHoursIn } from "../../console/src/shared/notice-rules.ts";
import type { ConversationRow } from "../../src/desk/api.ts";

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

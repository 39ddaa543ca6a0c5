import { describe, expect, it } from "vitest";
import { heardIn, resumeAfter } from "../../src/desk/rules/resume.ts";

describe("A console's stream that comes back", () => {
  const kept = { first: 101, last: 900 };

  it.each([
    ["has heard nothing", undefined, { type: "begun", at: 900 }],
    ["has heard all", 900, { type: "resumed", after: 900, upTo: 900 }],
    ["missed some", 500, { type: "resumed", after: 500, upTo: 900 }],
    ["missed all that is kept, and nothing before", 100, { type: "resumed", after: 100, upTo: 900 }],
    ["may have missed what was deleted", 99, { type: "reset", at: 900 }],
    ["names a number that is not given yet", 901, { type: "reset", at: 900 }],
    ["names no number at all", -1, { type: "reset", at: 900 }],
  ])("and %s goes on as it must", (_how, heard, how) => {
    expect(resumeAfter(heard, kept)).toEqual(how);
  });

  it("hears everything where it began before anything was ever told", () => {
    expect(resumeAfter(0, { first: 0, last: 0 })).toEqual({ type: "resumed", after: 0, upTo: 0 });
    expect(resumeAfter(0, { first: 1, last: 3 })).toEqual({ type: "resumed", after: 0, upTo: 3 });
    expect(resumeAfter(-1, { first: 0, last: 0 })).toEqual({ type: "reset", at: 0 });
  });

  it("is not looked for what it missed among more than 20,000 numbers", () => {
    expect(resumeAfter(1, { first: 1, last: 20_001 }).type).toBe("resumed");
    expect(resumeAfter(1, { first: 1, last: 20_002 }).type).toBe("reset");
  });

  it.each([
    [undefined, undefined],
    ["", undefined],
    ["17", 17],
    ["-3", -1],
    ["1e3", -1],
    ["9999999999999999", -1],
  ])("says %j, which is heard as %j", (said, heard) => {
    expect(heardIn(said)).toBe(heard);
  });
});

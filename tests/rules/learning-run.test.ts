import { describe, expect, it } from "vitest";
import { GONE_AFTER_MS, stateOf, toldOf, type LearningRun } from "../../src/learning/rules/run.ts";

const NOW = Date.parse("2026-11-20T10:00:00+08:00");
const run: LearningRun = {
  startedAt: NOW - 600_000,
  startedBy: "陈主管",
  beatAt: NOW - GONE_AFTER_MS,
  failed: false,
  conversations: 40,
  questions: 0,
  proposed: 0,
  left: {},
};

describe("A run of learning", () => {
  it.each([
    ["that never was", undefined, "never"],
    ["that says it goes on", run, "running"],
    ["that said nothing for too long", { ...run, beatAt: run.beatAt - 1 }, "stopped"],
    ["that is over", { ...run, finishedAt: NOW, beatAt: 0 }, "done"],
    ["that went wrong", { ...run, finishedAt: NOW, failed: true }, "failed"],
  ])("%s is told as such", (_name, kept, state) => {
    expect(stateOf(kept, NOW)).toBe(state);
  });

  it("tells what came of it, and why nothing came of the rest, the most first", () => {
    const over = { ...run, finishedAt: NOW, questions: 9, proposed: 2, left: { "too-few": 3, waits: 5, covered: 0 } };
    expect(toldOf(over, NOW)).toEqual({
      state: "done",
      startedAt: "2026-11-20T01:50:00.000Z",
      finishedAt: "2026-11-20T02:00:00.000Z",
      startedBy: "陈主管",
      conversations: 40,
      questions: 9,
      proposed: 2,
      left: [
        { because: "waits", count: 5 },
        { because: "too-few", count: 3 },
      ],
    });
    expect(toldOf(undefined, NOW)).toEqual({ state: "never", conversations: 0, questions: 0, proposed: 0, left: [] });
  });
});

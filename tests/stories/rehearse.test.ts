import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rehearse } from "../../src/cli/rehearse.ts";
import type { Played } from "../../src/cli/rehearsal-stage.ts";
import { ROOT } from "../../src/infra/root.ts";

const KNOWLEDGE = join(ROOT, "prisma/seed/demo/knowledge.csv");
const ROSTER = join(ROOT, "prisma/seed/demo/roster.json");
const scripts = join(ROOT, "tests/fixtures/rehearsals");

describe("A rehearsal of the demo store", () => {
  it("answers by day, in the shopper's language, and calls nobody", async () => {
    const { played } = await play("daytime-answer");
    expect(played.map(({ action }) => action)).toEqual(["smalltalk", "answer", "answer", "answer", "smalltalk"]);
    expect(played.map(({ articles }) => articles[0])).toEqual([
      undefined,
      "ship-time",
      "warranty-en",
      "airfryer-size",
      undefined,
    ]);
    expect(played.every(({ assigned }) => assigned === null)).toBe(true);
  });

  it("gives each matter of the evening to who knows it best, and is silent while a human talks", async () => {
    const { played } = await play("evening-hand-over");
    expect(outcomes(played)).toEqual([
      ["answer", null],
      ["handover", "geng-hao"],
      ["reply", "geng-hao"],
      ["quiet", "geng-hao"],
      ["handover", "deng-jiaxin"],
      ["handover", "tao-yiming"],
    ]);
    expect(played[3]?.replies).toEqual([]);
    expect(played.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it("promises the morning at night and keeps the promise without being asked", async () => {
    const { played } = await play("after-hours-promise");
    expect(outcomes(played)).toEqual([
      ["answer", null],
      ["handover", null],
      ["quiet", null],
      ["clock", "luo-jian"],
      ["reply", "luo-jian"],
      ["quiet", "luo-jian"],
    ]);
    expect(played[1]?.promised).toBe("2026-10-21T00:00:00.000Z");
    expect(played[1]?.replies.join()).toContain("今天 08:00");
  });

  it("lets holiday duty work on National Day, and calls the supervisor for danger at any hour", async () => {
    const { played } = await play("national-day-23");
    expect(played.map(({ assigned }) => assigned).slice(0, 6)).toEqual([
      "he-zhiyuan",
      null,
      "deng-jiaxin",
      "deng-jiaxin",
      null,
      "zhou-lan",
    ]);
    expect(played[4]?.promised).toBe("2026-10-02T01:00:00.000Z");
    expect(played[5]?.articles).toEqual([]);
    expect(played[6]?.assigned).not.toBeNull();
  });

  it("counts a night to the day it starts on", async () => {
    const { played } = await play("overnight-shift");
    expect(played.map(({ assigned }) => assigned)).toEqual(["he-zhiyuan", "bai-lu", "bai-lu", null, "bai-lu"]);
    expect(played[3]?.promised).toBe("2026-10-24T00:00:00.000Z");
  });
});

describe("A rehearsal that says what it expects", () => {
  it.each([
    ["shift-end-at-1800", "at-once"],
    ["end-of-the-night", "at-once"],
    ["promise-comes-first", "at-once"],
    ["offers-not-taken", "offers"],
  ])("comes out so: %s", { timeout: 90_000 }, async (script, taken) => {
    const lines = readFileSync(join(scripts, `${script}.jsonl`), "utf8").split("\n");
    const { code, complaints } = await playLines(lines, { roster: join(scripts, "small-team.json"), offers: taken === "offers" });
    expect([code, complaints]).toEqual([0, []]);
  });

  it("is told with the line's number where it does not, goes on, and ends with exit code 1", { timeout: 90_000 }, async () => {
    const at = "2026-10-20T10:00:00+08:00";
    const wrong = { at, from: "clock", expect: { assigned: "geng-hao" } };
    const { code, complaints, played } = await playLines([wrong, { at, from: "clock" }].map((line) => JSON.stringify(line)));
    expect([code, complaints, played.length]).toEqual([1, ["Line 1: expected assigned geng-hao, found none."], 2]);
  });
});

describe("A rehearsal with a bad line", () => {
  it("stops there, says which line, and keeps what was played before", async () => {
    const line = (at: string) => JSON.stringify({ at, from: "clock" });
    const { code, complaints, played } = await playLines([line("2026-10-01T10:00:00Z"), line("2026-10-01T09:00:00Z")]);
    expect([code, played.length]).toEqual([1, 1]);
    expect(complaints.join()).toContain("Line 2: at (2026-10-01T09:00:00Z) lies before the line above");
  });
});

describe("A rehearsal that cannot begin or go on", () => {
  it("names the option and the file that is not there", async () => {
    const { code, complaints } = await playLines([], { roster: "no-roster.json" });
    expect([code, complaints.length]).toEqual([1, 1]);
    expect(complaints[0]).toMatch(/^--roster no-roster\.json.*check the path/);
  });

  it("tells an agent with nobody to talk to why the line went nowhere", async () => {
    const line = { at: "2026-10-20T10:00:00+08:00", from: "agent", who: "geng-hao", text: "您好" };
    const { played } = await playLines([JSON.stringify(line)]);
    expect(played).toMatchObject([{ action: "refused", reasons: [{ code: "refused-nobody" }] }]);
  });
});

const outcomes = (played: readonly Played[]) => played.map(({ action, assigned }) => [action, assigned]);

function play(script: string) {
  return playLines(readFileSync(join(scripts, `${script}.jsonl`), "utf8").split("\n"));
}

async function playLines(lines: readonly string[], files: { readonly roster?: string; readonly offers?: boolean } = {}) {
  const played: Played[] = [];
  const complaints: string[] = [];
  const code = await rehearse({
    knowledge: KNOWLEDGE,
    roster: files.roster ?? ROSTER,
    offers: files.offers,
    lines: given(lines),
    write: (line) => played.push(JSON.parse(line)),
    complain: (line) => complaints.push(line),
  });
  return { code, played, complaints };
}

async function* given(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

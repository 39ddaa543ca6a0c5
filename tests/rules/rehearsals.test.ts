import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLine } from "../../src/cli/rehearsal-line.ts";
import { conversationId, escalationId, laneId, storeId } from "../../src/core/ids.ts";
import type { Skill, Urgency } from "../../src/core/words.ts";
import { ROOT } from "../../src/infra/root.ts";
import { route } from "../../src/routing/rules/route.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";
import { SCRIPTS } from "../support/rehearsals.ts";

const scripts = new URL("../fixtures/rehearsals/", import.meta.url);
const roster = rosterOf(join(ROOT, "prisma/seed/demo/roster.json"));

function rosterOf(path: string): Roster {
  const read = readRosterFile(JSON.parse(readFileSync(path, "utf8")));
  if (read.type === "refused") throw new Error(`${path} is refused: ${JSON.stringify(read.findings)}`);
  return read.roster;
}

const names = readdirSync(scripts).filter((name) => name.endsWith(".jsonl"));
const linesOf = (name: string) =>
  readFileSync(new URL(name, scripts), "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => {
      const line = readLine(text, 0);
      if ("fault" in line) throw new Error(`${name}: ${line.fault}`);
      return line.act;
    });

interface Need {
  readonly skill: Skill;
  readonly urgency?: Urgency;
}

/** Whom routing names for one matter of the demo store at this moment, or when somebody will be there. */
function takerAt(at: string, { skill, urgency = "normal" }: Need): string {
  const now = Date.parse(at);
  const escalation = {
    id: escalationId("e"),
    storeId: storeId("demo"),
    conversationId: conversationId("v"),
    contactLane: laneId("c"),
    skill,
    language: "zh-CN",
    urgency,
    priority: 0,
    state: "waiting",
    waitingSince: now,
  } as const;
  const outcome = route({ roster, escalations: [escalation], agents: [], acceptAtOnce: true }, now).decisions[0]?.outcome;
  if (outcome?.type === "assign") return outcome.agent.id;
  if (outcome?.type === "after-hours" && outcome.next !== undefined) return new Date(outcome.next).toISOString();
  return outcome?.type ?? "no decision";
}

it("has the rehearsals of the README, and each of them is played", () => {
  const told = readFileSync(new URL("README.md", scripts), "utf8");

  expect(names.length).toBeGreaterThanOrEqual(10);
  expect(names.filter((name) => !told.includes(`## ${name.replace(".jsonl", "")}:`))).toEqual([]);
  expect(SCRIPTS.map(({ name }) => `${name}.jsonl`).toSorted()).toEqual(names.toSorted());
});

describe.each(SCRIPTS)("the script $name", (script) => {
  const lines = linesOf(`${script.name}.jsonl`);
  const team = script.roster === undefined ? roster : rosterOf(script.roster);

  it("goes forward in time, names only agents of its roster, and expects something of each line", () => {
    const times = lines.map(({ at }) => at);
    const agents = lines.flatMap(({ from, who, colleague }) => (from === "agent" ? [who, colleague ?? who] : []));

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(agents.filter((who) => !team.agents.some((agent) => agent.id === who))).toEqual([]);
    expect(lines.filter(({ expect: expected }) => Object.keys(expected ?? {}).length === 0)).toEqual([]);
  });
});

it.each<readonly [string, Need, string]>([
  ["2026-10-20T21:12:00+08:00", { skill: "complaint" }, "geng-hao"],
  ["2026-10-20T21:20:00+08:00", { skill: "presale" }, "deng-jiaxin"],
  ["2026-10-20T21:25:00+08:00", { skill: "technical" }, "tao-yiming"],
  ["2026-10-01T00:30:00+08:00", { skill: "presale" }, "he-zhiyuan"],
  ["2026-10-01T23:01:00+08:00", { skill: "presale" }, "deng-jiaxin"],
  ["2026-10-02T01:30:00+08:00", { skill: "presale" }, "2026-10-02T01:00:00.000Z"],
  ["2026-10-02T01:40:00+08:00", { skill: "aftersale", urgency: "high" }, "zhou-lan"],
  ["2026-10-02T09:00:00+08:00", { skill: "presale" }, "zhou-lan"],
  ["2026-10-23T02:00:00+08:00", { skill: "presale" }, "he-zhiyuan"],
  ["2026-10-24T02:30:00+08:00", { skill: "presale" }, "bai-lu"],
  ["2026-10-24T03:59:00+08:00", { skill: "presale" }, "bai-lu"],
  ["2026-10-24T04:00:00+08:00", { skill: "presale" }, "2026-10-24T00:00:00.000Z"],
  ["2026-10-26T02:00:00+08:00", { skill: "presale" }, "bai-lu"],
  ["2026-10-21T05:21:00+08:00", { skill: "refund" }, "2026-10-21T00:00:00.000Z"],
  ["2026-10-21T08:00:00+08:00", { skill: "refund" }, "luo-jian"],
])("at %s, %o: %s, as the README says", (at, need, taker) => {
  expect(takerAt(at, need)).toBe(taker);
});

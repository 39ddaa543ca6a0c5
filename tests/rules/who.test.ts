import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { who } from "../../src/cli/who.ts";
import { ROOT } from "../../src/infra/root.ts";

const ROSTER = join(ROOT, "tests/fixtures/who/roster.json");
const CASES = join(ROOT, "tests/fixtures/who/cases.jsonl");
const NOON = "2026-09-16T12:00:00+08:00";

interface Told {
  readonly code: number;
  readonly answers: readonly Record<string, unknown>[];
  readonly complaints: readonly string[];
}

async function ask(lines: readonly (string | object)[], roster = ROSTER): Promise<Told> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await who({
    roster,
    cases: "cases.jsonl",
    lines: (async function* () {
      for (const line of lines) yield typeof line === "string" ? line : JSON.stringify(line);
    })(),
    write: (line) => out.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, answers: out.map((line) => JSON.parse(line)), complaints };
}

/** `assign li-lei`, `queue`, `after_hours 2026-…`, flags behind. */
const inShort = ({ outcome, agent, next, flags }: Record<string, unknown>): string =>
  [outcome, agent, next, ...(Array.isArray(flags) ? flags : [])].filter((part) => part !== undefined).join(" ");

describe("The cases that come with the program", () => {
  let told: Told;
  beforeAll(async () => {
    told = await ask((await readFile(CASES, "utf8")).split("\n"));
  });

  it.each([
    ["P1", "at the start", "assign li-lei"],
    ["P1", "at the end", "after_hours 2026-09-16T22:00:00.000Z"],
    ["P1", "one place left", "assign li-lei"],
    ["P1", "any skill", "assign wang-fang"],
    ["P2", "Saturday of Friday's night", "assign zhao-yun"],
    ["P2", "Friday's night is over", "after_hours 2026-09-19T22:00:00.000Z"],
    ["P3", "before holiday duty", "after_hours 2026-10-01T02:00:00.000Z"],
    ["P3", "holiday duty", "assign wang-fang"],
    ["P3", "begun before the holiday", "assign emma"],
    ["P3", "a Saturday that is a Thursday", "assign li-lei"],
    ["P4", "a speaker first", "assign han-meimei"],
    ["P4", "nobody speaks it", "assign li-lei language-mismatch"],
    ["P5", "who helped before", "assign han-meimei"],
    ["P5", "who helped before is away", "assign li-lei"],
    ["P6", "full and on a break", "queue"],
    ["P7", "all offline", "after_hours 2026-09-16T22:00:00.000Z"],
    ["P8", "danger by day", "assign li-lei"],
    ["P8", "danger while all are full", "overflow zhang-ling"],
    ["P8", "danger at night", "overflow zhang-ling"],
    ["P9", "half past one", "assign emma"],
    ["P9", "half past one again", "assign emma"],
    ["P9", "two o'clock", "after_hours 2026-11-02T01:00:00.000Z"],
  ])("%s, %s: %s", (_, id, expected) => {
    const answer = told.answers.find((one) => one["id"] === id);
    expect(answer && inShort(answer)).toBe(expected);
  });

  it("are all answered, in their order, each with everybody and a sentence", async () => {
    const ids = (await readFile(CASES, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect(told.answers.map(({ id }) => id)).toEqual(ids);
    expect([told.code, told.complaints]).toEqual([0, []]);
    for (const { candidates, why, why_en } of told.answers) {
      expect(candidates).toHaveLength(6);
      expect(String(why)).toMatch(/[\u4e00-\u9fff]/);
      expect(String(why_en).length).toBeGreaterThan(10);
    }
  });

  it("say of each agent whether they may take it, and the first reason why not", () => {
    const answer = told.answers.find(({ id }) => id === "one place left");
    expect(answer?.["candidates"]).toEqual([
      { agent: "li-lei", eligible: true },
      { agent: "emma", eligible: false, reason: "off-shift" },
      { agent: "han-meimei", eligible: false, reason: "at-capacity" },
      { agent: "wang-fang", eligible: false, reason: "off-shift" },
      { agent: "zhang-ling", eligible: false, reason: "off-shift" },
      { agent: "zhao-yun", eligible: false, reason: "off-shift" },
    ]);
  });
});

describe("A case", () => {
  const plain = { id: 7, at: NOON, skill: "aftersale", language: "zh" };

  it("may leave out what does not matter, write null for it, and carry a number as its id", async () => {
    const { answers, code } = await ask([{ id: 7, at: NOON, skill: "aftersale", load: null, status: null, previous: null }]);
    expect([code, answers.map(inShort), answers[0]?.["id"]]).toEqual([0, ["assign li-lei"], 7]);
  });

  it("without an offset is at that time on the roster's wall clock", async () => {
    const { answers } = await ask(["2026-09-16T17:59", "2026-09-16 18:00"].map((at) => ({ ...plain, at })));
    expect(answers.map(({ outcome }) => outcome)).toEqual(["assign", "after_hours"]);
  });

  it("stands on its own: what one says of loads and statuses is not true for the next", async () => {
    const { answers } = await ask([{ ...plain, load: { "li-lei": 2 } }, plain]);
    expect(answers.map(inShort)).toEqual(["assign han-meimei", "assign li-lei"]);
  });

  it("that names somebody who helped before and has left is answered, and told", async () => {
    const { answers, complaints, code } = await ask([{ ...plain, previous: "lucy" }]);
    expect([code, answers.map(inShort)]).toEqual([0, ["assign li-lei"]]);
    expect(complaints.join()).toContain("cases.jsonl:1 previous");
  });

  it("with a field nobody knows is answered, and told", async () => {
    const { complaints, code } = await ask([{ ...plain, staus: { "li-lei": "away" } }]);
    expect([code, complaints.length]).toEqual([0, 1]);
    expect(complaints[0]).toContain("staus");
  });

  it.each([
    ["text", "not json", "JSON"],
    ["a list", "[]", "JSON"],
    ["no id", { ...plain, id: undefined }, "id"],
    ["no moment", { ...plain, at: undefined }, "at"],
    ["a moment that does not exist", { ...plain, at: "2026-02-30T10:00:00Z" }, "at"],
    ["a day without a time", { ...plain, at: "2026-02-20" }, "at"],
    ["no skill", { ...plain, skill: "" }, "skill"],
    ["an urgency nobody has", { ...plain, urgency: "very" }, "urgency"],
    ["half a conversation", { ...plain, load: { "li-lei": 0.5 } }, "load.li-lei"],
    ["a status nobody has", { ...plain, status: { "li-lei": "asleep" } }, "status.li-lei"],
    ["a load of a stranger", { ...plain, load: { lucy: 1 } }, "load.lucy"],
    ["a status of a stranger", { ...plain, status: { lucy: "away" } }, "status.lucy"],
  ])("with %s is told with line and field and left out, the others are answered", async (_, bad, field) => {
    const { answers, complaints, code } = await ask([plain, bad, plain]);
    expect([code, answers.length, complaints.length]).toEqual([1, 2, 1]);
    expect(complaints[0]).toContain(`cases.jsonl:2 `);
    expect(complaints[0]).toContain(field);
  });

  it("on an empty line is nothing", async () => {
    expect(await ask(["", "  "])).toEqual({ code: 0, answers: [], complaints: [] });
  });
});

describe("A roster", () => {
  let folder = "";
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "who-"))));
  afterAll(() => rm(folder, { recursive: true }));
  const person = { skills: ["aftersale"], shifts: [{ days: ["Wed"], start: "09:00", end: "18:00" }] };
  const plain = { id: 1, at: NOON, skill: "aftersale", language: "zh" };

  async function fileOf(roster: unknown): Promise<string> {
    const file = join(folder, "roster.json");
    await writeFile(file, JSON.stringify(roster));
    return file;
  }

  it("lets everybody serve a case of no store, and only its own people one of a store", async () => {
    const file = await fileOf({
      agents: [
        { ...person, id: "a", stores: ["lamps"] },
        { ...person, id: "b", stores: ["tea"] },
      ],
    });
    const { answers } = await ask([plain, { ...plain, store: "tea" }, { ...plain, store: "shoes" }], file);
    expect(answers.map(inShort)).toEqual(["assign a", "assign b", "after_hours"]);
    expect(answers.map(({ why }) => String(why).includes("店铺已授权"))).toEqual([false, true, false]);
  });

  it("says how it stands with somebody, until a case says otherwise", async () => {
    const file = await fileOf({
      agents: [
        { ...person, id: "a", capacity: 1, load: 1 },
        { ...person, id: "b", status: "away" },
      ],
    });
    const { answers } = await ask([plain, { ...plain, load: { a: 0 } }, { ...plain, status: { b: "online" } }], file);
    expect(answers.map(inShort)).toEqual(["queue", "assign a", "assign b"]);
  });

  it("with a fault is refused before any case is read, naming the field", async () => {
    const told = await ask([plain], await fileOf({ agents: [{ ...person, id: "a", capacity: -1 }] }));
    expect([told.code, told.answers]).toEqual([1, []]);
    expect(told.complaints.join()).toContain("agents[0].capacity");
  });

  it("that cannot be read is told by its name", async () => {
    const told = await ask([plain], join(folder, "no-such-file.json"));
    expect([told.code, told.answers]).toEqual([1, []]);
    expect(told.complaints.join()).toContain("no-such-file.json");
  });
});

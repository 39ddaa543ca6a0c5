import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createUnderstanding } from "../../intents/understanding.ts";
import type { Played } from "../../src/cli/rehearsal-stage.ts";
import { rehearse } from "../../src/cli/rehearse.ts";
import type { DatabasePlace } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";
import { describeOnEmbedded, type DatabaseForTest } from "../support/databases.ts";
import { REHEARSALS, SCRIPTS } from "../support/rehearsals.ts";

const KNOWLEDGE = join(ROOT, "prisma/seed/demo/knowledge.csv");
const ROSTER = join(ROOT, "prisma/seed/demo/roster.json");
/** What reads the words is the same for all. */
const understanding = createUnderstanding();

describeOnEmbedded("A rehearsal", (database) => {
  it.each(SCRIPTS)("comes out as it says: $name", { timeout: 90_000 }, async ({ name, roster, offers }) => {
    const lines = readFileSync(join(REHEARSALS, `${name}.jsonl`), "utf8").split("\n");
    const { code, complaints, played } = await play(lines, { roster, offers });
    expect([code, complaints]).toEqual([0, []]);
    expect(played.every(({ reasons, action }) => reasons.length > 0 || action === "clock")).toBe(true);
  });

  it("that comes out otherwise is told with the line's number, goes on, and ends with exit code 1", async () => {
    const at = "2026-10-20T10:00:00+08:00";
    const wrong = { at, from: "clock", expect: { assigned: "geng-hao" } };
    const { code, complaints, played } = await play([wrong, { at, from: "clock" }].map((line) => JSON.stringify(line)));
    expect([code, complaints, played.length]).toEqual([1, ["Line 1: expected assigned geng-hao, found none."], 2]);
  });

  it("with a bad line stops there, says which line, and keeps what was played before", async () => {
    const line = (at: string) => JSON.stringify({ at, from: "clock" });
    const { code, complaints, played } = await play([line("2026-10-01T10:00:00Z"), line("2026-10-01T09:00:00Z")]);
    expect([code, played.length]).toEqual([1, 1]);
    expect(complaints.join()).toContain("Line 2: at (2026-10-01T09:00:00Z) lies before the line above");
  });

  it("tells an agent with nobody to talk to why the line went nowhere", async () => {
    const line = { at: "2026-10-20T10:00:00+08:00", from: "agent", who: "geng-hao", text: "您好" };
    const { played } = await play([JSON.stringify(line)]);
    expect(played).toMatchObject([{ action: "refused", reasons: [{ code: "refused-nobody" }] }]);
  });

  it("needs no place of its own, and names the option and the file that is not there", { timeout: 60_000 }, async () => {
    const { code, complaints } = await playOn({ type: "memory" }, [], { roster: "no-roster.json" });
    expect([code, complaints.length]).toEqual([1, 1]);
    expect(complaints[0]).toMatch(/^--roster no-roster\.json.*check the path/);
  });

  const play = async (lines: readonly string[], files: Files = {}) => playOn(await emptyPlace(database), lines, files);
});

interface Files {
  readonly roster?: string | undefined;
  readonly offers?: boolean | undefined;
}

/** A database with its tables: copying one takes a tenth of the time that making it does. */
async function emptyPlace(database: DatabaseForTest): Promise<DatabasePlace> {
  return { type: "directory", dataDir: (await database.place()).dataDir ?? "" };
}

async function playOn(place: DatabasePlace, lines: readonly string[], { roster = ROSTER, offers }: Files) {
  const played: Played[] = [];
  const complaints: string[] = [];
  const code = await rehearse({
    knowledge: KNOWLEDGE,
    roster,
    offers,
    place,
    understanding: await understanding,
    lines: given(lines),
    write: (line) => played.push(JSON.parse(line)),
    complain: (line) => complaints.push(line),
  });
  return { code, played, complaints };
}

async function* given(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

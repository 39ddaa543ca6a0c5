import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { finish, type Steps } from "../../src/core/steps.ts";
import { previewJson } from "../../src/knowledge/answers.ts";
import { parseInSteps, parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { planDigest, planImport } from "../../src/knowledge/rules/plan.ts";

const SHANGHAI = { timezone: "Asia/Shanghai", topics: [] };
const HEADER = "id,stage,question,alternatives,answer";
const ROWS = 400;
/** Line ends, quotes and characters of two halves in every place that a step could cut. */
const answer = (n: number): string => `第${n}步:\r\n打开“𠮷”字,点""改地址""😀${"长".repeat(n % 97)}`;
const line = (n: number): string => `a${n},presale,问${n}𠮷,换个问法${n}|又一个${n},"${answer(n)}"`;
const fileOf = (lines: readonly string[], shift: number): string => `${HEADER}${" ".repeat(shift)}\r\n${lines.join("\r\n")}\r\n`;
const LINES = Array.from({ length: ROWS }, (_, n) => line(n));
const ANSWERS = LINES.map((_, n) => answer(n).replaceAll('""', '"').replaceAll("\r\n", "\n"));

const stepsOf = (steps: Steps<unknown>): number => {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
};

describe("A long file", () => {
  it.each(["utf-8", "gb18030"])("says the same in %s wherever a step ends", (encoding) => {
    for (let shift = 0; shift < 24; shift += 1) {
      const bytes = iconv.encode(fileOf(LINES, shift), encoding);
      expect(bytes.byteLength).toBeGreaterThan(65_536);
      const parsed = parseKnowledgeFile(bytes, SHANGHAI);
      expect([parsed.encoding, parsed.errors]).toEqual([encoding, []]);
      expect(parsed.rows.map((row) => row.answer)).toEqual(ANSWERS);
    }
  });

  it("has its faults on the lines where they are, wherever a step ends", () => {
    for (let at = 0; at < ROWS; at += 7) {
      const lines = LINES.with(at, `b${at},presale,有"引号,,x`);
      // Each answer has two lines, below the header's one.
      expect(parseKnowledgeFile(iconv.encode(fileOf(lines, 0), "utf-8"), SHANGHAI).errors).toMatchObject([
        { line: 2 + 2 * at, column: "question" },
      ]);
    }
  });

  it("is read in steps of a few milliseconds at most: one for each row and each piece of text", () => {
    const bytes = iconv.encode(fileOf(LINES, 0), "gb18030");
    const pieces = bytes.byteLength / 65_536 + fileOf(LINES, 0).length / 8_192;
    expect(stepsOf(parseInSteps(bytes, SHANGHAI))).toBeGreaterThan(ROWS + pieces);
    const neverClosed = Buffer.from(`${HEADER}\na1,presale,"${"从不结束\n".repeat(100_000)}`);
    expect(stepsOf(parseInSteps(neverClosed, SHANGHAI))).toBeGreaterThan(50);
  });

  it("is planned, named and shown in as many steps as it has rows", () => {
    const { rows, ...file } = parseKnowledgeFile(iconv.encode(fileOf(LINES, 0), "utf-8"), SHANGHAI);
    const plan = finish(planImport([], rows));
    const frame = { digest: "d", timezone: SHANGHAI.timezone, suggest: () => [] };
    for (const steps of [planImport([], rows), planDigest(plan), previewJson({ ...file, rows }, plan, frame)])
      expect(stepsOf(steps)).toBeGreaterThanOrEqual(ROWS);
    const shown: unknown = JSON.parse(finish(previewJson({ ...file, rows }, plan, frame)).toString());
    expect(shown).toMatchObject({ digest: "d", encoding: "utf-8", rows: ROWS, errors: [], changed: [], unchanged: 0 });
    expect(shown).toHaveProperty(`created.${ROWS - 1}.after.answer`, ANSWERS.at(-1));
  });
});

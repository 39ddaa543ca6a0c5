import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import { PHASES } from "../../src/core/words.ts";
import type { KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { MAX_ERRORS, MAX_FILE_BYTES, MAX_ROWS, parseKnowledgeFile, writeKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { splitAlternatives, tidy } from "../../src/knowledge/rules/article.ts";

const SHANGHAI = { timezone: "Asia/Shanghai", topics: [] };
const HEADER = "id,stage,question,alternatives,answer";
const parse = (text: string) => parseKnowledgeFile(new TextEncoder().encode(text), SHANGHAI);
const places = (text: string) => parse(text).errors.map(({ line, column }) => `${line} ${column}`);
const GOOD = "a1,presale,包邮吗,运费多少|要邮费吗,全场包邮";

describe("a good knowledge file", () => {
  it("gives its rows with alternatives split at the bar", () => {
    expect(parse(`${HEADER}\n${GOOD}\n`)).toMatchObject({
      rows: [{ id: "a1", phase: "presale", question: "包邮吗", alternatives: ["运费多少", "要邮费吗"], answer: "全场包邮" }],
      errors: [],
      encoding: "utf-8",
    });
  });

  it.each([
    ["a byte order mark", `\uFEFF${HEADER}\n${GOOD}\n`],
    ["CRLF line ends", `${HEADER}\r\n${GOOD}\r\n`],
    ["CR line ends", `${HEADER}\r${GOOD}\r`],
    ["mixed line ends", `${HEADER}\r\n${GOOD}\n\r`],
    ["no line end at the end", `${HEADER}\n${GOOD}`],
    ["empty lines and lines of commas at the end, as Excel leaves them", `${HEADER}\n${GOOD}\n\n,,,,\n,,,,,,\n`],
    ["empty columns at the end, as Excel leaves them", `${HEADER},,\n${GOOD},,\n`],
    [
      "space around names and cells",
      ` id , stage ,question, alternatives,answer \n a1 , presale ,包邮吗, 运费多少 | 要邮费吗 ,全场包邮 \n`,
    ],
    [
      "every cell quoted",
      `"id","stage","question","alternatives","answer"\n"a1","presale","包邮吗","运费多少|要邮费吗","全场包邮"\n`,
    ],
    ["another order of columns", `answer,alternatives,id,question,stage\n全场包邮,运费多少|要邮费吗,a1,包邮吗,presale\n`],
    ["repeated and empty alternatives", `${HEADER}\na1,presale,包邮吗,运费多少||要邮费吗|运费多少|,全场包邮\n`],
  ])("says the same with %s", (_, text) => {
    expect(parse(text)).toEqual(parse(`${HEADER}\n${GOOD}\n`));
    expect(parse(text).rows).toHaveLength(1);
  });

  it("is read as GB18030 when it is not UTF-8, rare characters included", () => {
    const text = `${HEADER}\r\nb2,aftersale,㐂字能刻吗,𠮷字呢,可以刻“𠮷”字，免费\r\n`;
    const { rows, errors, encoding } = parseKnowledgeFile(iconv.encode(text, "gb18030"), SHANGHAI);
    expect(errors).toEqual([]);
    expect(encoding).toBe("gb18030");
    expect(rows[0]).toMatchObject({ question: "㐂字能刻吗", alternatives: ["𠮷字呢"], answer: "可以刻“𠮷”字，免费" });
  });

  it("keeps commas, quotes and line breaks of quoted cells", () => {
    const { rows } = parse(`${HEADER}\r\na1,insale,"改地址,可以吗",,"第一步:打开“订单”\r\n第二步:点""改地址"""\r\n`);
    expect(rows[0]).toMatchObject({
      question: "改地址,可以吗",
      answer: '第一步:打开“订单”\n第二步:点"改地址"',
      alternatives: [],
    });
  });

  it("may hold no rows", () => {
    expect(parse(`${HEADER}\n`)).toEqual({ rows: [], count: 0, errors: [], encoding: "utf-8" });
  });

  it.each([
    ["2026-10-01", "2026-10-07", "2026-09-30T16:00:00.000Z", "2026-10-07T16:00:00.000Z"],
    ["2026/10/1", "2026/10/1", "2026-09-30T16:00:00.000Z", "2026-10-01T16:00:00.000Z"],
    ["2026-10-01T08:00", "2026-10-01 20:30:15", "2026-10-01T00:00:00.000Z", "2026-10-01T12:30:15.000Z"],
    ["2026-10-01T08:00Z", "2026-10-01T08:00:00.5-05:30", "2026-10-01T08:00:00.000Z", "2026-10-01T13:30:00.500Z"],
  ])("reads %s to %s in the store's time zone, a last day included", (from, until, validFrom, validUntil) => {
    const [row] = parse(`${HEADER},validFrom,validUntil\n${GOOD},${from},${until}\n`).rows;
    expect([row?.validFrom, row?.validUntil]).toEqual([Date.parse(validFrom), Date.parse(validUntil)]);
  });

  it("takes one guard from cells that would be formulas, and only there", () => {
    const { rows } = parse(`${HEADER}\na1,presale,'=1+1,'@x|y,''-5 折\na2,presale,'引号,'好,'tis\n`);
    expect(rows.map(({ question, alternatives, answer }) => [question, ...alternatives, answer])).toEqual([
      ["=1+1", "@x", "y", "'-5 折"],
      ["'引号", "'好", "'tis"],
    ]);
  });
});

describe("a bad knowledge file", () => {
  const DATES = `${HEADER},validFrom,validUntil`;
  it.each<[string, string, readonly string[]]>([
    ["empty", "", ["1 file"]],
    ["only blank lines", "\n \n,,\n", ["1 file"]],
    ["no header", `${GOOD}\n`, ["1 file"]],
    ["semicolons", `${HEADER.replaceAll(",", ";")}\na1;presale;q;;a\n`, ["1 file"]],
    ["tabs", `${HEADER.replaceAll(",", "\t")}\na1\tpresale\tq\t\ta\n`, ["1 file"]],
    ["an unknown column", `${HEADER},price\n${GOOD},9\n`, ["1 price"]],
    ["a column in capitals", `ID,stage,question,alternatives,answer\n${GOOD}\n`, ["1 ID", "1 id"]],
    ["a missing column", `id,stage,question,answer\na1,presale,q,a\n`, ["1 alternatives"]],
    ["a repeated column", `${HEADER},answer\n${GOOD},b\n`, ["1 answer"]],
    ["a column without a name", `id,,stage,question,alternatives,answer\na1,x,presale,q,,a\n`, ["1 2"]],
    ["an empty id", `${HEADER}\n,presale,q,,a\n`, ["2 id"]],
    ["an id with a space", `${HEADER}\na 1,presale,q,,a\n`, ["2 id"]],
    ["an id that is too long", `${HEADER}\n${"x".repeat(101)},presale,q,,a\n`, ["2 id"]],
    ["an id used twice", `${HEADER}\n${GOOD}\nb,presale,q,,a\n${GOOD}\n`, ["4 id"]],
    ["an empty stage", `${HEADER}\na1,,q,,a\n`, ["2 stage"]],
    ["an unknown stage", `${HEADER}\na1,售前,q,,a\n`, ["2 stage"]],
    ["a stage in capitals", `${HEADER}\na1,Presale,q,,a\n`, ["2 stage"]],
    ["an empty question", `${HEADER}\na1,presale,  ,,a\n`, ["2 question"]],
    ["a question that is too long", `${HEADER}\na1,presale,${"问".repeat(1_001)},,a\n`, ["2 question"]],
    ["an alternative that is too long", `${HEADER}\na1,presale,q,好|${"问".repeat(1_001)},a\n`, ["2 alternatives"]],
    [
      "too many alternatives",
      `${HEADER}\na1,presale,q,${Array.from({ length: 501 }, (_, n) => n).join("|")},a\n`,
      ["2 alternatives"],
    ],
    ["an empty answer", `${HEADER}\na1,presale,q,,\n`, ["2 answer"]],
    ["an answer that is too long", `${HEADER}\na1,presale,q,,${"答".repeat(10_001)}\n`, ["2 answer"]],
    ["a row cut short", `${HEADER}\na1,presale,q\n`, ["2 answer"]],
    ["an unquoted comma", `${HEADER}\na1,presale,q,,可以,不过要快\n`, ["2 6"]],
    ["a NUL", `${HEADER}\na1,presale,q\0,,a\n`, ["2 question"]],
    ["a control character in an alternative", `${HEADER}\na1,presale,q,x\u0007,a\n`, ["2 alternatives"]],
    ["a C1 control character", `${HEADER}\na1,presale,q,,a\u0085b\n`, ["2 answer"]],
    ["a replacement mark of an earlier conversion", `${HEADER}\na1,presale,q,,包\uFFFD\n`, ["2 answer"]],
    ["a start that is no date", `${DATES}\n${GOOD},昨天,\n`, ["2 validFrom"]],
    ["a day that does not exist", `${DATES}\n${GOOD},2026-02-30,\n`, ["2 validFrom"]],
    ["a date with the year last", `${DATES}\n${GOOD},,10/01/2026\n`, ["2 validUntil"]],
    ["a date before 1970", `${DATES}\n${GOOD},1969-12-31,\n`, ["2 validFrom"]],
    ["an hour that does not exist", `${DATES}\n${GOOD},2026-02-01T24:30,\n`, ["2 validFrom"]],
    ["a zone that does not exist", `${DATES}\n${GOOD},2026-02-01T20:30+99:00,\n`, ["2 validFrom"]],
    ["an end before its start", `${DATES}\n${GOOD},2026-10-02,2026-10-01\n`, ["2 validUntil"]],
    ["an end at its start", `${DATES}\n${GOOD},2026-10-01T08:00,2026-10-01T08:00\n`, ["2 validUntil"]],
    ["a quote that is never closed", `${HEADER}\n${GOOD}\nb,presale,"q,,a\nc,presale,q,,a\n`, ["3 question"]],
    ["a quote within a cell", `${HEADER}\n${GOOD}\nb,presale,q"x",,a\n`, ["3 question"]],
    ["text behind a closed quote", `${HEADER}\nb,presale,"q"x,,a\n${GOOD}\n`, ["2 question"]],
    ["a quote in the header", `id,"stage,question,alternatives,answer\n`, ["1 file"]],
  ])("is refused: %s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
    expect(parse(text).rows).toEqual([]);
  });

  it.each<[string, Uint8Array, number, string]>([
    ["UTF-16 with byte order mark", iconv.encode(`${HEADER}\n${GOOD}\n`, "utf-16", { addBOM: true }), 1, "UTF-16"],
    ["UTF-16 big endian", iconv.encode(`${HEADER}\n${GOOD}\n`, "utf-16be", { addBOM: true }), 1, "UTF-16"],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004rest"), 1, "Excel"],
    ["an old Excel workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 1, "Excel"],
    ["a UTF-8 file cut off within a character", Buffer.from(`${HEADER}\n${GOOD}`).subarray(0, -1), 2, "damaged"],
    [
      "a UTF-8 file cut off so that it is also GB18030",
      Buffer.from(`${HEADER}\na,presale,q,,可以退换`).subarray(0, -1),
      2,
      "damaged",
    ],
    ["a UTF-8 file with mark and a damaged byte", Buffer.from([0xef, 0xbb, 0xbf, 0x69, 0x0a, 0xb0, 0xfc]), 2, "damaged"],
    ["bytes of no encoding", Buffer.concat([Buffer.from(`${HEADER}\n\n`), Buffer.from([0x81, 0x20, 0xff])]), 3, "neither"],
    ["more than 10 MB", Buffer.alloc(MAX_FILE_BYTES + 1, "a"), 1, "10 MB"],
  ])("is refused: %s", (_, bytes, line, word) => {
    const { errors, rows } = parseKnowledgeFile(bytes, SHANGHAI);
    expect(errors).toMatchObject([{ line, column: "file", reason: { en: expect.stringContaining(word) } }]);
    expect(rows).toEqual([]);
  });

  it("names both lines of a repeated id, as an editor counts them after quoted line breaks", () => {
    const [error] = parse(`${HEADER}\r\na1,presale,q,,"一\r\n二\r\n三"\r\n\r\n a1,presale,q,,a\r\n`).errors;
    expect(error).toMatchObject({ line: 6, column: "id" });
    expect(error?.reason.zh).toContain("第 2 行");
    expect(error?.reason.en).toContain("line 2");
  });

  it("counts a cell's line from where the cell begins", () => {
    expect(places(`${HEADER}\na1,presale,"一\n二","x\ny",\n`)).toEqual(["4 answer"]);
  });

  it("lists every error of every row in the order of lines, also behind a broken quote", () => {
    const text = `${HEADER},price\n,售前,q,,a\nb,presale,"q"x,,a\nc,insale,,,\n${GOOD}\n`;
    expect(places(text)).toEqual(["1 price", "2 id", "2 stage", "3 question", "4 question", "4 answer"]);
  });

  it("says how many errors are not listed", () => {
    const { errors, count } = parse(`${HEADER}\n${",presale,q,,a\n".repeat(MAX_ERRORS + 7)}`);
    expect(errors).toHaveLength(MAX_ERRORS + 1);
    expect(errors.at(-1)).toMatchObject({
      line: MAX_ERRORS + 2,
      column: "file",
      reason: { en: expect.stringContaining("7 more") },
    });
    expect(count).toBe(MAX_ERRORS + 7);
  });

  it("is refused with one row too many", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n},presale,q,,a`).join("\n");
    expect(places(`${HEADER}\n${rows(MAX_ROWS + 1)}`)).toEqual([`${MAX_ROWS + 2} file`]);
    expect(parse(`${HEADER}\n${rows(MAX_ROWS)}`).rows).toHaveLength(MAX_ROWS);
  });

  it("counts characters, not their halves", () => {
    expect(places(`${HEADER}\na1,presale,${"😀".repeat(1_000)},,a\n`)).toEqual([]);
    expect(places(`${HEADER}\na1,presale,${"😀".repeat(1_001)},,a\n`)).toEqual(["2 question"]);
  });

  it("gives up on a text that is all quotes in good time", () => {
    const started = performance.now();
    parse(`${HEADER}\n${'a,"b"c,d\n'.repeat(200_000)}`);
    parse(`${HEADER}\n${'"'.repeat(1_000_001)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const words = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."=+-@'\"|,;\n\r\t 包邮＝𠮷".replace("|", "")),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  })
  // eslint-disable-next-line no-control-regex -- the file refuses them
  .map((text) => tidy(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF|]/g, "")));
const some = words.filter((text) => text !== "");
const moment = fc.option(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) }), { nil: undefined });
const day = fc.option(
  fc.integer({ min: 11_000, max: 40_000 }).map((days) => days * 86_400_000 - 8 * 3_600_000),
  { nil: undefined },
);
const row: fc.Arbitrary<KnowledgeRow> = fc
  .record({
    id: some.map((text) => articleId(text.replace(/\s/gu, "") || "x")),
    phase: fc.constantFrom(...PHASES),
    question: some,
    alternatives: fc.array(words).map((list) => splitAlternatives(list.join("|"))),
    answer: some,
    ends: fc.tuple(fc.oneof(moment, day), fc.oneof(moment, day)),
  })
  .map(({ ends: [one, other], ...rest }) => {
    if (one === undefined || other === undefined || one < other) return { ...rest, validFrom: one, validUntil: other };
    return { ...rest, validFrom: other, validUntil: one === other ? undefined : one };
  });

describe("writing a knowledge file", () => {
  it("writes what parsing gives back, whatever the texts", () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 8 }), (rows) => {
        expect(parseKnowledgeFile(writeKnowledgeFile(rows, SHANGHAI), SHANGHAI)).toEqual({
          rows,
          count: rows.length,
          errors: [],
          encoding: "utf-8",
        });
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.constantFrom(..."=+-@＝＋－＠", "'="), words, (sign, text) => {
        const row = {
          id: articleId("a1"),
          phase: "presale",
          question: "q",
          alternatives: [sign + text],
          answer: sign + text,
        } as const;
        const file = new TextDecoder().decode(writeKnowledgeFile([row], SHANGHAI));
        expect(file).toMatch(/a1,presale,q,"?'[^]*,"?'[^]*,,\r\n$/);
      }),
    );
  });

  it("begins with the byte order mark, ends lines with CRLF and writes days as days", () => {
    const bytes = writeKnowledgeFile(parse(`${HEADER},validFrom,validUntil\n${GOOD},2026-10-01,2026-10-07\n`).rows, SHANGHAI);
    const lines = [`\uFEFF${HEADER},validFrom,validUntil,intents`, `${GOOD},2026-10-01,2026-10-07,`, ""];
    expect(Buffer.from(bytes).toString("utf8")).toBe(lines.join("\r\n"));
  });

  it("keeps moments when it is read in another time zone than it was written in", () => {
    const [row] = parse(`${HEADER},validFrom,intents\n${GOOD},2026-10-01T08:00,\n`).rows;
    const elsewhere = { timezone: "America/New_York", topics: [] };
    expect(parseKnowledgeFile(writeKnowledgeFile(row === undefined ? [] : [row], SHANGHAI), elsewhere).rows).toEqual([row]);
  });

  it("keeps every moment around a change of clocks", () => {
    const zone = { timezone: "America/New_York", topics: [] };
    for (let at = Date.UTC(2026, 9, 31); at < Date.UTC(2026, 10, 3); at += 1_800_000) {
      const rows = [
        {
          id: articleId("a"),
          phase: "presale",
          question: "q",
          alternatives: [],
          answer: "a",
          validFrom: at,
          validUntil: at + 86_400_000,
        },
      ] as const;
      expect(parseKnowledgeFile(writeKnowledgeFile(rows, zone), zone).rows).toEqual(rows);
    }
  });
});

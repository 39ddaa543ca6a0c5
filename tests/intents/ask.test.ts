import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "../../src/cli/ask.ts";
import { tally, type Answered } from "../../src/cli/ask-table.ts";
import { judge } from "../../src/desk/rules/judge.ts";
import type { EmbeddingsConfig } from "../../src/infra/config.ts";
import { embeddingServer } from "../support/embedding-server.ts";
import { foldersForTest } from "../support/folders.ts";

const KNOWLEDGE = `id,stage,question,alternatives,answer
return,aftersale,怎么退货,七天无理由怎么退|想退货,在订单里申请
freight,presale,包邮吗,邮费多少,全国包邮
`;

const newFolder = foldersForTest();

async function run(questions: string, knowledge = KNOWLEDGE, outName = "out.jsonl", embeddings?: EmbeddingsConfig) {
  const directory = newFolder();
  const paths = {
    knowledge: join(directory, "kb.csv"),
    questions: join(directory, "q.jsonl"),
    out: join(directory, outName),
  };
  await writeFile(paths.knowledge, knowledge);
  await writeFile(paths.questions, questions);
  const written: string[] = [];
  const code = await ask({ ...paths, embeddings, write: (line) => void written.push(line) });
  const out = code === 0 ? (await readFile(paths.out, "utf8")).trim().split("\n") : [];
  return { code, written, out: out.filter((line) => line !== "").map((line): unknown => JSON.parse(line)) };
}

describe("asking a knowledge file", () => {
  it("says for every question what would be done", async () => {
    const { code, out } = await run('{"id":"1","text":"怎么退货"}\r\n\r\n{"id":2,"text":"转人工"}\n');

    expect(code).toBe(0);
    expect(out).toEqual([
      {
        id: "1",
        action: "answer",
        article: "return",
        candidates: expect.arrayContaining([{ article: "return", confidence: expect.any(Number) }]),
        skill: expect.anything(),
        confidence: expect.any(Number),
        ms: expect.any(Number),
      },
      {
        id: 2,
        action: "handover",
        article: null,
        candidates: expect.any(Array),
        skill: null,
        confidence: 0.95,
        ms: expect.any(Number),
      },
    ]);
  });

  it("prints a table when the questions say what would be right", async () => {
    const lines = [
      { id: "1", text: "怎么退货", gold: "return" },
      { id: "2", text: "怎么退货", gold: ["freight"] },
      { id: "3", text: "转人工", gold: "handover" },
      { id: "4", text: "今天天气怎么样", gold: "none" },
    ];

    const { written } = await run(lines.map((line) => JSON.stringify(line)).join("\n"));

    expect(written.find((line) => line.startsWith("all"))?.split(/ {2,}/)).toEqual([
      "all",
      "4",
      "3 (75 %)",
      "1 (25 %)",
      "0 (0 %)",
      "0 (0 %)",
      "0 (0 %)",
    ]);
    expect(written.at(-1)).toMatch(/^4 questions, p50 [\d.]+ ms, p99 [\d.]+ ms$/);
  });

  it("names every bad line and asks nothing", async () => {
    const { code, written } = await run('{"id":"1","text":"怎么退货"}\nnot json\n{"id":"3"}\n');

    expect(code).toBe(1);
    expect(written.map((line) => line.replace(/^.*q\.jsonl:/, "").slice(0, 8))).toEqual(["2 is not", "3 is not"]);
  });

  it("says which file is not there", async () => {
    const written: string[] = [];

    const code = await ask({
      knowledge: "no-kb.csv",
      questions: "no-q.jsonl",
      out: undefined,
      write: (line) => void written.push(line),
    });

    expect(code).toBe(1);
    expect(written.join("\n")).toMatch(/--knowledge no-kb\.csv[^]*check the path[^]*--questions no-q\.jsonl[^]*check the path/);
  });

  it("says where it cannot write, and still prints the table", async () => {
    const { code, written } = await run('{"id":"1","text":"怎么退货","gold":"return"}', KNOWLEDGE, "no-folder/out.jsonl");

    expect(code).toBe(1);
    expect(written[0]).toMatch(/^--out .*no-folder.out\.jsonl.*ENOENT.*name a place that can be written/);
    expect(written.at(-1)).toMatch(/^1 questions/);
  });

  it("refuses a knowledge file with faults, naming the line", async () => {
    const { code, written } = await run('{"id":"1","text":"怎么退货"}', KNOWLEDGE.replace("aftersale", "later"));

    expect(code).toBe(1);
    expect(written.join("\n")).toContain("kb.csv:2");
  });
});

describe("judging what was done", () => {
  const done = (action: Answered["action"], article: string | null = null): Answered => ({
    ...{ id: "1", action, article, candidates: [], skill: null, confidence: 1, ms: 1 },
  });

  it.each([
    [done("answer", "a"), "a", "right"],
    [done("answer", "a"), ["b", "a"], "right"],
    [done("answer", "a"), "b", "wrong"],
    [done("answer", "a"), "handover", "wrong"],
    [done("answer", "a"), "none", "out-of-scope answered"],
    [done("clarify"), "a", "asked back"],
    [done("handover"), "handover", "right"],
    [done("handover"), "a", "handed over"],
    [done("handover"), "none", "handed over"],
    [done("decline"), "none", "right"],
    [done("smalltalk"), "none", "right"],
    [done("decline"), "a", "wrong"],
    [done("smalltalk"), "handover", "wrong"],
  ] as const)("%o with gold %s is %s", (answered, gold, outcome) => {
    expect(judge(answered, gold)).toBe(outcome);
  });

  it("prints only the times when nothing says what would be right", () => {
    expect(tally([done("answer", "a")])).toEqual(["1 questions, p50 1.00 ms, p99 1.00 ms"]);
  });
});

describe("asking with an embedding service", () => {
  const topics = ["怎么退货", "包邮吗", "发什么快递", "能开发票吗", "怎么洗"];
  const knowledge = `id,stage,question,alternatives,answer\n${topics.map((topic, at) => `a${at},presale,${topic},,好的`).join("\n")}\n`;
  const question = '{"id":"1","text":"阿黄想搭便车"}';

  it("asks it as the desk would, after it has read the file, and says so", async () => {
    const server = await embeddingServer();
    server.mean("包邮吗", "阿黄想搭便车");
    const service = { url: server.url, model: "m", timeoutMs: 2_000 };
    const [alone, helped] = [await run(question, knowledge), await run(question, knowledge, "out.jsonl", service)];
    await server.close();
    expect(helped.written).toContain("with the embedding service");
    const confidenceIn = ({ out }: typeof alone): unknown => (out[0] as { confidence: number }).confidence;
    expect(confidenceIn(helped)).not.toEqual(confidenceIn(alone));
    expect(helped.out).toMatchObject([{ candidates: [{ article: "a1" }] }]);
  });

  it("goes on without it, and says that too, when nobody answers", async () => {
    const { code, written } = await run(question, knowledge, "out.jsonl", {
      url: "http://127.0.0.1:9",
      model: "m",
      timeoutMs: 100,
    });
    expect(code).toBe(0);
    expect(written[0]).toContain("embedding service not heard (unreachable");
  });
});

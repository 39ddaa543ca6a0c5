import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { judge, type Done, type Outcome } from "../../src/desk/rules/judge.ts";
import { breaksMore, compareEnds, endOf, faultInGolden, MOST_GOLDEN, type End } from "../../src/knowledge/rules/golden.ts";
import { readGoldenFile, writeGoldenLines } from "../../src/knowledge/rules/golden-file.ts";

const QUESTION = { id: "q", text: "包邮吗", gold: ["ship"] };
const ends = (...pairs: readonly (readonly [Outcome, Outcome])[]) =>
  compareEnds(
    pairs.map(([before, after], at) => ({
      question: { ...QUESTION, id: `q${at}` },
      before: { outcome: before },
      after: { outcome: after },
    })),
  );
const ids = (changes: readonly { readonly id: string }[]) => changes.map(({ id }) => id);

describe("A question ends", () => {
  const answer = (article: string): Done => ({ action: "answer", article });
  const act = (action: Done["action"]): Done => ({ action, article: null });
  it.each<[string, Done, string | readonly string[], Outcome]>([
    ["right with its article", answer("a"), "a", "right"],
    ["right with one of several", answer("b"), ["a", "b"], "right"],
    ["wrong with another", answer("c"), ["a", "b"], "wrong"],
    ["wrong when a person should have had it", answer("a"), "handover", "wrong"],
    ["answered out of scope", answer("a"), "none", "out-of-scope answered"],
    ["handed over", act("handover"), "a", "handed over"],
    ["right when handed over as it should be", act("handover"), ["a", "handover"], "right"],
    ["asked back", act("clarify"), "a", "asked back"],
    ["right when declined as it should be", act("decline"), "none", "right"],
    ["wrong when small talk is made of it", act("smalltalk"), "a", "wrong"],
  ])("%s", (_how, done, gold, outcome) => {
    expect(judge(done, gold)).toBe(outcome);
  });

  it("with the article that was answered with, if one was", () => {
    expect(endOf(answer("b"), QUESTION)).toEqual<End>({ outcome: "wrong", article: "b" });
    expect(endOf(act("handover"), QUESTION)).toEqual<End>({ outcome: "handed over" });
  });
});

describe("A change", () => {
  it.each<[Outcome, Outcome, "breaks" | "mends" | "neither"]>([
    ["right", "wrong", "breaks"],
    ["right", "asked back", "breaks"],
    ["right", "handed over", "breaks"],
    ["asked back", "wrong", "breaks"],
    ["handed over", "out-of-scope answered", "breaks"],
    ["wrong", "right", "mends"],
    ["asked back", "right", "mends"],
    ["wrong", "handed over", "mends"],
    ["out-of-scope answered", "asked back", "mends"],
    ["asked back", "handed over", "neither"],
    ["wrong", "out-of-scope answered", "neither"],
    ["right", "right", "neither"],
  ])("from %s to %s: %s", (before, after, what) => {
    const { breaks, mends } = ends([before, after]);
    expect([breaks.length, mends.length]).toEqual([what === "breaks" ? 1 : 0, what === "mends" ? 1 : 0]);
  });

  it("must not break more than it mends", () => {
    const [broken, mended, same] = [
      ["right", "wrong"],
      ["wrong", "right"],
      ["right", "right"],
    ] as const;
    expect(breaksMore(ends(broken))).toBe(true);
    expect(breaksMore(ends(broken, mended))).toBe(false);
    expect(breaksMore(ends(broken, broken, mended))).toBe(true);
    expect(breaksMore(ends(same))).toBe(false);
    expect(breaksMore(ends())).toBe(false);
  });

  it("is told with what was right before and after", () => {
    const report = ends(["right", "wrong"], ["wrong", "right"], ["right", "right"], ["asked back", "right"]);
    expect([report.total, report.rightBefore, report.rightAfter]).toEqual([4, 2, 3]);
    expect([ids(report.breaks), ids(report.mends)]).toEqual([["q0"], ["q1", "q3"]]);
  });
});

describe("A golden question", () => {
  const ARTICLES = new Set(["ship"]);
  it.each([
    [{}, undefined],
    [{ gold: ["handover"] }, undefined],
    [{ gold: ["none", "ship"] }, undefined],
    [{ gold: ["gone"] }, "gold"],
    [{ gold: [] }, "gold"],
    [{ gold: Array.from({ length: 11 }, () => "ship") }, "gold"],
    [{ id: "" }, "id"],
    [{ id: "a b" }, "id"],
    [{ id: "a/b" }, "id"],
    [{ id: ".." }, "id"],
    [{ id: "a".repeat(101) }, "id"],
    [{ text: " " }, "text"],
    [{ text: "a\u0000" }, "text"],
    [{ text: "问".repeat(501) }, "text"],
  ])("with %o has a fault in %s", (more, field) => {
    expect(faultInGolden({ ...QUESTION, ...more }, ARTICLES)?.field).toBe(field);
  });

  const read = (text: string | Uint8Array) =>
    finish(readGoldenFile(typeof text === "string" ? Buffer.from(text) : text, ARTICLES));
  it.each([
    ["CSV", "id,text,gold\nq,包邮吗,ship|handover\n"],
    ["CSV with other columns and order", "\uFEFFgold,note,text,id\r\nship | handover,x,包邮吗,q\r\n"],
    ["JSON lines", '{"id":"q","text":"包邮吗","gold":["ship","handover"]}\n\n'],
  ])("is read from %s", (_form, text) => {
    expect(read(text)).toEqual({ questions: [{ ...QUESTION, gold: ["ship", "handover"] }], errors: [] });
  });

  it("is read from lines as `ask` takes them, with numbers for ids and one gold", () => {
    expect(read('{"id":7,"text":"包邮吗","gold":"ship"}').questions).toEqual([{ ...QUESTION, id: "7" }]);
  });

  it("is read back as it was written", () => {
    const questions = [QUESTION, { id: "n", text: '说"none"', gold: ["none", "handover"] }];
    expect(read(writeGoldenLines(questions)).questions).toEqual(questions);
  });

  it.each([
    ["nothing", "", [[1, "file"]]],
    ["no column for what is right", "id,text\nq,包邮吗\n", [[1, "file"]]],
    ["what is no JSON", '{"id":"q"\n{"id":"a","text":"包邮吗","gold":"ship"}', [[1, "file"]]],
    ["an id twice and an article nobody has", "id,text,gold\nq,包邮吗,ship\nq,开票吗,gone\n", [[3, "gold"], [3, "id"]]], // prettier-ignore
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4]), [[1, "file"]]],
    ["more than a store keeps", `id,text,gold\n${Array.from({ length: MOST_GOLDEN + 1 }, (_, n) => `q${n},包邮吗,ship`).join("\n")}`, [[1, "file"]]], // prettier-ignore
  ])("is not read from a file with %s: the whole file is refused", (_what, text, faults) => {
    const { questions, errors } = read(text);
    expect(questions).toEqual([]);
    expect(errors.map(({ line, column }) => [line, column])).toEqual(faults);
  });
});

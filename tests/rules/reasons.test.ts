import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { knownCodes, sentenceOf } from "../../src/core/reasons.ts";
import { ROOT } from "../../src/infra/root.ts";

it("says a reason in both languages, with its values", () => {
  const sentence = sentenceOf({ code: "handover-misses", values: { misses: 2 } });
  expect(sentence).toEqual({
    code: "handover-misses",
    zh: "连续 2 次没答上，不再反问",
    en: "No answer 2 times in a row; no more asking back",
  });
});

it("shows numbers that are no whole ones with two digits", () => {
  expect(sentenceOf({ code: "answer-confident", values: { article: "a1", confidence: 0.98765, threshold: 0.6 } }).zh).toContain(
    "把握 0.99，",
  );
});

it("shows a code without words as it is", () => {
  expect(sentenceOf({ code: "new-code", values: { n: 1 } })).toEqual({
    code: "new-code",
    zh: "new-code (n 1)",
    en: "new-code (n 1)",
  });
});

it("every reason that a rule of the desk gives has words", () => {
  const known = new Set(knownCodes());
  const given = filesBelow(join(ROOT, "src/desk/rules")).concat(join(ROOT, "src/routing/rules/desk-lane.ts")).flatMap(codesIn);
  expect(given.length).toBeGreaterThan(20);
  expect(given.filter((code) => !known.has(code))).toEqual([]);
});

function codesIn(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:because\(\s*|code: |refused\([a-z.]+, )"([a-z-]+)"/g)].flatMap(([, code]) =>
    code === undefined ? [] : [code],
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

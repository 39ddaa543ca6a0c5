import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { knownCodes, sentenceOf } from "../../src/core/reasons.ts";
import { SKILLS } from "../../src/core/words.ts";
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

it.each([
  ["escalation-opened", { skill: "presale", urgency: "normal" }, "转人工：需要技能 售前，紧急程度 普通"],
  ["human-has-it", { status: "assigned" }, "人工正在接待（状态 人工接待中），机器人不说话"],
  ["looked-again", { cause: "timer-due" }, "重新看排队：到了定好的时间"],
  ["conversation-moved-on", { outcome: "after-hours" }, "会话已有变化，这个派单结果（非工作时间）不再告知顾客"],
  ["escalation-opened", { skill: "茶艺", urgency: "high" }, "转人工：需要技能 茶艺，紧急程度 紧急"],
])("says %s with %o in Chinese", (code, values, zh) => {
  expect(sentenceOf({ code, values }).zh).toBe(zh);
});

const PROGRAM_WORDS: Readonly<Record<string, readonly string[]>> = {
  skill: SKILLS,
  urgency: ["normal", "high"],
  feeling: ["calm", "annoyed", "angry"],
  status: ["bot", "queued", "offered", "assigned", "closed"],
  outcome: ["offered", "assigned", "queued", "after-hours"],
  cause: ["staffing-changed", "timer-due"],
  language: ["zh", "en", "other"],
};

it("no Chinese sentence shows a bare word of the program", () => {
  const said = Object.entries(PROGRAM_WORDS).flatMap(([name, words]) =>
    words.flatMap((word) => knownCodes().map((code) => sentenceOf({ code, values: { zh: "好", [name]: word } }).zh)),
  );
  // What stays in braces has no value here.
  expect(said.filter((sentence) => /[a-z]/.test(sentence.replace(/\{\w+\}/g, "")))).toEqual([]);
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

import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LANGUAGES, SKILLS } from "../../src/core/words.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import type { RosterAgent } from "../../src/staffing/rules/roster.ts";
import { shiftAt } from "../../src/staffing/rules/roster.ts";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";

const ZONE = "Asia/Shanghai";
const seed = (path: string): Buffer => readFileSync(new URL(`../../prisma/seed/${path}`, import.meta.url));
const readJson = (path: string): unknown => JSON.parse(seed(path).toString("utf8"));

const storeFile = z.strictObject({
  key: z.enum(["demo", "tea"]),
  name: z.string(),
  platform: z.string(),
  timezone: z.literal(ZONE),
  languages: z.array(z.enum(LANGUAGES)),
  greeting: z.record(z.enum(LANGUAGES), z.string().min(10)),
  quickChoices: z
    .array(z.strictObject({ id: z.string(), label: z.string().min(2).max(10) }))
    .min(4)
    .max(6),
});

const knowledgeOf = (folder: string) => parseKnowledgeFile(seed(`${folder}/knowledge.csv`), { timezone: ZONE, topics: [] });
const isEnglish = (article: { readonly id: string }): boolean => article.id.endsWith("-en");

function rosterOf() {
  const read = readRosterFile(
    readJson("demo/roster.json"),
    new Map([
      ["demo", "demo"],
      ["tea", "tea"],
    ]),
  );
  if (read.type === "refused") throw new Error(`demo/roster.json is refused: ${JSON.stringify(read.findings)}`);
  return read;
}
const { roster, warnings } = rosterOf();

/** Every half hour of that many days from this date, with the hour the wall shows. */
function halfHours(from: string, days: number) {
  const start = DateTime.fromISO(from, { zone: ZONE });
  return Array.from({ length: days * 48 }, (_, at) => start.plus({ minutes: at * 30 }));
}

const working = (store: string, at: DateTime): readonly RosterAgent[] =>
  roster.agents.filter((agent) => agent.stores?.includes(store) && shiftAt(roster, agent, at.toMillis()) !== undefined);
const can = (agents: readonly RosterAgent[], ...skills: readonly string[]): boolean =>
  agents.some((agent) => skills.every((skill) => agent.skills.includes(skill)));

/** Two weeks without a holiday or a moved working day. */
const ORDINARY = halfHours("2026-10-19", 14);

describe.each(["demo", "second", "shared"])("knowledge of %s", (folder) => {
  const { rows, errors } = knowledgeOf(folder);

  it("is a good file, and asks nothing twice", () => {
    const asked = rows.flatMap((article) => [article.question, ...article.alternatives]);

    expect(errors).toEqual([]);
    expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
  });

  it("asks each question in three to six other ways", () => {
    const counts = rows.map((article) => ({ id: article.id, ways: article.alternatives.length }));

    expect(counts.filter(({ ways }) => ways < 3 || ways > 6)).toEqual([]);
  });

  it("answers in the language of the question: Chinese in 30 to 150 characters, English in at most 300", () => {
    for (const article of rows) {
      const length = [...article.answer].length;
      expect(/\p{Script=Han}/u.test(article.question + article.answer), article.id).toBe(!isEnglish(article));
      expect(length, article.id).toBeGreaterThanOrEqual(30);
      expect(length, article.id).toBeLessThanOrEqual(isEnglish(article) ? 300 : 150);
    }
  });
});

it("is enough to try: 48 articles in the demo store, 6 of them English, 20 in the second, 12 shared", () => {
  const demo = knowledgeOf("demo").rows;

  expect(demo.length).toBeGreaterThanOrEqual(48);
  expect(demo.filter(isEnglish).length).toBeGreaterThanOrEqual(6);
  expect(new Set(demo.map((article) => article.phase)).size).toBe(3);
  expect(knowledgeOf("second").rows.length).toBeGreaterThanOrEqual(20);
  expect(knowledgeOf("shared").rows.length).toBeGreaterThanOrEqual(12);
});

it("lets the two stores answer the same question differently", () => {
  const second = new Map(knowledgeOf("second").rows.map((article) => [article.id, article.answer]));
  const both = knowledgeOf("demo").rows.filter((article) => second.has(article.id));

  expect(both.length).toBeGreaterThanOrEqual(5);
  expect(both.filter((article) => second.get(article.id) === article.answer)).toEqual([]);
});

it.each(["demo", "second"])("the store %s greets in its languages and its quick choices are articles", (folder) => {
  const store = storeFile.parse(readJson(`${folder}/store.json`));

  const ids = new Set<string>(knowledgeOf(folder).rows.map((article) => article.id));

  expect(store.quickChoices.filter((choice) => !ids.has(choice.id))).toEqual([]);
  expect(store.languages.filter((language) => store.greeting[language] === undefined)).toEqual([]);
});

describe("the roster", () => {
  it("is a file without doubts, with both employers, agents of both stores and three languages", () => {
    expect(warnings).toEqual([]);
    expect(roster.agents.length).toBeGreaterThanOrEqual(7);
    expect(new Set(roster.agents.map((agent) => agent.employer))).toEqual(new Set(["vendor", "merchant"]));
    expect(roster.agents.some((agent) => agent.stores?.length === 2)).toBe(true);
    expect(new Set(roster.agents.flatMap((agent) => agent.languages))).toEqual(new Set(["zh", "en", "yue"]));
    expect(roster.agents.filter((agent) => agent.capacity < 3 || agent.capacity > 6)).toEqual([]);
  });

  it.each(["demo", "tea"])("has pre-sale and after-sale in one person at %s from 8 to 4, and nobody from 4 to 8", (store) => {
    for (const at of ORDINARY) {
      const there = working(store, at);
      if (at.hour >= 4 && at.hour < 8) expect(there, at.toISO() ?? "").toEqual([]);
      else expect(can(there, "presale", "aftersale"), at.toISO() ?? "").toBe(true);
    }
  });

  it.each(["refund", "complaint", "technical"])("has somebody for %s in the demo store from 8 to 24, every day", (skill) => {
    for (const at of ORDINARY.filter((time) => time.hour >= 8))
      expect(can(working("demo", at), skill), at.toISO() ?? "").toBe(true);
  });

  it("leaves no holiday to nobody: pre-sale and after-sale at both stores from 9 to 1", () => {
    expect(roster.holidays).toContain("2026-10-01");
    expect(new Set(roster.holidayDuty.map((duty) => duty.date))).toEqual(new Set(roster.holidays));
    for (const date of roster.holidays)
      for (const at of halfHours(date, 1)
        .map((time) => time.plus({ hours: 9 }))
        .slice(0, 32))
        for (const store of ["demo", "tea"]) expect(can(working(store, at), "presale", "aftersale"), at.toISO() ?? "").toBe(true);
  });

  it("has all five skills on duty on a holiday morning, and all but technical in the evening", () => {
    for (const date of roster.holidays) {
      const [morning, evening] = [10, 20].map((hour) => working("demo", DateTime.fromISO(date, { zone: ZONE }).set({ hour })));
      for (const skill of SKILLS) expect(can(morning ?? [], skill), `${date} ${skill}`).toBe(true);
      for (const skill of SKILLS) if (skill !== "technical") expect(can(evening ?? [], skill), `${date} ${skill}`).toBe(true);
    }
  });

  it("makes only weekend days working days, as a weekday, and none that is a holiday", () => {
    for (const workday of roster.workdays) {
      expect(DateTime.fromISO(workday.date).weekday, workday.date).toBeGreaterThanOrEqual(6);
      expect(["Sat", "Sun"]).not.toContain(workday.as);
      expect(roster.holidays).not.toContain(workday.date);
    }
  });
});

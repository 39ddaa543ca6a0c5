import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LANGUAGES, PHASES, SKILLS } from "../../src/core/words.ts";

const seed = (path: string): string => readFileSync(new URL(`../../prisma/seed/${path}`, import.meta.url), "utf8");

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const date = z.iso.date();

const articleRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  stage: z.enum(PHASES),
  question: z.string().min(4),
  alternatives: z.string().min(1),
  answer: z.string().min(30).max(300),
});
const storeFile = z.strictObject({
  key: z.string(),
  name: z.string(),
  platform: z.string(),
  timezone: z.literal("Asia/Shanghai"),
  languages: z.array(z.enum(LANGUAGES)),
  greeting: z.record(z.enum(LANGUAGES), z.string().min(10)),
  quickChoices: z
    .array(z.strictObject({ id: z.string(), label: z.string().min(2).max(10) }))
    .min(4)
    .max(6),
});
const period = z.strictObject({ agent: z.string(), start: wallClock, end: wallClock });
const rosterFile = z.strictObject({
  timezone: z.literal("Asia/Shanghai"),
  supervisor_on_call: z.string(),
  agents: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      skills: z.array(z.enum(SKILLS)).min(1),
      levels: z.partialRecord(z.enum(SKILLS), z.number().int().min(1).max(5)),
      languages: z.array(z.enum(["zh", "en", "yue"])).min(1),
      shifts: z.array(z.strictObject({ days: z.array(z.enum(DAYS)).min(1), start: wallClock, end: wallClock })).min(1),
      capacity: z.number().int().min(3).max(6),
      employer: z.enum(["vendor", "merchant"]),
      stores: z.array(z.enum(["demo", "tea"])).min(1),
    }),
  ),
  holidays: z.array(date),
  holiday_duty: z.record(date, z.array(period).min(1)),
  workdays: z.array(z.strictObject({ date, as: z.enum(DAYS) })),
});

const articlesOf = (folder: string) =>
  z.array(articleRow).parse(parse(seed(`${folder}/knowledge.csv`), { columns: true, skip_empty_lines: true }));
const roster = rosterFile.parse(JSON.parse(seed("demo/roster.json")));
type Agent = (typeof roster.agents)[number];

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Whether an ordinary week has this agent at work: `day` 0 is Monday, a shift belongs to the day it starts on. */
function worksAt(agent: Agent, day: number, minute: number): boolean {
  return agent.shifts.some((shift) => {
    const start = minutes(shift.start);
    const end = minutes(shift.end) <= start ? minutes(shift.end) + 1440 : minutes(shift.end);
    const startsOn = (offset: number): boolean => shift.days.some((name) => name === DAYS[(day + offset + 7) % 7]);
    return (startsOn(0) && start <= minute && minute < end) || (startsOn(-1) && start <= minute + 1440 && minute + 1440 < end);
  });
}

describe.each(["demo", "second", "shared"])("knowledge of %s", (folder) => {
  const articles = articlesOf(folder);

  it("has unique ids and questions, asked in three to six other ways", () => {
    const ids = articles.map((article) => article.id);
    const asked = articles.flatMap((article) => [article.question, ...article.alternatives.split("|")]);

    expect(new Set(ids).size).toBe(ids.length);
    expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
    for (const article of articles) {
      const others = article.alternatives.split("|");
      expect(others.length, article.id).toBeGreaterThanOrEqual(3);
      expect(others.length, article.id).toBeLessThanOrEqual(6);
      expect(
        others.filter((text) => text.trim() !== text || text === ""),
        article.id,
      ).toEqual([]);
    }
  });

  it("answers in the language of the question, Chinese in at most 150 characters", () => {
    for (const article of articles) {
      const isEnglish = article.id.endsWith("-en");
      expect(/\p{Script=Han}/u.test(article.question + article.answer), article.id).toBe(!isEnglish);
      if (!isEnglish) expect([...article.answer].length, article.id).toBeLessThanOrEqual(150);
    }
  });
});

it("is enough to try: 48 articles in the demo store, 6 of them English, 20 in the second, 12 shared", () => {
  const demo = articlesOf("demo");

  expect(demo.length).toBeGreaterThanOrEqual(48);
  expect(demo.filter((article) => article.id.endsWith("-en")).length).toBeGreaterThanOrEqual(6);
  expect(new Set(demo.map((article) => article.stage)).size).toBe(3);
  expect(articlesOf("second").length).toBeGreaterThanOrEqual(20);
  expect(articlesOf("shared").length).toBeGreaterThanOrEqual(12);
});

it.each(["demo", "second"])("the store %s greets in its languages and its quick choices are articles", (folder) => {
  const store = storeFile.parse(JSON.parse(seed(`${folder}/store.json`)));

  const ids = new Set(articlesOf(folder).map((article) => article.id));

  expect(store.quickChoices.filter((choice) => !ids.has(choice.id))).toEqual([]);
  expect(store.languages.filter((language) => store.greeting[language] === undefined)).toEqual([]);
});

describe("the roster", () => {
  const ids = new Set(roster.agents.map((agent) => agent.id));

  it("names only agents it has, at least seven, of both employers, some serving both stores", () => {
    const named = [
      roster.supervisor_on_call,
      ...Object.values(roster.holiday_duty).flatMap((list) => list.map((duty) => duty.agent)),
    ];

    expect(ids.size).toBe(roster.agents.length);
    expect(ids.size).toBeGreaterThanOrEqual(7);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(roster.agents.map((agent) => agent.employer)).size).toBe(2);
    expect(roster.agents.some((agent) => agent.stores.length === 2)).toBe(true);
    expect(new Set(roster.agents.flatMap((agent) => agent.languages))).toEqual(new Set(["zh", "en", "yue"]));
    for (const agent of roster.agents) expect(Object.keys(agent.levels).sort(), agent.id).toEqual([...agent.skills].sort());
  });

  it.each(["demo", "tea"] as const)(
    "has pre-sale and after-sale in one person at %s from 8 to 4, and nobody from 4 to 8",
    (store) => {
      for (let day = 0; day < 7; day++)
        for (let minute = 0; minute < 1440; minute += 30) {
          const working = roster.agents.filter((agent) => agent.stores.includes(store) && worksAt(agent, day, minute));
          const both = working.filter((agent) => agent.skills.includes("presale") && agent.skills.includes("aftersale"));
          const at = `${store} ${DAYS[day]} ${minute / 60}:00`;
          if (minute >= 240 && minute < 480) expect(working, at).toEqual([]);
          else expect(both.length, at).toBeGreaterThanOrEqual(1);
        }
    },
  );

  it.each(["refund", "complaint", "technical"] as const)(
    "has somebody for %s in the demo store from 8 to 24, every day",
    (skill) => {
      for (let day = 0; day < 7; day++)
        for (let minute = 480; minute < 1440; minute += 30) {
          const able = roster.agents.filter((agent) => agent.stores.includes("demo") && agent.skills.includes(skill));
          expect(
            able.some((agent) => worksAt(agent, day, minute)),
            `${skill} ${DAYS[day]} ${minute / 60}:00`,
          ).toBe(true);
        }
    },
  );

  it("staffs every holiday for both stores with somebody who can take pre-sale and after-sale", () => {
    expect(Object.keys(roster.holiday_duty).sort()).toEqual([...roster.holidays].sort());
    expect(new Set(roster.holidays).size).toBe(roster.holidays.length);
    expect(roster.holidays).toContain("2026-10-01");
    for (const list of Object.values(roster.holiday_duty))
      for (const duty of list) {
        const agent = roster.agents.find((other) => other.id === duty.agent);
        expect(agent?.stores).toEqual(["demo", "tea"]);
        expect(agent?.skills).toEqual(expect.arrayContaining(["presale", "aftersale"]));
      }
  });

  it("makes only weekend days working days, and none that is a holiday", () => {
    for (const workday of roster.workdays) {
      expect(DateTime.fromISO(workday.date).weekday, workday.date).toBeGreaterThanOrEqual(6);
      expect(["Sat", "Sun"]).not.toContain(workday.as);
      expect(roster.holidays).not.toContain(workday.date);
    }
  });
});

import { DateTime, IANAZone } from "luxon";
import { z } from "zod";
import { AGENT_STATUSES, LEAVE_KINDS, WEEKDAYS } from "./roster.ts";
import { routingFileShape } from "./routing-file.ts";

/** Longest list a roster file may hold, so that a wrong file cannot fill the memory. */
const MOST_AGENTS = 5_000;
const MOST_ENTRIES = 1_000;
/** A year of single days of a thousand people. */
const MOST_DAYS = 400_000;
/** Shifts of one person that start on one day. */
export const MOST_A_DAY = 6;
const LONGEST_WORD = 100;
const MOST_AT_ONCE = 1_000;

const said = (zh: string, en: string) => ({ params: { zh, en } });

const word = z
  .string()
  .refine(
    (text) => text.trim() === text && text !== "" && text.length <= LONGEST_WORD && !/[\p{Cc}\p{Cs}]/u.test(text),
    said(
      `应为 1 到 ${LONGEST_WORD} 个字符的文字，首尾不能有空格，也不能含控制字符`,
      `Write 1 to ${LONGEST_WORD} characters without blanks at either end and without control characters`,
    ),
  );

/** An IANA time zone. */
export const timezoneShape = word.refine(
  (name) => IANAZone.isValidZone(name),
  said("没有这个时区，请写 IANA 时区名，例如 Asia/Shanghai", "No such time zone: write an IANA name such as Asia/Shanghai"),
);

const date = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid,
    said("没有这个日期，请写成 YYYY-MM-DD，例如 2026-10-01", "No such date: write YYYY-MM-DD, for example 2026-10-01"),
  );

const start = z
  .string()
  .refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    said("没有这个时刻，请写成 00:00 到 23:59，例如 09:00", "No such time: write 00:00 to 23:59, for example 09:00"),
  );

const end = z
  .string()
  .refine(
    (text) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text),
    said("没有这个时刻，请写成 00:00 到 24:00，例如 18:00", "No such time: write 00:00 to 24:00, for example 18:00"),
  );

const weekday = z.enum(WEEKDAYS);
const level = z.int().min(1).max(5);

const agent = z.strictObject({
  id: word,
  name: word.nullish(),
  skills: z.array(word).max(MOST_ENTRIES),
  languages: z.array(word).max(MOST_ENTRIES).default(["zh"]),
  shifts: z
    .array(z.strictObject({ days: z.array(weekday).max(MOST_ENTRIES), start, end }))
    .max(MOST_ENTRIES)
    .default([]),
  capacity: z.int().min(0).max(MOST_AT_ONCE).default(5),
  timezone: timezoneShape.nullish(),
  stores: z.array(word).max(MOST_ENTRIES).nullish(),
  employer: word.default("vendor"),
  levels: z.record(word, level).default({}),
  employed_from: date.nullish(),
  employed_until: date.nullish(),
  not_stores: z.array(word).max(MOST_ENTRIES).nullish(),
  compensation_limit_fen: z.int().min(0).nullish(),
  trainee: z
    .discriminatedUnion("stage", [
      z.strictObject({ stage: z.literal("shadow") }),
      z.strictObject({ stage: z.literal("supervised"), daily_limit: z.int().min(0).max(MOST_AT_ONCE) }),
    ])
    .nullish(),
  /** Not of the roster, but of the moment: for trying out what happens when somebody is full or away. */
  status: z.enum([...AGENT_STATUSES, "online"]).nullish(),
  load: z.int().min(0).max(MOST_AT_ONCE).nullish(),
});

/** The roster file. Unknown fields are refused, so that a misspelt one is not taken for a missing one. */
export const rosterFileShape = z.strictObject({
  timezone: timezoneShape.default("Asia/Shanghai"),
  supervisor_on_call: word.nullish(),
  agents: z.array(agent).max(MOST_AGENTS),
  holidays: z.array(date).max(MOST_ENTRIES).default([]),
  holiday_duty: z.record(date, z.array(z.strictObject({ agent: word, start, end })).max(MOST_AGENTS)).default({}),
  workdays: z
    .array(z.strictObject({ date, as: weekday }))
    .max(MOST_ENTRIES)
    .default([]),
  /** Single days in place of the pattern; without shifts: a day off. Absent: what was planned stays. */
  days: z
    .array(z.strictObject({ date, agent: word, shifts: z.array(z.strictObject({ start, end })).max(MOST_A_DAY) }))
    .max(MOST_DAYS)
    .nullish(),
  /** Granted leave, both dates included. Absent: what was granted stays. */
  leave: z
    .array(z.strictObject({ agent: word, from: date, until: date, kind: z.enum(LEAVE_KINDS).default("other") }))
    .max(MOST_DAYS)
    .nullish(),
  routing: routingFileShape.nullish(),
});

export { date as dateShape, end as endShape, start as startShape };

/** A roster as it stands in a file, with what it leaves out filled in. */
export type RosterFile = z.output<typeof rosterFileShape>;

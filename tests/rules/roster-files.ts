import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";

/** Somebody with the least that a file must say of them. */
export const LI = { id: "li", name: "李雷", skills: ["aftersale"], shifts: [{ days: ["Mon"], start: "09:00", end: "18:00" }] };

/** The file a vendor would write, every field in use. */
export const FULL = {
  timezone: "Asia/Shanghai",
  supervisor_on_call: "boss",
  agents: [
    {
      ...LI,
      languages: ["zh", "en"],
      capacity: 3,
      timezone: "Asia/Tokyo",
      stores: ["A"],
      employer: "merchant",
      levels: { aftersale: 4 },
      employed_from: "2026-06-01",
      employed_until: "2026-11-12",
      not_stores: ["B"],
      compensation_limit_fen: 2000,
      trainee: { stage: "supervised", daily_limit: 4 },
    },
    { id: "boss", name: "张三", skills: ["any"], languages: ["zh"], shifts: [], capacity: 1 },
  ],
  holidays: ["2026-10-01"],
  holiday_duty: { "2026-10-01": [{ agent: "li", start: "10:00", end: "16:00" }] },
  workdays: [{ date: "2026-10-10", as: "Mon" }],
  days: [
    { date: "2026-09-15", agent: "li", shifts: [{ start: "18:00", end: "02:00" }] },
    { date: "2026-09-16", agent: "li", shifts: [] },
  ],
  leave: [{ agent: "li", from: "2026-09-21", until: "2026-09-25", kind: "annual" }],
  routing: {
    long_work: ["refund"],
    shift_ending_minutes: 20,
    preferred_levels: { refund: 4 },
    spare_experts: true,
    secondary_skills: { refund: ["technical"] },
    employer_first: { A: "merchant" },
    employer_share: { vendor: 2, merchant: 1 },
    wait_seconds: { "any-level": 30, supervisor: 600 },
    weights: { presale: 1, aftersale: 2 },
    silence: [{ after_minutes: 10, percent: 50 }],
    ageing: { every_minutes: 10, most: 2 },
    excluded_minutes: 5,
  },
};

/** The paths of what is wrong with a file. */
export function faultsIn(file: unknown): readonly string[] {
  const read = readRosterFile(file);
  return read.type === "refused" ? read.findings.map((finding) => finding.path) : [];
}

/** The paths of what was taken with a warning. */
export function doubtsIn(file: unknown): readonly string[] {
  const read = readRosterFile(file);
  if (read.type === "refused") throw new Error(`Refused: ${JSON.stringify(read.findings)}`);
  return read.warnings.map((finding) => finding.path);
}

/** A file of that one agent, changed. */
export const withAgent = (changes: object) => ({ agents: [{ ...LI, ...changes }] });
/** A file of that one agent with one shift, changed. */
export const withShift = (changes: object) => withAgent({ shifts: [{ ...LI.shifts[0], ...changes }] });

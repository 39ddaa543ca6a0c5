import { DateTime } from "luxon";
import { z } from "zod";
import { agentId, type AgentId } from "../core/ids.ts";
import type { Asked } from "../routing/rules/who.ts";
import { AGENT_STATUSES, type AgentState, type Roster } from "../staffing/rules/roster.ts";
import { statusOf } from "../staffing/rules/roster-file.ts";
import { findingsOf } from "../staffing/rules/roster-file-findings.ts";
import { parseJson } from "./rehearsal-line.ts";

/** One line of a file of cases. */
export interface Case {
  readonly id: string | number;
  readonly asked: Asked;
  /** How it stands with the agents: as the roster file says, and what the case says otherwise. */
  readonly agents: readonly AgentState[];
  /** What looks like a slip and changes nothing, in both languages. */
  readonly doubts: readonly string[];
}

/** What the cases are asked of. */
export interface Desk {
  readonly roster: Roster;
  readonly states: ReadonlyMap<AgentId, AgentState>;
  /** By id. */
  readonly known: ReadonlySet<string>;
}

/** A moment as people write it: a day and a time, with or without an offset. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

const said = (zh: string, en: string) => ({ params: { zh, en } });
const word = z.string().min(1);
const shape = z.object({
  id: z.union([z.string(), z.number()]),
  at: z
    .string()
    .refine(
      (text) => momentOf(text, "utc") !== undefined,
      said("应为日期和时刻，例如 2026-10-01T23:00:00+08:00", "Write a day and a time, such as 2026-10-01T23:00:00+08:00"),
    ),
  skill: word,
  language: z.string().nullish(),
  urgency: z.enum(["normal", "high"]).nullish(),
  load: z.record(z.string(), z.int().min(0)).nullish(),
  status: z.record(z.string(), z.enum([...AGENT_STATUSES, "online"])).nullish(),
  previous: z.string().nullish(),
  store: word.nullish(),
});
type CaseLine = z.output<typeof shape>;
const FIELDS = new Set(Object.keys(shape.shape));

/** Reads one line, or says in one sentence what is wrong with it, naming the field. */
export function readCase(text: string, desk: Desk): { readonly case: Case } | { readonly fault: string } {
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { fault: "不是 JSON 对象，每行请写一个 · this is not a JSON object; write one on each line." };
  }
  const parsed = shape.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const [first] = findingsOf(parsed.error);
    return { fault: `${first?.path ?? "(line)"}：${first?.reason.zh ?? ""} · ${first?.reason.en ?? parsed.error.message}.` };
  }
  const line = parsed.data;
  const stranger = strangerIn(line, desk);
  if (stranger !== undefined) {
    const { field, id } = stranger;
    return { fault: `${field}.${id}：排班表里没有客服“${id}” · no agent of the roster has the id "${id}"; use one of its ids.` };
  }
  return {
    case: { id: line.id, asked: askedIn(line, desk.roster), agents: statesIn(line, desk), doubts: doubtsIn(json, line, desk) },
  };
}

function strangerIn({ load, status }: CaseLine, { known }: Desk): { readonly field: string; readonly id: string } | undefined {
  for (const [field, record] of Object.entries({ load, status })) {
    const id = Object.keys(record ?? {}).find((name) => !known.has(name));
    if (id !== undefined) return { field, id };
  }
  return undefined;
}

function askedIn({ at, skill, language, urgency, previous, store }: CaseLine, roster: Roster): Asked {
  const moment = momentOf(at, roster.timezone);
  if (moment === undefined) throw new Error(`A case's moment "${at}" was checked and is none: see who-case.ts`);
  return {
    at: moment,
    skill,
    language: language ?? "",
    urgency: urgency ?? "normal",
    ...(store ? { store } : {}),
    ...(previous ? { previousAgent: agentId(previous) } : {}),
  };
}

/** Without an offset it is the roster's wall clock. */
function momentOf(text: string, zone: string): number | undefined {
  if (!MOMENT.test(text)) return undefined;
  const moment = DateTime.fromISO(text.replace(" ", "T"), { zone });
  return moment.isValid ? moment.toMillis() : undefined;
}

function statesIn({ load, status }: CaseLine, { states }: Desk): readonly AgentState[] {
  const merged = new Map(states);
  const change = (id: string, changes: Partial<AgentState>) => {
    const of = agentId(id);
    merged.set(of, { ...(merged.get(of) ?? { agentId: of, status: "ready", load: 0 }), ...changes });
  };
  for (const [id, held] of Object.entries(load ?? {})) change(id, { load: held });
  for (const [id, now] of Object.entries(status ?? {})) change(id, { status: statusOf(now) });
  return [...merged.values()];
}

function doubtsIn(json: object, { previous }: CaseLine, { known }: Desk): readonly string[] {
  const unknown = Object.keys(json).filter((field) => !FIELDS.has(field));
  const doubts = unknown.map((field) => `${field}：没有这个字段，不起作用 · no such field; it has no effect.`);
  if (!previous || known.has(previous)) return doubts;
  return [
    ...doubts,
    `previous：排班表里没有“${previous}”，按没有接待过算 · nobody of the roster is "${previous}"; taken as nobody.`,
  ];
}

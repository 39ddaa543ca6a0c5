import { agentId } from "../core/ids.ts";
import type { RoutingDecision } from "../routing/rules/facts.ts";
import { whoTakes } from "../routing/rules/who.ts";
import { readRosterFile } from "../staffing/rules/roster-file.ts";
import { readNamed } from "./named-file.ts";
import { parseJson } from "./rehearsal-line.ts";
import { readCase, type Desk } from "./who-case.ts";

/** What `counterbell who --help` adds. */
export const WHO_HELP = `
A case is a line {"id","at","skill","language"[,"urgency":"normal|high"][,"store"][,"previous":agent]
  [,"load":{agent:n}][,"status":{agent:"online|break|away|offline"}]}. "at" is ISO 8601; without an offset it is
  the roster's wall clock. Without "store" nobody is left out for the store's sake. Agents that a case does not
  name stand as the roster file says, else ready and free.
The answer is {"id","outcome":"assign|queue|after_hours|overflow"[,"agent"],"flags"[,"next"],"why","why_en",
  "candidates":[{"agent","eligible"[,"reason"]}]}, one line for each case, in the same order.
A line with a fault is told on standard error (line, field, remedy) and left out; the others are answered, and the
exit code is 1.

  npx counterbell who --roster tests/fixtures/who/roster.json --cases tests/fixtures/who/cases.jsonl`;

export interface WhoOptions {
  readonly roster: string;
  /** The name of the file of cases, for sentences. */
  readonly cases: string;
  /** JSON lines: what is asked. */
  readonly lines: AsyncIterable<string>;
  /** Takes the JSON lines that come out. */
  readonly write: (line: string) => void;
  /** Takes sentences about what is wrong. */
  readonly complain: (line: string) => void;
}

/** What is said of one case. */
export interface WhoAnswer {
  readonly id: string | number;
  readonly outcome: "assign" | "queue" | "after_hours" | "overflow";
  /** Who gets it. */
  readonly agent?: string;
  readonly flags: readonly string[];
  /** ISO 8601: after hours, when the next one who can take it starts. */
  readonly next?: string;
  readonly why: string;
  readonly why_en: string;
  /** Everybody, those who may take it first, best first. */
  readonly candidates: readonly { readonly agent: string; readonly eligible: boolean; readonly reason?: string }[];
}

/**
 * `counterbell who`: who of a roster would get what, at any moment. One line out for each line in, in the same order. A line
 * that cannot be read is told and left out, the others are answered; the exit code is then 1.
 */
export async function who(options: WhoOptions): Promise<number> {
  const desk = await readDesk(options);
  if (desk === undefined) return 1;
  const { lines, cases, write, complain } = options;
  let [number, faults] = [0, 0];
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    const read = readCase(text.replace(/^\uFEFF/, ""), desk);
    if ("fault" in read) {
      faults += 1;
      complain(`${cases}:${number} ${read.fault}`);
      continue;
    }
    for (const doubt of read.case.doubts) complain(`${cases}:${number} ${doubt}`);
    const { id, asked, agents } = read.case;
    write(JSON.stringify(answerTo(id, whoTakes({ roster: desk.roster, agents }, asked))));
  }
  return faults === 0 ? 0 : 1;
}

async function readDesk({ roster: file, complain }: WhoOptions): Promise<Desk | undefined> {
  const named = await readNamed({ option: "--roster", file });
  if (named.type === "fault") {
    complain(named.fault);
    return undefined;
  }
  const read = readRosterFile(parseJson(named.bytes.toString("utf8").replace(/^\uFEFF/, "")));
  const findings = read.type === "refused" ? read.findings : read.warnings;
  for (const { path, reason } of findings) complain(`${file} ${path}：${reason.zh} · ${reason.en}`);
  if (read.type === "refused") return undefined;
  const known = new Set<string>(read.roster.agents.map(({ id }) => id));
  return { roster: read.roster, states: new Map(read.states.map((state) => [agentId(state.agentId), state])), known };
}

function answerTo(id: string | number, { outcome, why, candidates }: RoutingDecision): WhoAnswer {
  const told = {
    why: why.zh,
    why_en: why.en,
    candidates: candidates.map(({ agentId: agent, eligible, reason }) => ({ agent, eligible, ...(reason && { reason }) })),
  };
  switch (outcome.type) {
    case "assign": {
      // Overflow is an outcome of its own here.
      const flags = outcome.flags.filter((flag) => flag !== "overflow");
      const isOverflow = flags.length < outcome.flags.length;
      return { id, outcome: isOverflow ? "overflow" : "assign", agent: outcome.agent.id, flags, ...told };
    }
    case "queue":
      return { id, outcome: "queue", flags: [], ...told };
    case "after-hours": {
      const next = outcome.next === undefined ? {} : { next: new Date(outcome.next).toISOString() };
      return { id, outcome: "after_hours", flags: [], ...next, ...told };
    }
  }
}

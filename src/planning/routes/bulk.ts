import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { problem, wrongField } from "../../core/problem.ts";
import type { Call, Reply } from "../../infra/http.ts";
import { checked } from "../../infra/problem.ts";
import { inSlices } from "../../infra/slices.ts";
import { tellRouting } from "../../staffing/changed.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { dayOfDate } from "../../staffing/rules/wall-clock.ts";
import type { ChangesAnswer } from "../api.ts";
import { hoursOn, inOrder, sameHours, type DayChange } from "../rules/change.ts";
import { copyWeek } from "../rules/copy.ts";
import { readShiftsFile, writeShiftsFile } from "../rules/shifts-file.ts";
import { keepDays } from "../store-kept.ts";
import { allStores, ifUnchanged, noteDays, readRoster, writeDays } from "../store.ts";
import { byOf } from "./changes.ts";
import { byId, changedMeanwhile, dateField, mayPlan, notYours, seesAgent, type PlanningParts } from "./parts.ts";

/** Copies a week to another: without `version` says what would change, with it does so. */
export async function copy(parts: PlanningParts, call: Call): Promise<ChangesAnswer> {
  const { principal, body } = call;
  const asked = checked(COPY, body);
  const { roster, version } = await readRoster(parts.db);
  const all = await allStores(parts.db);
  const seen = roster.agents.filter((agent) => seesAgent(principal, agent));
  const mine = seen.filter((agent) => mayPlan(principal, agent, all));
  const { changes, left } = copyWeek(roster, mine, { from: dayOfDate(asked.from), to: dayOfDate(asked.to) });
  const others = seen.filter((agent) => !mine.includes(agent));
  const plan: Plan = {
    roster,
    version,
    changes,
    left: [
      ...left.map((one) => ({ ...one, name: byId(mine).get(one.agentId)?.name ?? one.agentId })),
      ...others.map(({ name }) => ({ name, date: asked.to, why: "not-yours" as const })),
    ].map(({ name, date, why }) => ({ name, date, why })),
  };
  return previewOrDo(parts, plan, { call, kind: "copy", version: asked.version });
}

export const COPY = z
  .strictObject({ from: dateField, to: dateField, version: z.int("the version of the preview").optional() })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "another week than the one copied" });

/** Takes a CSV file of shifts: without `?version=` says what would change, with it does so; whole or not at all. */
export async function importShifts(parts: PlanningParts, call: Call): Promise<ChangesAnswer> {
  const { principal, query, body } = call;
  const asked = checked(IMPORT, query);
  if (!(body instanceof Uint8Array) || body.length === 0) throw wrongField(400, "(body)", "the bytes of a CSV file");
  const { roster, version } = await readRoster(parts.db);
  const seen = roster.agents.filter((agent) => seesAgent(principal, agent));
  const read = await inSlices(readShiftsFile(body, { ...roster, agents: seen }));
  if (read.type === "refused") {
    const [first] = read.faults;
    throw problem(422, {
      title: "Shifts refused",
      detail: `Line ${first?.line ?? 1}: ${first?.reason.en ?? "unreadable"}. Nothing was changed.`,
      more: { errors: read.faults },
    });
  }
  const agents = byId(seen);
  const all = await allStores(parts.db);
  const changes = read.days.filter(({ agentId, date, hours }) => {
    const agent = agents.get(agentId);
    if (agent === undefined || sameHours(inOrder(hours), hoursOn(roster, agent, date))) return false;
    if (!mayPlan(principal, agent, all)) throw notYours(agent);
    return true;
  });
  return previewOrDo(parts, { roster, version, changes, left: [] }, { call, kind: "file", version: asked.version });
}

export const IMPORT = z.object({ version: z.coerce.number("the version of the preview").int().optional() });

/** The shifts of some days as CSV. */
export async function exportShifts({ db }: PlanningParts, { principal, query }: Call): Promise<Reply> {
  const { from, days } = checked(EXPORT, query);
  const { roster } = await readRoster(db);
  const seen = roster.agents.filter((agent) => seesAgent(principal, agent));
  const text = writeShiftsFile(roster, seen, { from: dayOfDate(from), count: days });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="shifts-${from}.csv"`,
  };
  return { reply: { status: 200, headers, body: Buffer.from(text) } };
}

const LONGEST_EXPORT_DAYS = 31;
export const EXPORT = z.object({
  from: dateField,
  days: z.coerce.number().int().min(1, "1 to 31").max(LONGEST_EXPORT_DAYS, "1 to 31").default(7),
});

interface Plan {
  readonly roster: Roster;
  readonly version: number;
  readonly changes: readonly DayChange[];
  readonly left: ChangesAnswer["left"];
}

const MOST_TOLD = 200;

async function previewOrDo(
  parts: PlanningParts,
  { roster, version, changes, left }: Plan,
  asked: { readonly call: Call; readonly kind: "copy" | "file"; readonly version: number | undefined },
): Promise<ChangesAnswer> {
  const agents = byId(roster.agents);
  const told = changes.slice(0, MOST_TOLD).flatMap((change) => {
    const agent = agents.get(change.agentId);
    return agent === undefined ? [] : [differenceOf(roster, agent, change)];
  });
  const answer = { changes: told, count: changes.length, left: left.slice(0, MOST_TOLD) };
  if (asked.version === undefined) return { version, done: false, ...answer };
  if (asked.version !== version) throw changedMeanwhile();
  const actor = actorOf(asked.call, parts.clock.now());
  const isDone = await ifUnchanged(parts.db, version, async (client) => {
    await writeDays(client, { roster, changes }, actor);
    await noteDays(client, { roster, changes }, { ...actor, act: `planning.${asked.kind}` });
    await keepDays(client, { kind: asked.kind, roster, changes }, byOf(asked.call, actor.at));
  });
  if (!isDone) throw changedMeanwhile();
  await tellRouting(parts);
  return { version: version + 1, done: true, ...answer };
}

function differenceOf(roster: Roster, agent: RosterAgent, { date, hours }: DayChange): ChangesAnswer["changes"][number] {
  const after = inOrder(hours ?? []);
  return { agentId: agent.id, name: agent.name, date, before: hoursOn(roster, agent, date), after };
}

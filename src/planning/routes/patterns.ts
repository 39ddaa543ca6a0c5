import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { writeAudit } from "../../audit/store.ts";
import { agentId } from "../../core/ids.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import { toldOf } from "../../staffing/rules/changes.ts";
import { keepChange } from "../../staffing/store-changes.ts";
import { timezoneShape } from "../../staffing/rules/roster-file-shape.ts";
import { WEEKDAYS, type RosterAgent } from "../../staffing/rules/roster.ts";
import type { PatternAnswer, PatternRequest } from "../api.ts";
import { storeOfAll } from "../rules/logged.ts";
import { allStores, ifUnchanged, readRoster, writePattern } from "../store.ts";
import { samePattern } from "../rules/pattern.ts";
import { byOf } from "./changes.ts";
import { byId, changedMeanwhile, hoursField, mayPlan, notYours, seesAgent, type PlanningParts } from "./parts.ts";

/** Somebody's weekly shifts. */
export async function readPattern({ db }: PlanningParts, { principal, params }: Call): Promise<PatternAnswer> {
  const { roster, version } = await readRoster(db);
  const agent = byId(roster.agents).get(agentId(params["agentId"] ?? ""));
  if (agent === undefined || !seesAgent(principal, agent)) throw notFound("agent");
  const mayChange = mayPlan(principal, agent, await allStores(db));
  return { ...told(agent), rosterTimezone: roster.timezone, mayChange, version };
}

function told({ id, name, timezone, shifts }: RosterAgent) {
  return { agentId: id, name, ...(timezone === undefined ? {} : { timezone }), shifts };
}

/** Puts other weekly shifts in place of somebody's. Days that were planned singly stay as they are. */
export async function changePattern(parts: PlanningParts, call: Call): Promise<PatternAnswer> {
  const { db } = parts;
  const { roster, version: current } = await readRoster(db);
  const agent = byId(roster.agents).get(agentId(call.params["agentId"] ?? ""));
  if (agent === undefined || !seesAgent(call.principal, agent)) throw notFound("agent");
  if (!mayPlan(call.principal, agent, await allStores(db))) throw notYours(agent);
  const { version = current, shifts, timezone, seen }: PatternRequest = checked(REQUEST, call.body);
  if (seen !== undefined && !samePattern(seen, agent, roster.timezone)) throw changedMeanwhile();
  const pattern = { agentId: agent.id, shifts, timezone: timezone === roster.timezone ? undefined : timezone };
  const actor = actorOf(call, parts.clock.now());
  const isDone = await ifUnchanged(db, version, async (client) => {
    await writePattern(client, pattern);
    const thing = { thing: `agent:${agent.id}`, thingName: agent.name, storeId: storeOfAll([agent]) };
    await writeAudit(client, { ...actor, act: "pattern.changed", ...thing, before: valuesOf(agent), after: valuesOf(pattern) });
    const back = { type: "pattern", agentId: agent.id, before: kept(agent), after: kept(pattern) } as const;
    await keepChange(client, { kind: "pattern", told: toldOf([agent.name]), back }, byOf(call, actor.at));
  });
  if (!isDone) throw changedMeanwhile();
  await tellRouting(parts);
  return readPattern(parts, call);
}

function kept({ shifts, timezone }: Pick<RosterAgent, "shifts" | "timezone">) {
  const same = shifts.map(({ days, start, end }) => ({ days: [...days], start, end }));
  return { shifts: same, ...(timezone === undefined ? {} : { timezone }) };
}

const valuesOf = ({ shifts, timezone }: Pick<PatternRequest, "shifts" | "timezone">) => ({ shifts, timezone });

/** Nobody works more kinds of shifts in a week. */
const MOST_SHIFTS = 21;

const timezoneField = z
  .string("a time zone such as Asia/Shanghai")
  .refine((name) => timezoneShape.safeParse(name).success, "an IANA time zone such as Asia/Shanghai")
  .optional();
const shiftsField = z
  .array(
    hoursField.extend({
      days: z
        .array(z.enum(WEEKDAYS, `of ${WEEKDAYS.join(", ")}`), "a list of weekdays")
        .min(1, "at least one weekday")
        .max(WEEKDAYS.length)
        .refine((days) => new Set(days).size === days.length, "each weekday once"),
    }),
    "a list of shifts",
  )
  .max(MOST_SHIFTS, `at most ${MOST_SHIFTS} shifts`);

export const REQUEST = z
  .strictObject({
    timezone: timezoneField,
    shifts: shiftsField,
    version: z.int("the version that was read").min(0).optional(),
    seen: z.strictObject({ timezone: timezoneField, shifts: shiftsField }).optional(),
  })
  .refine(({ version, seen }) => version !== undefined || seen !== undefined, {
    path: ["version"],
    message: "the version that was read, or seen: what must stand there still",
  });

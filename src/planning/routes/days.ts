import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { agentId } from "../../core/ids.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import { MOST_A_DAY } from "../../staffing/rules/roster-file-shape.ts";
import type { DaysAnswer, DaysRequest } from "../api.ts";
import { hoursOn, inOrder, sameHours, type DayChange } from "../rules/change.ts";
import { keepDays } from "../store-kept.ts";
import { allStores, ifUnchanged, noteDays, readRoster, writeDays } from "../store.ts";
import { byOf } from "./changes.ts";
import { byId, changedMeanwhile, dateField, hoursField, mayPlan, notYours, seesAgent, type PlanningParts } from "./parts.ts";

/** So often a change of other days by somebody else is stepped around. */
const MOST_TRIES = 5;

/** Plans single days: each as the planner saw it, or nothing at all. */
export async function changeDays(parts: PlanningParts, call: Call): Promise<DaysAnswer> {
  const { db, clock } = parts;
  const { principal, body } = call;
  const { changes }: DaysRequest = checked(REQUEST, body);
  const all = await allStores(db);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { roster, version } = await readRoster(db);
    const agents = byId(roster.agents);
    const wanted = changes.map(({ agentId: id, date, shifts, seen }): DayChange => {
      const agent = agents.get(agentId(id));
      if (agent === undefined || !seesAgent(principal, agent)) throw notFound("agent");
      if (!mayPlan(principal, agent, all)) throw notYours(agent);
      if (!sameHours(inOrder(seen), hoursOn(roster, agent, date))) throw changedMeanwhile();
      return { agentId: agent.id, date, ...(shifts !== null && { hours: shifts }) };
    });
    const by = { by: principal.userId, at: clock.now() };
    const isDone = await ifUnchanged(db, version, async (client) => {
      await writeDays(client, { roster, changes: wanted }, by);
      await noteDays(client, { roster, changes: wanted }, { ...actorOf(call, by.at), act: "planning.days" });
      await keepDays(client, { kind: "days", roster, changes: wanted }, byOf(call, by.at));
    });
    if (!isDone) continue;
    await tellRouting(parts);
    return { version: version + 1 };
  }
  throw changedMeanwhile();
}

const MOST_CHANGES = 500;

const shifts = z.array(hoursField).max(MOST_A_DAY, `at most ${MOST_A_DAY} shifts a day`);
export const REQUEST = z.strictObject({
  changes: z
    .array(
      z.strictObject({ agentId: z.string("an agent's id").max(100), date: dateField, shifts: shifts.nullable(), seen: shifts }),
      "a list of changes",
    )
    .min(1, "at least one change")
    .max(MOST_CHANGES, `at most ${MOST_CHANGES} changes`)
    .refine(
      (list) => new Set(list.map(({ agentId: id, date }) => `${date} ${id}`)).size === list.length,
      "each person and date once",
    ),
});

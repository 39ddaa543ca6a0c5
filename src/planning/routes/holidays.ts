import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { writeAudit } from "../../audit/store.ts";
import { problem } from "../../core/problem.ts";
import type { Call } from "../../infra/http.ts";
import { checked } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import type { HolidaysAnswer } from "../api.ts";
import { proposeHolidays, takeHolidays } from "../rules/holidays.ts";
import { allStores, ifUnchanged, readRoster, writeCalendar, type VersionedRoster } from "../store.ts";
import { changedMeanwhile, type PlanningParts } from "./parts.ts";

/** What a year's public calendar would add to the roster. */
export async function readHolidays({ db }: PlanningParts, { query }: Call): Promise<HolidaysAnswer> {
  const { year } = checked(QUERY, query);
  return answerOf(await readRoster(db), year);
}

/** Takes what was proposed, at the version at which it was. */
export async function acceptHolidays(parts: PlanningParts, call: Call): Promise<HolidaysAnswer> {
  const { principal, body } = call;
  const { year, version } = checked(BODY, body);
  await refuseUnlessAll(parts, principal);
  const read = await readRoster(parts.db);
  const proposal = proposeHolidays(read.roster, year);
  if (read.version !== version) throw changedMeanwhile();
  const calendar = takeHolidays(read.roster, proposal);
  const actor = actorOf(call, parts.clock.now());
  const isDone = await ifUnchanged(parts.db, version, async (client) => {
    await writeCalendar(client, calendar);
    const deed = { act: "planning.holidays", thing: "planning", before: daysIn(read.roster), after: daysIn(calendar) };
    await writeAudit(client, { ...actor, ...deed });
  });
  if (!isDone) throw changedMeanwhile();
  await tellRouting(parts);
  return answerOf(await readRoster(parts.db), year);
}

const daysIn = ({ holidays, workdays }: Pick<Roster, "holidays" | "workdays">) => ({
  holidays,
  workdays: workdays.map(({ date, as }) => `${date} ${as}`),
});

const year = z.coerce.number("a year").int("a year").min(2004, "a year from 2004 on").max(2100, "a year up to 2100");
export const QUERY = z.object({ year });
export const BODY = z.strictObject({ year, version: z.int("the version of the proposal") });

// Holidays hold for the whole desk.
async function refuseUnlessAll({ db }: PlanningParts, principal: Principal): Promise<void> {
  const all = await allStores(db);
  if (principal.role === "admin" || all.every((store) => principal.stores.some((own) => own === store))) return;
  throw problem(403, {
    title: "Not allowed",
    detail: "Holidays hold for all stores; only somebody who sees all of them may set them.",
  });
}

function answerOf({ roster, version }: VersionedRoster, asked: number): HolidaysAnswer {
  const { days, isKnown } = proposeHolidays(roster, asked);
  return {
    version,
    year: asked,
    isKnown,
    days: days.map(({ as, ...day }) => ({ ...day, ...(as === undefined ? {} : { as }) })),
  };
}

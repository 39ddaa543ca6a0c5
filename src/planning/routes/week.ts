import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { seesStore } from "../../accounts/rules.ts";
import { storeId, type StoreId } from "../../core/ids.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { inSlices } from "../../infra/slices.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { WEEKDAYS } from "../../staffing/rules/roster.ts";
import { DAY_MS, dateOf, dayOf, dayOfDate, wallTimeAt, type WallDay } from "../../staffing/rules/wall-clock.ts";
import type { PlannedAgent, WeekAnswer } from "../api.ts";
import { coverageOf, HOURS_A_DAY } from "../rules/coverage.ts";
import { daysOf } from "../rules/week.ts";
import { allStores, countByHour, readRoster, type HourCount } from "../store.ts";
import { dateField, mayPlan, seesAgent, WEEK_DAYS, type PlanningParts } from "./parts.ts";

const PAGE_SIZE = 50;
/** Four weeks, so that each hour of the week has happened as often as any other. */
const DEMAND_DAYS = 28;

/** A week of those whom the reader sees, and its hours against what usually comes in. */
export async function readWeek({ db, clock }: PlanningParts, { principal, query }: Call): Promise<WeekAnswer> {
  const asked = checked(QUERY, query);
  const store = asked.store === undefined ? undefined : visible(principal, asked.store);
  const { roster, version } = await readRoster(db);
  const now = clock.now();
  const today = dayOf(wallTimeAt(roster.timezone, now));
  const from = asked.from === undefined ? mondayOf(today) : dayOfDate(asked.from);
  const seen = roster.agents.filter((agent) => seesAgent(principal, agent) && (store === undefined || serves(agent, store)));
  const found = seen.filter((agent) => matches(agent, asked.search));
  const all = await allStores(db);
  const rows = found
    .slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE)
    .map((agent) => rowOf(roster, agent, { from, mayChange: mayPlan(principal, agent, all) }));
  const staff = await inSlices(coverageOf(roster, seen, { from, count: WEEK_DAYS }));
  const counts = await countByHour(db, store === undefined ? principal.stores : [store], {
    from: now - DEMAND_DAYS * DAY_MS,
    until: now,
    zone: roster.timezone,
  });
  return {
    timezone: roster.timezone,
    now: new Date(now).toISOString(),
    today: dateOf(today),
    version,
    days: Array.from({ length: WEEK_DAYS }, (_none, i) => headOf(roster, from + i)),
    agents: rows,
    total: found.length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    hours: hoursOf(staff, { from, counts }),
  };
}

export const QUERY = z.object({
  from: dateField.optional(),
  store: z.string().max(100, "the id of a store").optional(),
  search: z.string().max(100, "at most 100 characters").default(""),
  page: z.coerce.number("a page from 1 on").int("a page from 1 on").min(1, "a page from 1 on").max(10_000).default(1),
});

function visible(principal: Principal, asked: string): StoreId {
  const id = storeId(asked);
  if (!seesStore(principal, id)) throw notFound("store");
  return id;
}

function serves(agent: RosterAgent, store: StoreId): boolean {
  return (agent.stores?.includes(store) ?? true) && !(agent.notStores?.includes(store) ?? false);
}

function matches({ id, name, skills }: RosterAgent, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [id, name, ...skills].some((text) => text.toLowerCase().includes(wanted));
}

const weekdayAt = (day: WallDay): number => (((day + 3) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
const mondayOf = (day: WallDay): WallDay => day - weekdayAt(day);

function rowOf(
  roster: Roster,
  agent: RosterAgent,
  { from, mayChange }: { readonly from: WallDay; readonly mayChange: boolean },
): PlannedAgent {
  const { id, name, employer, skills, timezone } = agent;
  const elsewhere = timezone === undefined || timezone === roster.timezone ? {} : { timezone };
  return { id, name, employer, skills, ...elsewhere, mayChange, days: daysOf(roster, agent, { from, count: WEEK_DAYS }) };
}

function headOf(roster: Roster, day: WallDay): WeekAnswer["days"][number] {
  const date = dateOf(day);
  const runsAs = roster.workdays.find((workday) => workday.date === date)?.as;
  return {
    date,
    weekday: WEEKDAYS[weekdayAt(day)] ?? "",
    isHoliday: roster.holidays.includes(date),
    ...(runsAs === undefined ? {} : { runsAs }),
  };
}

function hoursOf(
  staff: readonly number[],
  { from, counts }: { readonly from: WallDay; readonly counts: readonly HourCount[] },
): WeekAnswer["hours"] {
  const usual = new Map(counts.map((count) => [`${count.weekday} ${count.hour}`, count]));
  return staff.map((fewest, i) => {
    const weekday = weekdayAt(from + Math.floor(i / HOURS_A_DAY)) + 1;
    const count = usual.get(`${weekday} ${i % HOURS_A_DAY}`);
    return { staff: fewest, opened: count?.opened ?? 0, handedOver: count?.handedOver ?? 0 };
  });
}

import type { AgentId } from "../../core/ids.ts";
import { onShiftAt } from "../../staffing/rules/on-shift.ts";
import type { Leave, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { shiftAt, zoneOf } from "../../staffing/rules/roster.ts";
import { DAY_MS, dateOf, dayOfDate, MINUTE_MS, momentsShowing, wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import { hoursOn, withChanges, type DayChange } from "./change.ts";
import { takesMatters } from "./coverage.ts";
import { daysOf, type Conflict } from "./week.ts";

/** One person would have a day off, another would work it; `withDate`: a day of theirs that the first works in return. */
export interface Swap {
  readonly agentId: AgentId;
  readonly date: string;
  readonly withId: AgentId;
  readonly withDate?: string | undefined;
}

/** Why a swap cannot be asked for at all. */
export type SwapFault = "nobody" | "same-person" | "other-zone" | "past" | "no-shift" | "no-shift-back";

/** What speaks against a request; a supervisor may grant it all the same, knowing it. */
export type RequestConflict =
  | { readonly type: Conflict; readonly agentId: AgentId; readonly date: string }
  /**
   * On that date, at least for a quarter of an hour, nobody with this skill would be left for these stores (none named:
   * for any). `start` and `end` are wall times of the one who would be gone: the first and the last such moment.
   */
  | {
      readonly type: "nobody-left";
      readonly skill: string;
      readonly date: string;
      readonly start: string;
      readonly end: string;
      readonly stores: readonly string[];
    };

/** Why this swap cannot be; undefined: it can be asked for. `today` is the roster's. */
export function swapFault(roster: Roster, swap: Swap, today: string): SwapFault | undefined {
  const [giver, taker] = [swap.agentId, swap.withId].map((id) => roster.agents.find((agent) => agent.id === id));
  if (giver === undefined || taker === undefined) return "nobody";
  if (giver.id === taker.id) return "same-person";
  if (zoneOf(roster, giver) !== zoneOf(roster, taker)) return "other-zone";
  if (swap.date < today || (swap.withDate !== undefined && swap.withDate < today)) return "past";
  if (hoursOn(roster, giver, swap.date).length === 0) return "no-shift";
  if (swap.withDate !== undefined && hoursOn(roster, taker, swap.withDate).length === 0) return "no-shift-back";
  return undefined;
}

/** The hours that would change hands, in words that can be compared: what a colleague said yes to. */
export function swapHours(roster: Roster, { agentId, date, withId, withDate }: Swap): string {
  const told = (id: AgentId, day: string) =>
    hoursOf(roster, id, day)
      .map(({ start, end }) => `${start}-${end}`)
      .join(",");
  return withDate === undefined ? told(agentId, date) : `${told(agentId, date)} ${told(withId, withDate)}`;
}

/** What the roster's days become when the swap is approved: each keeps what they work besides. */
export function swapChanges(roster: Roster, { agentId, date, withId, withDate }: Swap): readonly DayChange[] {
  const given = hoursOf(roster, agentId, date);
  if (withDate === undefined)
    return [change(agentId, date, []), change(withId, date, [...hoursOf(roster, withId, date), ...given])];
  const back = hoursOf(roster, withId, withDate);
  if (date === withDate) return [change(agentId, date, back), change(withId, date, given)];
  return [
    change(agentId, date, []),
    change(withId, date, [...hoursOf(roster, withId, date), ...given]),
    change(withId, withDate, []),
    change(agentId, withDate, [...hoursOf(roster, agentId, withDate), ...back]),
  ];
}

/** What speaks against a swap; `stores` are all there are. */
export function swapConflicts(roster: Roster, swap: Swap, stores: readonly string[]): readonly RequestConflict[] {
  const changes = swapChanges(roster, swap);
  const after = withChanges(roster, changes);
  const onDays = changes.flatMap(({ agentId, date }) => {
    const agent = after.agents.find(({ id }) => id === agentId);
    const [day] = agent === undefined ? [] : daysOf(after, agent, { from: dayOfDate(date), count: 1 });
    return (day?.conflicts ?? []).map((type) => ({ type, agentId, date }));
  });
  const gaps = changes.flatMap(({ agentId, date }) => gapsOf({ before: roster, after, stores }, agentId, date));
  return [...onDays, ...uniqueGaps(gaps)];
}

/** What speaks against leave; `stores` are all there are. */
export function leaveConflicts(roster: Roster, leave: Leave, stores: readonly string[]): readonly RequestConflict[] {
  const after = { ...roster, leave: [...(roster.leave ?? []), leave] };
  const first = dayOfDate(leave.from);
  const count = Math.min(dayOfDate(leave.until) - first + 1, MOST_DAYS_LOOKED_AT);
  const dates = Array.from({ length: Math.max(0, count) }, (_none, i) => dateOf(first + i));
  return uniqueGaps(dates.flatMap((date) => gapsOf({ before: roster, after, stores }, leave.agentId, date)));
}

const MOST_DAYS_LOOKED_AT = 31;
const LOOK_EVERY_MINUTES = 15;

type Gap = Extract<RequestConflict, { type: "nobody-left" }>;

interface Change {
  readonly before: Roster;
  readonly after: Roster;
  readonly stores: readonly string[];
}

/** Skills of this person that, at some moment of their shifts of a date, nobody would have for a store they serve. */
function gapsOf({ before, after, stores }: Change, id: AgentId, date: string): readonly Gap[] {
  const agent = before.agents.find((one) => one.id === id);
  if (agent === undefined) return [];
  // Where no store is known yet, somebody of every store is as good.
  const served = agent.stores ?? stores;
  const needs = served.length === 0 ? [ANY_STORE] : served;
  const moments = momentsOf(before, agent, date).map((moment) => ({
    moment,
    there: after.agents.filter(onShiftAt(after, moment)),
  }));
  return agent.skills.flatMap((skill) => {
    const alone = needs.flatMap((store) =>
      moments
        .filter(({ there }) => !there.some((other) => isEnough(other, skill, store)))
        .map(({ moment }) => ({ store, moment })),
    );
    if (alone.length === 0) return [];
    const at = alone.map(({ moment }) => moment);
    const shown = (moment: number) => new Date(wallTimeAt(zoneOf(before, agent), moment)).toISOString().slice(11, 16);
    const stores = [...new Set(alone.map(({ store }) => store))].filter((store) => store !== ANY_STORE);
    const end = shown(Math.max(...at) + LOOK_EVERY_MINUTES * MINUTE_MS);
    return [{ type: "nobody-left", skill, date, start: shown(Math.min(...at)), end, stores }];
  });
}

const ANY_STORE = "*";

function isEnough({ skills, stores, notStores, trainee }: RosterAgent, skill: string, store: string): boolean {
  if (!takesMatters({ trainee })) return false;
  if (!skills.includes(skill) && !skills.includes("any")) return false;
  return (stores?.includes(store) ?? true) && !(notStores?.includes(store) ?? false);
}

function momentsOf(roster: Roster, agent: RosterAgent, date: string): readonly number[] {
  const zone = zoneOf(roster, agent);
  const midnight = dayOfDate(date) * DAY_MS;
  const looks = (2 * DAY_MS) / (LOOK_EVERY_MINUTES * MINUTE_MS);
  // Two days: a shift of this date may run far into the next one.
  return Array.from({ length: looks }, (_none, i) => momentsShowing(zone, midnight + i * LOOK_EVERY_MINUTES * MINUTE_MS)[0])
    .flatMap((moment) => moment ?? [])
    .filter((moment) => {
      const shift = shiftAt(roster, agent, moment);
      return shift !== undefined && startsOn(zone, shift.start, date);
    });
}

function startsOn(zone: string, start: number, date: string): boolean {
  const [midnight = 0] = momentsShowing(zone, dayOfDate(date) * DAY_MS);
  const [next = 0] = momentsShowing(zone, (dayOfDate(date) + 1) * DAY_MS);
  return midnight <= start && start < next;
}

function uniqueGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

function hoursOf(roster: Roster, id: AgentId, date: string): NonNullable<DayChange["hours"]> {
  const agent = roster.agents.find((one) => one.id === id);
  return agent === undefined ? [] : hoursOn(roster, agent, date);
}

const change = (agentId: AgentId, date: string, hours: NonNullable<DayChange["hours"]>): DayChange => ({ agentId, date, hours });

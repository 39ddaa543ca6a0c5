import { DateTime } from "luxon";
import type { StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import { metLimit, serviceLevel, type HandedOver, type Level, type Met } from "../wall/rules/service-level.ts";

/** A store whose days are looked at. */
export interface Dated {
  readonly id: StoreId;
  readonly timezone: string;
}

/** A day of a store, from its midnight to the next one by its own clock. */
export interface StoreDay {
  readonly store: StoreId;
  /** `2026-10-01`. */
  readonly day: string;
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
}

/** Something of a store that happened at a moment. */
interface Happened {
  readonly store: StoreId;
  readonly at: Instant;
}

export type HandOver = Happened & HandedOver;

/** What became of a day: hand-overs by their first reply, and how often a next reply came too late. */
export type LevelOfDay = Level & { readonly day: string; readonly nextLate: number };

/** The dates of so many days up to this one, the oldest first; undefined when there is no such date. */
export function datesUpTo(until: string, days: number): readonly string[] | undefined {
  const last = DateTime.fromFormat(until, "yyyy-MM-dd", { zone: "utc" });
  if (!last.isValid) return undefined;
  return Array.from({ length: days }, (_, back) => last.minus({ days: days - 1 - back }).toFormat("yyyy-MM-dd"));
}

/** These dates as each store's clock has them. */
export function storeDays(stores: readonly Dated[], dates: readonly string[]): readonly StoreDay[] {
  return stores.flatMap(({ id, timezone }) =>
    dates.map((day) => {
      const start = DateTime.fromFormat(day, "yyyy-MM-dd", { zone: timezone }).startOf("day");
      const end = start.plus({ days: 1 }).startOf("day");
      return { store: id, day, from: start.toMillis(), until: end.toMillis() };
    }),
  );
}

/** What happened within one of these days, in any of the stores. */
export function within<One extends Happened>(days: readonly StoreDay[], all: readonly One[]): readonly One[] {
  const byStore = new Map<StoreId, StoreDay[]>();
  for (const day of days) byStore.set(day.store, [...(byStore.get(day.store) ?? []), day]);
  return all.filter(({ store, at }) => byStore.get(store)?.some(({ from, until }) => at >= from && at < until) === true);
}

export interface Counted {
  readonly handOvers: readonly HandOver[];
  /** Next replies that came too late, each at the moment its limit had passed. */
  readonly nextLate: readonly Happened[];
  readonly now: Instant;
}

/** The level of one date, in all the stores of which a day is given. A hand-over belongs to the day it was asked for. */
export function levelOfDay(day: string, days: readonly StoreDay[], { handOvers, nextLate, now }: Counted): LevelOfDay {
  const own = days.filter((one) => one.day === day);
  return { day, ...serviceLevel(within(own, handOvers), now), nextLate: within(own, nextLate).length };
}

/** Those of a day that ended so. */
export function handOversMet<One extends HandOver>(handOvers: readonly One[], met: Met, now: Instant): readonly One[] {
  return handOvers.filter((one) => metLimit(one, now) === met);
}

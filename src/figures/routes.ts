import { z } from "zod";
import { seesStore } from "../accounts/rules.ts";
import { SHARED_STORE, storeId } from "../core/ids.ts";
import { wrongField } from "../core/problem.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import { handOversOf } from "../levels/hand-overs.ts";
import { serviceLevel, type Level } from "../wall/rules/service-level.ts";
import type { FiguresAnswer, StoresToday } from "./api.ts";
import { dayOf, figuresOf, type DayFigures } from "./rules.ts";
import { countToday } from "./store-today.ts";
import { conversationsOf, findFiguresStores, waitingNow, type FiguresStore } from "./store.ts";

export interface FiguresRouteParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** A store's figures over HTTP, as api.ts describes it: merchants see their own stores', supervisors and admins theirs. */
export function figuresRoutes(parts: FiguresRouteParts): readonly Route[] {
  const roles = ["merchant", "supervisor", "admin"] as const;
  return [
    { method: "get", path: "/api/console/figures", roles, run: (call) => readFigures(parts, call) },
    { method: "get", path: "/api/console/figures/stores", roles, run: (call) => readStores(parts, call) },
  ];
}

async function readFigures({ database, now }: FiguresRouteParts, call: Call): Promise<FiguresAnswer> {
  const asked = checked(QUERY, call.query);
  const store = await visibleStore(database, call, asked.store);
  const at = { now: now(), zone: store.timezone };
  const day = dayOf(asked.day === "" ? undefined : asked.day, at);
  if (day === undefined) throw wrongField(400, "day", "a date such as 2026-10-01");
  const isToday = day.from <= at.now && at.now < day.until;
  const conversations = await conversationsOf(database, store.id, day);
  const waiting = isToday ? await waitingNow(database, store.id) : undefined;
  const { limits, ...named } = store;
  const handOvers = await handOversOf(database, [{ store: store.id, from: day.from, until: day.until }]);
  return {
    store: named,
    day: day.date,
    isToday,
    now: new Date(at.now).toISOString(),
    ...told(figuresOf(conversations, { day, zone: store.timezone })),
    serviceLevel: {
      ...toldLevel(serviceLevel(handOvers, at.now)),
      limitSeconds: Math.round(limits.firstReplyMs / 1000),
      limitHours: limits.hours,
    },
    ...(waiting === undefined ? {} : { waiting: toldWaiting(waiting, at.now) }),
    ...(isToday ? await openNow(database, { store: store.id, from: day.from }, at.now) : {}),
  };
}

async function openNow(database: Database, day: Parameters<typeof countToday>[1][number], now: Instant) {
  const [counted] = await countToday(database, [day], now);
  return counted === undefined ? {} : { open: { withAgent: counted.withAgent, overdue: counted.overdue } };
}

function toldLevel({ within, late, pending, share }: Level) {
  return { within, late, pending, ...(share === undefined ? {} : { share }) };
}

async function readStores({ database, now }: FiguresRouteParts, { principal }: Call): Promise<StoresToday> {
  const stores = await findFiguresStores(database, principal.stores.filter((id) => id !== SHARED_STORE)); // prettier-ignore
  const at = now();
  const days = stores.flatMap(({ id, timezone }) => {
    const day = dayOf(undefined, { now: at, zone: timezone });
    return day === undefined ? [] : [{ store: id, day: day.date, from: day.from, until: day.until }];
  });
  const counts = new Map((await countToday(database, days, at)).map(({ store, ...counted }) => [store, counted]));
  const handOvers = await handOversOf(database, days);
  return {
    now: new Date(at).toISOString(),
    stores: stores.flatMap(({ id, name }) => {
      const counted = counts.get(id);
      const own = handOvers.filter(({ store }) => store === id);
      return counted === undefined ? [] : [{ id, name, ...counted, serviceLevel: toldLevel(serviceLevel(own, at)) }];
    }),
  };
}

async function visibleStore(database: Database, { principal }: Call, asked: string): Promise<FiguresStore> {
  const id = storeId(asked);
  const isVisible = id !== SHARED_STORE && seesStore(principal, id);
  const [store] = isVisible ? await findFiguresStores(database, [id]) : [];
  if (store === undefined) throw notFound("store");
  return store;
}

function told({ opened, botAlone, handedOver, firstReply, ratings, hours }: DayFigures) {
  return {
    opened,
    botAlone: withShare(botAlone),
    handedOver: withShare(handedOver),
    firstReply: { count: firstReply.count, ...seconds("medianSeconds", firstReply.medianMs) },
    ratings: { count: ratings.count, ...(ratings.mean === undefined ? {} : { mean: ratings.mean }) },
    hours: hours.map(({ clock, opened: count }) => ({ clock, opened: count })),
  };
}

function toldWaiting({ count, since }: { readonly count: number; readonly since?: Instant | undefined }, now: Instant) {
  return { count, ...seconds("longestSeconds", since === undefined ? undefined : Math.max(0, now - since)) };
}

function withShare({ count, share }: DayFigures["botAlone"]) {
  return { count, ...(share === undefined ? {} : { share }) };
}

function seconds<Name extends string>(name: Name, ms: number | undefined): Partial<Record<Name, number>> {
  const named: Partial<Record<Name, number>> = {};
  if (ms !== undefined) named[name] = Math.round(ms / 1000);
  return named;
}

export const QUERY = z.object({
  store: z.string("the id of a store").min(1, "the id of a store"),
  day: z.string().max(10, "a date such as 2026-10-01").optional(),
});

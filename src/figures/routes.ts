import { z } from "zod";
import { seesStore } from "../accounts/rules.ts";
import { SHARED_STORE, storeId } from "../core/ids.ts";
import { wrongField } from "../core/problem.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import type { FiguresAnswer } from "./api.ts";
import { dayOf, figuresOf, type DayFigures } from "./rules.ts";
import { conversationsOf, findFiguresStore, waitingNow, type FiguresStore } from "./store.ts";

export interface FiguresRouteParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** A store's figures over HTTP, as api.ts describes it: merchants see their own stores', supervisors and admins theirs. */
export function figuresRoutes(parts: FiguresRouteParts): readonly Route[] {
  const roles = ["merchant", "supervisor", "admin"] as const;
  return [{ method: "get", path: "/api/console/figures", roles, run: (call) => readFigures(parts, call) }];
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
  return {
    store,
    day: day.date,
    isToday,
    now: new Date(at.now).toISOString(),
    ...told(figuresOf(conversations, { day, zone: store.timezone })),
    ...(waiting === undefined ? {} : { waiting: toldWaiting(waiting, at.now) }),
  };
}

async function visibleStore(database: Database, { principal }: Call, asked: string): Promise<FiguresStore> {
  const id = storeId(asked);
  const isVisible = id !== SHARED_STORE && seesStore(principal, id);
  const store = isVisible ? await findFiguresStore(database, id) : undefined;
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

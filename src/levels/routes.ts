import { z } from "zod";
import { wrongField } from "../core/problem.ts";
import type { Instant } from "../core/words.ts";
import { findConversations, lastWords } from "../desk/store.ts";
import { rowOf } from "../desk/views.ts";
import { dayOf } from "../figures/rules.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked } from "../infra/problem.ts";
import { visibleStores, type WallStore } from "../wall/store.ts";
import type { DayLevel, LevelConversations, LevelRow, LevelsAnswer, StoreLevels } from "./api.ts";
import { datesUpTo, handOversMet, levelOfDay, storeDays, type Counted, type LevelOfDay, type StoreDay } from "./rules.ts";
import { handOversOf } from "./hand-overs.ts";
import { lateRepliesOf } from "./store.ts";

export interface LevelParts {
  readonly database: Database;
  readonly now: () => Instant;
}

const PATH = "/api/console/levels";
const RESPONSIBLE = ["supervisor", "admin"] as const;
const DAYS = 7;

/** Reply limits kept and missed by store and day, as api.ts describes it; everything within the stores of who asks. */
export function levelRoutes(parts: LevelParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: RESPONSIBLE, run: (call) => readLevels(parts, call) },
    { method: "get", path: `${PATH}/conversations`, roles: RESPONSIBLE, run: (call) => readConversations(parts, call) },
  ];
}

const storeAsked = z.string("the id of a store").max(100, "the id of a store").optional();
const date = z.string().max(10, "a date such as 2026-10-01");
export const levelsQuery = z.object({ store: storeAsked, until: date.optional() });

async function readLevels({ database, now }: LevelParts, call: Call): Promise<LevelsAnswer> {
  const asked = checked(levelsQuery, call.query);
  const stores = await visibleStores(database, call.principal, asked.store);
  const at = now();
  const until = asked.until === undefined || asked.until === "" ? todayOf(stores, at) : asked.until;
  const dates = datesUpTo(until, DAYS);
  if (dates === undefined) throw wrongField(400, "until", "a date such as 2026-10-01");
  const days = storeDays(stores, dates);
  const counted = { handOvers: await handOversOf(database, days), nextLate: await lateRepliesOf(database, days), now: at };
  return {
    now: iso(at),
    days: dates,
    stores: stores.map((store) => storeLevels(store, dates, { days, counted })),
    all: dates.map((day) => told(levelOfDay(day, days, counted))),
  };
}

/** The latest of the stores' own dates: where it is past midnight already, today is there. */
function todayOf(stores: readonly WallStore[], now: Instant): string {
  const dates = stores.flatMap(({ timezone }) => dayOf(undefined, { now, zone: timezone })?.date ?? []);
  return dates.toSorted().at(-1) ?? new Date(now).toISOString().slice(0, 10);
}

interface Looked {
  readonly days: readonly StoreDay[];
  readonly counted: Counted;
}

function storeLevels(store: WallStore, dates: readonly string[], { days, counted }: Looked): StoreLevels {
  const { id, name, timezone, limits } = store;
  const own = days.filter((day) => day.store === id);
  const [firstSeconds, nextSeconds] = [limits.firstReplyMs, limits.nextReplyMs].map((ms) => Math.round(ms / 1000));
  return {
    id,
    name,
    timezone,
    limits: { firstSeconds: firstSeconds ?? 0, nextSeconds: nextSeconds ?? 0, hours: limits.hours },
    days: dates.map((date) => told(levelOfDay(date, own, counted))),
  };
}

function told({ day, within, late, pending, share, nextLate }: LevelOfDay): DayLevel {
  return { day, within, late, pending, ...(share === undefined ? {} : { share }), nextLate };
}

const PAGE_SIZE = 20;
export const conversationsQuery = z.object({
  store: storeAsked,
  day: date,
  what: z.enum(["within", "late", "pending", "next"], "within, late, pending or next"),
  at: z.coerce.number("a page, from 1").int("a page, from 1").min(1, "a page, from 1").max(10_000, "at most 10000").default(1),
});

async function readConversations({ database, now }: LevelParts, call: Call): Promise<LevelConversations> {
  const asked = checked(conversationsQuery, call.query);
  const stores = await visibleStores(database, call.principal, asked.store);
  if (datesUpTo(asked.day, 1) === undefined) throw wrongField(400, "day", "a date such as 2026-10-01");
  const days = storeDays(stores, [asked.day]);
  const all = asked.what === "next" ? await lateIn(database, days) : await metIn(database, days, { met: asked.what, now: now() });
  const skip = (asked.at - 1) * PAGE_SIZE;
  return { items: await rowsOf(database, stores, all.slice(skip, skip + PAGE_SIZE)), total: all.length };
}

interface Found {
  readonly conversationId: string;
  readonly since: Instant;
  readonly repliedAt?: Instant | undefined;
  readonly agentName?: string | undefined;
}

async function lateIn(database: Database, days: readonly StoreDay[]): Promise<readonly Found[]> {
  return lateRepliesOf(database, days);
}

async function metIn(
  database: Database,
  days: readonly StoreDay[],
  { met, now }: { readonly met: "within" | "late" | "pending"; readonly now: Instant },
): Promise<readonly Found[]> {
  const found = handOversMet(await handOversOf(database, days), met, now);
  return found.map(({ conversationId, at, repliedAt }) => ({ conversationId, since: at, repliedAt }));
}

async function rowsOf(database: Database, stores: readonly WallStore[], found: readonly Found[]): Promise<readonly LevelRow[]> {
  const client = database.scoped(stores.map(({ id }) => id));
  const ids = [...new Set(found.map(({ conversationId }) => conversationId))];
  const conversations = new Map((await findConversations(client, ids)).map((one) => [one.id, one]));
  const words = await lastWords(client, ids);
  return found.flatMap(({ conversationId, since, repliedAt, agentName }) => {
    const conversation = conversations.get(conversationId);
    if (conversation === undefined) return [];
    return [
      {
        conversation: rowOf(conversation, words.get(conversationId)),
        since: iso(since),
        ...(repliedAt === undefined ? {} : { repliedAt: iso(repliedAt) }),
        ...(agentName === undefined || agentName === "-" ? {} : { agentName }),
      },
    ];
  });
}

const iso = (at: Instant): string => new Date(at).toISOString();

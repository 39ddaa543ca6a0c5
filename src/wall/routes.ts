import { z } from "zod";
import { type StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import { findConversations, lastWords } from "../desk/store.ts";
import { rowOf } from "../desk/views.ts";
import { dayOf } from "../figures/rules.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked } from "../infra/problem.ts";
import { handOversOf, type StoreSpan } from "../levels/hand-overs.ts";
import { loadHeld } from "../routing/store.ts";
import { loadAgentStates, loadRoster } from "../staffing/store.ts";
import type { AgentsNow, OverduePage, OverdueRow, ServiceLevel, TopicsAnswer, WallAnswer } from "./api.ts";
import { whoRoute } from "./routes/who.ts";
import { agentsAt, countStandings } from "./rules/agents.ts";
import { levelByHour, metLimit, serviceLevel, type HandedOver } from "./rules/service-level.ts";
import { comparedDays, risingTopics } from "./rules/rising.ts";
import { windowsOf } from "./rules/topics.ts";
import { keepFor } from "./kept.ts";
import { botSince, openProposals, overdueNow, statusesSince, topicsIn, visibleStores, waitingNow, type WallStore } from "./store.ts"; // prettier-ignore

export interface WallParts {
  readonly database: Database;
  readonly now: () => Instant;
}

const PATH = "/api/console/wall";
const RESPONSIBLE = ["supervisor", "admin"] as const;

/** How the desk stands, over HTTP, as api.ts describes it; everything within the stores of who asks. */
export function wallRoutes(parts: WallParts): readonly Route[] {
  const keepTopics = keepFor<TopicsAnswer>(TOPICS_KEPT_MS, parts.now);
  return [
    { method: "get", path: PATH, roles: RESPONSIBLE, run: (call) => readWall(parts, call) },
    { method: "get", path: `${PATH}/overdue`, roles: RESPONSIBLE, run: (call) => readOverdue(parts, call) },
    { method: "get", path: `${PATH}/topics`, roles: RESPONSIBLE, run: (call) => readTopics(parts, call, keepTopics) },
    whoRoute(parts),
  ];
}

/** Eight days are counted for them, and hours pass before they change much. */
const TOPICS_KEPT_MS = 30_000;

const storeAsked = z.string("the id of a store").max(100, "the id of a store").optional();
export const wallQuery = z.object({ store: storeAsked });

async function readWall({ database, now }: WallParts, call: Call): Promise<WallAnswer> {
  const stores = await visibleStores(database, call.principal, checked(wallQuery, call.query).store);
  const at = now();
  const ids = stores.map(({ id }) => id);
  const since = daysOf(stores, at);
  const roster = await loadRoster(database);
  const handOvers = await handOversOf(database, since);
  const bot = await botSince(database, since);
  const overdue = await overdueNow(database, ids, { now: at, skip: 0, take: 0 });
  return {
    now: new Date(at).toISOString(),
    waiting: toldWaiting(await waitingNow(database, ids)),
    serviceLevel: toldLevel(handOvers, { stores, zone: roster.timezone, now: at }),
    overdue: overdue.total,
    bot: { ...bot, ...(bot.opened === 0 ? {} : { share: bot.alone / bot.opened }) },
    agents: await agentsNow(database, { roster, stores: ids, now: at }),
    proposals: await openProposals(database, ids),
  };
}

/** Each store's day, by its own clock. */
function daysOf(stores: readonly WallStore[], now: Instant): readonly StoreSpan[] {
  return stores.map(({ id, timezone }) => {
    const { from = now, until = now } = dayOf(undefined, { now, zone: timezone }) ?? {};
    return { store: id, from, until };
  });
}

function toldWaiting({ count, longest }: Awaited<ReturnType<typeof waitingNow>>): WallAnswer["waiting"] {
  return { count, ...(longest === undefined ? {} : { longest: { ...longest, since: iso(longest.since) } }) };
}

interface LevelFacts {
  readonly stores: readonly WallStore[];
  readonly zone: string;
  readonly now: Instant;
}

function toldLevel(handOvers: readonly HandedOver[], { stores, zone, now }: LevelFacts): ServiceLevel {
  const { within, late, pending, share, best } = serviceLevel(handOvers, now);
  return {
    within,
    late,
    pending,
    ...(share === undefined ? {} : { share }),
    ...(best === undefined ? {} : { best }),
    limits: limitsOf(stores),
    hours: levelByHour(handOvers, { zone, now }),
  };
}

function limitsOf(stores: readonly WallStore[]): ServiceLevel["limits"] {
  const limits = stores.map(({ limits: { firstReplyMs, hours } }) => ({ seconds: Math.round(firstReplyMs / 1000), hours }));
  const each = new Map(limits.map((limit) => [`${limit.seconds} ${limit.hours}`, limit]));
  return [...each.values()].toSorted((a, b) => a.seconds - b.seconds);
}

/** More than these nobody looks through on a wall. */
const MOST_AGENTS = 100;

interface AgentFacts {
  readonly roster: Awaited<ReturnType<typeof loadRoster>>;
  readonly stores: readonly StoreId[];
  readonly now: Instant;
}

async function agentsNow(database: Database, { roster, stores, now }: AgentFacts): Promise<AgentsNow> {
  const states = await loadAgentStates(database, now);
  const held = await loadHeld(database, roster.routing);
  const agents = agentsAt({ roster, states, held }, stores, now);
  const since = await statusesSince(database);
  const here = agents.filter(({ standing, load }) => standing !== "off-shift" || load > 0);
  const items = here.slice(0, MOST_AGENTS).map(({ shiftUntil, ...agent }) => {
    const said = since.get(agent.id);
    return {
      ...agent,
      ...(said === undefined ? {} : { since: iso(said) }),
      ...(shiftUntil === undefined ? {} : { shiftUntil: iso(shiftUntil) }),
    };
  });
  return { items, more: here.length - items.length, counts: countStandings(agents) };
}

const PAGE_SIZE = 20;
export const overdueQuery = z.object({
  store: storeAsked,
  which: z.enum(["now", "today"], "now or today"),
  at: z.coerce.number("a page, from 1").int("a page, from 1").min(1, "a page, from 1").max(10_000, "at most 10000").default(1),
});

async function readOverdue({ database, now }: WallParts, call: Call): Promise<OverduePage> {
  const asked = checked(overdueQuery, call.query);
  const stores = await visibleStores(database, call.principal, asked.store);
  const moment = now();
  const skip = (asked.at - 1) * PAGE_SIZE;
  const ids = stores.map(({ id }) => id);
  if (asked.which === "now") {
    const { items, total } = await overdueNow(database, ids, { now: moment, skip, take: PAGE_SIZE });
    return { items: await toldOverdue(database, ids, items), total };
  }
  const all = await handOversOf(database, daysOf(stores, moment));
  const late = all.filter((one) => metLimit(one, moment) === "late");
  return { items: await toldOverdue(database, ids, late.slice(skip, skip + PAGE_SIZE)), total: late.length };
}

interface Overdue extends Pick<HandedOver, "at" | "dueAt" | "repliedAt"> {
  readonly conversationId: string;
}

async function toldOverdue(
  database: Database,
  stores: readonly StoreId[],
  items: readonly Overdue[],
): Promise<readonly OverdueRow[]> {
  const client = database.scoped(stores);
  const ids = [...new Set(items.map(({ conversationId }) => conversationId))];
  const found = new Map((await findConversations(client, ids)).map((one) => [one.id, one]));
  const words = await lastWords(client, ids);
  return items.flatMap(({ conversationId, at, dueAt, repliedAt }) => {
    const conversation = found.get(conversationId);
    if (conversation === undefined || dueAt === undefined) return [];
    const replied = repliedAt === undefined ? {} : { repliedAt: iso(repliedAt) };
    return [{ conversation: rowOf(conversation, words.get(conversationId)), since: iso(at), dueAt: iso(dueAt), ...replied }];
  });
}

async function readTopics(
  { database, now }: WallParts,
  call: Call,
  keep: ReturnType<typeof keepFor<TopicsAnswer>>,
): Promise<TopicsAnswer> {
  const stores = await visibleStores(database, call.principal, checked(wallQuery, call.query).store);
  return keep(stores.map(({ id }) => id).join(" "), () => countTopics(database, stores, now()));
}

async function countTopics(database: Database, stores: readonly WallStore[], moment: Instant): Promise<TopicsAnswer> {
  const windows = stores.flatMap(({ id, timezone }) => windowsOf(moment, timezone).map((window) => ({ ...window, store: id })));
  const counts = await topicsIn(database, windows);
  const names = new Map(stores.map(({ id, name }) => [id, name]));
  const rising = risingTopics(counts).map(({ store, ...topic }) => ({
    ...topic,
    store: { id: store, name: names.get(store) ?? store },
  }));
  return { now: iso(moment), rising, comparedDays: comparedDays(counts) };
}

const iso = (at: Instant): string => new Date(at).toISOString();

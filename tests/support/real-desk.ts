import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { furnishDesk } from "../../prisma/seed/load.ts";
import { createAccounts } from "../../src/accounts/accounts.ts";
import type { UserRequest } from "../../src/accounts/api.ts";
import { articleId, storeId, type StoreId } from "../../src/core/ids.ts";
import { systemClock } from "../../src/infra/clock.ts";
import { openDatabase, type Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { ROOT } from "../../src/infra/root.ts";
import type { KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import type { TestPlace } from "./databases.ts";
import { serverProcess, type ServerProcess } from "./server-process.ts";

/** The real program on a place of its own, with a shop that sells small appliances and people who can sign in. */
export interface RealDesk {
  readonly server: ServerProcess;
  /** Serves the shop, on shift round the clock, and may have fifty conversations at once. */
  readonly agent: SignIn;
  readonly admin: SignIn;
  readonly merchant: SignIn;
  readonly supervisor: SignIn;
}

export interface SignIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const SHOP = { id: storeId("store-shop"), key: "shop", name: "檐下生活", secret: "the shop's own secret" };

/** A shop whose every word is hostile, and an agent of it with a hostile name. */
export interface HostileWords {
  /** The store's name, its greeting, the agent's name. */
  readonly words: string;
  readonly each: readonly string[];
}

const NOTHING_HOSTILE: HostileWords = { words: "安静", each: [] };

export const HOSTILE_SHOP = { id: storeId("store-hostile"), key: "hostile", secret: "another secret" };

/** Furnishes the place and starts the server on it. `env`: more of its environment. */
export async function openRealDesk(
  place: TestPlace,
  hostile: HostileWords = NOTHING_HOSTILE,
  env: Readonly<Record<string, string>> = {},
): Promise<RealDesk> {
  const people = await onDatabase(place, async (db) => {
    await furnishDesk(db);
    await openShop(db);
    await openHostileShop(db, hostile);
    return makePeople(db, hostile);
  });
  const server = await serverProcess({ place, env });
  await server.start();
  return { server, ...people };
}

/** A shopper whom the store's own server signed in, as `data-identity-*` attributes of the widget or in a session request. */
export function provenShopper(id: string, name: string, secret: string = SHOP.secret) {
  return { id, name, hmac: createHmac("sha256", secret).update(id).digest("hex") };
}

/** The database of a place whose server does not run (or is PostgreSQL). */
export async function onDatabase<T>(place: TestPlace, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(
    place.url === undefined ? { type: "directory", dataDir: place.dataDir ?? "" } : { type: "server", url: place.url },
  );
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function openShop(db: Database): Promise<void> {
  await db.prisma.store.create({
    data: {
      id: SHOP.id,
      key: SHOP.key,
      name: SHOP.name,
      identitySecret: SHOP.secret,
      languages: ["zh-CN", "zh-TW", "en"],
      greeting: { "zh-CN": "您好，这里是檐下生活，想问什么直接说。" },
      quickChoices: [
        { id: "ship-time", label: "多久发货" },
        { id: "warranty", label: "保修多久" },
      ],
    },
  });
  const bytes = await readFile(join(ROOT, "prisma", "seed", "demo", "knowledge.csv"));
  const { rows, errors } = parseKnowledgeFile(bytes, { timezone: "Asia/Shanghai", topics: [] });
  if (errors.length > 0) throw new Error(`The demo's knowledge cannot be read: ${JSON.stringify(errors[0])}`);
  await learn(db, SHOP.id, rows);
  await hire(db, { id: "zhou-xiao", name: "周晓", store: SHOP.id });
}

/** The one thing the hostile shop can be asked plainly; its answer is hostile all the same. */
export const CLEAR_QUESTION = "退货地址在哪里？";

async function openHostileShop(db: Database, { words, each }: HostileWords): Promise<void> {
  const quickChoices = each.slice(0, 20).map((label, index) => ({ id: `hostile-${index}`, label }));
  const greeting = { "zh-CN": words };
  const { id, key, secret: identitySecret } = HOSTILE_SHOP;
  await db.prisma.store.create({ data: { id, key, name: words, identitySecret, greeting, quickChoices } });
  const rows = each.map((text, index) => ({
    id: articleId(`hostile-${index}`),
    phase: "presale" as const,
    question: text,
    alternatives: index === 0 ? [CLEAR_QUESTION] : [],
    answer: text,
  }));
  await learn(db, id, rows);
  await hire(db, { id: "hostile-agent", name: words, store: id });
}

async function learn(db: Database, store: StoreId, rows: readonly KnowledgeRow[]): Promise<void> {
  await importArticles(db, { store, rows, act: { by: "test", now: systemClock.now(), why: "a test" } });
}

async function hire(db: Database, agent: { readonly id: string; readonly name: string; readonly store: StoreId }): Promise<void> {
  await db.prisma.agent.create({
    data: {
      id: agent.id,
      name: agent.name,
      skills: ["any"],
      capacity: 50,
      stores: { create: { storeId: agent.store } },
      shifts: { create: { days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], start: "00:00", end: "24:00" } },
    },
  });
}

async function makePeople(db: Database, { words }: HostileWords): Promise<Omit<RealDesk, "server">> {
  const config = { baseUrl: "http://127.0.0.1" };
  const accounts = await createAccounts({ db, config, log: createLog("silent"), clock: systemClock });
  const make = async (request: UserRequest): Promise<SignIn> => {
    const made = await accounts.create(request);
    if (made.type === "refused") throw new Error(`${request.email} was refused: ${made.fault.field} ${made.fault.remedy}`);
    return { name: request.name, email: request.email, password: made.password };
  };
  try {
    await make({ name: words.slice(0, 100), email: "hostile@shop.test", role: "merchant", stores: [HOSTILE_SHOP.id] });
    return {
      agent: await make({ name: "周晓", email: "zhou@shop.test", role: "agent", agentId: "zhou-xiao", stores: [SHOP.id] }),
      merchant: await make({ name: "王老板", email: "wang@shop.test", role: "merchant", stores: [SHOP.id] }),
      supervisor: await make({ name: "陈主管", email: "chen@shop.test", role: "supervisor", stores: [SHOP.id] }),
      admin: await make({ name: "老板", email: "boss@shop.test", role: "admin", agentId: "hostile-agent", stores: [] }),
    };
  } finally {
    await accounts.close();
  }
}

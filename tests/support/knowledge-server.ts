import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Router } from "express";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Principal } from "../../src/accounts/rules.ts";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import type { Role } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { createApp, finishApp, mountRoutes } from "../../src/infra/http.ts";
import { createLog } from "../../src/infra/log.ts";
import type { ArticleRow, ImportPreview } from "../../src/knowledge/api.ts";
import { knowledgeRoutes } from "../../src/knowledge/routes.ts";
import type { DatabaseForTest } from "./databases.ts";
import { plainUnderstanding } from "./worlds.ts";

const NOW = Date.UTC(2026, 9, 1);

/** What came back, its body as JSON where it is some. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly json: T;
}

/** Who asks (a supervisor of the test's store unless it says otherwise), with what. */
export interface Ask {
  readonly role?: Role;
  readonly stores?: readonly StoreId[];
  readonly json?: unknown;
  readonly bytes?: Uint8Array | string;
}

/** The knowledge's routes over HTTP, and a new store for each test. `meet` gets the database before the tests begin. */
export function serveKnowledge(databases: DatabaseForTest, meet: (database: Database) => void) {
  let database: Database;
  let base: string;
  let close: () => Promise<void>;
  let store: StoreId;
  let stores = 0;
  const changes: StoreId[] = [];
  const everyStore: StoreId[] = [];

  beforeAll(async () => {
    database = await databases.open();
    await database.prisma.store.upsert({
      where: { id: "shared" },
      create: { id: "shared", key: "shared", name: "共享" },
      update: {},
    });
    meet(database);
    const app = createApp({ trustProxy: [] });
    const router = Router();
    const routes = knowledgeRoutes({
      database,
      now: () => NOW,
      understanding: plainUnderstanding(),
      onChange: (changed) => changes.push(changed),
    });
    mountRoutes(router, routes, async (request) => principalOf(request.get("x-role"), request.get("x-stores")));
    app.use(router);
    finishApp(app, createLog("silent"));
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    base = `http://127.0.0.1:${port}/api/console/stores`;
    close = () => new Promise((resolve) => server.close(() => resolve()));
  });
  afterAll(() => close());

  const newStore = async (): Promise<StoreId> => {
    stores += 1;
    await database.prisma.store.create({ data: { id: `store-${stores}`, key: `key-${stores}`, name: "小店" } });
    everyStore.push(storeId(`store-${stores}`));
    return storeId(`store-${stores}`);
  };
  beforeEach(async () => {
    store = await newStore();
    changes.length = 0;
  });

  const principalOf = (role: string | undefined, own: string | undefined): Principal | undefined => {
    const known = (["agent", "supervisor", "merchant", "admin"] as const).find((name) => name === role);
    if (known === undefined) return undefined;
    const list = known === "admin" ? everyStore : (own ?? "").split(",").map(storeId);
    return { userId: "u", name: "王芳", email: "wang@example.com", role: known, stores: list };
  };

  const ask = async <T = Record<string, unknown>>(method: string, path: string, words: Ask = {}): Promise<Answer<T>> => {
    const { role = "supervisor", stores: own = [store], json, bytes } = words;
    const type = json === undefined ? "text/csv" : "application/json";
    const body = json === undefined ? bytes : JSON.stringify(json);
    const response = await fetch(`${base}/${path}`, {
      method,
      headers: { "x-role": role, "x-stores": own.join(","), ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text };
  };
  const put = (id: string, json: object, more: Ask = {}) =>
    ask<ArticleRow>("PUT", `${store}/articles/${encodeURIComponent(id)}`, { json, ...more });
  const importAll = async (bytes: Uint8Array | string, more: Ask = {}, at: StoreId = store) => {
    const preview = await ask<ImportPreview>("POST", `${at}/articles/preview`, { bytes, ...more });
    return ask("POST", `${at}/articles/import?digest=${preview.json.digest}&why=%E9%A6%96%E6%AC%A1`, { bytes, ...more });
  };

  return {
    /** The test's store. */
    store: () => store,
    newStore,
    base: () => base,
    /** The stores whose knowledge was told to have changed, in order. */
    changes,
    ask,
    put,
    importAll,
  };
}

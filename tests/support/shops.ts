import { createHmac } from "node:crypto";
import type { Prisma } from "../../src/infra/generated/client.ts";
import { storeId } from "../../src/core/ids.ts";
import type { VisitorDesk, VisitRequest } from "../../src/core/visitor.ts";
import type { Database } from "../../src/infra/database.ts";
import { createFiles } from "../../src/infra/files.ts";
import { createVisitorDesk } from "../../src/visitors/desk.ts";
import { foldersForTest } from "./folders.ts";

/** What the shops of a test prove identities with. */
export const IDENTITY_SECRET = "a-secret-of-the-test-shop";

/** Opens a store under a key of its own. */
export async function openShop(db: Database, key: string, more: Partial<Prisma.StoreCreateInput> = {}) {
  await db.prisma.store.create({
    data: { id: `id-${key}`, key, name: `${key}小店`, greeting: { "zh-CN": "您好！", en: "Hello!" }, ...more },
  });
  return storeId(`id-${key}`);
}

/** An identity as a store's own server would prove it. */
export function identityOf(id: string, secret = IDENTITY_SECRET) {
  return { id, name: `顾客${id}`, hmac: createHmac("sha256", secret).update(id).digest("hex") };
}

export interface DeskForTest {
  readonly desk: VisitorDesk;
  /** Moves the desk's clock on. */
  pass(ms: number): void;
  /** Opens a visit that must succeed. */
  visit(storeKey: string, more?: Partial<VisitRequest>): ReturnType<typeof visitOf>;
}

// A worker of the tests is killed: it has no exit at which to tidy up.
const newFolder = foldersForTest();

/** A visitors' desk on a real database, with a clock of its own that starts at the given time. */
export function openDesk(db: Database, startAt = Date.parse("2026-10-01T08:00:00Z")): DeskForTest {
  let now = startAt;
  const desk = createVisitorDesk({
    database: db,
    files: createFiles(db, newFolder()),
    now: () => now,
    baseUrl: "http://desk.example:8040",
    estimateWait: async (_store, position) => ({ fromMinutes: position, toMinutes: position * 2 }),
  });
  return {
    desk,
    pass: (ms) => {
      now += ms;
    },
    visit: (storeKey, more = {}) => visitOf(desk, { storeKey, ...more }),
  };
}

async function visitOf(desk: VisitorDesk, request: VisitRequest) {
  const answer = await desk.open(request);
  if (answer.type === "refused") throw new Error(`the visit was refused: ${answer.because}`);
  return answer;
}

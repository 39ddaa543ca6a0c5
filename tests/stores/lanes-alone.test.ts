import { afterEach, beforeEach, expect, it } from "vitest";
import type { Understanding } from "../../src/core/understanding.ts";
import type { Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { createSpine, type RunningSpine } from "../../src/pipeline/spine.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openGate, reading } from "../support/gates.ts";
import { clockAt, furnish, messageFrom, STORE } from "../support/worlds.ts";

const KNOWN = "多久发货";

describeOnEachDatabase("A lane that failed with others", (database) => {
  let db: Database;
  let spines: RunningSpine[] = [];
  let rings = new Set<() => void>();
  let logged: string[] = [];

  beforeEach(async () => {
    db = await database.open();
    await furnish(db);
    [spines, rings, logged] = [[], new Set(), []];
  });
  afterEach(async () => {
    for (const spine of spines) await spine.stop();
  });

  async function open(understanding: Understanding, on = db): Promise<RunningSpine> {
    const spine = createSpine({
      db: on,
      clock: clockAt("2026-11-20T10:00:00+08:00"),
      understanding,
      log: createLog("warn", { write: (line) => void logged.push((JSON.parse(line) as { readonly msg: string }).msg) }),
      retryAfterMs: [1, 1, 1, 1],
      alarm: (_afterMs, ring) => {
        rings.add(ring);
        return () => void rings.delete(ring);
      },
    });
    spines.push(spine);
    await spine.start([]);
    return spine;
  }

  it("and is slow when it is taken on its own holds up nobody, and keeps its order", async () => {
    const gate = openGate();
    const alone = new Map([openGate(), openGate()].map((begun, at) => [`慢${at}`, begun]));
    const spine = await open(reading(failingFirst([...alone.keys()], (text) => (alone.get(text)?.open(), gate.opened))));
    const slow = [...alone].map(([text], at) => messageFrom(`slow-${at}`, text));
    // One after the other: a server's two loops would each be held up by one.
    for (const message of slow) {
      await spine.submit(message);
      await alone.get(message.text)?.opened;
    }
    const quick = messageFrom("ann", KNOWN);
    const after = messageFrom("slow-0", "后来的");
    for (const message of [quick, after]) await spine.submit(message);

    expect(await spine.settled(quick.id)).toMatchObject({ rule: "desk/answer" });
    expect(await db.prisma.incoming.count({ where: { handledAt: null } })).toBe(3);
    gate.open();
    await spine.idle();
    const lines = await db.prisma.message.findMany({ where: { laneId: after.lane, author: "shopper" }, orderBy: { seq: "asc" } });
    expect(lines.map(({ body }) => body)).toMatchObject([{ text: "慢0" }, { text: "后来的" }]);
    expect(await db.prisma.incoming.count({ where: { attempts: { gt: 0 } } })).toBe(0);
  });

  it("and does not come back is left to the next start when the desk stops", async () => {
    const begun = openGate();
    const never = openGate();
    const spine = await open(reading(failingFirst(["慢"], () => (begun.open(), never.opened))));
    const slow = messageFrom("slow", "慢");
    await spine.submit(slow);
    await begun.opened;
    await spine.stop();
    const next = await open(reading(async () => undefined));

    expect(await next.settled(slow.id)).toMatchObject({ effects: expect.anything() });
    never.open();
  });

  it("is counted and tried again when it is never ready, which is logged once each time, and holds up nobody", async () => {
    const begun = [openGate(), openGate(), openGate()];
    const never = openGate();
    let tries = 0;
    const spine = await open(
      reading(async (text) => {
        if (text !== "慢") return;
        tries += 1;
        begun[tries - 1]?.open();
        if (tries < 3) await never.opened;
      }),
    );
    const slow = messageFrom("slow", "慢");
    await spine.submit(slow);
    // With others, then on its own.
    for (const gate of begun.slice(0, 2)) {
      await gate.opened;
      await spine.settled(await said(spine, KNOWN));
      rings.forEach((ring) => ring());
    }

    expect(await spine.settled(slow.id)).toMatchObject({ effects: expect.anything() });
    never.open();
    await spine.idle();
    expect(await db.prisma.incoming.findUnique({ where: { id: slow.id } })).toMatchObject({ attempts: 1, parkedAt: null });
    expect(logged).toEqual(["lane not ready in time, taken on its own", "event failed, will be tried again"]);
    expect(await db.prisma.message.count({ where: { laneId: slow.lane, author: "shopper" } })).toBe(1);
  });

  it("is committed to the end before the desk has stopped", async () => {
    const begun = openGate();
    const gate = openGate();
    const happened: string[] = [];
    const transaction: Database["transaction"] = async (work) => {
      begun.open();
      await gate.opened;
      const result = await db.transaction(work);
      happened.push("committed");
      return result;
    };
    const spine = await open(reading(failingFirst(["慢"], async () => undefined)), { ...db, transaction });
    await spine.submit(messageFrom("slow", "慢"));
    await begun.opened;
    const stopped = spine.stop().then(() => happened.push("stopped"));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    gate.open();
    await stopped;

    expect(happened).toEqual(["committed", "stopped"]);
  });

  it("because its event names no store is set aside, and is not tried for ever", async () => {
    const spine = await open(reading(async () => undefined));
    const first = messageFrom("ann", KNOWN);
    await spine.submit(first);
    await spine.idle();
    const odd = { ...first, storeId: undefined, type: "human-requested", id: "odd" };
    await db.pool.query(
      `INSERT INTO "Incoming"("id", "laneId", "storeId", "fingerprint", "payload", "receivedAt") VALUES ($1, $2, $3, 'odd', $4, now())`,
      [odd.id, odd.lane, STORE, JSON.stringify(odd)],
    );
    const after = messageFrom("ann", "后来的");
    await spine.submit(after);

    expect(await spine.settled(after.id)).toMatchObject({ effects: expect.anything() });
    expect(await db.prisma.incoming.findUnique({ where: { id: odd.id } })).toMatchObject({ attempts: 5, handledAt: null });
  });
});

async function said(spine: RunningSpine, text: string) {
  const message = messageFrom("ann", text);
  await spine.submit(message);
  return message.id;
}

/** Of these texts the first try fails; what the next ones wait for. */
function failingFirst(texts: readonly string[], then: (text: string) => Promise<void>): (text: string) => Promise<void> {
  const failed = new Set<string>();
  return async (text) => {
    if (!texts.includes(text)) return;
    if (failed.has(text)) return then(text);
    failed.add(text);
    throw new Error("it broke");
  };
}

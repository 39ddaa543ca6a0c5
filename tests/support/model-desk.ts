import fc from "fast-check";
import { agentId, contactLane, storeId, type AgentId, type IncomingId, type LaneId, type StoreId } from "../../src/core/ids.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import type { Agent, Instant } from "../../src/core/words.ts";
import type { Database } from "../../src/infra/database.ts";
import type { RoutingFile } from "../../src/staffing/rules/routing-file.ts";
import { createLog } from "../../src/infra/log.ts";
import { createSpine, type RunningSpine } from "../../src/pipeline/spine.ts";
import { furnish, plainUnderstanding, STORE } from "./worlds.ts";

/** A second store, whose people are not those of the first. */
export const OTHER_STORE = storeId("store-2");
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Shoppers, and the store each writes to. */
export const SHOPPERS = ["ann", "bob", "cem", "dora"] as const;
export type Shopper = (typeof SHOPPERS)[number];
const STORE_OF: Readonly<Record<Shopper, StoreId>> = { ann: STORE, bob: STORE, cem: OTHER_STORE, dora: STORE };

export const PEOPLE = ["li", "han", "wang", "boss"] as const;
export type Colleague = (typeof PEOPLE)[number];
export const named = (id: Colleague): Agent => ({ id: agentId(id), name: id });

interface DrawnAgent {
  readonly capacity: number;
  readonly hours: string;
  readonly skills: readonly string[];
  readonly stores: "both" | "first" | "second";
  readonly employer: "vendor" | "merchant";
  readonly trainee: "none" | "shadow" | "supervised";
}

/** A desk as a run begins with it. */
export interface DrawnDesk {
  readonly at: string;
  readonly acceptAtOnce: boolean;
  readonly hasSupervisor: boolean;
  readonly routing: RoutingFile;
  readonly agents: Readonly<Record<Colleague, DrawnAgent>>;
  /** Who asks for a person before anything else happens. */
  readonly asking: readonly Shopper[];
}

const someAgent: fc.Arbitrary<DrawnAgent> = fc.record({
  capacity: fc.constantFrom(1, 2, 3),
  hours: fc.constantFrom("00:00-24:00", "00:00-24:00", "00:00-24:00", "09:00-18:00", "18:00-02:00", ""),
  skills: fc.constantFrom(["any"], ["any"], ["presale"], ["aftersale"]),
  stores: fc.constantFrom("both" as const, "both" as const, "both" as const, "first" as const, "second" as const),
  employer: fc.constantFrom("vendor" as const, "merchant" as const),
  trainee: fc.constantFrom(
    "none" as const,
    "none" as const,
    "none" as const,
    "none" as const,
    "supervised" as const,
    "shadow" as const,
  ),
});

const someRouting: fc.Arbitrary<RoutingFile> = fc.constantFrom<RoutingFile[]>(
  {},
  {},
  { weights: { presale: 2, aftersale: 2 } },
  { weights: { presale: 2 }, silence: [{ after_minutes: 2, percent: 50 }] },
  { employer_first: { [STORE]: "vendor" }, wait_seconds: { "other-employer": 60, supervisor: 120 } },
  { employer_share: { vendor: 2, merchant: 1 }, excluded_minutes: 1 },
  { long_work: ["presale"], ageing: { every_minutes: 1, most: 2 } },
);

export const someDesk: fc.Arbitrary<DrawnDesk> = fc.record({
  at: fc.constantFrom("10:00:00", "17:54:00", "17:59:30", "01:58:00", "23:30:00"),
  acceptAtOnce: fc.constantFrom(false, false, false, true),
  hasSupervisor: fc.boolean(),
  routing: someRouting,
  agents: fc.record({ li: someAgent, han: someAgent, wang: someAgent, boss: someAgent }),
  asking: fc.subarray([...SHOPPERS]),
});

/** The real spine on a real database, with a clock that is set and colleagues who do what they are told. */
export interface ModelDesk {
  readonly db: Database;
  now(): Instant;
  /** Says only what time it is. */
  setNow(now: Instant): void;
  /** Each act goes to another process than the one before, where there are two. */
  submit(incoming: Incoming): Promise<void>;
  /** A process looks at the clock. */
  fireTimers(): Promise<void>;
  /** A process ends as it is told to, and another one begins. */
  restart(): Promise<void>;
  /** Resolves when nothing is left to do at this moment. */
  settle(): Promise<void>;
  /** What was acknowledged since the beginning. */
  readonly acknowledged: readonly IncomingId[];
  /** New in this run, and in all others. */
  newId(what: string): string;
  stop(): Promise<void>;
}

export function homeOf(shopper: Shopper): { readonly store: StoreId; readonly lane: LaneId } {
  const store = STORE_OF[shopper];
  return { store, lane: contactLane(store, { channel: "fake", room: `room-${store}` }, shopper) };
}

/** Two stores, without anybody; once for all runs on this database. */
export async function furnishStores(db: Database): Promise<void> {
  for (const store of [STORE, OTHER_STORE]) await furnish(db, { store });
}

/** Forgets the run before and begins another one. */
export async function openModelDesk(db: Database, drawn: DrawnDesk): Promise<ModelDesk> {
  await forget(db);
  await hire(db, drawn);
  runs += 1;
  const run = runs;
  const acknowledged: IncomingId[] = [];
  let [now, turn, ids] = [Date.parse(`2026-11-20T${drawn.at}+08:00`), 0, 0];
  const clock = { now: () => now };
  const begin = async (): Promise<RunningSpine> => {
    const parts = { db, clock, understanding: plainUnderstanding(), log: createLog("silent") };
    const spine = createSpine({ ...parts, retryAfterMs: [1, 1, 1, 1] });
    await spine.start([]);
    return spine;
  };
  const processes = await Promise.all((db.kind === "postgresql" ? [0, 1] : [0]).map(begin));
  const next = (): number => (turn = (turn + 1) % processes.length);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      for (const spine of processes) {
        await spine.recover();
        await spine.idle();
      }
      if (!(await isSomethingLeft(db, now))) return;
    }
    throw new Error("The desk does not come to rest.");
  };
  const restart = async (): Promise<void> => {
    const at = next();
    await processes[at]?.stop();
    processes[at] = await begin();
  };
  let restarted = Promise.resolve();
  return {
    db,
    acknowledged,
    now: () => now,
    setNow: (to) => void (now = to),
    submit: async (incoming) => {
      const received = await processes[next()]?.submit(incoming);
      if (received === "stored") acknowledged.push(incoming.id);
      else throw new Error(`${incoming.id} was not stored: ${String(received)}`);
    },
    fireTimers: async () => void (await processes[next()]?.fireTimers()),
    // One after the other: else two would begin in the place of one, and nobody would end the first of them.
    restart: () => (restarted = restarted.then(restart)),
    settle,
    newId: (what) => `${what}-${run}-${(ids += 1)}`,
    stop: async () => {
      for (const spine of processes) await spine.stop();
    },
  };
}

let runs = 0;
/** What is raised raises more, but not for ever. */
const MOST_ROUNDS = 60;

async function isSomethingLeft({ pool }: Database, now: Instant): Promise<boolean> {
  const { rows } = await pool.query<{ left: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "Incoming" WHERE "handledAt" IS NULL AND "parkedAt" IS NULL)
       OR EXISTS (SELECT 1 FROM "Timer" WHERE "dueAt" <= $1) AS left`,
    [new Date(now)],
  );
  return rows[0]?.left === true;
}

const FORGOTTEN = ["Message", "Outbox", "Timer", "Alert", "Decision", "Escalation", "Conversation", "Incoming", "Lane"];

async function forget(db: Database): Promise<void> {
  for (const table of FORGOTTEN) await db.pool.query(`DELETE FROM "${table}"`);
  await db.prisma.desk.updateMany({ data: { supervisorOnCallId: null } });
  await db.prisma.agentStore.deleteMany();
  await db.prisma.shift.deleteMany();
  await db.prisma.agent.deleteMany();
}

async function hire(db: Database, { agents, routing, hasSupervisor, acceptAtOnce }: DrawnDesk): Promise<void> {
  const people = PEOPLE.map((id) => ({ id, ...agents[id] }));
  await db.prisma.agent.createMany({
    data: people.map(({ id, capacity, skills, employer, trainee }) => ({
      ...{ id, name: id, capacity, skills: [...skills], employer },
      ...(trainee === "none" ? {} : { traineeStage: trainee, traineeDailyLimit: trainee === "supervised" ? 2 : null }),
    })),
  });
  const served = { both: [STORE, OTHER_STORE], first: [STORE], second: [OTHER_STORE] };
  await db.prisma.agentStore.createMany({
    data: people.flatMap(({ id, stores }) => served[stores].map((store) => ({ agentId: id, storeId: store }))),
  });
  await db.prisma.shift.createMany({
    data: people.flatMap(({ id, hours }) => {
      const [start = "", end = ""] = hours.split("-");
      return hours === "" ? [] : [{ agentId: id, days: DAYS, start, end }];
    }),
  });
  await db.prisma.desk.update({
    where: { id: "desk" },
    data: { routing, acceptAtOnce, supervisorOnCallId: hasSupervisor ? "boss" : null, rosterVersion: { increment: 1 } },
  });
}

/** Somebody is in the roster, or no more. */
export async function setActive(db: Database, id: AgentId | Colleague, active: boolean): Promise<void> {
  await db.prisma.agent.update({ where: { id }, data: { active } });
  await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
}

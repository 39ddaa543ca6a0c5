import { createFakeChannel, type FakeChannel } from "../../adapters/fake/index.ts";
import { furnishDesk } from "../../prisma/seed/load.ts";
import { freePort } from "../../scripts/support/ports.ts";
import { createAccounts } from "../../src/accounts/accounts.ts";
import type { UserRequest } from "../../src/accounts/api.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import type { Clock } from "../../src/infra/clock.ts";
import { readConfig } from "../../src/infra/config.ts";
import type { Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import { startProgram } from "../../src/program.ts";
import type { Weekday } from "../../src/staffing/rules/roster.ts";
import type { TestPlace } from "./databases.ts";
import { onDatabase, type SignIn } from "./real-desk.ts";
import { clockAt } from "./worlds.ts";

/** The store that is served, and another of the same desk whose name must not slip out. */
export const STORE = { id: storeId("store-eaves"), key: "eaves", name: "檐下生活", identitySecret: "only the shop knows" };
export const OTHER_STORE = { id: storeId("store-brook"), key: "brook", name: "溪石户外" };

/** What the bot knows. */
export const KNOWN = { question: "下单后多久发货？", answer: "16 点前付款的当天发出，之后的次日发出。" };

/** 李雷 works by day, 韩梅梅 until late, 周夜 through the night; 周岚 supervises. */
export const PEOPLE = ["li-lei", "han-meimei", "zhou-ye", "zhou-lan"] as const;
export type Who = (typeof PEOPLE)[number];

/** The whole program in this process, by a clock that the test sets. */
export interface ShiftDesk {
  readonly url: string;
  readonly people: Readonly<Record<Who, SignIn>>;
  /** A platform that does not read our ledger: what is said there is sent, and may be put off. */
  readonly platform: Platform;
  /** The next Tuesday, Thursday or Saturday, as `2026-11-24`: each story has a day of its own. */
  nextDay(): string;
  /** Sets the clock and lets everything happen that is due. `time`: `17:58` in China. */
  at(day: string, time: string): Promise<void>;
  /** Lets everything happen that is under way. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface Platform extends FakeChannel {
  /** From now on it takes nothing (it says to try again later), or takes everything again. */
  putOff(isPutOff: boolean): void;
}

/** Furnishes the place and starts the program on it. */
export async function openShiftDesk(place: TestPlace): Promise<ShiftDesk> {
  const clock = clockAt("2026-11-23T12:00:00+08:00");
  const people = await onDatabase(place, (db) => furnish(db, clock));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const where = place.url === undefined ? { COUNTERBELL_DATA_DIR: place.dataDir } : { DATABASE_URL: place.url };
  const config = readConfig({ ...where, PORT: String(port), BASE_URL: url, DEMO: "no", LOG_LEVEL: "silent" });
  const platform = createPlatform(clock);
  const quiet = { say: () => undefined, meet: () => undefined };
  const program = await startProgram(config, createLog("silent"), { ...quiet, clock, channels: [platform] });
  const days = storyDays();
  return {
    url,
    people,
    platform,
    nextDay: () => days.next().value,
    at: async (day, time) => {
      clock.set(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`);
      await program.catchUp();
    },
    settle: program.catchUp,
    stop: program.stop,
  };
}

function createPlatform(clock: Clock): Platform {
  const channel = createFakeChannel({ now: clock.now });
  let isBusy = false;
  return {
    ...channel,
    putOff: (isPutOff) => (isBusy = isPutOff),
    send: async (message) => (isBusy ? { type: "retry-later", afterMs: 1 } : channel.send(message)),
  };
}

/** Nights begin on these days and end on others, whose own nights are nobody's. */
const NIGHT_DAYS: readonly Weekday[] = ["Tue", "Thu", "Sat"];
const EVERY_DAY: readonly Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function* storyDays(): Generator<string, never> {
  for (let at = Date.parse("2026-11-24T00:00:00Z"); ; at += 86_400_000) {
    const day = new Date(at);
    if ([2, 4, 6].includes(day.getUTCDay())) yield day.toISOString().slice(0, 10);
  }
}

interface Hired {
  readonly id: Who;
  readonly name: string;
  readonly level: number;
  readonly shift?: { readonly days: readonly Weekday[]; readonly start: string; readonly end: string };
}

const TEAM: readonly Hired[] = [
  { id: "li-lei", name: "李雷", level: 4, shift: { days: EVERY_DAY, start: "09:00", end: "18:00" } },
  { id: "han-meimei", name: "韩梅梅", level: 3, shift: { days: EVERY_DAY, start: "10:00", end: "22:00" } },
  { id: "zhou-ye", name: "周夜", level: 3, shift: { days: NIGHT_DAYS, start: "22:00", end: "06:00" } },
  { id: "zhou-lan", name: "周岚", level: 5 },
];

async function furnish(db: Database, clock: Clock): Promise<Readonly<Record<Who, SignIn>>> {
  await furnishDesk(db);
  for (const store of [STORE, OTHER_STORE]) await db.prisma.store.create({ data: store });
  await db.prisma.placeBinding.create({ data: { channel: "fake", room: "counter", storeId: STORE.id, purpose: "shopper" } });
  const rows = [{ id: articleId("ship-time"), phase: "presale" as const, alternatives: ["什么时候发货"], ...KNOWN }];
  await importArticles(db, { store: STORE.id, rows, act: { by: "test", now: clock.now(), why: "a test" } });
  for (const hired of TEAM) await hire(db, hired);
  return signUp(db, clock);
}

async function hire(db: Database, { id, name, level, shift }: Hired): Promise<void> {
  const stores = { create: { storeId: STORE.id } };
  const shifts = shift === undefined ? {} : { shifts: { create: { ...shift, days: [...shift.days] } } };
  await db.prisma.agent.create({
    data: { id, name, skills: ["any"], levels: { any: level }, capacity: 3, stores, ...shifts },
  });
}

async function signUp(db: Database, clock: Clock): Promise<Readonly<Record<Who, SignIn>>> {
  const accounts = await createAccounts({ db, config: { baseUrl: "http://127.0.0.1" }, log: createLog("silent"), clock });
  const make = async (who: Who): Promise<SignIn> => {
    const name = TEAM.find(({ id }) => id === who)?.name ?? who;
    const role: UserRequest["role"] = who === "zhou-lan" ? "supervisor" : "agent";
    const made = await accounts.create({ name, email: `${who}@shop.test`, role, agentId: who, stores: [STORE.id] });
    if (made.type === "refused") throw new Error(`${who} was refused: ${made.fault.field} ${made.fault.remedy}`);
    return { name, email: `${who}@shop.test`, password: made.password };
  };
  try {
    return {
      "li-lei": await make("li-lei"),
      "han-meimei": await make("han-meimei"),
      "zhou-ye": await make("zhou-ye"),
      "zhou-lan": await make("zhou-lan"),
    };
  } finally {
    await accounts.close();
  }
}

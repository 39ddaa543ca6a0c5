import type { WebChannel } from "../adapters/web/index.ts";
import { createEmbedder, type Embedder } from "../adapters/embeddings/index.ts";
import { loadModel } from "../intents/model.ts";
import { openWorkbench } from "../intents/workbench.ts";
import { furnishDesk, loadDemo, noteDemoLoaded } from "../prisma/seed/load.ts";
import { createAccounts, type Accounts } from "./accounts/accounts.ts";
import type { UserCreated } from "./accounts/api.ts";
import { ensureFirstUsers } from "./accounts/first-users.ts";
import { relearnAnswering } from "./answering/jobs.ts";
import { settlePending } from "./audit/pending.ts";
import { dropOldAlerts } from "./alerts/store.ts";
import { createEventStreams } from "./desk/routes/events.ts";
import { createOnlookers } from "./desk/routes/onlookers.ts";
import { dropOldConsoleEvents } from "./desk/store/console-events.ts";
import { keepIndexed } from "./desk/store/search-index.ts";
import { createTypingSigns } from "./desk/routes/typing.ts";
import type { Channel } from "./core/channel.ts";
import type { ShopperSigned } from "./desk/workspace/api.ts";
import type { Understanding } from "./core/understanding.ts";
import type { Instant } from "./core/words.ts";
import { systemClock, type Clock } from "./infra/clock.ts";
import { runCommand } from "./cli/commands.ts";
import type { Config } from "./infra/config.ts";
import { openControl, type Control } from "./infra/control.ts";
import { openDatabase, type Database } from "./infra/database.ts";
import { watchEmbedder } from "./infra/embedding-metrics.ts";
import { createFiles } from "./infra/files.ts";
import { tidyUp } from "./infra/housekeeping.ts";
import { openDoor } from "./infra/door.ts";
import { learnFromAll } from "./learning/jobs.ts";
import { startJobs, type Jobs } from "./infra/jobs.ts";
import type { Log } from "./infra/log.ts";
import { createMetrics, type Metrics } from "./infra/metrics.ts";
import { dropOldRouting, dropUnnamedSnapshots } from "./pipeline/jobs.ts";
import type { RunningSpine } from "./pipeline/spine.ts";
import { assembleSpine, type Parts } from "./program-spine.ts";
import { tellRouting } from "./staffing/changed.ts";
import { createPresence } from "./staffing/presence.ts";
import { firstShops, type StoreNamed } from "./stores/store.ts";
import { hearSigns } from "./visitors/signs.ts";
import { dropUnsentUploads } from "./visitors/jobs.ts";
import { dropOldChanges } from "./staffing/store-changes.ts";
import { dropOldDeliveries } from "./webhooks/store/deliveries.ts";
import { forgetEarlierSecrets } from "./webhooks/store/secrets.ts";
import { assembleApp } from "./program-app.ts";
import { openWebhooks } from "./program-webhooks.ts";

/** The desk, running. */
export interface Program {
  readonly port: number;
  /** The first few shops, whose pages can be tried. */
  readonly shops: readonly StoreNamed[];
  /** Does now what is due by the clock, which is otherwise looked for every few seconds; resolves when nothing is under way. */
  catchUp(): Promise<void>;
  /** Takes no more, finishes what is under way, closes the database. */
  stop(): Promise<void>;
}

/** Where a start happens: whom it tells how it goes, by whose clock, and what is there besides. */
export interface Host {
  /** The machine's own when absent. */
  readonly clock?: Clock;
  /** Chat platforms that are spoken beside those of adapters/registry.ts. */
  readonly channels?: readonly Channel[];
  /** What is being done now. */
  say(line: string): void;
  /** People made at the first start, with the passwords that are told only now. */
  meet(people: readonly UserCreated[]): void;
}

/**
 * Introduces the parts to each other and starts them. Throws a sentence when something needed is missing; then everything
 * that was started is stopped again.
 */
export async function startProgram(config: Config, log: Log, host: Host): Promise<Program> {
  const undo: (() => Promise<void>)[] = [];
  const later = (step: () => Promise<void>): void => void undo.unshift(step);
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0)) {
      // One part that does not end well must not keep the others, above all the database, from ending at all.
      await step().catch((error: unknown) => log.error({ err: error }, "a part did not stop well"));
    }
  };
  try {
    return { ...(await startOn({ config, log, host, later })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Given {
  readonly config: Config;
  readonly log: Log;
  readonly host: Host;
  /** What a stop has to do; the last thing first. */
  readonly later: (step: () => Promise<void>) => void;
}

/** More shops than these are looked up in the console. */
const SHOPS_NAMED = 5;

async function startOn(given: Given): Promise<Omit<Program, "stop">> {
  const { config, log, host, later } = given;
  const clock = host.clock ?? systemClock;
  // The port first: a start that cannot be reached must not make people whose passwords nobody sees.
  const door = await openDoor(config);
  later(door.close);
  host.say(config.databaseUrl === undefined ? `Opening the embedded database in ${config.dataDir} …` : "Opening PostgreSQL …");
  const place = config.databaseUrl === undefined ? ({ type: "directory", dataDir: config.dataDir } as const) : undefined;
  const db = await openDatabase(place ?? { type: "server", url: config.databaseUrl ?? "" });
  later(() => db.close());
  const accounts = await createAccounts({ db, config, log, clock });
  later(() => accounts.close());
  const jobs = await db.exclusively(() => furnish({ db, accounts, config, log, host, clock }));
  later(() => jobs.stop());
  const metrics = createMetrics(db);
  const embedder = openEmbedder(config, metrics, log);
  later(async () => embedder?.close());
  host.say("Loading the understanding …");
  const model = await loadModel();
  const shared = { files: createFiles(db, config.dataDir), metrics, embedder, workbench: openWorkbench(model) };
  const parts: Parts = { config, clock, log, db, accounts, model, ...shared };
  await scheduleNights(jobs, parts);
  const webhooks = await openWebhooks(jobs, parts);
  later(async () => webhooks.stop());
  const { spine, web, understanding, ...registered } = await assembleSpine(parts);
  const channels = [...registered.channels, ...(host.channels ?? [])];
  const isReady = (): boolean => door.isOpen() && spine.recoveredMsAgo() < STALE_AFTER_MS;
  const live = await openLive(parts, spine, web);
  spine.onMoved(webhooks.lookSoon);
  const forApp = { ...parts, spine, channels, understanding, ...live, webRouter: web.router, wakeWebhooks: webhooks.wake };
  const app = assembleApp({ ...forApp, isReady });
  const index = keepIndexed(db, (error) => log.warn({ err: error }, "what was said is not in the search index yet"));
  later(() => index.close());
  later(() => spine.stop());
  await spine.start(channels);
  // A process that ended between storing a roster and telling the desk of it told nobody.
  await tellRouting({ spine, clock });
  const control = await openCommands(parts, understanding);
  later(async () => {
    for (const channel of channels) await channel.stop();
    await live.close();
    await control?.close();
    await door.drain();
  });
  const shops = await firstShops(db, SHOPS_NAMED);
  door.serve(app);
  spine.learnAhead();
  return { port: door.port, shops, catchUp: live.catchUp };
}

/** What consoles hear as it happens: events, who types, who looks, and who is there at all. */
async function openLive({ db, clock, accounts, log }: Parts, spine: RunningSpine, web: WebChannel) {
  const presence = createPresence({ db, spine, clock, log });
  const { authenticate, onChanged: onAccountChanged } = accounts;
  const events = createEventStreams({ db, spine, presence, authenticate, onAccountChanged, log });
  const typing = await createTypingSigns({ db, show: ({ lane, name }) => web.showTyping(lane, { who: "agent", name }) });
  const onlookers = await createOnlookers({ db, now: clock.now, streams: events });
  const catchUp = async (): Promise<void> => {
    await presence.look();
    await spine.recover();
    await spine.idle();
  };
  const stopSigns = await hearSigns(db, ({ storeId, ...signed }) => {
    events.tellStore(storeId, "shopper", signed satisfies ShopperSigned);
  });
  const close = async (): Promise<void> => {
    await stopSigns();
    events.close();
    presence.close();
    await typing.close();
    await onlookers.close();
  };
  return { events, typing, onlookers, catchUp, close };
}

/** What happens each night. Learning is a job of its own: it may take long, and what goes wrong with it keeps nobody's uploads. */
async function scheduleNights(jobs: Jobs, { config, db: database, clock, log, files, workbench }: Parts): Promise<void> {
  const { now } = clock;
  await jobs.schedule({ name: "housekeeping", cron: "17 4 * * *", withinMinutes: 15 }, () =>
    keepHouse({ config, db: database, files }, now()),
  );
  await jobs.schedule({ name: "audit", cron: "*/10 * * * *", withinMinutes: 5 }, async () => {
    await settlePending(database, now());
  });
  // Before the confidences: those are fitted to what people decided, this proposes what they may decide.
  await jobs.schedule({ name: "learning", cron: "7 3 * * *", withinMinutes: 120 }, () =>
    learnFromAll({ database, workbench, now, log }),
  );
  await jobs.schedule({ name: "answering", cron: "47 4 * * *", withinMinutes: 120 }, async () => {
    await relearnAnswering({ database, workbench, now, log });
  });
}

async function keepHouse({ config, db, files }: Pick<Parts, "config" | "db" | "files">, now: Instant): Promise<void> {
  // Uploads before visits: one that left nothing else goes with them.
  await dropUnsentUploads({ db, files, now });
  await dropUnnamedSnapshots(db, now);
  // After it: until when a roster was named is known then.
  await dropOldRouting(db, now, { keptDays: config.routingKeptDays });
  await dropOldConsoleEvents(db, now);
  await tidyUp(db, now);
  await dropOldAlerts(db, now);
  await dropOldDeliveries(db, now);
  await forgetEarlierSecrets(db, now);
  await dropOldChanges(db, now);
}

/** Without a successful recovery for so long the process is not ready: something it needs is away. */
const STALE_AFTER_MS = 60_000;

interface Furnishing {
  readonly db: Database;
  readonly accounts: Accounts;
  readonly config: Config;
  readonly log: Log;
  readonly host: Host;
  readonly clock: Clock;
}

/** What an empty database needs, by one process at a time. */
async function furnish({ db, accounts, config, log, host, clock }: Furnishing): Promise<Jobs> {
  await furnishDesk(db);
  const isDemo = config.demo && (await loadDemo(db, clock.now()));
  if (isDemo) host.say("Loaded the demo stores.");
  const people = await ensureFirstUsers({ db, accounts, demo: isDemo });
  if (people.length > 0) host.meet(people);
  if (isDemo) await noteDemoLoaded(db);
  return startJobs(db, log);
}

function openEmbedder({ embeddings }: Config, { registry }: Metrics, log: Log): Embedder | undefined {
  return embeddings === undefined ? undefined : createEmbedder({ ...embeddings, report: watchEmbedder(registry, log) });
}

/** With the embedded database, commands of the terminal are carried out here: no second process may open it. */
async function openCommands(
  { db: database, clock, config: { databaseUrl, dataDir, baseUrl }, accounts, workbench }: Parts,
  understanding: Understanding,
): Promise<Control | undefined> {
  if (databaseUrl !== undefined) return undefined;
  const opened = { understanding: async () => understanding, openWorkbench: async () => workbench };
  const world = { database, accounts, clock, baseUrl, ...opened };
  return openControl(dataDir, (request, write) => runCommand(world, request, write));
}

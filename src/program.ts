import type { Server, ServerResponse } from "node:http";
import { join } from "node:path";
import express, { type Express, type Router } from "express";
import { Gauge } from "prom-client";
import { createChannels } from "../adapters/registry.ts";
import type { WebChannel } from "../adapters/web/index.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import { furnishDesk, loadDemo } from "../prisma/seed/load.ts";
import { createAccounts, type Accounts } from "./accounts/accounts.ts";
import type { UserCreated } from "./accounts/api.ts";
import { ensureFirstUsers } from "./accounts/first-users.ts";
import { signInRouter } from "./accounts/routes/sign-in.ts";
import { userRoutes } from "./accounts/routes/users.ts";
import { deskRoutes } from "./desk/routes.ts";
import { createEventStreams, type EventStreams } from "./desk/routes/events.ts";
import { createTypingSigns, type TypingSigns } from "./desk/routes/typing.ts";
import type { Channel } from "./core/channel.ts";
import { systemClock } from "./infra/clock.ts";
import { runCommand } from "./cli/commands.ts";
import type { Config } from "./infra/config.ts";
import { openControl, type Control } from "./infra/control.ts";
import { openDatabase, type Database } from "./infra/database.ts";
import { createFiles, type Files } from "./infra/files.ts";
import { healthRouter } from "./infra/health.ts";
import { createHttpServer } from "./infra/http-server.ts";
import { createApp, finishApp, mountRoutes, type Route } from "./infra/http.ts";
import { startJobs } from "./infra/jobs.ts";
import type { Log } from "./infra/log.ts";
import { createMetrics, timeRequests, type Metrics } from "./infra/metrics.ts";
import { ROOT } from "./infra/root.ts";
import { knowledgeRoutes } from "./knowledge/routes.ts";
import { createSpine, type RunningSpine, type SpineMetrics } from "./pipeline/spine.ts";
import { estimateWait } from "./routing/rules/wait.ts";
import { measurePace } from "./routing/store.ts";
import { staffingRoutes } from "./staffing/routes.ts";
import { createVisitorDesk } from "./visitors/desk.ts";
import { createUploads } from "./visitors/uploads.ts";

/** The desk, running. */
export interface Program {
  readonly port: number;
  /** People made at the first start, with the passwords that are told only now. */
  readonly firstPeople: readonly UserCreated[];
  /** Takes no more, finishes what is under way, closes the database. */
  stop(): Promise<void>;
}

/** Introduces the parts to each other and starts them. Throws a sentence when something needed is missing. */
export async function startProgram(config: Config, log: Log, say: Say): Promise<Program> {
  say(config.databaseUrl === undefined ? `Opening the embedded database in ${config.dataDir} …` : "Opening PostgreSQL …");
  const db = await openDatabase(
    config.databaseUrl === undefined
      ? { type: "directory", dataDir: config.dataDir }
      : { type: "server", url: config.databaseUrl },
  );
  try {
    return await startOn(db, { config, log, say });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Tells a person who waits what is being done. */
type Say = (line: string) => void;

interface Given {
  readonly config: Config;
  readonly log: Log;
  readonly say: Say;
}

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly db: Database;
  readonly files: Files;
  readonly metrics: Metrics;
  readonly accounts: Accounts;
}

async function startOn(db: Database, { config, log, say }: Given): Promise<Program> {
  const clock = systemClock;
  await furnishDesk(db);
  const isDemo = config.demo && (await loadDemo(db, clock.now()));
  if (isDemo) say("Loaded the demo stores.");
  const accounts = await createAccounts({ db, config, log, clock });
  const firstPeople = await ensureFirstUsers({ db, accounts, demo: isDemo });
  const parts: Parts = { config, log, db, files: createFiles(db, config.dataDir), metrics: createMetrics(db), accounts };
  say("Loading the understanding …");
  const { spine, channels, web } = await assembleSpine(parts);
  const state = { isReady: false };
  const events = createEventStreams({
    db,
    spine,
    authenticate: accounts.authenticate,
    onAccountChanged: accounts.onChanged,
    log,
  });
  const typing = await createTypingSigns({ db, show: ({ lane, name }) => web.showTyping(lane, { who: "agent", name }) });
  const app = assembleApp({ ...parts, spine, events, typing, webRouter: web.router, isReady: () => state.isReady });
  await spine.start(channels);
  const jobs = await startJobs(db, log);
  await jobs.every("recover", 5, () => spine.recover());
  const control = await openCommands(parts);
  const server = await listen(app, config);
  state.isReady = true;
  return {
    port: portOf(server),
    firstPeople,
    stop: async () => {
      state.isReady = false;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const channel of channels) await channel.stop();
      events.close();
      await typing.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS).unref();
      await closed;
      await control?.close();
      await jobs.stop();
      await spine.stop();
      await accounts.close();
      await db.close();
    },
  };
}

/** At a stop, requests under way get this long. */
const CLOSE_AFTER_MS = 5_000;

/** With the embedded database, commands of the terminal are carried out here: no second process may open it. */
async function openCommands({ db, config, accounts }: Parts): Promise<Control | undefined> {
  if (config.databaseUrl !== undefined) return undefined;
  return openControl(config.dataDir, (request, write) =>
    runCommand({ database: db, accounts, clock: systemClock, baseUrl: config.baseUrl }, request, write),
  );
}

interface Assembled {
  readonly spine: RunningSpine;
  readonly channels: readonly Channel[];
  readonly web: WebChannel;
}

async function assembleSpine({ config, log, db, files, metrics }: Parts): Promise<Assembled> {
  const clock = systemClock;
  const understanding = await createUnderstanding();
  const visitors = createVisitorDesk({
    database: db,
    files,
    now: clock.now,
    baseUrl: config.baseUrl,
    estimateWait: async (store, position) => estimateWait({ ...(await measurePace(db, store, clock.now())), position }),
  });
  const spine = createSpine({ db, clock, understanding, log, metrics: countersOf(metrics) });
  const { channels, web } = createChannels({
    web: {
      visitors,
      limits: config.limits,
      onMoved: spine.onMoved,
      files: { scriptsDir: join(ROOT, "dist", "web"), shopPage: join(ROOT, "adapters", "web", "demo", "shop.html") },
      now: clock.now,
      report: (error) => log.error({ err: error }, "web channel failed"),
    },
  });
  new Gauge({
    name: "counterbell_streams_open",
    help: "Event streams of the widget that are open.",
    registers: [metrics.registry],
    collect() {
      this.set(web.countStreams());
    },
  });
  return { spine, channels, web };
}

function countersOf(metrics: Metrics): SpineMetrics {
  return {
    received: ({ channel, result }) => metrics.received.inc({ channel, result }),
    handled: ({ rule }) => metrics.handled.inc({ rule }),
    parked: () => metrics.parkedTotal.inc(),
  };
}

interface AppParts extends Parts {
  readonly spine: RunningSpine;
  readonly events: EventStreams;
  readonly typing: TypingSigns;
  readonly webRouter: Router;
  readonly isReady: () => boolean;
}

function assembleApp(parts: AppParts): Express {
  const { config, db, log, accounts, metrics } = parts;
  const app = createApp(config);
  app.use(timeRequests(metrics));
  app.use(healthRouter({ db, metrics, metricsToken: config.metricsToken, isReady: parts.isReady }));
  app.use(parts.webRouter);
  app.use(signInRouter({ accounts, db, config, clock: systemClock }));
  mountRoutes(app, consoleRoutes(parts), accounts.authenticate);
  app.use(consolePages(join(ROOT, "dist", "console")));
  app.get("/", (_request, response) => response.redirect("/console/"));
  finishApp(app, log);
  return app;
}

/** Every endpoint of the console, in one list: the test of roles and foreign ids reads it. */
export function consoleRoutes({
  db,
  accounts,
  spine,
  files,
  events,
  typing,
}: Pick<AppParts, "db" | "accounts" | "spine" | "files" | "events" | "typing">): readonly Route[] {
  const clock = systemClock;
  const uploads = createUploads({ database: db, files, now: clock.now });
  return [
    ...userRoutes(accounts),
    ...staffingRoutes({ db, spine, clock }),
    ...deskRoutes({ db, spine, clock, events, typing, uploads, retryParked: spine.retryParked }),
    ...knowledgeRoutes({ database: db, now: clock.now, onChange: spine.forgetStore }),
  ];
}

/** The console's files; every address below /console/ that is no file is a page of it. */
function consolePages(folder: string): Router {
  const router = express.Router();
  router.use("/console", express.static(folder, { index: "index.html", setHeaders: cacheForever }));
  router.get("/console/{*page}", (_request, response) => response.sendFile("index.html", { root: folder }));
  return router;
}

// File names carry a hash of their content, but for the page itself.
function cacheForever(response: ServerResponse, path: string): void {
  response.setHeader("Cache-Control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
}

async function listen(app: Express, config: Config): Promise<Server> {
  const server = createHttpServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? inUse(config.port) : error));
    server.listen(config.port, config.host, resolve);
  });
  return server;
}

function inUse(port: number): Error {
  return new Error(`Port ${port} is in use by another program. Stop that one, or set PORT to a free port.`);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}

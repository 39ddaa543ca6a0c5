import { join } from "node:path";
import { Gauge } from "prom-client";
import type { Embedder } from "../adapters/embeddings/index.ts";
import { createChannels } from "../adapters/registry.ts";
import type { WebChannel } from "../adapters/web/index.ts";
import type { FrozenModel } from "../intents/model.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { Channel } from "./core/channel.ts";
import type { Understanding } from "./core/understanding.ts";
import type { Workbench } from "./core/workbench.ts";
import { inTime } from "./infra/body.ts";
import type { Clock } from "./infra/clock.ts";
import type { Config } from "./infra/config.ts";
import type { Database } from "./infra/database.ts";
import type { Files } from "./infra/files.ts";
import type { Log } from "./infra/log.ts";
import type { Metrics } from "./infra/metrics.ts";
import { ROOT } from "./infra/root.ts";
import { createSpine, type RunningSpine, type SpineMetrics } from "./pipeline/spine.ts";
import { estimateWait } from "./routing/rules/wait.ts";
import { measurePace } from "./routing/store.ts";
import { createRosterBook } from "./staffing/store-book.ts";
import { createVisitorDesk } from "./visitors/desk.ts";

/** What everything else is made from. */
export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly db: Database;
  readonly files: Files;
  readonly metrics: Metrics;
  readonly accounts: Accounts;
  readonly model: FrozenModel;
  readonly workbench: Workbench;
  readonly embedder: Embedder | undefined;
}

/** Where messages come in, are understood and decided on. */
export interface Assembled {
  readonly spine: RunningSpine;
  readonly channels: readonly Channel[];
  readonly web: WebChannel;
  readonly understanding: Understanding;
}

/** Makes the spine with its channels; nothing runs before it is started. */
export async function assembleSpine({ config, clock, log, db, files, metrics, model, embedder }: Parts): Promise<Assembled> {
  const report = (error: unknown): void => log.error({ err: error }, "a store could not be compared with the embedding service");
  const understanding = await createUnderstanding({ model, embedder, report });
  const rosters = createRosterBook(db);
  const visitors = createVisitorDesk({
    database: db,
    files,
    now: clock.now,
    baseUrl: config.baseUrl,
    estimateWait: async (store, position) =>
      estimateWait({ ...(await measurePace(db, rosters, { store, now: clock.now() })), position }),
  });
  const spine = createSpine({ db, clock, understanding, log, metrics: countersOf(metrics) });
  const { channels, web } = createChannels({
    web: {
      visitors,
      limits: config.limits,
      onMoved: spine.onMoved,
      files: { scriptsDir: join(ROOT, "dist", "web"), shopPage: join(ROOT, "adapters", "web", "demo", "shop.html") },
      now: clock.now,
      inTime,
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
  return { spine, channels, web, understanding };
}

function countersOf(metrics: Metrics): SpineMetrics {
  return {
    received: ({ channel, result }) => metrics.received.inc({ channel, result }),
    handled: ({ rule }) => metrics.handled.inc({ rule }),
    parked: () => metrics.parkedTotal.inc(),
  };
}

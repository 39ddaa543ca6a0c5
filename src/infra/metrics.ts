import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "./database.ts";
import { isDatabaseAway } from "./database-errors.ts";

/** What operators watch; each name says its unit, each help its meaning. */
export interface Metrics {
  readonly registry: Registry;
  readonly received: Counter<"channel" | "result">;
  readonly handled: Counter<"rule">;
  readonly parkedTotal: Counter;
  readonly requestSeconds: Histogram<"method" | "route" | "status">;
}

/** Makes the program's metrics; counts that live in the database are read when somebody asks, and left out while it is away. */
export function createMetrics(db: Pick<Database, "pool">): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Gauges with a counter's name: what they count is in the same metrics without "_total".
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const registers = [registry];
  addCounts(db, registry);
  return {
    registry,
    received: new Counter({
      name: "counterbell_events_received_total",
      help: "Events from platforms, by what became of them.",
      labelNames: ["channel", "result"],
      registers,
    }),
    handled: new Counter({
      name: "counterbell_events_handled_total",
      help: "Events handled, by the rule that decided.",
      labelNames: ["rule"],
      registers,
    }),
    parkedTotal: new Counter({
      name: "counterbell_events_parked_total",
      help: "Events set aside after five failures since the start.",
      registers,
    }),
    requestSeconds: new Histogram({
      name: "counterbell_http_request_duration_seconds",
      help: "Time until an HTTP answer was finished; streams are left out.",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
  };
}

/** Measures how long each answer took. Streams are left out: they end when their reader leaves. */
export function timeRequests({ requestSeconds }: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = requestSeconds.startTimer();
    response.once("finish", () => {
      if (String(response.getHeader("content-type")).startsWith("text/event-stream")) return;
      const route = request.route === undefined ? "(none)" : `${request.baseUrl}${String(request.route.path)}`;
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}

const MISNAMED = ["nodejs_active_handles_total", "nodejs_active_requests_total", "nodejs_active_resources_total"];

const COUNTS: readonly (readonly [name: string, help: string, sql: string])[] = [
  [
    "counterbell_events_parked",
    "Events set aside after five failures, waiting for a person.",
    `SELECT COUNT(*) AS n FROM "Incoming" WHERE "parkedAt" IS NOT NULL`,
  ],
  [
    "counterbell_events_waiting",
    "Events stored and not yet handled.",
    `SELECT COUNT(*) AS n FROM "Incoming" WHERE "handledAt" IS NULL AND "parkedAt" IS NULL`,
  ],
  [
    "counterbell_escalations_waiting",
    "Shoppers who wait for a human.",
    `SELECT COUNT(*) AS n FROM "Escalation" WHERE "state" IN ('waiting', 'offered')`,
  ],
  [
    "counterbell_outbox_uncertain",
    "Messages of which nobody knows whether they were shown.",
    `SELECT COUNT(*) AS n FROM "Outbox" WHERE "state" = 'uncertain'`,
  ],
  [
    "counterbell_webhook_deliveries_waiting",
    "What webhooks are to be told and were not told yet.",
    `SELECT COUNT(*) AS n FROM "WebhookDelivery" WHERE "state" = 'waiting'`,
  ],
  [
    "counterbell_webhooks_off",
    "Webhooks that the desk switched off because they failed.",
    `SELECT COUNT(*) AS n FROM "Webhook" WHERE "offBecause" IN ('failing', 'gone')`,
  ],
];

function addCounts(db: Pick<Database, "pool">, registry: Registry): void {
  for (const [name, help, sql] of COUNTS) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const count = await countIn(db, sql);
        if (count === undefined) this.remove();
        else this.set(count);
      },
    });
  }
}

/** Shorter than Prometheus waits by default. */
const COUNT_WITHIN_MS = 3_000;

/** Undefined while the database is away, or too slow: what the process tells of itself is wanted then most of all. */
async function countIn({ pool }: Pick<Database, "pool">, sql: string): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), COUNT_WITHIN_MS)));
  const counted = pool.query<{ n: string }>(sql).then(
    ({ rows }) => Number(rows[0]?.n ?? 0),
    (error: unknown) => {
      if (isDatabaseAway(error)) return undefined;
      throw error;
    },
  );
  const count = await Promise.race([counted, late]);
  clearTimeout(timer);
  return count;
}

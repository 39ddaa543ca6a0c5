import { Counter } from "prom-client";
import { atMostEvery } from "./alerts/unseen.ts";
import type { Jobs } from "./infra/jobs.ts";
import type { Parts } from "./program-spine.ts";
import { deliverDue } from "./webhooks/deliver.ts";
import { createSend } from "./webhooks/send.ts";
import { webhooksDue } from "./webhooks/store/deliveries.ts";

export interface OpenWebhooks {
  /** Lets what waits be sent now. */
  wake(): Promise<void>;
  /** Something happened at the desk: looks soon whether webhooks are to be told. */
  lookSoon(): void;
  stop(): void;
}

/** Between two looks at least so long: a busy desk moves a hundred times a second. */
const LOOK_EVERY_MS = 2_000;

/** Sends what webhooks are to be told: soon after it happened, and every minute what must be tried again. */
export async function openWebhooks(jobs: Jobs, { config, clock, db, log, metrics }: Parts): Promise<OpenWebhooks> {
  const { now } = clock;
  const send = createSend(config.webhooks);
  const tries = new Counter({
    name: "counterbell_webhook_tries_total",
    help: "Tries to tell webhooks something, by what became of them: delivered, again later, or given up (failed).",
    labelNames: ["result"],
    registers: [metrics.registry],
  });
  const onTried = (result: string): void => tries.inc({ result });
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    soon.stop();
  };
  const job = { name: "webhooks", cron: "* * * * *", withinMinutes: 5, isFrequent: true } as const;
  const wake = await jobs.schedule(job, async () => {
    await deliverDue({ db, send, now, log, onTried });
    // What a run leaves, as there is much of it, is taken by the next.
    if (!isStopped) soon.ask();
  });
  const look = async (): Promise<void> => {
    if ((await webhooksDue(db, now())).length > 0) await wake();
  };
  const soon = atMostEvery(LOOK_EVERY_MS, () => {
    look().catch((error: unknown) => log.warn({ err: error }, "webhooks were not woken; they are looked at every minute"));
  });
  return { wake, lookSoon: soon.ask, stop };
}

import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import type { Instant } from "../core/words.ts";
import { signingSecrets } from "./rules/secrets.ts";
import { signatureHeaders } from "./rules/signature.ts";
import type { Outcome } from "./rules/tries.ts";
import type { Send } from "./send.ts";
import { takeDue, webhooksDue, type Due } from "./store/deliveries.ts";
import { settleTry } from "./store/tried.ts";

export interface DeliveringParts {
  readonly db: Pick<Database, "pool" | "transaction">;
  readonly send: Send;
  readonly now: () => Instant;
  readonly log: Log;
  /** Counts tries by what became of them. */
  readonly onTried?: ((result: "delivered" | "again" | "failed") => void) | undefined;
}

/** So many rounds one run makes of an address at most, … */
const MOST_ROUNDS = 100;
/** … and none after this long: its turn comes again in the next run, and what happens meanwhile for others waits no longer. */
const LONGEST_MS = 10_000;

/** Tries what is due, each address by itself, so that a slow one holds up no other; returns how many were tried. At least once each: after a crash a delivery is tried again. */
export async function deliverDue(parts: DeliveringParts): Promise<number> {
  const webhooks = await webhooksDue(parts.db, parts.now());
  const settled = await Promise.allSettled(webhooks.map((id) => deliverTo(parts, id)));
  // The others are noted first: what one of them lost is tried again when its lease is over.
  const lost = settled.find((one) => one.status === "rejected");
  if (lost !== undefined) throw lost.reason;
  return settled.reduce((sum, one) => sum + (one.status === "fulfilled" ? one.value : 0), 0);
}

async function deliverTo(parts: DeliveringParts, webhookId: string): Promise<number> {
  let [tried, tookMs] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS && tookMs < LONGEST_MS; round += 1) {
    const due = await takeDue(parts.db, webhookId, parts.now());
    if (due.length === 0) return tried;
    const outcomes = await Promise.all(due.map((one) => tryOne(parts, one)));
    tried += due.length;
    tookMs += Math.max(...outcomes.map(({ ms }) => ms));
  }
  return tried;
}

async function tryOne({ db, send, now, log, onTried }: DeliveringParts, due: Due): Promise<Outcome> {
  const { webhookId, eventId: id, payload: body, url, tries } = due;
  const at = now();
  const headers = signatureHeaders(signingSecrets(due, at), { id, at, body });
  const outcome = await send({ url, headers, body });
  const next = await settleTry(db, due, { outcome, at: now() });
  onTried?.(next.type);
  const how = outcome.type === "answered" ? { status: outcome.status } : { fault: outcome.fault };
  log.info({ webhook: webhookId, delivery: id, tries, ms: outcome.ms, ...how, result: next.type }, "webhook tried");
  return outcome;
}

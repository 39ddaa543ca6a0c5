import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import type { Instant } from "../core/words.ts";
import { signatureHeaders } from "./rules/signature.ts";
import type { Send } from "./send.ts";
import { takeDue, type Due } from "./store/deliveries.ts";
import { settleTry } from "./store/tried.ts";

export interface DeliveringParts {
  readonly db: Pick<Database, "pool" | "transaction">;
  readonly send: Send;
  readonly now: () => Instant;
  readonly log: Log;
  /** Counts tries by what became of them. */
  readonly onTried?: ((result: "delivered" | "again" | "failed") => void) | undefined;
}

/** So many rounds one run makes at most; what is left then is taken by the next. */
const MOST_ROUNDS = 20;

/** Tries all deliveries that are due, many at once; returns how many. At least once each: after a crash a delivery is tried again. */
export async function deliverDue(parts: DeliveringParts): Promise<number> {
  let tried = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const due = await takeDue(parts.db, parts.now());
    if (due.length === 0) return tried;
    const settled = await Promise.allSettled(due.map((one) => tryOne(parts, one)));
    tried += due.length;
    // The others are noted first: what one of them lost is tried again when its lease is over.
    const lost = settled.find((one) => one.status === "rejected");
    if (lost !== undefined) throw lost.reason;
  }
  return tried;
}

async function tryOne({ db, send, now, log, onTried }: DeliveringParts, due: Due): Promise<void> {
  const { webhookId, eventId: id, payload: body, url, secret, tries } = due;
  const headers = signatureHeaders(secret, { id, at: now(), body });
  const outcome = await send({ url, headers, body });
  const next = await settleTry(db, due, { outcome, at: now() });
  onTried?.(next.type);
  const how = outcome.type === "answered" ? { status: outcome.status } : { fault: outcome.fault };
  log.info({ webhook: webhookId, delivery: id, tries, ms: outcome.ms, ...how, result: next.type }, "webhook tried");
}

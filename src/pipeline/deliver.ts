import type { Channel, Outbound, SendOutcome } from "../core/channel.ts";
import { messageId } from "../core/ids.ts";
import type { Place } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { describeError, type Log } from "../infra/log.ts";
import { ringAfter, type Alarm } from "./alarm.ts";
import type { ReadsLedger } from "./outbox.ts";
import { shapeFor } from "./shape.ts";

/** After this many tries that the platform put off, a message is given up and shown as refused. */
const MOST_ATTEMPTS = 10;
/** While a process sends, nobody else may for this long; after a crash the row is then looked at again. */
const LEASE_MS = 60_000;
/** So long a platform may take for one message, all its parts: less than the lease, so that nobody else sends it meanwhile. */
const SEND_WITHIN_MS = 45_000;

interface OutboxRow {
  readonly id: string;
  readonly message: Outbound;
  readonly state: string;
  readonly attempts: number;
  /** The bot's words of an epoch that passed: a human took over meanwhile, or it was closed. */
  readonly isStale: boolean;
}

export interface Deliverer {
  /** Whether committing is delivering on this channel. */
  readonly readsLedger: ReadsLedger;
  /** From now on these channels are spoken on. */
  open(channels: readonly Channel[]): void;
  /** Sends what waits for these places, in order, one at a time for each place. */
  deliver(places: readonly Place[]): void;
  /** Looks for everything that waits, also what a killed process left. */
  sweep(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Deps {
  readonly db: Database;
  readonly log: Log;
  /** Rings when a platform did not answer in time; the machine's own clock when absent. */
  readonly alarm?: Alarm | undefined;
}

export function createDeliverer(deps: Deps): Deliverer {
  let channels: readonly Channel[] = [];
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let isStopped = false;

  const start = (place: Place): void => {
    const key = `${place.channel} ${place.room}`;
    if (isStopped) return;
    if (running.has(key)) {
      again.add(key);
      return;
    }
    const channel = channels.find(({ name }) => name === place.channel);
    // Ledger readers are only woken by the commit; unknown channels wait for a program that speaks them.
    if (channel === undefined || channel.capabilities.readsLedger) return;
    const work = drain({ ...deps, channel, place, isStopped: () => isStopped })
      .catch((error: unknown) => deps.log.error({ err: error, channel: place.channel }, "delivery failed"))
      .finally(() => {
        running.delete(key);
        if (again.delete(key)) start(place);
      });
    running.set(key, work);
  };

  return {
    readsLedger: (name) => channels.some((channel) => channel.name === name && channel.capabilities.readsLedger),
    open: (given) => {
      channels = given;
    },
    deliver: (places) => places.forEach(start),
    sweep: async () => {
      const { rows } = await deps.db.pool.query<Place>(
        `SELECT DISTINCT "channel", "room" FROM "Outbox" WHERE "state" IN ('queued', 'sending') AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= $1)`,
        [new Date()],
      );
      rows.forEach(start);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}

interface Drain extends Deps {
  readonly channel: Channel;
  readonly place: Place;
  readonly isStopped: () => boolean;
}

async function drain({ db, alarm, channel, place, isStopped }: Drain): Promise<void> {
  while (!isStopped()) {
    const row = await takeNext(db, place);
    if (row === undefined) return;
    const outcome = await outcomeOf(channel, row, alarm);
    await writeOutcome(db, row, outcome);
    // What comes after keeps its place behind one that must be tried again.
    if (outcome.type === "retry-later") return;
  }
}

type Outcome = SendOutcome | { readonly type: "superseded" };

async function outcomeOf(channel: Channel, row: OutboxRow, alarm: Alarm | undefined): Promise<Outcome> {
  if (row.isStale) return { type: "superseded" };
  // Found under a lease that ran out: a killed process may have sent it. Sending again is safe only where the key is honoured.
  if (row.state === "sending" && !channel.capabilities.idempotentSend)
    return { type: "unknown", because: "the process ended while sending" };
  const limit = limitedTime(alarm);
  return sendParts(channel, row, limit.over).finally(limit.cancel);
}

async function sendParts(channel: Channel, { message }: OutboxRow, over: Promise<SendOutcome>): Promise<SendOutcome> {
  let outcome: SendOutcome = { type: "refused", because: "nothing to send" };
  for (const [index, body] of shapeFor(message.body, channel.capabilities).entries()) {
    const key = index === 0 ? message.key : messageId(`${message.key}/${index + 1}`);
    outcome = await Promise.race([send(channel, { ...message, key, body }), over]);
    // What was shown in part cannot be sent again, and was not refused either: it may hold a promise.
    if (outcome.type !== "delivered") return outcome.type !== "unknown" && index > 0 ? partly(index) : outcome;
  }
  return outcome;
}

// A platform that never answers must neither hold up a room for ever nor have a message sent by two processes.
function limitedTime(alarm: Alarm = ringAfter): { readonly over: Promise<SendOutcome>; readonly cancel: () => void } {
  let cancel = (): void => undefined;
  const over = new Promise<SendOutcome>((resolve) => {
    cancel = alarm(SEND_WITHIN_MS, () => resolve({ type: "unknown", because: "the platform did not answer in time" }));
  });
  return { over, cancel };
}

const partly = (sent: number): SendOutcome => ({ type: "unknown", because: `only the first ${sent} parts were sent` });

async function send(channel: Channel, message: Outbound): Promise<SendOutcome> {
  try {
    return await channel.send(message);
  } catch (error) {
    // An adapter that throws cannot say whether it was shown.
    return { type: "unknown", because: describeError(error) };
  }
}

async function takeNext(db: Database, place: Place): Promise<OutboxRow | undefined> {
  const now = new Date();
  const { rows } = await db.pool.query<OutboxRow & { isDue: boolean }>({
    name: "outbox-take",
    text: `WITH head AS (
             SELECT o."id", o."state" AS was, o."epoch" < c."epoch" AND o."message"->'author'->>'type' = 'bot' AS stale
             FROM "Outbox" o JOIN "Conversation" c ON c."storeId" = o."storeId" AND c."id" = o."conversationId"
             WHERE o."channel" = $1 AND o."room" = $2 AND o."state" IN ('queued', 'sending') ORDER BY o."n" LIMIT 1 FOR UPDATE OF o)
           UPDATE "Outbox" SET "state" = 'sending', "attempts" = "attempts" + 1, "nextAttemptAt" = $4
           FROM head WHERE "Outbox"."id" = head."id" AND ("Outbox"."nextAttemptAt" IS NULL OR "Outbox"."nextAttemptAt" <= $3)
           RETURNING "Outbox"."id", "Outbox"."message", head.was AS state, "Outbox"."attempts", head.stale AS "isStale"`,
    values: [place.channel, place.room, now, new Date(now.getTime() + LEASE_MS)],
  });
  return rows[0];
}

async function writeOutcome(db: Database, row: OutboxRow, outcome: Outcome): Promise<void> {
  const { state, nextAttemptAt } = after(row, outcome);
  await db.pool.query({
    name: "outbox-outcome",
    text: `UPDATE "Outbox" SET "state" = $2, "nextAttemptAt" = $3, "outcome" = $4 WHERE "id" = $1`,
    values: [row.id, state, nextAttemptAt, JSON.stringify(outcome)],
  });
}

function after(row: OutboxRow, outcome: Outcome): { readonly state: string; readonly nextAttemptAt: Date | null } {
  switch (outcome.type) {
    case "delivered":
    case "refused":
    case "superseded":
      return { state: outcome.type, nextAttemptAt: null };
    case "unknown":
      return { state: "uncertain", nextAttemptAt: null };
    case "retry-later":
      if (row.attempts >= MOST_ATTEMPTS) return { state: "refused", nextAttemptAt: null };
      return { state: "queued", nextAttemptAt: new Date(Date.now() + outcome.afterMs) };
  }
}

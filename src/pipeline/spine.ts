import { randomUUID } from "node:crypto";
import type { Channel, ChannelEvent, Received } from "../core/channel.ts";
import { laneId, storeId, type IncomingId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { Moved, Spine } from "../core/spine.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import { createDeliverer } from "./deliver.ts";
import type { Handled } from "./handle.ts";
import { createLedger, incomingFrom } from "./ledger.ts";
import { MOVED_CHANNEL, movedFrom, movedHere } from "./notify.ts";
import { createSettlements } from "./settle.ts";
import { createSources } from "./sources.ts";
import { fireDueTimers } from "./timers.ts";
import { createWorker } from "./worker.ts";

export interface SpineDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly understanding: Understanding;
  readonly channels: readonly Channel[];
  readonly log: Log;
  readonly metrics?: SpineMetrics | undefined;
  /** Waits between the attempts of a failed event, shorter in tests. */
  readonly retryAfterMs?: readonly number[];
}

export interface SpineMetrics {
  received(event: { readonly channel: string; readonly result: Received }): void;
  handled(event: { readonly rule: string }): void;
  parked(): void;
}

/** The spine with what only its owner may do. */
export interface RunningSpine extends Spine {
  /** Handles what an earlier process left, and starts to hear of other processes. */
  start(): Promise<void>;
  /** Looks for everything that waits: unhandled events, due timers, unsent messages. Called at start and periodically. */
  recover(): Promise<void>;
  /** Due timers only; returns how many lanes they woke. */
  fireTimers(): Promise<number>;
  /** Takes up an event that was set aside. */
  retryParked(id: IncomingId): Promise<void>;
  /** A store's settings or knowledge changed: read again before its next question. The shared layer concerns all stores. */
  forgetStore(store: StoreId): void;
  /** Resolves when nothing is under way in this process. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts ledger, worker and delivery together. */
export function createSpine(deps: SpineDeps): RunningSpine {
  const { db, clock, understanding, log } = deps;
  const processId = randomUUID().slice(0, 8);
  const ledger = createLedger(db);
  const sources = createSources(db, understanding);
  const deliverer = createDeliverer({ db, channels: deps.channels, log });
  const settlements = createSettlements(db);
  const listeners = new Set<(moved: Moved) => void>();
  const places = new Map<string, StoreId>();
  let stopListening: (() => Promise<void>) | undefined;

  const tell = (moved: Moved): void => {
    for (const listener of listeners) listener(moved);
  };
  const onHandled = (handled: Handled): void => {
    for (const work of handled.work) {
      tell(movedHere(work));
      for (const step of work.steps) {
        settlements.handled(step.incoming.id, step.decision);
        deps.metrics?.handled({ rule: step.decision.rule });
        log.debug({ incoming: step.incoming.id, rule: step.decision.rule }, "event handled");
      }
    }
    deliverer.deliver(handled.work.flatMap(({ conversation }) => (conversation === undefined ? [] : [conversation.place])));
  };
  const onParked = (id: IncomingId): void => {
    settlements.parked(id);
    deps.metrics?.parked();
  };
  const worker = createWorker({
    db,
    clock,
    understanding,
    sources,
    processId,
    log,
    retryAfterMs: deps.retryAfterMs ?? DEFAULT_RETRIES,
    onHandled,
    onParked,
  });

  const submit = async (incoming: Incoming): Promise<Received> => {
    const received = await ledger.accept(incoming);
    if (received === "stored") worker.kick(incoming.lane);
    return received;
  };
  const receive = async (event: ChannelEvent): Promise<Received> => {
    if (event.type === "state") {
      log.info({ channel: event.channel, connected: event.connected, detail: event.detail }, "channel state");
      return "stored";
    }
    const store = event.storeId ?? (await boundStore(db, places, event.place));
    const incoming = store === undefined ? undefined : incomingFrom(event, store);
    const result = incoming === undefined ? "unbound" : await submit(incoming);
    deps.metrics?.received({ channel: event.place.channel, result });
    return result;
  };
  const fireTimers = async (): Promise<number> => {
    const lanes = await fireDueTimers(db, clock.now());
    lanes.forEach(worker.kick);
    return lanes.length;
  };

  return {
    receive,
    submit,
    settled: settlements.settled,
    onMoved: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      if (db.kind === "postgresql")
        stopListening = await db.listen(MOVED_CHANNEL, (payload) => movedFrom(payload, processId).forEach(tell));
    },
    recover: async () => {
      await fireTimers();
      for (const lane of await unhandledLanes(db)) worker.kick(lane);
      await deliverer.sweep();
    },
    fireTimers,
    retryParked: async (id) => {
      const { rows } = await db.pool.query<{ laneId: string }>(
        `UPDATE "Incoming" SET "parkedAt" = NULL, "attempts" = 0, "nextAttemptAt" = NULL WHERE "id" = $1 AND "parkedAt" IS NOT NULL RETURNING "laneId"`,
        [id],
      );
      for (const row of rows) worker.kick(laneId(row.laneId));
    },
    forgetStore: sources.forget,
    idle: async () => {
      await worker.idle();
      await deliverer.idle();
    },
    stop: async () => {
      await stopListening?.();
      await worker.stop();
      await deliverer.stop();
    },
  };
}

const DEFAULT_RETRIES = [200, 1_000, 5_000, 15_000];

async function unhandledLanes(db: Database): Promise<readonly LaneId[]> {
  const { rows } = await db.pool.query<{ laneId: string }>(
    `SELECT DISTINCT "laneId" FROM "Incoming" WHERE "handledAt" IS NULL AND "parkedAt" IS NULL`,
  );
  return rows.map((row) => laneId(row.laneId));
}

/** The store that this room serves as a place for shoppers. Bindings change rarely: asked anew only while unknown. */
async function boundStore(db: Database, known: Map<string, StoreId>, place: { readonly channel: string; readonly room: string }) {
  const key = `${place.channel} ${place.room}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const { rows } = await db.pool.query<{ storeId: string }>(
    `SELECT "storeId" FROM "PlaceBinding" WHERE "channel" = $1 AND "room" = $2 AND "purpose" = 'shopper' LIMIT 1`,
    [place.channel, place.room],
  );
  const found = rows[0] === undefined ? undefined : storeId(rows[0].storeId);
  if (found !== undefined) known.set(key, found);
  return found;
}

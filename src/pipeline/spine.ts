import { randomUUID } from "node:crypto";
import type { Actor } from "../audit/rules/entry.ts";
import { auditAct } from "../audit/store.ts";
import type { Channel, Receive, Received } from "../core/channel.ts";
import { laneId, storeId, type IncomingId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Moved, Spine } from "../core/spine.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Place } from "../core/words.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { GuardBook } from "../guard/store.ts";
import type { Log } from "../infra/log.ts";
import type { Alarm } from "./alarm.ts";
import { createDeliverer } from "./deliver.ts";
import type { Handled } from "./handle.ts";
import { createLearningAhead } from "./learning-ahead.ts";
import { createLedger, incomingFrom } from "./ledger.ts";
import { MOVED_CHANNEL, movedFrom, movedHere, movedSince } from "./notify.ts";
import { createSettlements } from "./settle.ts";
import { createSources } from "./sources.ts";
import { fireDueTimers } from "./timers.ts";
import { createWorker, type Worker } from "./worker.ts";

export interface SpineDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly understanding: Understanding;
  readonly log: Log;
  readonly metrics?: SpineMetrics | undefined;
  /** Waits between the attempts of a failed event, shorter in tests. */
  readonly retryAfterMs?: readonly number[];
  /** Rings when a lane was not ready in time, or a platform did not answer; the machine's own clock when absent. */
  readonly alarm?: Alarm | undefined;
}

export interface SpineMetrics {
  received(event: { readonly channel: string; readonly result: Received }): void;
  handled(event: { readonly rule: string }): void;
  parked(): void;
}

/** The spine with what only its owner may do. */
export interface RunningSpine extends Spine, GuardBook {
  /** Starts the channels, hears other processes, and handles what an earlier process left. */
  start(channels: readonly Channel[]): Promise<void>;
  /** Looks for everything that waits: unhandled events, due timers, unsent messages. Done at start and every few seconds. */
  recover(): Promise<void>;
  /** How long ago that last succeeded. */
  recoveredMsAgo(): number;
  /** Due timers only; returns how many lanes they woke. */
  fireTimers(): Promise<number>;
  /** Takes up an event that was set aside; absent in tests: by whom. */
  retryParked(id: IncomingId, actor?: Actor): Promise<void>;
  /** A store's settings or knowledge changed: read again before its next question. The shared layer concerns all stores. */
  forgetStore(store: StoreId): void;
  /** Resolves when this process has learned what the store knows, so that it can be asked. */
  learnStore(store: StoreId): Promise<void>;
  /** Begins to learn all stores in the background, so that their first questions need not wait. */
  learnAhead(): void;
  /** Resolves when nothing is under way in this process; what is learned ahead does not count. */
  idle(): Promise<void>;
  /** Stops the channels, finishes what is under way; nothing new is begun. */
  stop(): Promise<void>;
}

/** Puts ledger, worker and delivery together. */
export function createSpine(deps: SpineDeps): RunningSpine {
  const engine = assemble(deps);
  const { db, clock } = deps;
  const { worker, deliverer } = engine;
  let channels: readonly Channel[] = [];
  let stopListening: (() => Promise<void>) | undefined;

  const fireTimers = async (): Promise<number> => {
    const lanes = await fireDueTimers(db, clock.now());
    lanes.forEach(worker.kick);
    return lanes.length;
  };
  let recoveredAt = Date.now();
  const recover = async (): Promise<void> => {
    await fireTimers();
    for (const lane of await unhandledLanes(db)) worker.kick(lane);
    await deliverer.sweep();
    await engine.doubt.settle();
    recoveredAt = Date.now();
  };
  let sweeping: NodeJS.Timeout | undefined;
  return {
    ...engine.face,
    start: async (given) => {
      channels = given;
      deliverer.open(channels);
      stopListening = await hearOthers(deps, engine);
      for (const channel of channels) await channel.start(engine.face.receive);
      await recover();
      sweeping = recoverRegularly(recover, deps.log);
    },
    recover,
    recoveredMsAgo: () => Date.now() - recoveredAt,
    fireTimers,
    retryParked: async (id, actor) => {
      const lane = await unpark(db, id, actor);
      if (lane !== undefined) worker.kick(lane);
    },
    learnAhead: engine.ahead.start,
    idle: () => worker.idle().then(deliverer.idle),
    stop: async () => {
      clearInterval(sweeping);
      engine.ahead.stop();
      for (const channel of channels) await channel.stop();
      await stopListening?.();
      await worker.stop();
      await deliverer.stop();
    },
  };
}

// In every process: what it does is done once all the same, and no process depends on another being alive.
function recoverRegularly(recover: () => Promise<void>, log: Log): NodeJS.Timeout {
  return setInterval(
    () => void recover().catch((error: unknown) => log.error({ err: error }, "recovery failed")),
    RECOVER_EVERY_MS,
  );
}

type Engine = ReturnType<typeof assemble>;

function assemble(deps: SpineDeps) {
  const { db, clock, understanding, log, metrics } = deps;
  const processId = randomUUID().slice(0, 8);
  const sources = createSources(db, understanding, unreadBook(log));
  const settlements = createSettlements(db);
  const deliverer = createDeliverer({ db, log, alarm: deps.alarm });
  const listeners = new Set<(moved: Moved) => void>();
  const tell = (moved: Moved): void => listeners.forEach((listener) => listener(moved));
  const doubt = createDoubt(db, tell);
  const onHandled = (handled: Handled): void => {
    for (const work of handled.work) tell(movedHere(work));
    for (const { incoming, decision } of handled.work.flatMap(({ steps }) => steps)) {
      settlements.handled(incoming.id, decision);
      metrics?.handled({ rule: decision.rule });
      log.debug({ incoming: incoming.id, rule: decision.rule }, "event handled");
    }
    deliverer.deliver(handled.work.flatMap(({ conversation }) => (conversation === undefined ? [] : [conversation.place])));
  };
  const onParked = (id: IncomingId): void => {
    settlements.parked(id);
    metrics?.parked();
  };
  const retryAfterMs = deps.retryAfterMs ?? DEFAULT_RETRIES;
  const worker = createWorker({
    db,
    clock,
    understanding,
    sources,
    readsLedger: deliverer.readsLedger,
    processId,
    log,
    retryAfterMs,
    alarm: deps.alarm,
    onHandled,
    onParked,
    onUnsure: doubt.arise,
  });
  const submit = submitter(db, worker);
  const onMoved = (listener: (moved: Moved) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const { forget: forgetStore, findInReply } = sources;
  const learnStore = async (store: StoreId): Promise<void> => (await sources.prepareStore(store)).learned;
  const face = { receive: receiver(deps, submit), submit, settled: settlements.settled, forgetStore, learnStore, findInReply, onMoved }; // prettier-ignore
  return { processId, worker, deliverer, tell, doubt, face, ahead: createLearningAhead(db, sources, log) };
}

function unreadBook(log: Log) {
  return (error: unknown): void => log.warn({ err: error }, "what a store is known by could not be read again");
}

/** What was committed while its answer was lost is nobody's news yet: our own notifications we do not listen to. */
function createDoubt(db: Database, tell: (moved: Moved) => void) {
  let since: Date | undefined;
  const arise = (): void => void (since ??= new Date());
  const settle = async (): Promise<void> => {
    const from = since;
    if (from === undefined) return;
    since = undefined;
    const moved = await movedSince(db, from).catch((error: unknown) => {
      since = from;
      throw error;
    });
    moved.forEach(tell);
  };
  return { arise, settle };
}

type Submit = Spine["submit"];

function submitter(db: Database, worker: Worker): Submit {
  const ledger = createLedger(db);
  return async (incoming) => {
    const received = await ledger.accept(incoming);
    if (received === "stored") worker.kick(incoming.lane);
    return received;
  };
}

function receiver({ db, log, metrics }: SpineDeps, submit: Submit): Receive {
  return async (event) => {
    if (event.type === "state") {
      log.info({ channel: event.channel, connected: event.connected, detail: event.detail }, "channel state");
      return "stored";
    }
    const store = event.storeId ?? (await boundStore(db, event.place));
    const incoming = store === undefined ? undefined : incomingFrom(event, store);
    const result = incoming === undefined ? "unbound" : await submit(incoming);
    metrics?.received({ channel: event.place.channel, result });
    return result;
  };
}

async function hearOthers({ db, log }: SpineDeps, { processId, tell }: Engine): Promise<() => Promise<void>> {
  if (db.kind === "pglite") return async () => undefined;
  const heard = (payload: string): void => movedFrom(payload, processId).forEach(tell);
  // What moved while nobody listened: who watches those lanes looks at them.
  const missed = async (since: Date): Promise<void> => {
    const all = await movedSince(db, since);
    all.forEach(tell);
    log.warn({ since, moved: all.length }, "did not hear other processes for a while");
  };
  return db.listen(MOVED_CHANNEL, heard, missed);
}

async function unpark(db: Database, id: IncomingId, actor: Actor | undefined): Promise<LaneId | undefined> {
  return db.transaction(async (client) => {
    const { rows } = await client.query<{ laneId: string; storeId: string | null }>(
      `UPDATE "Incoming" SET "parkedAt" = NULL, "attempts" = 0, "nextAttemptAt" = NULL WHERE "id" = $1 AND "parkedAt" IS NOT NULL
       RETURNING "laneId", "storeId"`,
      [id],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const deed = { act: "parked.retry", storeId: row.storeId ?? undefined, thing: `parked:${id}` };
    await auditAct(client, actor, { ...deed, before: { parked: true }, after: { parked: false } });
    return laneId(row.laneId);
  });
}

const RECOVER_EVERY_MS = 5_000;
const DEFAULT_RETRIES = [200, 1_000, 5_000, 15_000];

async function unhandledLanes(db: Database): Promise<readonly LaneId[]> {
  const { rows } = await db.pool.query<{ laneId: string }>(
    `SELECT DISTINCT "laneId" FROM "Incoming" WHERE "handledAt" IS NULL AND "parkedAt" IS NULL`,
  );
  return rows.map((row) => laneId(row.laneId));
}

/** The store that this room serves as a place for shoppers; asked each time, so that a changed binding counts at once. */
async function boundStore(db: Database, place: Place): Promise<StoreId | undefined> {
  const { rows } = await db.pool.query<{ storeId: string }>({
    name: "bound-store",
    text: `SELECT "storeId" FROM "PlaceBinding" WHERE "channel" = $1 AND "room" = $2 AND "purpose" = 'shopper' LIMIT 1`,
    values: [place.channel, place.room],
  });
  return rows[0] === undefined ? undefined : storeId(rows[0].storeId);
}

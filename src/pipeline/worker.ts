import type { IncomingId, LaneId } from "../core/ids.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import { describeError, type Log } from "../infra/log.ts";
import { handleLanes, HandlingFailure, type HandleDeps, type Handled } from "./handle.ts";

/** So many lanes share one transaction at most. */
const LANES_AT_ONCE = 100;
/** After so many failures an event is set aside. */
export const MOST_ATTEMPTS = 5;
/** Waits between the attempts; the embedded tests pass their own. */
const RETRY_AFTER_MS = [200, 1_000, 5_000, 15_000];

export interface Worker {
  /** Something waits in this lane. */
  kick(lane: LaneId): void;
  /** Resolves when nothing that was kicked is left. */
  idle(): Promise<void>;
  /** Finishes what is under way; nothing new is begun. */
  stop(): Promise<void>;
}

export interface WorkerDeps extends HandleDeps {
  readonly log: Log;
  readonly retryAfterMs?: readonly number[];
  readonly onHandled: (handled: Handled) => void;
  readonly onParked: (incoming: IncomingId) => void;
  /** The database was lost on the way: nobody knows whether something was committed. */
  readonly onUnsure: () => void;
}

/** Takes lanes that have something to do, many in one transaction; when that fails, each on its own. */
export function createWorker(deps: WorkerDeps): Worker {
  const dirty = new Set<LaneId>();
  const timers = new Set<NodeJS.Timeout>();
  const loops = deps.db.kind === "postgresql" ? 2 : 1;
  let busy: Promise<void>[] = [];
  let waiting: (() => void)[] = [];
  let isStopped = false;

  const kick = (lane: LaneId): void => {
    if (isStopped) return;
    dirty.add(lane);
    if (busy.length < loops) setImmediate(start);
  };
  const kickLater = (lane: LaneId, afterMs: number): void => {
    if (isStopped) return;
    const timer = setTimeout(() => void (timers.delete(timer) && kick(lane)), afterMs);
    timers.add(timer);
  };
  const start = (): void => {
    if (busy.length >= loops || dirty.size === 0) return;
    const loop = run().finally(() => {
      busy = busy.filter((one) => one !== loop);
      if (dirty.size > 0 && !isStopped) start();
      else if (busy.length === 0) settleIdle();
    });
    busy.push(loop);
  };
  const settleIdle = (): void => {
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
  const run = async (): Promise<void> => {
    while (dirty.size > 0 && !isStopped) {
      const lanes = [...dirty].slice(0, LANES_AT_ONCE);
      for (const lane of lanes) dirty.delete(lane);
      await handleTogether({ deps, kick, kickLater }, lanes);
    }
  };

  return {
    kick,
    idle: () => (busy.length === 0 && dirty.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    stop: async () => {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(busy);
      settleIdle();
    },
  };
}

interface Hands {
  readonly deps: WorkerDeps;
  readonly kick: (lane: LaneId) => void;
  readonly kickLater: (lane: LaneId, afterMs: number) => void;
}

async function handleTogether(hands: Hands, lanes: readonly LaneId[]): Promise<void> {
  try {
    finish(hands, await handleLanes(hands.deps, lanes));
  } catch (error) {
    if (isDatabaseAway(error)) return putOff(hands, lanes, error);
    // One lane's failure must not hold up the others: each on its own, one event at a time.
    for (const lane of lanes) await handleAlone(hands, lane);
  }
}

// No event's fault, so none is counted: an outage must set aside nothing that a shopper said.
function putOff({ deps, kickLater }: Hands, lanes: readonly LaneId[], error: unknown): void {
  deps.log.error({ lanes: lanes.length, err: error }, "database not reachable, will be tried again");
  deps.onUnsure();
  for (const lane of lanes) kickLater(lane, (deps.retryAfterMs ?? RETRY_AFTER_MS).at(-1) ?? 0);
}

async function handleAlone(hands: Hands, lane: LaneId): Promise<void> {
  try {
    const handled = await handleLanes(hands.deps, [lane], 1);
    finish(hands, handled);
    if (handled.work.length > 0) hands.kick(lane);
  } catch (error) {
    if (isDatabaseAway(error)) putOff(hands, [lane], error);
    else await noteFailure(hands, lane, error);
  }
}

function finish({ deps, kick }: Hands, handled: Handled): void {
  for (const lane of handled.again) kick(lane);
  for (const incoming of handled.raised) kick(incoming.lane);
  deps.onHandled(handled);
}

async function noteFailure(hands: Hands, lane: LaneId, error: unknown): Promise<void> {
  const { deps, kickLater } = hands;
  const id = error instanceof HandlingFailure ? error.incoming : undefined;
  const waits = deps.retryAfterMs ?? RETRY_AFTER_MS;
  try {
    const failed = await countFailure(deps, { lane, id, error, waits });
    if (failed === undefined) return;
    const fields = { incoming: failed.id, lane, attempts: failed.attempts, err: error };
    if (failed.isParked) {
      deps.log.error(fields, "event parked");
      deps.onParked(failed.id);
    } else deps.log.warn(fields, "event failed, will be tried again");
    kickLater(lane, failed.isParked ? 0 : (waits[failed.attempts - 1] ?? 0));
  } catch (unreachable) {
    putOff(hands, [lane], unreachable);
  }
}

interface Failure {
  readonly lane: LaneId;
  readonly id: IncomingId | undefined;
  readonly error: unknown;
  readonly waits: readonly number[];
}

/**
 * Counts the failure at the event it happened to (else at the lane's oldest), and sets it aside after the fifth. Processes
 * that failed at the same moment count once.
 */
async function countFailure(deps: WorkerDeps, { lane, id, error, waits }: Failure) {
  const { rows } = await deps.db.pool.query<{ id: IncomingId; attempts: number; isParked: boolean }>({
    text: `UPDATE "Incoming" SET "attempts" = "attempts" + 1, "lastError" = $3,
             "nextAttemptAt" = $4::timestamptz + (COALESCE($5::int[], '{}'))["attempts" + 1] * interval '1 millisecond',
             "parkedAt" = CASE WHEN "attempts" + 1 >= ${MOST_ATTEMPTS} THEN $4::timestamptz END
           WHERE "id" = COALESCE($2, (SELECT "id" FROM "Incoming" WHERE "laneId" = $1 AND "handledAt" IS NULL AND "parkedAt" IS NULL ORDER BY "n" LIMIT 1))
             AND "handledAt" IS NULL AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= $4::timestamptz)
           RETURNING "id", "attempts", "parkedAt" IS NOT NULL AS "isParked"`,
    values: [lane, id ?? null, describeError(error).slice(0, 500), new Date(), waits],
  });
  return rows[0];
}

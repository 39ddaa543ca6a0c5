import type { IncomingId, LaneId } from "../core/ids.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import { describeError, type Log } from "../infra/log.ts";
import type { Alarm } from "./alarm.ts";
import { handleLanes, HandlingFailure, type HandleDeps, type Handled } from "./handle.ts";
import { NotReadyInTime, type Readied } from "./latecomers.ts";
import { beginPreparing, beginPreparingOne, type Prepared, type Preparing } from "./prepare.ts";
import { createWaitingLanes, type TakenLanes, type WaitingLanes } from "./waiting-lanes.ts";

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
  /** Rings when a lane was not ready in time; the machine's own clock when absent. */
  readonly alarm?: Alarm | undefined;
  readonly onHandled: (handled: Handled) => void;
  readonly onParked: (incoming: IncomingId) => void;
  /** The database was lost on the way: nobody knows whether something was committed. */
  readonly onUnsure: () => void;
}

/**
 * Takes lanes that have something to do, many in one transaction; what fails is taken on its own. Lanes that are slow to get
 * ready (a store that is being learned, a service that takes its time) come in when they are, and hold up nobody.
 */
export function createWorker(deps: WorkerDeps): Worker {
  const timers = new Set<NodeJS.Timeout>();
  const loops = deps.db.kind === "postgresql" ? 2 : 1;
  let busy: Promise<void>[] = [];
  let waiting: (() => void)[] = [];
  let isStopped = false;

  const kick = (lane: LaneId): void => {
    if (isStopped) return;
    lanes.add(lane);
    if (busy.length < loops) setImmediate(start);
  };
  const kickLater = (lane: LaneId, afterMs: number): void => {
    if (isStopped) return;
    const timer = setTimeout(() => void (timers.delete(timer) && kick(lane)), afterMs);
    timers.add(timer);
  };
  const start = (): void => {
    if (isStopped || busy.length >= loops || !lanes.haveWork()) return;
    const loop = run().finally(() => {
      busy = busy.filter((one) => one !== loop);
      if (lanes.haveWork() && !isStopped) start();
      else if (isIdle()) settleIdle();
    });
    busy.push(loop);
  };
  const lanes = createWaitingLanes(start, deps.alarm);
  const isIdle = (): boolean => busy.length === 0 && lanes.areNone();
  const settleIdle = (): void => {
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
  const run = async (): Promise<void> => {
    while (lanes.haveWork() && !isStopped) {
      const taken = lanes.take();
      await handleTaken({ deps, kick, kickLater, lanes }, taken).finally(taken.release);
    }
  };

  return {
    kick,
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
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
  readonly lanes: WaitingLanes;
}

/** Gets these lanes ready, and handles those that are with those that have come meanwhile. */
async function handleTaken(hands: Hands, taken: TakenLanes): Promise<void> {
  const readied = [...taken.come, ...(await getReady(hands, taken))];
  const alone = readied.filter(({ lane }) => hands.lanes.isAlone(lane));
  const together = readied.filter(({ lane }) => !hands.lanes.isAlone(lane));
  const failed = together.filter((one) => one.type === "failed");
  const away = failed.filter(({ error }) => isDatabaseAway(error));
  if (away.length > 0) putOff(hands, lanesOf(away), away[0]?.error);
  for (const one of failed) if (!away.includes(one)) setApart(hands, one);
  const ready = together.filter((one) => one.type === "ready");
  await commitTogether(hands, new Map(ready.map(({ lane, prepared }) => [lane, prepared])));
  for (const one of alone) await handleAlone(hands, one);
}

const lanesOf = (all: readonly Readied[]): readonly LaneId[] => all.map(({ lane }) => lane);

async function getReady({ deps, lanes }: Hands, taken: TakenLanes): Promise<readonly Readied[]> {
  const together = await beginTogether(deps, taken.together);
  return lanes.settle([...together, ...taken.alone.map((lane) => beginPreparingOne(deps, lane))]);
}

async function beginTogether(deps: WorkerDeps, lanes: readonly LaneId[]): Promise<readonly Preparing[]> {
  if (lanes.length === 0) return [];
  try {
    return await beginPreparing(deps, lanes);
  } catch (error) {
    return lanes.map((lane) => ({ lane, prepared: Promise.reject(error) }));
  }
}

// It is its own turn then, like any lane's: whoever waits for it, it is not the others.
function setApart({ deps, lanes }: Hands, { lane, error }: Extract<Readied, { type: "failed" }>): void {
  if (error instanceof NotReadyInTime) deps.log.warn({ lane, err: error }, "lane not ready in time, taken on its own");
  lanes.addAlone(lane);
}

/** So many lanes are left out of a transaction because they fail before the others are taken one by one, too. */
const MOST_LEFT_OUT = 3;

/** One lane's failure must not hold up the others: the rest is handled together, and that one on its own, one event at a time. */
async function commitTogether(hands: Hands, ready: Map<LaneId, Prepared>): Promise<void> {
  let leftOut = 0;
  while (ready.size > 0) {
    try {
      return finish(hands, await handleLanes(hands.deps, ready));
    } catch (error) {
      if (isDatabaseAway(error)) return putOff(hands, [...ready.keys()], error);
      const culprits = error instanceof HandlingFailure && leftOut < MOST_LEFT_OUT ? [error.lane] : [...ready.keys()];
      for (const lane of culprits) {
        ready.delete(lane);
        hands.lanes.addAlone(lane);
      }
      leftOut += culprits.length;
    }
  }
}

// No event's fault, so none is counted: an outage must set aside nothing that a shopper said.
function putOff({ deps, kickLater }: Hands, lanes: readonly LaneId[], error: unknown): void {
  deps.log.error({ lanes: lanes.length, err: error }, "database not reachable, will be tried again");
  deps.onUnsure();
  for (const lane of lanes) kickLater(lane, (deps.retryAfterMs ?? RETRY_AFTER_MS).at(-1) ?? 0);
}

/** One event, in a transaction of its own: whatever fails now is that event's failure. */
async function handleAlone(hands: Hands, readied: Readied): Promise<void> {
  const { lane } = readied;
  hands.lanes.endAlone(lane);
  if (readied.type === "failed") return failAlone(hands, lane, readied.error);
  try {
    const handled = await handleLanes(hands.deps, new Map([[lane, readied.prepared]]), 1);
    finish(hands, handled);
    if (handled.work.length > 0) hands.kick(lane);
  } catch (error) {
    await failAlone(hands, lane, error);
  }
}

async function failAlone(hands: Hands, lane: LaneId, error: unknown): Promise<void> {
  if (isDatabaseAway(error)) putOff(hands, [lane], error);
  else await noteFailure(hands, lane, error);
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

import type { LaneId } from "../core/ids.ts";
import { ringAfter, type Alarm } from "./alarm.ts";
import type { Prepared, Preparing } from "./prepare.ts";

/** What became of getting a lane ready. */
export type Readied =
  | { readonly type: "ready"; readonly lane: LaneId; readonly prepared: Prepared }
  | { readonly type: "failed"; readonly lane: LaneId; readonly error: unknown };

/** Lanes that take longer than others to get ready: nobody waits for them, and they come in later. */
export interface Latecomers {
  /** What is ready within a moment; the rest comes later. */
  settle(preparing: readonly Preparing[]): Promise<readonly Readied[]>;
  /** What has come since, the first of it at most `most`. */
  take(most: number): readonly Readied[];
  isLate(lane: LaneId): boolean;
  /** Somebody is late, or has come and was not taken. */
  isAwaited(): boolean;
  hasCome(): boolean;
}

/** So long a batch waits for its slowest lane: longer than understanding takes by itself, shorter than a shopper notices. */
const PATIENCE_MS = 50;
/** With so many late ones nothing is gained by more: then a batch waits for its own. */
const MOST_LATE = 1_000;
/** Far longer than the largest store is learned in, beside others: what takes longer would never come. */
export const READY_WITHIN_MS = 60_000;

/** A lane whose preparing was given up; whatever comes of it later is left aside. */
export class NotReadyInTime extends Error {
  override readonly name = "NotReadyInTime";

  constructor(lane: LaneId) {
    super(
      `Lane ${lane} was not ready to be handled after ${READY_WITHIN_MS} ms; look what its store's learning, the embedding service or the database waits for.`,
    );
  }
}

export interface LatecomersOptions {
  readonly patienceMs?: number;
  /** The machine's own clock when absent. */
  readonly alarm?: Alarm | undefined;
}

/** `onCome` is called each time a late one is ready, or failed: what is not ready in time has failed. */
export function createLatecomers(onCome: () => void, options: LatecomersOptions = {}): Latecomers {
  const { patienceMs = PATIENCE_MS, alarm = ringAfter } = options;
  const late = new Set<LaneId>();
  const come = new Map<LaneId, Readied>();

  const settle = async (preparing: readonly Preparing[]): Promise<readonly Readied[]> => {
    const here: Readied[] = [];
    let isOver = false;
    const all = preparing.map(async (one) => {
      const readied = await readiedInTime(one, alarm);
      if (!isOver) return void here.push(readied);
      late.delete(one.lane);
      come.set(one.lane, readied);
      onCome();
    });
    await (late.size >= MOST_LATE ? Promise.all(all) : within(patienceMs, Promise.all(all)));
    isOver = true;
    const arrived = new Set(here.map(({ lane }) => lane));
    for (const { lane } of preparing) if (!arrived.has(lane)) late.add(lane);
    return here;
  };

  return {
    settle,
    take: (most) => {
      const taken = [...come.values()].slice(0, most);
      for (const { lane } of taken) come.delete(lane);
      return taken;
    },
    isLate: (lane) => late.has(lane) || come.has(lane),
    isAwaited: () => late.size > 0 || come.size > 0,
    hasCome: () => come.size > 0,
  };
}

function readiedInTime({ lane, prepared }: Preparing, alarm: Alarm): Promise<Readied> {
  return new Promise((resolve) => {
    const cancel = alarm(READY_WITHIN_MS, () => resolve({ type: "failed", lane, error: new NotReadyInTime(lane) }));
    const end = (readied: Readied): void => {
      cancel();
      resolve(readied);
    };
    prepared.then(
      (ready) => end({ type: "ready", lane, prepared: ready }),
      (error: unknown) => end({ type: "failed", lane, error }),
    );
  });
}

/** Resolves when the work is done, or when the time is over; whichever is first. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, over]);
  clearTimeout(timer);
}

import type { LaneId } from "../core/ids.ts";
import type { Alarm } from "./alarm.ts";
import { createLatecomers, type Latecomers, type Readied } from "./latecomers.ts";

/** So many lanes share one transaction at most. */
const LANES_AT_ONCE = 100;
/** So many that are taken on their own go with one batch: each has a transaction of its own, and the next batch waits for those. */
const MOST_ALONE = 10;

/** Which lanes have something to do, and which of them may be taken now. */
export interface WaitingLanes extends Pick<Latecomers, "settle"> {
  add(lane: LaneId): void;
  /** It failed together with others: it is taken on its own until `endAlone`. */
  addAlone(lane: LaneId): void;
  endAlone(lane: LaneId): void;
  isAlone(lane: LaneId): boolean;
  /** Something may be taken now. */
  haveWork(): boolean;
  /** Nothing waits, and nobody is late. */
  areNone(): boolean;
  take(): TakenLanes;
}

/** Nobody else takes these lanes before they are released. */
export interface TakenLanes {
  /** To be got ready, all events of each. */
  readonly together: readonly LaneId[];
  /** To be got ready, the oldest event of each. */
  readonly alone: readonly LaneId[];
  /** Got ready meanwhile, of both kinds. */
  readonly come: readonly Readied[];
  readonly release: () => void;
}

/** `onCome` is called each time a late lane may be taken. */
export function createWaitingLanes(onCome: () => void, alarm?: Alarm): WaitingLanes {
  const dirty = new Set<LaneId>();
  const alone = new Set<LaneId>();
  const inHand = new Set<LaneId>();
  const late = createLatecomers(onCome, { alarm });
  // Whoever writes while their last words are being read waits for that: nothing is read twice at the same time.
  const isFree = (lane: LaneId): boolean => !inHand.has(lane) && !late.isLate(lane);
  return {
    settle: late.settle,
    add: (lane) => void dirty.add(lane),
    addAlone: (lane) => {
      alone.add(lane);
      dirty.add(lane);
    },
    endAlone: (lane) => void alone.delete(lane),
    isAlone: (lane) => alone.has(lane),
    haveWork: () => late.hasCome() || [...dirty].some(isFree),
    areNone: () => dirty.size === 0 && !late.isAwaited(),
    take: () => {
      const free = [...dirty].filter(isFree);
      const own = free.filter((lane) => alone.has(lane)).slice(0, MOST_ALONE);
      const together = free.filter((lane) => !alone.has(lane)).slice(0, LANES_AT_ONCE);
      const come = late.take(LANES_AT_ONCE);
      for (const lane of [...own, ...together]) dirty.delete(lane);
      const taken = [...own, ...together, ...come.map(({ lane }) => lane)];
      for (const lane of taken) inHand.add(lane);
      return { together, alone: own, come, release: () => taken.forEach((lane) => inHand.delete(lane)) };
    },
  };
}

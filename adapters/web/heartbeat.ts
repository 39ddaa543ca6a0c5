/** Beats for many things with one timer; each is touched once per period. */
export interface Heartbeat<T> {
  add(thing: T): void;
  remove(thing: T): void;
  readonly size: () => number;
  /** `eachPeriod` is called once per period beside. The timer does not keep the process alive. */
  start(eachPeriod: () => void): void;
  stop(): void;
}

/** The period is cut into so many parts, so that ten thousand streams are not written to in one go. */
const PARTS = 15;

/** Makes a heartbeat that beats for nothing yet. */
export function createHeartbeat<T>(periodMs: number, beat: (thing: T) => void): Heartbeat<T> {
  const parts: readonly Set<T>[] = Array.from({ length: PARTS }, () => new Set<T>());
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;
  let added = 0;
  return {
    add: (thing) => {
      parts[added % PARTS]?.add(thing);
      added += 1;
    },
    remove: (thing) => {
      for (const part of parts) if (part.delete(thing)) return;
    },
    size: () => {
      let size = 0;
      for (const part of parts) size += part.size;
      return size;
    },
    start: (eachPeriod) => {
      clearInterval(timer);
      timer = setInterval(
        () => {
          for (const thing of parts[turn % PARTS] ?? []) beat(thing);
          turn += 1;
          if (turn % PARTS === 0) eachPeriod();
        },
        Math.max(1, periodMs / PARTS),
      );
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/** Beats for many things with one timer; each is touched once per period. */
export interface Heartbeat<T> {
  add(thing: T): void;
  remove(thing: T): void;
  size(): number;
  stop(): void;
}

/** The period is cut into so many parts, so that ten thousand streams are not written to in one go. */
const PARTS = 15;

/** Starts beating. The timer does not keep the process alive. */
export function startHeartbeat<T>(periodMs: number, beat: (thing: T) => void): Heartbeat<T> {
  const parts: readonly Set<T>[] = Array.from({ length: PARTS }, () => new Set<T>());
  let turn = 0;
  let added = 0;
  const timer = setInterval(
    () => {
      for (const thing of parts[turn % PARTS] ?? []) beat(thing);
      turn += 1;
    },
    Math.max(1, periodMs / PARTS),
  );
  timer.unref();
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
    stop: () => clearInterval(timer),
  };
}

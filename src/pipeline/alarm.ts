/** Calls `ring` after so many milliseconds of the machine's time, unless what it returns is called before. */
export type Alarm = (afterMs: number, ring: () => void) => () => void;

/** A process that has nothing else to do ends: it does not stay for somebody who may never answer. */
export const ringAfter: Alarm = (afterMs, ring) => {
  const timer = setTimeout(ring, afterMs).unref();
  return () => clearTimeout(timer);
};

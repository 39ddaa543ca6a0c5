import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** MB of a process, after its garbage was collected. */
export interface Memory {
  /** What the operating system lends it, freed pages that it has not given back included. */
  readonly residentMb: number;
  /** Objects in use. */
  readonly heapMb: number;
  /** Typed arrays and other memory outside the heap in use. */
  readonly externalMb: number;
}

/** Collects garbage and says what is left. */
export function memoryNow(): Memory {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { residentMb: megabytes(rss), heapMb: megabytes(heapUsed), externalMb: megabytes(external) };
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}

import { bytesOf, type Packed } from "./vectors.ts";

/** Vectors by text; what was not asked for longest goes first. */
export interface VectorCache {
  get(text: string): Packed | undefined;
  set(text: string, vector: Packed): void;
  bytes(): number;
}

/** Keeps at most so many bytes, as nearly as they can be counted. One model's vectors only: there is one embedder in a process. */
export function createVectorCache(mostBytes: number): VectorCache {
  const kept = new Map<string, Packed>();
  let bytes = 0;
  const drop = (text: string): void => {
    const vector = kept.get(text);
    if (vector === undefined) return;
    kept.delete(text);
    bytes -= bytesOf(text, vector);
  };
  return {
    get: (text) => {
      const vector = kept.get(text);
      if (vector === undefined) return undefined;
      // A map keeps the order of insertion: what was asked for is the youngest again.
      kept.delete(text);
      kept.set(text, vector);
      return vector;
    },
    set: (text, vector) => {
      drop(text);
      kept.set(text, vector);
      bytes += bytesOf(text, vector);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    bytes: () => bytes,
  };
}

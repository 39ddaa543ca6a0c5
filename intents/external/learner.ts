import type { TextEmbedder } from "../../src/core/embedder.ts";
import type { StoreId } from "../../src/core/ids.ts";
import type { Steps } from "../../src/core/steps.ts";
import type { StoreIndex } from "../store-index.ts";
import type { VectorCache } from "./cache.ts";
import { createShelf, missingOn, sorted, type Shelf } from "./shelf.ts";
import { gaugeStore, type Gauges, type StoreVectors } from "./standing.ts";
import { inShortTurns } from "../turns.ts";
import { packVector } from "./vectors.ts";

/** All stores' vectors together take no more than this; a store that finds no room does without. */
const STORE_BYTES = 384 * 2 ** 20;
const AGAIN_AFTER_MS = 2_000;
const AGAIN_AFTER_AT_MOST_MS = 300_000;
/** Whoever refuses this many texts one after the other refuses us, not the texts. */
const MOST_REFUSED = 3;

/** What the service made of a store. */
export interface KnownStore extends StoreVectors {
  readonly gauges: Gauges;
}

/** Has the service read what stores know, one store after the other, in the background, for as long as that takes. */
export interface Learner {
  /** Resolves when what the service has read of it before is at hand; the rest is read after that. */
  learn(store: StoreId, index: StoreIndex): Promise<void>;
  /** Undefined until all of this very index is learned: articles are compared only when each can be. */
  known(store: StoreId, index: StoreIndex): KnownStore | undefined;
  settled(): Promise<void>;
}

export interface LearnerOptions {
  readonly embedder: TextEmbedder;
  readonly cache: VectorCache;
  readonly againAfterMs?: number | undefined;
  readonly mostBytes?: number;
  /** Called with what should not have happened: that store does without the service until it is learned anew. */
  readonly report?: ((error: unknown) => void) | undefined;
}

interface Entry {
  readonly index: StoreIndex;
  /** Of earlier indexes too, until this one is learned. */
  readonly shelf: Shelf;
  readonly known?: KnownStore | undefined;
}

/** `full`: there is no room for what would still have to be read. */
type Filled = { readonly type: "done" | "full" } | { readonly type: "away"; readonly retryAfterMs: number };

export function createLearner(options: LearnerOptions): Learner {
  const { againAfterMs = AGAIN_AFTER_MS } = options;
  const entries = new Map<StoreId, Entry>();
  const waiting = new Set<StoreId>();
  let working: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    let failures = 0;
    for (;;) {
      const [store] = waiting;
      if (store === undefined) return;
      // Before, not after: whoever learns it anew meanwhile has it wait again.
      waiting.delete(store);
      // One store's mishap must not keep the others from being read.
      const advanced = await advance(options, entries, store).catch((error: unknown) => {
        options.report?.(error);
        return { type: "done" } as const;
      });
      failures = advanced.type === "away" ? failures + 1 : 0;
      if (advanced.type !== "away") continue;
      waiting.add(store);
      await pause(Math.max(advanced.retryAfterMs, againAfterMs * 2 ** (failures - 1)));
    }
  };
  const start = (): void => {
    working ??= work().finally(() => {
      working = undefined;
      if (waiting.size > 0) start();
    });
  };

  return {
    learn: async (store, index) => {
      const known = await inShortTurns(knownAtOnce(entries.get(store), index));
      // What was read meanwhile is on the shelf of now.
      entries.set(store, { index, shelf: entries.get(store)?.shelf ?? createShelf(), known });
      waiting.add(store);
      start();
    },
    known: (store, index) => {
      const known = entries.get(store)?.known;
      return known?.index === index ? known : undefined;
    },
    settled: async () => {
      while (working !== undefined) await working;
    },
  };
}

/** Where there is nothing new to read, a store speaks on by the gauge it has, until that is made anew. */
function* knownAtOnce(before: Entry | undefined, index: StoreIndex): Steps<KnownStore | undefined> {
  if (before?.known === undefined) return undefined;
  const missing = yield* missingOn(before.shelf, index, () => undefined);
  if (missing.length > 0) return undefined;
  const { vectors } = yield* sorted(before.shelf, index);
  return { index, vectors, gauges: before.known.gauges };
}

/** Brings one store forward as far as the service allows. */
async function advance(options: LearnerOptions, entries: Map<StoreId, Entry>, store: StoreId): Promise<Filled> {
  const begun = entries.get(store);
  if (begun === undefined) return { type: "done" };
  const { index, shelf } = begun;
  const isStill = (): boolean => entries.get(store)?.index === index;
  const hasRoom = (): boolean => {
    let bytes = 0;
    for (const entry of entries.values()) bytes += entry.shelf.bytes();
    return bytes <= (options.mostBytes ?? STORE_BYTES);
  };
  const filled = await fill({ ...options, hasRoom }, index, shelf);
  if (!isStill()) return { type: "done" };
  if (filled.type === "full" || !hasRoom()) {
    entries.set(store, { index, shelf: createShelf() });
    return { type: "done" };
  }
  if (filled.type === "away") return filled;
  const { vectors, kept } = await inShortTurns(sorted(shelf, index));
  const gauges = await inShortTurns(gaugeStore({ index, vectors }));
  if (isStill()) entries.set(store, { index, shelf: kept, known: { index, vectors, gauges } });
  return { type: "done" };
}

/** A process that has nothing else to do ends. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, AGAIN_AFTER_AT_MOST_MS)).unref());
}

interface Filling extends LearnerOptions {
  readonly hasRoom: () => boolean;
}

/** Has the service read what is missing on the shelf, as long as there is room. */
async function fill({ embedder, cache, hasRoom }: Filling, index: StoreIndex, shelf: Shelf): Promise<Filled> {
  const missing = await inShortTurns(missingOn(shelf, index, cache.get));
  const keep = (text: string, vector: Float32Array | undefined): void => {
    if (vector === undefined) return shelf.add(text, "refused");
    const packed = packVector(vector);
    cache.set(text, packed);
    shelf.add(text, packed);
  };
  for (let from = 0; from < missing.length; from += embedder.mostTexts) {
    if (!hasRoom()) return { type: "full" };
    const texts = missing.slice(from, from + embedder.mostTexts);
    const embedded = await embedder.embed(texts, "learning");
    if (embedded.type === "vectors") texts.forEach((text, at) => keep(text, embedded.vectors[at]));
    else {
      const filled = embedded.type === "away" ? embedded : await oneByOne(embedder, texts, keep);
      if (filled.type === "away") return filled;
    }
  }
  return { type: "done" };
}

type Keep = (text: string, vector: Float32Array | undefined) => void;

/** One text that the service does not take must not keep the others from being read. */
async function oneByOne(embedder: TextEmbedder, texts: readonly string[], keep: Keep): Promise<Filled> {
  let refused: string[] = [];
  for (const text of texts) {
    const embedded = await embedder.embed([text], "learning");
    if (embedded.type === "away") return embedded;
    if (embedded.type === "refused") refused.push(text);
    else {
      for (const one of refused) keep(one, undefined);
      refused = [];
      keep(text, embedded.vectors[0]);
    }
    if (refused.length >= MOST_REFUSED) return { type: "away", retryAfterMs: 0 };
  }
  for (const one of refused) keep(one, undefined);
  return { type: "done" };
}

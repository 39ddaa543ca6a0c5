import type { TextEmbedder } from "../../src/core/embedder.ts";
import type { StoreId } from "../../src/core/ids.ts";
import type { StoreIndex } from "../store-index.ts";
import type { VectorCache } from "./cache.ts";
import { gaugeStore, type Gauges, type StoreVectors } from "./standing.ts";
import { inTurns } from "./turns.ts";
import { bytesOf, packVector, type Packed } from "./vectors.ts";
import { cut } from "./wording.ts";

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
  learn(store: StoreId, index: StoreIndex): void;
  /** Undefined until all of this very index is learned: articles are compared only when each can be. */
  known(store: StoreId, index: StoreIndex): KnownStore | undefined;
  settled(): Promise<void>;
}

export interface LearnerOptions {
  readonly embedder: TextEmbedder;
  readonly cache: VectorCache;
  readonly againAfterMs?: number | undefined;
  readonly mostBytes?: number;
}

/** A phrasing's vector, or that the service does not take it. */
type Read = Packed | "refused";

interface Entry {
  readonly index: StoreIndex;
  /** By what was sent; of earlier indexes too, until this one is learned. */
  readonly read: ReadonlyMap<string, Read>;
  /** Of what was read. */
  readonly bytes: number;
  readonly known?: KnownStore | undefined;
}

const NOTHING_READ = { read: new Map<string, Read>(), bytes: 0, index: undefined, known: undefined };

type Filled = { readonly type: "done" } | { readonly type: "away"; readonly retryAfterMs: number };

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
      const advanced = await advance(options, entries, store);
      failures = advanced.type === "away" ? failures + 1 : 0;
      if (advanced.type === "done") continue;
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
    learn: (store, index) => {
      const { read, bytes, known: before } = entries.get(store) ?? NOTHING_READ;
      // Nothing new to read: it speaks on at once, by the gauge it has, until that is made anew.
      const gauges = index.phrases.every(({ text }) => read.has(cut(text))) ? before?.gauges : undefined;
      const known = gauges === undefined ? undefined : { index, vectors: vectorsOf(index, read), gauges };
      entries.set(store, { index, read, bytes, known });
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

/** Brings one store forward as far as the service allows. */
async function advance(options: LearnerOptions, entries: Map<StoreId, Entry>, store: StoreId): Promise<Filled> {
  const { index, read: before } = entries.get(store) ?? NOTHING_READ;
  if (index === undefined) return { type: "done" };
  const read = new Map(before);
  const filled = await fill(options, index, read);
  const entry = entries.get(store);
  // Learned anew meanwhile: that waits, and finds in the cache what was read.
  if (entry?.index !== index) return { type: "done" };
  const bytes = bytesOfRead(read);
  if (bytesOfOthers(entries, store) + bytes > (options.mostBytes ?? STORE_BYTES)) {
    entries.set(store, { ...NOTHING_READ, index });
    return { type: "done" };
  }
  entries.set(store, { ...entry, read, bytes });
  if (filled.type === "away") return filled;
  const vectors = vectorsOf(index, read);
  const gauges = await inTurns(gaugeStore({ index, vectors }));
  if (entries.get(store)?.index !== index) return { type: "done" };
  const kept = onlyOf(index, read);
  entries.set(store, { index, read: kept, bytes: bytesOfRead(kept), known: { index, vectors, gauges } });
  return { type: "done" };
}

/** A process that has nothing else to do ends. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, AGAIN_AFTER_AT_MOST_MS)).unref());
}

/** Has the service read what is missing; adds what it gives to `read`. */
async function fill({ embedder, cache }: LearnerOptions, index: StoreIndex, read: Map<string, Read>): Promise<Filled> {
  const missing: string[] = [];
  for (const text of new Set(index.phrases.map((phrase) => cut(phrase.text)))) {
    if (read.has(text)) continue;
    const cached = text === "" ? "refused" : cache.get(text);
    if (cached === undefined) missing.push(text);
    else read.set(text, cached);
  }
  const keep = (text: string, vector: Float32Array | undefined): void => {
    if (vector === undefined) return void read.set(text, "refused");
    const packed = packVector(vector);
    cache.set(text, packed);
    read.set(text, packed);
  };
  for (let from = 0; from < missing.length; from += embedder.mostTexts) {
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

function vectorsOf(index: StoreIndex, read: ReadonlyMap<string, Read>): readonly (Packed | undefined)[] {
  return index.phrases.map(({ text }) => {
    const one = read.get(cut(text));
    return one === "refused" ? undefined : one;
  });
}

function onlyOf(index: StoreIndex, read: ReadonlyMap<string, Read>): ReadonlyMap<string, Read> {
  const own = new Map<string, Read>();
  for (const { text } of index.phrases) {
    const one = read.get(cut(text));
    if (one !== undefined) own.set(cut(text), one);
  }
  return own;
}

function bytesOfOthers(entries: ReadonlyMap<StoreId, Entry>, but: StoreId): number {
  let sum = 0;
  for (const [store, { bytes }] of entries) if (store !== but) sum += bytes;
  return sum;
}

function bytesOfRead(read: ReadonlyMap<string, Read>): number {
  let bytes = 0;
  for (const [text, one] of read) if (one !== "refused") bytes += bytesOf(text, one);
  return bytes;
}

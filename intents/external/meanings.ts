import type { TextEmbedder } from "../../src/core/embedder.ts";
import type { StoreId } from "../../src/core/ids.ts";
import type { StoreIndex } from "../store-index.ts";
import { createVectorCache } from "./cache.ts";
import { createLearner, type Learner } from "./learner.ts";
import { closenessToArticles, supportOf, type Support } from "./standing.ts";
import { inShortTurns } from "../turns.ts";
import { packVector, unpackVector } from "./vectors.ts";
import { wordingOf, type Wording } from "./wording.ts";

/** Room for questions, and for phrasings that several stores share. */
const CACHE_BYTES = 32 * 2 ** 20;
/** A question with more wordings than this is none; the first are those that count. */
const MOST_WORDINGS = 6;

/** What the service says to texts of one question, by the text; nothing for those it was not asked about. */
export type Heard = ReadonlyMap<string, Support>;

const NOTHING: Heard = new Map();

/** The embedding service as a further channel: it only ever adds to what the others say, and is silent rather than late. */
export interface Meanings {
  /** Takes note of what a store knows now, and has the service read what is new, in the background. Resolves once it is noted. */
  learn(store: StoreId, index: StoreIndex): Promise<void>;
  /** Asks the service about the texts, all at once. Empty while it is away or the store is not learned to the end. */
  hear(store: StoreId, index: StoreIndex, texts: readonly string[]): Promise<Heard>;
  /** Resolves when every store is learned, however long the service is away. */
  settled(): Promise<void>;
}

export interface MeaningsOptions {
  readonly embedder: TextEmbedder;
  /** Pause before texts are sent again that the service did not take; it doubles. */
  readonly learnAgainAfterMs?: number | undefined;
  /** Called with what should not have happened while a store was learned. */
  readonly report?: ((error: unknown) => void) | undefined;
}

export function createMeanings({ embedder, learnAgainAfterMs, report }: MeaningsOptions): Meanings {
  const cache = createVectorCache(CACHE_BYTES);
  const learner: Learner = createLearner({ embedder, cache, againAfterMs: learnAgainAfterMs, report });

  const embed = async (texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array> | undefined> => {
    const vectors = new Map<string, Float32Array>();
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const known = cache.get(text);
      if (known === undefined) missing.push(text);
      else vectors.set(text, unpackVector(known));
    }
    if (missing.length === 0) return vectors;
    const embedded = await embedder.embed(missing, "question");
    if (embedded.type !== "vectors") return undefined;
    for (const [at, text] of missing.entries()) {
      const vector = embedded.vectors[at];
      if (vector === undefined) return undefined;
      const packed = packVector(vector);
      cache.set(text, packed);
      // As it will be out of the cache, so that the same question always gets the same answer.
      vectors.set(text, unpackVector(packed));
    }
    return vectors;
  };

  return {
    learn: learner.learn,
    settled: learner.settled,
    hear: async (store, index, texts) => {
      const known = learner.known(store, index);
      if (known === undefined) return NOTHING;
      const asked = new Map<string, Wording>();
      for (const text of texts.slice(0, MOST_WORDINGS)) {
        const wording = wordingOf(text);
        if (wording !== undefined && gaugeFor(known.gauges, wording) !== undefined) asked.set(text, wording);
      }
      if (asked.size === 0) return NOTHING;
      const vectors = await embed([...asked.values()].map(({ text }) => text));
      return vectors === undefined ? NOTHING : supports(known, asked, vectors);
    },
  };
}

type Known = NonNullable<ReturnType<Learner["known"]>>;

async function supports(
  known: Known,
  asked: ReadonlyMap<string, Wording>,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<Heard> {
  const heard = new Map<string, Support>();
  for (const [text, wording] of asked) {
    const vector = vectors.get(wording.text);
    const gauge = gaugeFor(known.gauges, wording);
    if (vector === undefined || gauge === undefined) continue;
    const closeness = await inShortTurns(closenessToArticles(known, { vector, isEnglish: wording.isEnglish }));
    heard.set(text, supportOf(gauge, closeness));
  }
  return heard;
}

function gaugeFor({ zh, en }: Known["gauges"], { isEnglish }: Wording) {
  return isEnglish ? en : zh;
}

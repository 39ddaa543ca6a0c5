import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Learnt } from "../../intents/columns.ts";
import { phraseAt } from "../../intents/phrase.ts";
import { postingsOf } from "../../intents/postings.ts";
import { buildStoreIndex, type StoreIndex } from "../../intents/store-index.ts";
import { MAIN_SHARES, type Studied } from "../../intents/study.ts";
import { articleId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";

/** An article by what is made of it: `seed` is what it says. */
interface Made {
  readonly seed: number;
  readonly phrasings: number;
  readonly layer: "store" | "shared";
}

const DIMENSIONS = 3;
const TOPICS = 2;
const made = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  // From none to more than a block.
  phrasings: fc.constantFrom(0, 1, 5, 20, 90, 300),
  layer: fc.constantFrom("store" as const, "store" as const, "store" as const, "shared" as const),
});
/** One edit: some go, some come at a place, and some are moved to the end. */
const anEdit = fc.record({
  gone: fc.array(fc.nat(), { maxLength: 2 }),
  moved: fc.array(fc.nat(), { maxLength: 1 }),
  added: fc.array(fc.record({ at: fc.nat(), article: made }), { maxLength: 3 }),
});
const stages = fc.record({
  first: fc.array(made, { maxLength: 8 }),
  edits: fc.array(anEdit, { minLength: 1, maxLength: 3 }),
});

function edited(known: readonly Made[], { gone, moved, added }: typeof anEdit extends fc.Arbitrary<infer One> ? One : never) {
  const left = known.filter((_, at) => !gone.some((one) => one % known.length === at));
  const after = left.filter((_, at) => !moved.some((one) => one % left.length === at));
  const now = [...after, ...left.filter((one) => !after.includes(one))];
  for (const { at, article } of added) now.splice(at % (now.length + 1), 0, article);
  return now;
}

/** Numbers that are the same for the same seed. */
function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function studied({ seed, phrasings }: Made): Studied {
  const next = numbersOf(seed);
  // A few of many grams each, some of which are of several kinds, as different grams may hash alike.
  const texts = Array.from({ length: phrasings + 1 }, () => {
    return [...new Set([next(6), next(30) + 10, next(300) + 100])].sort((a, b) => a - b);
  });
  const starts = [0];
  for (const grams of texts) starts.push((starts.at(-1) ?? 0) + grams.length);
  const hashes = texts.flat();
  const unit = () => next(1_000) / 1_000;
  return {
    study: {
      phrasings: Array.from({ length: phrasings }, (_, at) => ({ isEnglish: next(5) === 0, text: `${seed} ${at}` })),
      grams: {
        starts: Uint32Array.from(starts),
        hashes: Uint32Array.from(hashes),
        factors: Uint8Array.from(hashes, (hash) => (hash < 3 ? 30 + (seed % 40) : 85)),
      },
      answerVectors: new Float32Array(DIMENSIONS),
      nearness: new Int8Array(0),
      kinds: { danger: 0, ask: 0 },
      conditions: [],
    },
    rows: {
      vectors: new Float32Array(phrasings * DIMENSIONS).map(unit),
      topicRoots: new Float32Array(TOPICS).map(unit),
      matters: { labels: new Uint16Array(MAIN_SHARES).map(() => next(50)), shares: new Float32Array(MAIN_SHARES).map(unit) },
    },
  };
}

function index(now: readonly Made[], before?: { readonly made: readonly Made[]; readonly index: StoreIndex }): StoreIndex {
  const articles = now.map(({ seed, layer }): KnownArticle => {
    return { id: articleId(`${seed}`), layer, phase: "presale", question: "", alternatives: [], answer: "" };
  });
  const learnt = now.map((one): Learnt => {
    const from = before === undefined ? -1 : before.made.indexOf(one);
    return from < 0 ? studied(one) : { from };
  });
  return finish(buildStoreIndex(articles, learnt, before?.index));
}

/** All that judging reads, by hashes and places: ids differ with what was known before. */
function seenIn(store: StoreIndex) {
  const { blocks, vocabulary } = store;
  const grams = [...vocabulary.hashes].flatMap((hash, at) => {
    const id = vocabulary.ids[at] ?? -1;
    const places = blocks.flatMap((block) => {
      const [from, end] = postingsOf(block, id);
      return [...block.postings.subarray(from, end)].map((place) => block.phrase + place);
    });
    return store.idf[id] === 0 ? [] : [{ hash, places, idf: store.idf[id] }];
  });
  return {
    grams,
    unknown: store.unknownIdf,
    phrases: store.phrases.map((_, place) => ({ ...phraseAt(store, place), ids: [] })),
    english: blocks.flatMap(({ english }) => [...english]),
    topicRoots: blocks.flatMap(({ topicRoots }) => [...topicRoots]),
    labels: blocks.flatMap(({ matters }) => [...matters.labels]),
    shares: blocks.flatMap(({ matters }) => [...matters.shares]),
    firstPhrase: store.firstPhrase,
    hiddenBy: store.hiddenBy,
    maybeSilent: store.maybeSilent,
  };
}

describe("the blocks of an index", () => {
  it("hold after any edits what they would hold if made afresh", () => {
    fc.assert(
      fc.property(stages, ({ first, edits }) => {
        let before: { made: readonly Made[]; index: StoreIndex } = { made: first, index: index(first) };
        for (const edit of edits) {
          const now = edited(before.made, edit);
          before = { made: now, index: index(now, before) };
          expect(seenIn(before.index)).toEqual(seenIn(index(now)));
        }
      }),
      { numRuns: 20 },
    );
  });

  it("take an article twice that two say in the same words, and forget it when both are gone", () => {
    const [one, other] = [5, 6].map((seed): Made => ({ seed, phrasings: 3, layer: "store" }));
    if (one === undefined || other === undefined) throw new Error("two articles were made");
    const many = Array.from({ length: 9 }, (_, at): Made => ({ seed: at + 10, phrasings: 2, layer: "store" }));
    const before = { made: [one, ...many], index: index([one, ...many]) };
    const twice = { made: [one, one, ...many], index: index([one, one, ...many], before) };
    const gone = index([other, ...many], twice);

    expect(seenIn(twice.index)).toEqual(seenIn(index(twice.made)));
    expect(seenIn(gone)).toEqual(seenIn(index([other, ...many])));
  });

  it("are shared with the index before the edit, all but those around what changed", () => {
    const many = Array.from({ length: 400 }, (_, at): Made => ({ seed: at + 1, phrasings: 10, layer: "store" }));
    const before = { made: many, index: index(many) };
    const now = many.map((one, at) => (at === 150 ? { ...one, seed: 5_000, phrasings: 11 } : one));
    const after = index(now, before);
    const known = new Set(before.index.blocks.map(({ vectors }) => vectors));

    expect(before.index.blocks.length).toBeGreaterThan(5);
    expect(after.blocks.filter(({ vectors }) => !known.has(vectors))).toHaveLength(1);
  });

  it("stay large, however often an article is added", () => {
    let before: { made: readonly Made[]; index: StoreIndex } = { made: [], index: index([]) };
    for (let seed = 1; seed <= 120; seed += 1) {
      const now: readonly Made[] = [...before.made, { seed, phrasings: 12, layer: "store" }];
      before = { made: now, index: index(now, before) };
    }

    expect(before.index.phrases).toHaveLength(1_440);
    for (const { texts } of before.index.blocks) expect(texts.length).toBeGreaterThanOrEqual(128);
  });
});

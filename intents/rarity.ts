import type { Steps } from "../src/core/steps.ts";
import type { StudiedArticle } from "./study.ts";

/** How much each gram of a store says. */
export interface Rarity {
  /** By the gram's id; 0 when no article has it. */
  readonly idf: Float32Array;
  readonly unknownIdf: number;
  /** How many grams any article has. */
  readonly used: number;
  readonly counted: Counted;
}

/** In how many articles each gram is, by its id. */
export interface Counted {
  /** Articles whose phrasings have it: answers lend their grams, but say nothing about how rare a gram is. */
  readonly counts: Uint32Array;
  /** Articles that have it at all. */
  readonly holders: Uint32Array;
  readonly factors: Uint8Array;
  /** Grams of several kinds that hash alike: they are one, of the weightiest kind that is there. */
  readonly mixed: ReadonlySet<number>;
}

/** An article to be counted, with the ids of its grams. */
export interface CountedArticle {
  readonly study: StudiedArticle;
  readonly ids: Uint32Array;
}

/** What came and what went since something was counted. */
export interface Change {
  readonly before: Counted;
  readonly removed: readonly CountedArticle[];
  readonly added: readonly CountedArticle[];
}

/** From so many articles on, whoever runs it may let others go first. */
const PER_STEP = 32;

/** Counts in how many articles' phrasings each gram is; ids are below `gramCount`. */
export function* countGrams(articles: readonly CountedArticle[], gramCount: number): Steps<Counted> {
  return yield* addAll(emptyOf(gramCount), articles);
}

/** The same count from what changed alone; undefined where it must be counted anew. */
export function* recount({ before, removed, added }: Change, gramCount: number): Steps<Counted | undefined> {
  const counting = emptyOf(gramCount);
  counting.counts.set(before.counts);
  counting.holders.set(before.holders);
  counting.factors.set(before.factors);
  for (const id of before.mixed) counting.mixed.add(id);
  for (const article of removed) {
    // What kinds its other articles have is not known any more.
    if (before.mixed.size > 0 && article.ids.some((id) => before.mixed.has(id))) return undefined;
    subtract(counting, article);
    yield;
  }
  return yield* addAll(counting, added);
}

interface Counting extends Counted {
  readonly mixed: Set<number>;
  /** The mark of the last article that was counted as a holder of the gram, and as one with a phrasing that has it. */
  readonly held: Int32Array;
  readonly asked: Int32Array;
}

function emptyOf(gramCount: number): Counting {
  return {
    counts: new Uint32Array(gramCount),
    holders: new Uint32Array(gramCount),
    factors: new Uint8Array(gramCount),
    mixed: new Set(),
    held: new Int32Array(gramCount),
    asked: new Int32Array(gramCount),
  };
}

function* addAll(counting: Counting, articles: readonly CountedArticle[]): Steps<Counted> {
  for (const [at, article] of articles.entries()) {
    add(counting, article, at + 1);
    if (at % PER_STEP === 0) yield;
  }
  const { counts, holders, factors, mixed } = counting;
  return { counts, holders, factors, mixed };
}

function add({ counts, holders, factors, mixed, held, asked }: Counting, article: CountedArticle, mark: number): void {
  const { ids, study } = article;
  const ofPhrasings = study.grams.starts[study.phrasings.length] ?? 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const factor = study.grams.factors[at] ?? 0;
    const known = factors[id] ?? 0;
    if (known !== factor) {
      if (known !== 0) mixed.add(id);
      factors[id] = Math.max(known, factor);
    }
    if (held[id] !== mark) {
      held[id] = mark;
      holders[id] = (holders[id] ?? 0) + 1;
    }
    if (at >= ofPhrasings || asked[id] === mark) continue;
    asked[id] = mark;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

function subtract({ counts, holders, factors }: Counting, { study, ids }: CountedArticle): void {
  const ofPhrasings = study.grams.starts[study.phrasings.length] ?? 0;
  for (const id of new Set(ids.subarray(0, ofPhrasings))) counts[id] = (counts[id] ?? 0) - 1;
  for (const id of new Set(ids)) {
    holders[id] = (holders[id] ?? 0) - 1;
    if (holders[id] === 0) factors[id] = 0;
  }
}

/** How much each gram says, from its kind and how many of the articles have it. */
export function weigh(counted: Counted, articles: number): Rarity {
  const { counts, factors } = counted;
  const rarities = new Float64Array(articles + 1);
  for (let count = 0; count <= articles; count += 1) rarities[count] = inverseFrequency(count, articles);
  const idf = new Float32Array(factors.length);
  let used = 0;
  for (let id = 0; id < idf.length; id += 1) {
    const factor = factors[id] ?? 0;
    if (factor === 0) continue;
    used += 1;
    idf[id] = (factor / 100) * (rarities[counts[id] ?? 0] ?? 0);
  }
  return { idf, unknownIdf: inverseFrequency(0, articles), used, counted };
}

function inverseFrequency(articlesWithIt: number, articleCount: number): number {
  return Math.log(1 + (articleCount + 1) / (articlesWithIt + 0.5));
}

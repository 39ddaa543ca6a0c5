import type { Steps } from "../src/core/steps.ts";
import type { StudiedArticle } from "./study.ts";

/** How much each gram of a store says. */
export interface Rarity {
  /** By the gram's id; 0 when no article has it. */
  readonly idf: Float32Array;
  readonly unknownIdf: number;
  /** How many grams any article has. */
  readonly used: number;
}

/**
 * Counts in how many articles' phrasings each gram is; `allIds` belong to the studies, and are below `gramCount`. Answers lend
 * their grams, so that a question can be found in them, but say nothing about how rare a gram is.
 */
export function* countGrams(
  studies: readonly StudiedArticle[],
  allIds: readonly Uint32Array[],
  gramCount: number,
): Steps<Rarity> {
  const counted = {
    counts: new Uint32Array(gramCount),
    last: new Uint32Array(gramCount),
    factors: new Uint8Array(gramCount),
  };
  for (const [article, study] of studies.entries()) {
    countArticle(counted, study, { ids: allIds[article] ?? new Uint32Array(0), mark: article + 1 });
    yield;
  }
  return { ...weigh(counted, studies.length), unknownIdf: inverseFrequency(0, studies.length) };
}

/** By a gram's id. */
interface Counted {
  readonly counts: Uint32Array;
  /** The mark of the last article with the gram. */
  readonly last: Uint32Array;
  readonly factors: Uint8Array;
}

interface Counting {
  readonly ids: Uint32Array;
  readonly mark: number;
}

function countArticle({ counts, last, factors }: Counted, { phrasings, grams }: StudiedArticle, { ids, mark }: Counting): void {
  const ofPhrasings = grams.starts[phrasings.length] ?? 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const factor = grams.factors[at] ?? 0;
    // Grams of two kinds that hash alike are one, of the weightier kind: whichever was met first must not matter.
    if (factor > (factors[id] ?? 0)) factors[id] = factor;
    if (at >= ofPhrasings || last[id] === mark) continue;
    last[id] = mark;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

function weigh({ counts, factors }: Counted, articles: number): Pick<Rarity, "idf" | "used"> {
  const rarities = Float64Array.from({ length: articles + 1 }, (_, count) => inverseFrequency(count, articles));
  const idf = new Float32Array(factors.length);
  let used = 0;
  for (let id = 0; id < idf.length; id += 1) {
    if (factors[id] === 0) continue;
    used += 1;
    idf[id] = ((factors[id] ?? 0) / 100) * (rarities[counts[id] ?? 0] ?? 0);
  }
  return { idf, used };
}

function inverseFrequency(articlesWithIt: number, articleCount: number): number {
  return Math.log(1 + (articleCount + 1) / (articlesWithIt + 0.5));
}

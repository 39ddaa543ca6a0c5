import type { Phrase } from "./phrase.ts";
import type { Query } from "./retrieve.ts";
import { contentOf, inCommon } from "./sequences.ts";

/** How far a question and an article say the same in words; each 0..1. Decision 0073 says what each is worth. */
export interface Overlap {
  /** Share of the question's informative grams that the article's own question has, and the reverse; 0 where it is in another language. */
  readonly title: number;
  readonly titleBack: number;
  /** The same of the phrasing that has the most, and of the one the question says the most of. */
  readonly phrasing: number;
  readonly phrasingBack: number;
  /** Harmonic mean of both: of the best phrasing, and of all on average. */
  readonly mutual: number;
  readonly mutualOnAverage: number;
  /** Share of the question's informative grams that any phrasing has. */
  readonly phrasings: number;
  /** Share of the question that a phrasing has in the same order, and that it has in one piece; then as a share of both. */
  readonly sequence: number;
  readonly sequenceOfBoth: number;
  readonly run: number;
  readonly runOfBoth: number;
}

/** One article's phrasings that may speak, and what they are compared with. */
export interface Overlapping {
  readonly query: Query;
  /** What the store's grams weigh, by their id. */
  readonly idf: Float32Array;
  readonly phrases: readonly Phrase[];
  /** The first of `phrases` is the article's own question. */
  readonly isTitleFirst: boolean;
}

/** Compares a question with all of an article's phrasings, by grams and character by character. */
export function overlapOf({ query, idf, phrases, isTitleFirst }: Overlapping): Overlap {
  const places = phrases.map((phrase) => sharedPlaces(query, phrase));
  const shares = phrases.map(({ ids }, at) => sharesOf(query, places[at] ?? [], massOf(ids, idf)));
  const mutual = shares.map(harmonic);
  const [title] = isTitleFirst ? shares : [];
  return {
    title: title?.covered ?? 0,
    titleBack: title?.back ?? 0,
    phrasing: mostOf(shares.map(({ covered }) => covered)),
    phrasingBack: mostOf(shares.map(({ back }) => back)),
    mutual: mostOf(mutual),
    mutualOnAverage: mutual.reduce((sum, value) => sum + value, 0) / Math.max(1, mutual.length),
    phrasings: sharesOf(query, new Set(places.flat()), 0).covered,
    ...inOrder(query, phrases),
  };
}

/** Which of the question's grams a phrasing has; both ascend. */
function sharedPlaces({ phrase: { hashes } }: Query, { hashes: others }: Phrase): readonly number[] {
  const places: number[] = [];
  for (let at = 0, other = 0; at < hashes.length && other < others.length;) {
    const [left, right] = [hashes[at] ?? 0, others[other] ?? 0];
    if (left === right) places.push(at);
    if (left <= right) at += 1;
    if (left >= right) other += 1;
  }
  return places;
}

interface Shares {
  readonly covered: number;
  readonly back: number;
}

function sharesOf({ idf, mass }: Query, places: Iterable<number>, other: number): Shares {
  let shared = 0;
  for (const place of places) shared += idf[place] ?? 0;
  return { covered: share(shared, mass), back: share(shared, other) };
}

function massOf(ids: Uint32Array, idf: Float32Array): number {
  let mass = 0;
  for (const id of ids) mass += idf[id] ?? 0;
  return mass;
}

function harmonic({ covered, back }: Shares): number {
  return share(2 * covered * back, covered + back);
}

function inOrder({ phrase: { text } }: Query, phrases: readonly Phrase[]) {
  const asked = contentOf(text);
  const length = Math.max(1, asked.length);
  const found = phrases.map((phrase) => {
    const said = contentOf(phrase.text);
    return { ...inCommon(asked, said), both: (length + Math.max(1, said.length)) / 2 };
  });
  return {
    sequence: mostOf(found.map(({ sequence }) => sequence)) / length,
    sequenceOfBoth: mostOf(found.map(({ sequence, both }) => sequence / both)),
    run: mostOf(found.map(({ run }) => run)) / length,
    runOfBoth: mostOf(found.map(({ run, both }) => run / both)),
  };
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

import type { Steps } from "../src/core/steps.ts";
import type { Learnt } from "./columns.ts";
import { countGrams, recount, weigh, type Counted, type CountedArticle, type Rarity } from "./rarity.ts";
import type { StudiedArticle } from "./study.ts";
import { idOf, NO_VOCABULARY, withGrams, type Vocabulary } from "./vocabulary.ts";

/** With this many times as many grams that nobody uses any more as used ones, ids are given anew. */
const MOST_UNUSED = 1;
/** Fewer unused ones than this are no burden. */
const FEW_UNUSED = 2_000;
/** When more than this share of the articles changed, counting all of them is no slower. */
const MOST_CHANGED = 0.25;

/** A store's grams as numbers, and how much each says. */
export interface Numbered extends Rarity {
  readonly vocabulary: Vocabulary;
  /** Per article: the ids of its study's grams. */
  readonly ids: readonly Uint32Array[];
  /** Whether ids that were given before hold. */
  readonly areKept: boolean;
}

/** What numbering reads of the store that is learned, in the order of its articles. */
export interface Unnumbered {
  readonly learnt: readonly Learnt[];
  readonly studies: readonly StudiedArticle[];
}

/** The same before the edit. */
export type NumberedBefore = Pick<Numbered, "vocabulary" | "ids" | "counted"> & Pick<Unnumbered, "studies">;

/** Gives new grams ids and counts in how many articles each is; gives all ids anew where most are of articles that are gone. */
export function* numberGrams({ learnt, studies }: Unnumbered, before?: NumberedBefore): Steps<Numbered> {
  const known = learnt.map((one) => ("from" in one ? before?.ids[one.from] : undefined));
  const unknown = studies.filter((_, at) => known[at] === undefined).map(({ grams }) => grams.hashes);
  const vocabulary = yield* withGrams(before?.vocabulary ?? NO_VOCABULARY, unknown);
  const ids: Uint32Array[] = [];
  for (const [at, { grams }] of studies.entries()) {
    ids.push(known[at] ?? grams.hashes.map((hash) => idOf(vocabulary, hash)));
    if (known[at] === undefined) yield;
  }
  const all = studies.map((study, at) => ({ study, ids: ids[at] ?? new Uint32Array(0) }));
  const counted = yield* count(all, learnt, { before, gramCount: vocabulary.ids.length });
  const rarity = weigh(counted, studies.length);
  yield;
  const unused = vocabulary.ids.length - rarity.used;
  if (before !== undefined && unused > FEW_UNUSED && unused > MOST_UNUSED * rarity.used)
    return yield* numberGrams({ learnt, studies });
  return { vocabulary, ids, ...rarity, areKept: before !== undefined };
}

interface Counts {
  readonly before: NumberedBefore | undefined;
  readonly gramCount: number;
}

function* count(all: readonly CountedArticle[], learnt: readonly Learnt[], { before, gramCount }: Counts): Steps<Counted> {
  if (before === undefined) return yield* countGrams(all, gramCount);
  const { removed, added } = changeOf(all, learnt, before);
  if (removed.length + added.length > MOST_CHANGED * all.length) return yield* countGrams(all, gramCount);
  return (yield* recount({ before: before.counted, removed, added }, gramCount)) ?? (yield* countGrams(all, gramCount));
}

/** Articles that nobody takes any more went; new ones came, and those that are taken a second time. */
function changeOf(all: readonly CountedArticle[], learnt: readonly Learnt[], { studies, ids }: NumberedBefore) {
  const taken = new Uint8Array(studies.length);
  const added = all.filter((_, at) => {
    const one = learnt[at];
    if (one === undefined || !("from" in one) || taken[one.from] === 1) return true;
    taken[one.from] = 1;
    return false;
  });
  const removed = studies.flatMap((study, at) => (taken[at] === 1 ? [] : [{ study, ids: ids[at] ?? new Uint32Array(0) }]));
  return { removed, added };
}

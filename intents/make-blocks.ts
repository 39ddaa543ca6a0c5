import type { Steps } from "../src/core/steps.ts";
import type { Block, PlacedBlock } from "./blocks.ts";
import { gatherRows, type Learnt } from "./columns.ts";
import { invertBlock } from "./postings.ts";
import type { StudiedArticle } from "./study.ts";

/** A block is cut when it has more phrasings than this: an edit takes as long as making one or two. */
const MOST_PHRASES = 512;
/** A smaller one is joined with a neighbour: each costs every question some searching. */
const FEW_PHRASES = 128;

/** What blocks are made of; all in the order of the store's articles. */
export interface Parts {
  readonly learnt: readonly Learnt[];
  readonly studies: readonly StudiedArticle[];
  /** Per article: the ids of its study's grams. */
  readonly ids: readonly Uint32Array[];
}

/** Blocks from which is taken what they have. */
export interface KnownBlocks {
  readonly blocks: readonly PlacedBlock[];
  /** Whether their grams have the ids they have now. */
  readonly areNumbered: boolean;
}

/** Cuts a store into blocks: those of before where their articles are still side by side, new ones for the others. */
export function* makeBlocks(parts: Parts, known: KnownBlocks): Steps<readonly PlacedBlock[]> {
  const placed: PlacedBlock[] = [];
  let [article, phrase] = [0, 0];
  for (const { from, end, block } of planBlocks(parts, known)) {
    const made = block ?? makeBlock(parts, known.blocks, [from, end]);
    placed.push({ ...made, article, phrase });
    article += made.size;
    phrase += made.texts.length;
    yield;
  }
  return placed;
}

/** Articles that become a block, or are one already. */
interface Plan {
  readonly from: number;
  readonly end: number;
  readonly block?: Block | undefined;
}

function planBlocks(parts: Parts, known: KnownBlocks): readonly Plan[] {
  const plans = joinSmall(keepWhole(parts, known), parts);
  return plans.flatMap((plan) => (plan.block === undefined ? cut(plan, parts) : [plan]));
}

/** Blocks whose articles are still side by side, and what lies between them. */
function keepWhole({ learnt }: Parts, { blocks, areNumbered }: KnownBlocks): readonly Plan[] {
  const byStart = new Map(areNumbered ? blocks.map((block) => [block.article, block]) : []);
  const plans: Plan[] = [];
  let from = 0;
  for (let at = 0; at < learnt.length;) {
    const block = byStart.get(placeOf(learnt[at]) ?? -1);
    if (block === undefined || !isWhole(learnt, at, block)) {
      at += 1;
      continue;
    }
    if (from < at) plans.push({ from, end: at });
    plans.push({ from: at, end: at + block.size, block });
    at += block.size;
    from = at;
  }
  if (from < learnt.length) plans.push({ from, end: learnt.length });
  return plans;
}

function isWhole(learnt: readonly Learnt[], at: number, { article, size }: PlacedBlock): boolean {
  for (let own = 0; own < size; own += 1) if (placeOf(learnt[at + own]) !== article + own) return false;
  return true;
}

function placeOf(one: Learnt | undefined): number | undefined {
  return one !== undefined && "from" in one ? one.from : undefined;
}

/** Joins what is too small for a block with the block before it, or the one after the first. */
function joinSmall(plans: readonly Plan[], parts: Parts): readonly Plan[] {
  const joined: Plan[] = [];
  for (const plan of plans) {
    const before = joined.at(-1);
    if (before === undefined || (!isSmall(plan, parts) && !isSmall(before, parts))) {
      joined.push(plan);
      continue;
    }
    joined.pop();
    joined.push({ from: before.from, end: plan.end });
  }
  return joined;
}

/** Blocks that are kept were no smaller when they were made, or had no neighbour. */
function isSmall(plan: Plan, { studies }: Parts): boolean {
  return countPhrases(studies, plan) < FEW_PHRASES;
}

function countPhrases(studies: readonly StudiedArticle[], { from, end }: Plan): number {
  let count = 0;
  for (let at = from; at < end; at += 1) count += studies[at]?.phrasings.length ?? 0;
  return count;
}

/** Parts of about the same size. */
function cut(plan: Plan, { studies }: Parts): readonly Plan[] {
  const phrases = countPhrases(studies, plan);
  const share = phrases / Math.max(1, Math.ceil(phrases / MOST_PHRASES));
  const parts: Plan[] = [];
  let from = plan.from;
  let count = 0;
  for (let at = plan.from; at < plan.end; at += 1) {
    count += studies[at]?.phrasings.length ?? 0;
    if (at + 1 < plan.end && count < share * (parts.length + 1)) continue;
    parts.push({ from, end: at + 1 });
    from = at + 1;
  }
  return parts;
}

function makeBlock(parts: Parts, before: readonly PlacedBlock[], [from, end]: readonly [number, number]): Block {
  const studies = parts.studies.slice(from, end);
  const firstPhrase = new Uint32Array(studies.length + 1);
  for (const [at, { phrasings }] of studies.entries()) firstPhrase[at + 1] = (firstPhrase[at] ?? 0) + phrasings.length;
  const texts = studies.flatMap(({ phrasings }) => phrasings);
  return {
    size: studies.length,
    texts,
    firstPhrase,
    english: Uint8Array.from(texts, ({ isEnglish }) => (isEnglish ? 1 : 0)),
    ...gatherRows(parts.learnt.slice(from, end), before),
    ...invertBlock(studies, parts.ids.slice(from, end)),
  };
}

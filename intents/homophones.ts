import { hashGram, weightOfGram } from "./grams.ts";
import { RUN_END, RUN_START, SHARE_OF_TERM, type Sounds } from "./sounds.ts";
import type { StoreIndex } from "./store-index.ts";
import { findGram, idOf } from "./vocabulary.ts";

/** A longer text, in UTF-16 units, says enough besides: nothing hangs on one character, and looking takes long. */
const MAX_LENGTH = 80;
/** So many are put right in one run of Chinese characters; with more the rest is too uncertain. */
const MAX_PUT = 3;

// Chosen on the stores confidence is fitted on; docs/decisions/0036 has the figures. Gains are natural logarithms.
/** So much likelier must a change make the text. */
const MIN_GAIN = 6;
/** So much more where the sound is only nearly the same. */
const NEARLY = 1.5;
/** So much more for each pair that shops' talk has and the change takes away, and for each that it lacks and the change makes. */
const ODD_PAIR = 2;
/** So much more when dictionaries have what is written as a word; and when they do not have what is put. */
const NO_WORD = 3;
/** So much likelier must it be than any other change there. */
const MIN_LEAD = 1.5;
/** A pair of neighbours counts as the trade's from so many times on; one of the store's own counts as so many of the corpus. */
const PAIR_OF_TRADE = 8;
const OWN_PAIR = 4;
/** How much a character's own frequency counts beside its neighbour's. */
const BACKOFF = 2;

/** A text in which homophones are put right. */
export interface SoundedOut {
  readonly text: string;
  /** What was put, with its neighbours: “包邮吗” for “包油吗”. */
  readonly put: readonly string[];
}

/** What the store knows of words. */
type Words = Pick<StoreIndex, "vocabulary" | "idf">;

/**
 * The normalised Chinese text with homophones put right (“怎么退火” → “怎么退货”), where the store does not know a pair of
 * neighbours and one character of the same sound fits far better beside them; undefined where there is nothing to put right.
 */
export function soundOut(sounds: Sounds, words: Words, text: string): SoundedOut | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const put: string[] = [];
  const right = text.replace(/\p{Script=Han}{2,}/gu, (run) =>
    soundOutRun({ sounds, words, characters: [RUN_START, ...run, RUN_END] }, put),
  );
  return put.length === 0 ? undefined : { text: right, put };
}

/** A run of characters in a store's talk, between its ends. */
interface Talk {
  readonly sounds: Sounds;
  readonly words: Words;
  readonly characters: readonly string[];
}

/** Says in `put` what it put. */
function soundOutRun(talk: Talk, put: string[]): string {
  let now = talk;
  const changes = talk.characters.map((_, at) => changesAt(talk, at));
  // What was put is what was heard: it is not heard as something else again because of what is put beside it.
  const places = new Set<number>();
  while (places.size < MAX_PUT) {
    const change = bestOf(changes.flat());
    if (change === undefined) break;
    const { at } = change;
    now = { ...now, characters: now.characters.with(at, change.to) };
    places.add(at);
    for (const beside of [at - 1, at, at + 1]) changes[beside] = places.has(beside) ? [] : changesAt(now, beside);
  }
  const { characters } = now;
  for (const at of places) put.push(characters.slice(Math.max(1, at - 1), Math.min(at + 2, characters.length - 1)).join(""));
  return characters.slice(1, -1).join("");
}

/** Another character for the one at a place. */
interface Change {
  readonly at: number;
  readonly to: string;
  readonly gain: number;
  /** Whether it makes a word of the trade that needs no dictionary. */
  readonly isTerm: boolean;
}

/** The change that makes a run likelier by far, and clearly more than any other beside it; undefined when there is none. */
function bestOf(changes: readonly Change[]): Change | undefined {
  const best = changes.reduce<Change | undefined>((most, one) => (one.gain > (most?.gain ?? 0) ? one : most), undefined);
  if (best === undefined || best.gain < MIN_GAIN) return undefined;
  const isRival = (one: Change): boolean => one !== best && Math.abs(one.at - best.at) <= 1 && best.gain - one.gain < MIN_LEAD;
  return changes.some(isRival) ? undefined : best;
}

/** What may stand in a place instead, where the store does not know what stands there now. */
function changesAt(talk: Talk, at: number): readonly Change[] {
  const { sounds, words, characters } = talk;
  const [before, here, after] = [characters[at - 1], characters[at], characters[at + 1]];
  if (before === undefined || here === undefined || after === undefined) return [];
  if (isOfStore(words, before, here) && isOfStore(words, here, after)) return [];
  const now = fitOf(talk, [before, here, after]);
  // Nothing is likelier than certain.
  if (now.likelihood > -MIN_GAIN) return [];
  const own = syllablesOf(sounds, here);
  const changes: Change[] = [];
  for (const to of charactersLike(sounds, own)) {
    if (to === here || isParticle(to)) continue;
    const fit = fitOf(talk, [before, to, after]);
    if (!fit.isWord) continue;
    const isSame = syllablesOf(sounds, to).some((syllable) => own.includes(syllable));
    const gain = fit.likelihood - now.likelihood - ODD_PAIR * (now.usual + 2 - fit.usual) - (isSame ? 0 : NEARLY);
    if (gain >= MIN_GAIN - MIN_LEAD) changes.push({ at, to, gain, isTerm: fit.isTerm });
  }
  return changes.length === 0 ? changes : byDictionary(characters, changes);
}

/** How well a character fits between its neighbours. */
interface Fit {
  /** As a natural logarithm. */
  readonly likelihood: number;
  /** How many of its two pairs are usual. */
  readonly usual: number;
  /** Whether one of them is a word of the store or of its trade. */
  readonly isWord: boolean;
  /** Whether one of them is a word for certain: the one character is often beside the other. */
  readonly isTerm: boolean;
}

function fitOf(talk: Talk, [before, here, after]: readonly [string, string, string]): Fit {
  const [left, right] = [pairOf(talk, before, here), pairOf(talk, here, after)];
  return {
    likelihood: Math.log(left.chance) + Math.log(right.chance),
    usual: Number(left.isUsual) + Number(right.isUsual),
    isWord: left.isWord || right.isWord,
    isTerm: left.isTerm || right.isTerm,
  };
}

interface Pair {
  /** Of the second after the first. */
  readonly chance: number;
  readonly isUsual: boolean;
  readonly isWord: boolean;
  readonly isTerm: boolean;
}

function pairOf({ sounds, words }: Talk, before: string, after: string): Pair {
  const row = findGram(sounds.pairs, hashGram(before + after));
  const count = row < 0 ? 0 : (sounds.pairCounts[row] ?? 0);
  const isInside = before !== RUN_START && after !== RUN_END;
  const own = isInside && isOfStore(words, before, after) ? OWN_PAIR : 0;
  const alone = (countOf(sounds, after) + 0.5) / (sounds.total + 1);
  return {
    chance: (count + own + BACKOFF * alone) / (countOf(sounds, before) + own + BACKOFF),
    isUsual: count + own > 0,
    isWord: own > 0 || (isInside && count >= PAIR_OF_TRADE),
    isTerm:
      isInside && count >= PAIR_OF_TRADE && count >= SHARE_OF_TERM * Math.min(countOf(sounds, before), countOf(sounds, after)),
  };
}

/** Whether a store's articles have this pair; of what stands beside an end, the character. */
function isOfStore({ vocabulary, idf }: Words, before: string, after: string): boolean {
  const gram = (before === RUN_START ? "" : before) + (after === RUN_END ? "" : after);
  return (idf[idOf(vocabulary, hashGram(gram))] ?? 0) > 0;
}

function countOf({ counts }: Sounds, character: string): number {
  return counts.get(character.codePointAt(0) ?? 0) ?? 0;
}

function syllablesOf(sounds: Sounds, character: string): readonly number[] {
  return sounds.syllablesOf.get(character.codePointAt(0) ?? 0) ?? [];
}

function charactersLike({ groupOf, charactersOf }: Sounds, syllables: readonly number[]): ReadonlySet<string> {
  return new Set(syllables.flatMap((syllable) => charactersOf[groupOf[syllable] ?? 0] ?? []));
}

/** What holds sentences together fits nearly everywhere, so that its fitting says nothing. */
function isParticle(character: string): boolean {
  return weightOfGram(character) < 0.5;
}

/** ICU's dictionary, which Node has: it knows the words that are no shop's. */
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The changes of one place, less what their words speak against them. */
function byDictionary(characters: readonly string[], changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => {
    const { at, to, gain, isTerm } = change;
    const isTaken = isInWord(characters, at);
    const isMade = isTerm || isInWord(characters.with(at, to), at);
    return { ...change, gain: gain - (isTaken ? NO_WORD : 0) - (isMade ? 0 : NO_WORD) };
  });
}

/** Whether dictionaries have a word of the character and its neighbours. */
function isInWord(characters: readonly string[], at: number): boolean {
  const place = characters.slice(1, at).join("").length;
  const word = segmenter.segment(characters.slice(1, -1).join("")).containing(place)?.segment ?? "";
  return [...word].length > 1;
}

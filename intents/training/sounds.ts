import { pinyin } from "pinyin-pro";
import { hashGram } from "../grams.ts";
import { normalise } from "../normalise.ts";
import { RUN_END, RUN_START, SHARE_OF_TERM, type CountedSounds } from "../sounds.ts";

/** A pair that occurs once may be a slip itself. */
const MIN_PAIR_COUNT = 2;
/** A pair that occurs at most so often, beside a homophone that occurs so many times as often, is taken for a slip. */
const MAX_SLIPS = 4;
const SLIP_RATIO = 12;
const MOST = 65_535;
/** Rarer readings are of names and of old texts. */
const MAX_READINGS = 2;
/** What many read otherwise than dictionaries do. */
const MISREAD: ReadonlyMap<string, string> = new Map([["券", "juan"]]);

/** Counts characters and pairs of neighbours in texts of shops, and looks up how every common character sounds. */
export function countSounds(texts: readonly string[]): CountedSounds {
  const counted = countPairs(texts);
  const characters = [...new Set([...commonCharacters(), ...counted.characters.keys()])].sort();
  const readings = characters.map(readingsOf);
  const names = [...new Set(readings.flat())].sort();
  const places = new Map(names.map((name, at) => [name, at]));
  const starts = [0];
  for (const own of readings) starts.push((starts.at(-1) ?? 0) + own.length);
  const pairs = withoutSlips(counted, new Map(characters.map((character, at) => [character, readings[at] ?? []])))
    .map(([pair, count]) => [hashGram(pair), count] as const)
    .sort(([a], [b]) => a - b);
  return {
    names,
    characters: Uint32Array.from(characters, (character) => character.codePointAt(0) ?? 0),
    counts: Uint32Array.from(characters, (character) => counted.characters.get(character) ?? 0),
    starts: Uint32Array.from(starts),
    syllables: Uint16Array.from(readings.flat(), (name) => places.get(name) ?? 0),
    pairs: Uint32Array.from(pairs, ([hash]) => hash),
    pairCounts: Uint16Array.from(pairs, ([, count]) => Math.min(MOST, count)),
  };
}

/**
 * The pairs that occur often enough and are no homophone of a word that occurs far oftener: our texts have slips of their own, so
 * that matching learns them (惠卷 twice beside 惠券), and those would look right.
 */
function withoutSlips(
  { pairs, characters }: Counted,
  readings: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, number])[] {
  const most = new Map<string, number>();
  for (const [pair, count] of pairs) {
    const rarer = Math.min(...[...pair].map((character) => characters.get(character) ?? 0));
    if (count < SHARE_OF_TERM * rarer) continue;
    for (const key of keysOf(pair, readings)) most.set(key, Math.max(most.get(key) ?? 0, count));
  }
  const isSlip = (pair: string, count: number): boolean =>
    count <= MAX_SLIPS && keysOf(pair, readings).some((key) => (most.get(key) ?? 0) >= count * SLIP_RATIO);
  return [...pairs].filter(([pair, count]) => count >= MIN_PAIR_COUNT && !isSlip(pair, count));
}

/** What a pair has in common with its homophones: one character, and how the other sounds. */
function keysOf(pair: string, readings: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [before = "", after = ""] = [...pair];
  if (before === RUN_START || after === RUN_END) return [];
  const second = (readings.get(after) ?? []).map((sound) => `${before} ${sound}`);
  return [...second, ...(readings.get(before) ?? []).map((sound) => `${sound} ${after}`)];
}

/** The Chinese characters of GB 2312, which nearly everything in Simplified is written with, and the ends of runs. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder("gb2312");
  const characters = [RUN_START, RUN_END];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const bytes = Uint8Array.from({ length: 94 * 2 }, (_, at) => (at % 2 === 0 ? row : 0xa1 + (at >> 1)));
    characters.push(...decoder.decode(bytes).replace(/\P{Script=Han}/gu, ""));
  }
  return characters;
}

/** Syllables without tones, the usual first; none for the ends of runs. */
function readingsOf(character: string): readonly string[] {
  if (character === RUN_START || character === RUN_END) return [];
  const read = pinyin(character, { toneType: "none", type: "array", multiple: true }).slice(0, MAX_READINGS);
  const misread = MISREAD.get(character);
  return [...new Set(misread === undefined ? read : [...read, misread])];
}

interface Counted {
  readonly characters: ReadonlyMap<string, number>;
  /** Of both characters. */
  readonly pairs: ReadonlyMap<string, number>;
}

function countPairs(texts: readonly string[]): Counted {
  const characters = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const text of texts) {
    for (const run of normalise(text).text.match(/\p{Script=Han}+/gu) ?? []) {
      let before = RUN_START;
      for (const character of [...run, RUN_END]) {
        characters.set(before, (characters.get(before) ?? 0) + 1);
        const pair = before + character;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        before = character;
      }
      characters.set(RUN_END, (characters.get(RUN_END) ?? 0) + 1);
    }
  }
  return { characters, pairs };
}

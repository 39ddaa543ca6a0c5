import { pinyin } from "pinyin-pro";
import { hashGram } from "../grams.ts";
import { normalise } from "../normalise.ts";
import { RUN_END, RUN_START, type CountedSounds } from "../sounds.ts";

/** A pair that occurs once may be a slip itself. */
const MIN_PAIR_COUNT = 2;
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
  const pairs = [...counted.pairs].filter(([, count]) => count >= MIN_PAIR_COUNT).sort(([a], [b]) => a - b);
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
  readonly pairs: ReadonlyMap<number, number>;
}

function countPairs(texts: readonly string[]): Counted {
  const characters = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const text of texts) {
    for (const run of normalise(text).text.match(/\p{Script=Han}+/gu) ?? []) {
      let before = RUN_START;
      for (const character of [...run, RUN_END]) {
        characters.set(before, (characters.get(before) ?? 0) + 1);
        const pair = hashGram(before + character);
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        before = character;
      }
      characters.set(RUN_END, (characters.get(RUN_END) ?? 0) + 1);
    }
  }
  return { characters, pairs };
}

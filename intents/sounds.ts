import { z } from "zod";
import { partAt, readPacked, writePacked } from "./packed.ts";

/** How Chinese characters sound, tones aside, and how often they stand beside each other in shops' talk. */
export interface Sounds {
  /** Syllables of each character, by its code point: their places among all syllables. */
  readonly syllablesOf: ReadonlyMap<number, readonly number[]>;
  /** Per syllable: those that many people do not tell apart from it (zh/z, n/l, ang/an …) have the same number. */
  readonly groupOf: readonly number[];
  /** The characters of each such group that occur in shops' talk. */
  readonly charactersOf: readonly (readonly string[])[];
  /** How often a character occurs, by its code point, and all of them together. */
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
  /** Pairs of neighbours, hashed and ascending, and how often each occurs. */
  readonly pairs: Uint32Array;
  readonly pairCounts: Uint16Array;
}

/** What the file holds: `characters[i]` occurs `counts[i]` times and has the syllables from `starts[i]` to `starts[i + 1]`. */
export interface CountedSounds extends Pick<Sounds, "pairs" | "pairCounts"> {
  readonly names: readonly string[];
  readonly characters: Uint32Array;
  readonly counts: Uint32Array;
  readonly starts: Uint32Array;
  readonly syllables: Uint16Array;
}

/** Stand before the first and after the last character of a run. */
export const RUN_START = "^";
export const RUN_END = "$";

/** Of the rarer character's places at least this share is beside the other, where two characters are a word. */
export const SHARE_OF_TERM = 0.15;

/** A character that occurs less often in shops' talk is put for no other. */
const MIN_COUNT = 3;

const soundsMeta = z.object({ names: z.array(z.string()) });

/** Reads intents/model/sounds.bin. Throws when it is none: build it again. */
export function readSounds(file: Buffer): Sounds {
  const packed = readPacked(file);
  const { names } = soundsMeta.parse(packed.meta);
  const [characters, counts, starts] = [0, 1, 2].map((part) => new Uint32Array(partAt(packed, part)));
  const syllables = new Uint16Array(partAt(packed, 3));
  const groups = new Map<string, number>();
  const groupOf = names.map((name) => {
    const folded = foldSyllable(name);
    groups.set(folded, groups.get(folded) ?? groups.size);
    return groups.get(folded) ?? 0;
  });
  const charactersOf = Array.from({ length: groups.size }, () => new Set<string>());
  const syllablesOf = new Map<number, readonly number[]>();
  const countOf = new Map<number, number>();
  for (const [at, character] of (characters ?? []).entries()) {
    const own = [...syllables.subarray(starts?.[at], starts?.[at + 1])];
    const count = counts?.[at] ?? 0;
    syllablesOf.set(character, own);
    if (count > 0) countOf.set(character, count);
    if (count < MIN_COUNT) continue;
    for (const syllable of own) charactersOf[groupOf[syllable] ?? 0]?.add(String.fromCodePoint(character));
  }
  return {
    syllablesOf,
    groupOf,
    charactersOf: charactersOf.map((some) => [...some]),
    counts: countOf,
    total: [...countOf.values()].reduce((sum, count) => sum + count, 0),
    pairs: new Uint32Array(partAt(packed, 4)),
    pairCounts: new Uint16Array(partAt(packed, 5)),
  };
}

/** Writes what `readSounds` reads. */
export function writeSounds({ names, characters, counts, starts, syllables, pairs, pairCounts }: CountedSounds): Buffer {
  return writePacked({ names }, [characters, counts, starts, syllables, pairs, pairCounts]);
}

/** One name for syllables that sound alike to many: `zhang`, `zang` and `zan`; `niang`, `liang` and `lian`. */
export function foldSyllable(name: string): string {
  return name
    .replace(/^([zcs])h/u, "$1")
    .replace(/^n/u, "l")
    .replace(/([aei])ng$/u, "$1n");
}

import { isParticle } from "./grams.ts";

/** No more of a text than this is compared character by character. */
const MAX_CHARACTERS = 120;

/** The characters of a normalised text that say something: no particles, no blanks. */
export function contentOf(text: string): readonly string[] {
  const characters: string[] = [];
  for (const character of text) {
    if (character.trim() === "" || isParticle(character)) continue;
    characters.push(character);
    if (characters.length === MAX_CHARACTERS) break;
  }
  return characters;
}

/** What two texts have in common in the same order. */
export interface InCommon {
  /** The longest sequence of characters that both have, whatever stands between them. */
  readonly sequence: number;
  /** The longest run of characters that both have. */
  readonly run: number;
}

/** Compares two texts character by character. */
export function inCommon(one: readonly string[], other: readonly string[]): InCommon {
  let sequences = new Uint8Array(other.length + 1);
  let runs = new Uint8Array(other.length + 1);
  let run = 0;
  for (const character of one) {
    const [longer, further] = [new Uint8Array(other.length + 1), new Uint8Array(other.length + 1)];
    for (let at = 0; at < other.length; at += 1) {
      const isSame = other[at] === character;
      longer[at + 1] = isSame ? (sequences[at] ?? 0) + 1 : Math.max(sequences[at + 1] ?? 0, longer[at] ?? 0);
      further[at + 1] = isSame ? (runs[at] ?? 0) + 1 : 0;
      run = Math.max(run, further[at + 1] ?? 0);
    }
    [sequences, runs] = [longer, further];
  }
  return { sequence: sequences[other.length] ?? 0, run };
}

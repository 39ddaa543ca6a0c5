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
  // Row by row of the usual table, each written over the one before.
  const sequences = new Uint8Array(other.length + 1);
  const runs = new Uint8Array(other.length + 1);
  let longest = 0;
  for (const character of one) {
    let [sequenceBefore, runBefore] = [0, 0];
    for (let at = 0; at < other.length; at += 1) {
      const [sequence, run] = [sequences[at + 1] ?? 0, runs[at + 1] ?? 0];
      const isSame = other[at] === character;
      sequences[at + 1] = isSame ? sequenceBefore + 1 : Math.max(sequence, sequences[at] ?? 0);
      runs[at + 1] = isSame ? runBefore + 1 : 0;
      if (isSame && runBefore >= longest) longest = runBefore + 1;
      [sequenceBefore, runBefore] = [sequence, run];
    }
  }
  return { sequence: sequences[other.length] ?? 0, run: longest };
}

import { Converter } from "opencc-js/t2cn";

/** Characters that writers of Simplified Chinese use too; changing one of them does not make a text Traditional. */
const SHARED = new Set("么着著乾麽瞭徵藉於幺妳祂牠埠拚夥矽摺叁吒");

/** Taiwan's standard with its phrases, which also covers what is written in Hong Kong well enough to be matched. */
const toSimplified = Converter({ from: "twp", to: "cn" });

export interface Simplified {
  readonly text: string;
  readonly isTraditional: boolean;
}

/** Whether a character is written otherwise in Simplified; there are some thousands of Chinese characters, each asked about once. */
const isForeign = new Map<string, boolean>();
const MAX_REMEMBERED = 50_000;

/**
 * Simplified characters for Traditional ones, with Taiwan's words where they differ (影片 → 视频).
 * A text without a Traditional character stays as it is.
 */
export function simplify(text: string): Simplified {
  const isTraditional = hasTraditional(text);
  return { text: isTraditional ? toSimplified(text) : text, isTraditional };
}

function hasTraditional(text: string): boolean {
  for (const character of text) {
    if (character < "\u3400") continue;
    let foreign = isForeign.get(character);
    if (foreign === undefined) {
      foreign = !SHARED.has(character) && toSimplified(character) !== character;
      if (isForeign.size < MAX_REMEMBERED) isForeign.set(character, foreign);
    }
    if (foreign) return true;
  }
  return false;
}

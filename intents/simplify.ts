import { Converter } from "opencc-js/t2cn";

/** Characters that writers of Simplified Chinese use too; changing one of them does not make a text Traditional. */
const SHARED = new Set(["著", "乾", "麽", "瞭", "徵", "藉", "於", "幺", "妳", "祂", "牠"]);

/** Taiwan's standard with its phrases, which also covers what is written in Hong Kong well enough to be matched. */
const toSimplified = Converter({ from: "twp", to: "cn" });

export interface Simplified {
  readonly text: string;
  readonly isTraditional: boolean;
}

/** Simplified characters for Traditional ones, with Taiwan's words where they differ (影片 → 视频). */
export function simplify(text: string): Simplified {
  const simplified = toSimplified(text);
  if (simplified === text) return { text, isTraditional: false };
  return { text: simplified, isTraditional: changesMoreThanShared(text, simplified) };
}

function changesMoreThanShared(before: string, after: string): boolean {
  if (before.length !== after.length) return true;
  for (let at = 0; at < before.length; at += 1) {
    const character = before.charAt(at);
    if (character !== after.charAt(at) && !SHARED.has(character)) return true;
  }
  return false;
}

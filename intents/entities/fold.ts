import { simplify } from "../simplify.ts";

/** Nothing is looked for behind this, in UTF-16 units: what a shopper names stands early, and time stays bounded. */
export const MAX_SCANNED = 2_000;
/** Stands where something was already found. No pattern matches it. */
export const TAKEN = "\uE000";

/** A text in the form in which entities are looked for, and the way back to the text as it was given. */
export interface Folded {
  readonly text: string;
  readonly cased: string;
  /** For every unit of `text`: where the character it came from starts and ends in the given text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Half-width, Simplified, lower case, without invisible characters. Character by character, so that every offset has its way
 * back. Placeholders of an earlier masking count as taken, together with the spaces that masking put around them.
 */
export function foldText(given: string): Folded {
  const text: string[] = [];
  const cased: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (folded: FoldedCharacter, [start, end]: readonly [number, number]): void => {
    for (let unit = 0; unit < folded.lower.length; unit += 1) {
      text.push(folded.lower.charAt(unit));
      cased.push(folded.cased.charAt(unit));
      starts.push(start);
      ends.push(end);
    }
  };
  const bounded = firstPart(given);
  let at = 0;
  for (const [placeholder] of bounded.matchAll(/ ?‹[a-z]{4,8}› ?|[^]/gu)) {
    const end = at + placeholder.length;
    add(placeholder.includes("‹") && placeholder.length > 1 ? MASK : foldCharacter(placeholder), [at, end]);
    at = end;
  }
  return { text: text.join(""), cased: cased.join(""), starts, ends };
}

/** Half a number at the end would be another number. */
function firstPart(given: string): string {
  if (given.length <= MAX_SCANNED) return given;
  return given.slice(0, MAX_SCANNED).replace(/[\p{Script=Latin}\p{N}-]{1,40}$/u, "");
}

/** The folded text with some of its spans taken. */
export function takeSpans(folded: Folded, spans: readonly { readonly start: number; readonly end: number }[]): Folded {
  const text: string[] = [];
  const cased: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copyUntil = (end: number): void => {
    for (; at < end; at += 1) {
      text.push(folded.text.charAt(at));
      cased.push(folded.cased.charAt(at));
      starts.push(folded.starts[at] ?? 0);
      ends.push(folded.ends[at] ?? 0);
    }
  };
  for (const { start, end } of spans) {
    copyUntil(start);
    text.push(TAKEN);
    cased.push(TAKEN);
    starts.push(folded.starts[start] ?? 0);
    ends.push(folded.ends[end - 1] ?? 0);
    at = end;
  }
  copyUntil(folded.text.length);
  return { text: text.join(""), cased: cased.join(""), starts, ends };
}

interface FoldedCharacter {
  readonly lower: string;
  /** As long as `lower`. */
  readonly cased: string;
}

const MASK: FoldedCharacter = { lower: TAKEN, cased: TAKEN };
const remembered = new Map<string, FoldedCharacter>();
const MAX_REMEMBERED = 50_000;

function foldCharacter(character: string): FoldedCharacter {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const folded = foldUnknown(character);
  if (remembered.size < MAX_REMEMBERED) remembered.set(character, folded);
  return folded;
}

function foldUnknown(character: string): FoldedCharacter {
  if (/^[\p{Cf}\p{Mn}\p{Me}]$/u.test(character)) return { lower: "", cased: "" };
  if (/^[\s\p{Z}\p{Cc}\p{Co}\p{Cs}]$/u.test(character)) return { lower: " ", cased: " " };
  const even = SAME_SIGN[character] ?? character.normalize("NFKC");
  const simplified = even.length === 1 && even >= "\u3400" ? simplify(even).text : even;
  const cased = simplified.length === even.length ? simplified : even;
  const lower = cased.toLowerCase();
  return lower.length === cased.length ? { lower, cased } : { lower: cased, cased };
}

/** Signs that people type for another. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "。": "。",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "′": "'",
  "″": '"',
  〇: "零",
  壹: "一",
  贰: "二",
  貳: "二",
  叁: "三",
  參: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  陸: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  仨: "三",
  吋: "寸",
};

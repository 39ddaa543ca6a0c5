import type { PhraseRow } from "../../../src/phrases/api.ts";

/** What was begun with `/` before the cursor. */
export interface Begun {
  /** Where the `/` stands. */
  readonly start: number;
  readonly query: string;
}

/** A `/` at the start, after a space, a line break or a Chinese sign, and what was typed since; undefined: none was begun. */
export function begunAt(text: string, cursor: number): Begun | undefined {
  const found = /(?:^|[\s\p{Script=Han}，。！？、；：,.!?;:])\/([\p{L}\p{N}_-]{0,20})$/u.exec(text.slice(0, cursor));
  if (found === null) return undefined;
  const query = found[1] ?? "";
  return { start: cursor - query.length - 1, query };
}

/** How many the menu shows. */
const SHOWN = 8;

/** Those that fit, best first: the shortcut begins so, then its initials, then the shortcut or the text holds it. */
export function matching(phrases: readonly PhraseRow[], query: string): readonly PhraseRow[] {
  const wanted = query.toLowerCase();
  if (wanted === "") return phrases.slice(0, SHOWN);
  const ranked = phrases.map((phrase) => ({ phrase, rank: rankOf(phrase, wanted) })).filter(({ rank }) => rank < NO_MATCH);
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ phrase }) => phrase);
}

const NO_MATCH = 5;

function rankOf({ shortcut, text }: PhraseRow, wanted: string): number {
  const short = shortcut.toLowerCase();
  if (short.startsWith(wanted)) return 0;
  if (initialsOf(short).startsWith(wanted)) return 1;
  if (short.includes(wanted)) return 2;
  if (text.toLowerCase().includes(wanted)) return 3;
  return initialsOf(text).includes(wanted) ? 4 : NO_MATCH;
}

/** How far a text is looked at for its initials. */
const READ_FOR_INITIALS = 60;

/** The first letters of the pinyin: “怎么退” is `zmt`. Letters and digits stay, all else is left out. */
export function initialsOf(text: string): string {
  return [...text.toLowerCase().slice(0, READ_FOR_INITIALS)].map(initialOf).join("");
}

function initialOf(sign: string): string {
  if (/[a-z0-9]/.test(sign)) return sign;
  if (!/\p{Script=Han}/u.test(sign)) return "";
  const at = FIRST_OF_LETTER.findLastIndex((first) => byPinyin.compare(first, sign) <= 0);
  return LETTERS[at] ?? "";
}

// The first common character of each letter in the order of pinyin, which every browser knows.
const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRST_OF_LETTER = [..."阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀"];
const byPinyin = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

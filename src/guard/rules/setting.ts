import { z } from "zod";
import type { Finding } from "./finding.ts";
import { SHIPPED_WORDS } from "./words.ts";

const LEVELS = ["off", "confirm", "block"] as const;
/** So many words of a kind. */
const MOST_WORDS = 500;

const someWords = z
  .array(z.string("a word").trim().min(2, "2 to 40 characters").max(40, "2 to 40 characters"), "a list of words")
  .max(MOST_WORDS, `at most ${MOST_WORDS} words`);
const wordList = someWords.default([]);
const level = z.enum(LEVELS, `one of ${LEVELS.join(", ")}`);

/** What a store's agents may not say, and by which words its goods are known. */
export const guardSetting = z.strictObject(
  {
    /** What becomes of the words that are shipped. */
    shipped: level.default("confirm"),
    /** Further words that ask for a reason. */
    confirm: wordList,
    /** Further words that are not sent. */
    block: wordList,
    /** Words that are right here, though they are in another list. */
    allow: wordList,
    /** Names of its goods: agents of other stores are asked before they say them. */
    products: wordList,
  },
  "an object with shipped, confirm, block, allow and products",
);

/** A part of it, as a store file says it: what it does not name stays as it is. */
export const guardPart = z.strictObject(
  {
    shipped: level.exactOptional(),
    confirm: someWords.exactOptional(),
    block: someWords.exactOptional(),
    allow: someWords.exactOptional(),
    products: someWords.exactOptional(),
  },
  "an object with shipped, confirm, block, allow and products",
);

export type GuardSetting = z.infer<typeof guardSetting>;

/** A store's setting from its row; what it does not set is as shipped. */
export function readGuardSetting(json: unknown): GuardSetting {
  return guardSetting.parse(json);
}

export interface ForbiddenWord {
  readonly word: string;
  readonly level: Finding["level"];
}

/** All words a store forbids, the stricter level first. */
export function forbiddenWords({ shipped, confirm, block, allow }: GuardSetting): readonly ForbiddenWord[] {
  const allowed = new Set(allow.map(plain));
  const given = [
    ...block.map((word) => ({ word, level: "block" as const })),
    ...(shipped === "off" ? [] : SHIPPED_WORDS.map((word) => ({ word, level: shipped }))),
    ...confirm.map((word) => ({ word, level: "confirm" as const })),
  ];
  const sorted = given.toSorted((a, b) => Number(b.level === "block") - Number(a.level === "block"));
  const first = new Map<string, ForbiddenWord>();
  for (const one of sorted) if (!first.has(plain(one.word))) first.set(plain(one.word), one);
  return [...first.values()].filter(({ word }) => !allowed.has(plain(word)));
}

/**
 * A text as it is compared: one width, small letters, without invisible signs, what is set between letters to hide a word
 * (“加 微.信”), and spaces, but for those between Latin words. Hyphens stay: they are parts of names.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD.·•*_~|]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/(?<![a-z0-9]) | (?![a-z0-9])/gu, "");
}

import { conditionsUnmet } from "./conditions.ts";
import { careGap, type Kinds } from "./kinds.ts";
import type { Evidence } from "./match.ts";
import type { StudiedArticle } from "./study.ts";

/** How sure a question in an article's very words makes. */
const EXACT = 0.97;
/** An English phrasing must have this share of what was asked to be the answer. */
const ENGLISH_COVERED = 0.25;
/** One word of weight unmet: enough to ask back. More: a doubt, too little even for that. */
const ENGLISH_LIKELY = 0.34;
const ENGLISH_DOUBT = 0.2;
/** Where the embedding service speaks for an English article as clearly as this, unmet words are no doubt. */
const ENGLISH_MEANT = 3;
/** From this gap on an article is held back. */
const CARE_GAP = 0.4;
/** An article that does not speak of the allergy or illness that was named is too little even to be offered. */
const UNMET_CONDITION = 0.2;

/** What a question asks care for. */
export interface Care {
  readonly kinds: Kinds;
  /** See conditions.ts. */
  readonly conditions: readonly string[];
}

/** Whether somebody with an allergy may have it is never answered by an article that is only about something similar. */
export function careful({ kinds, conditions }: Care, article: StudiedArticle | undefined, confidence: number): number {
  const gap = careGap(kinds, article?.kinds);
  const held = gap < CARE_GAP ? confidence : confidence * (1 - gap);
  return conditionsUnmet(conditions, article?.conditions ?? []).length === 0 ? held : Math.min(held, UNMET_CONDITION);
}

/**
 * Who asks in an article's very words is answered by it: no store to fit on has enough of them to learn that. English is answered
 * only when every word of weight is met (“ship to Canada” is not “ship to Taiwan”); there are too few English phrasings to be
 * generous. `lift` is what the embedding service adds.
 */
export function confidenceOf(evidence: Evidence, fitted: number, lift: number): number {
  if (evidence.isExact) return EXACT;
  if (lift >= ENGLISH_MEANT) return fitted;
  if (!evidence.isEnglish || (evidence.unexplainedWords === 0 && evidence.covered >= ENGLISH_COVERED)) return fitted;
  return Math.min(fitted, evidence.unexplainedWords <= 1 ? ENGLISH_LIKELY : ENGLISH_DOUBT);
}

/** A question of at most so many characters may name too little to tell articles apart. */
const SHORT = 6;
/** An article whose phrasing has this share of the question's grams says all that was asked. */
const SAYS_ALL = 0.9;
/** A phrasing that says hardly more than the question is the question. */
const SAYS_NO_MORE = 0.75;

/** How one article stands to a question; see `Evidence`. */
export interface Standing {
  readonly covered: number;
  readonly covering: number;
  readonly isExact: boolean;
}

/**
 * “怎么洗” fits the jumper's article and the duvet's alike: which one the words happen to be nearer to means nothing. Returns
 * which candidates are as good as each other then; none when one of them asks just this, or the question says more.
 */
export function tornBetween(text: string, candidates: readonly Standing[]): ReadonlySet<number> {
  if (Array.from(text.matchAll(/[\p{L}\p{N}]/gu)).length > SHORT || !/\p{Script=Han}/u.test(text)) return new Set();
  const fitting = candidates.flatMap((one, at) => (one.covered >= SAYS_ALL ? [at] : []));
  const isAsked = ({ isExact, covering }: Standing): boolean => isExact || covering >= SAYS_NO_MORE;
  const asked = fitting.some((at) => candidates.slice(at, at + 1).some(isAsked));
  return new Set(fitting.length < 2 || asked ? [] : fitting);
}

/** Takes the torn ones for as likely as the likeliest of them, so that none of them leads. */
export function levelled(chances: readonly number[], torn: ReadonlySet<number>): readonly number[] {
  const highest = chances.reduce((best, chance, at) => (torn.has(at) ? Math.max(best, chance) : best), 0);
  return chances.map((chance, at) => (torn.has(at) ? highest : chance));
}

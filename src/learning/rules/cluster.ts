import type { Steps } from "../../core/steps.ts";
import type { Likeness } from "../../core/workbench.ts";

/** Texts as alike as this on average are one matter; chosen on tests/fixtures/knowledge (docs/decisions/0030). */
export const SAME_MATTER = 0.45;
/** A text less like a group's first one than this is not compared with the rest. */
const WORTH_COMPARING = 0.35;
/** So many of a group are compared with, its first ones. */
const COMPARED = 5;
/** More groups are not opened: what finds no group then stands alone. Bounds the time for any number of texts. */
const MOST_GROUPS = 1_500;

/** A text, and how often it was said. */
export interface Said {
  readonly text: string;
  readonly times: number;
}

/**
 * Puts together texts that mean the same: each text is in exactly one group. What was said most comes first and leads; a text
 * joins the group it is most like on average. The same texts, in whatever order, make the same groups.
 */
export function* clusterTexts(said: readonly Said[], likeness: Likeness): Steps<readonly (readonly string[])[]> {
  const ordered = [...said].sort((a, b) => b.times - a.times || compareTexts(a.text, b.text));
  const groups: string[][] = [];
  const alone: string[][] = [];
  for (const { text } of ordered) {
    const group = yield* nearest(text, groups, likeness);
    if (group !== undefined) group.push(text);
    else (groups.length < MOST_GROUPS ? groups : alone).push([text]);
    yield;
  }
  return [...groups, ...alone];
}

/** After so many groups others may have a turn. */
const GROUPS_PER_STEP = 32;

function* nearest(text: string, groups: readonly string[][], likeness: Likeness): Steps<string[] | undefined> {
  let best: string[] | undefined;
  let most = SAME_MATTER;
  for (const [at, group] of groups.entries()) {
    if (at % GROUPS_PER_STEP === GROUPS_PER_STEP - 1) yield;
    if (likeness(text, group[0] ?? "") < WORTH_COMPARING) continue;
    const mean = meanLikeness(text, group.slice(0, COMPARED), likeness);
    if (mean < most || (mean === most && best !== undefined)) continue;
    best = group;
    most = mean;
  }
  return best;
}

/** How like a text is to these on average; 0 when there are none. */
export function meanLikeness(text: string, others: readonly string[], likeness: Likeness): number {
  let sum = 0;
  for (const other of others) sum += likeness(text, other);
  return others.length === 0 ? 0 : sum / others.length;
}

/** So many are weighed against each other; the rest of a large group only against them. */
const WEIGHED = 30;

/** The one that is most like all the others; the first of equals. Undefined for an empty list. */
export function* mostCentral(texts: readonly string[], likeness: Likeness): Steps<string | undefined> {
  const others = texts.slice(0, WEIGHED);
  let best: string | undefined;
  let most = -1;
  for (const text of others) {
    const mean = meanLikeness(text, others, likeness);
    if (mean > most) [best, most] = [text, mean];
    yield;
  }
  return best;
}

/** Wordings as alike as this say the same in the same words. */
const SAME_WORDS = 0.93;

/** At most so many that differ most from each other and from those there are, the most different first. */
export function* mostDifferent(
  texts: readonly string[],
  { known, most, likeness }: { readonly known: readonly string[]; readonly most: number; readonly likeness: Likeness },
): Steps<readonly string[]> {
  const taken: string[] = [];
  const left = new Map<string, number>();
  for (const text of new Set(texts)) left.set(text, yield* nearestOf(text, known, likeness));
  while (taken.length < most) {
    const [text, near] = [...left].reduce(leastAlike, ["", SAME_WORDS]);
    if (near >= SAME_WORDS) break;
    taken.push(text);
    left.delete(text);
    for (const [other, before] of left) {
      left.set(other, Math.max(before, likeness(other, text)));
      yield;
    }
  }
  return taken;
}

const leastAlike = (a: readonly [string, number], b: readonly [string, number]): [string, number] =>
  b[1] < a[1] ? [b[0], b[1]] : [a[0], a[1]];

/** How like a text is to the one of these it is most like; 0 when there are none. */
export function* nearestOf(text: string, others: readonly string[], likeness: Likeness): Steps<number> {
  let most = 0;
  for (const other of others) {
    most = Math.max(most, likeness(text, other));
    yield;
  }
  return most;
}

/** By code units: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

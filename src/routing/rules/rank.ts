import type { RankKey, TieBreak } from "./facts.ts";
import { compareText } from "./work-order.ts";

/** P5, in order of weight. Negative: `a` comes first. */
const STEPS: readonly (readonly [TieBreak, (a: RankKey, b: RankKey) => number])[] = [
  ["previous-agent", (a, b) => Number(b.isPrevious) - Number(a.isPrevious)],
  ["language", (a, b) => Number(b.speaksLanguage) - Number(a.speaksLanguage)],
  ["level", (a, b) => b.levelFit - a.levelFit],
  // Load ÷ capacity, multiplied out: 1/3 and 2/6 are exactly equal.
  ["load", (a, b) => a.load * b.capacity - b.load * a.capacity],
  ["employer-share", (a, b) => b.employerShortfall - a.employerShortfall],
  ["longest-idle", (a, b) => compareIdle(a.lastAssignedAt, b.lastAssignedAt)],
  ["id", (a, b) => compareText(a.agentId, b.agentId)],
];

/** Who comes first. Zero only for one and the same agent. */
export function compareRank(a: RankKey, b: RankKey): number {
  return firstDifference(a, b)?.order ?? 0;
}

/** What made the first of two come first. */
export function tieBreakBetween(first: RankKey, second: RankKey | undefined): TieBreak {
  if (second === undefined) return "only-one";
  return firstDifference(first, second)?.step ?? "id";
}

function firstDifference(a: RankKey, b: RankKey): { readonly step: TieBreak; readonly order: number } | undefined {
  for (const [step, compare] of STEPS) {
    const order = compare(a, b);
    if (order !== 0) return { step, order };
  }
  return undefined;
}

/** Who never had anything has been idle longest. */
function compareIdle(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a - b;
}

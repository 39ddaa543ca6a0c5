const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait after `failures` failures in a row. Half of it is chance (0..1), so that all shoppers of a store do not
 * come back in the same moment. A time the server named is kept, with a little chance on top.
 */
export function pauseMs(failures: number, chance: number, namedMs = 0): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  const own = ceiling / 2 + (ceiling / 2) * chance;
  return Math.round(namedMs > 0 ? namedMs + FIRST_MS * chance : own);
}

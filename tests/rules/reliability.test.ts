import { describe, expect, it } from "vitest";
import { drawReliability, reliabilityOf, wilson, type Guessed } from "../../scripts/bench/reliability.ts";

/** So many guesses of one confidence, of which so many are right. */
function guesses(confidence: number, { right, of }: { readonly right: number; readonly of: number }): readonly Guessed[] {
  return Array.from({ length: of }, (_, at) => ({ confidence, isRight: at < right }));
}

/** Right exactly as often as sure: 1 of 10 at 0.1, 5 of 10 at 0.5, 9 of 10 at 0.9. */
const CALIBRATED = [0.9, 0.1, 0.5].flatMap((share) => guesses(share, { right: 10 * share, of: 10 }));
/** Always 0.9 sure, right half the time. */
const OVERCONFIDENT = guesses(0.9, { right: 10, of: 20 });

describe("reliability of confidence", () => {
  it("has no calibration error where guesses are right as often as sure", () => {
    const { ece, brier, bins } = reliabilityOf(CALIBRATED, 3);

    expect(ece).toBeCloseTo(0, 10);
    expect(bins.map(({ shareRight }) => shareRight)).toEqual([0.1, 0.5, 0.9]);
    // What is left is chance: the mean of p(1 − p).
    expect(brier).toBeCloseTo((0.09 + 0.25 + 0.09) / 3, 10);
  });

  it("measures how much surer than right an over-confident judge is", () => {
    const { ece, brier } = reliabilityOf(OVERCONFIDENT, 1);

    expect(ece).toBeCloseTo(0.4, 10);
    expect(brier).toBeCloseTo(0.5 * 0.01 + 0.5 * 0.81, 10);
  });

  it("counts being less sure than right as an error too", () => {
    const shy = guesses(0.2, { right: 8, of: 10 });

    expect(reliabilityOf(shy, 1).ece).toBeCloseTo(0.6, 10);
  });

  it("weighs a bin by its guesses: errors of opposite signs in two bins do not cancel out", () => {
    const both = [...guesses(0.2, { right: 8, of: 10 }), ...guesses(0.8, { right: 2, of: 10 })];

    expect(reliabilityOf(both, 2).ece).toBeCloseTo(0.6, 10);
    expect(reliabilityOf(both, 1).ece).toBeCloseTo(0, 10);
  });

  it("puts every guess into one bin, equally many in each, by rising confidence", () => {
    const spread = Array.from({ length: 47 }, (_, at) => ({ confidence: ((at * 29) % 47) / 47, isRight: at % 3 === 0 }));

    const { bins, histogram } = reliabilityOf(spread, 10);

    const sizes = bins.map(({ count }) => count);
    expect(sizes.reduce((a, b) => a + b)).toBe(47);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    const sure = bins.map(({ meanConfidence }) => meanConfidence);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(histogram.reduce((a, b) => a + b)).toBe(47);
  });

  it("counts full certainty with the surest tenth", () => {
    const { histogram } = reliabilityOf([...guesses(1, { right: 2, of: 2 }), ...guesses(0, { right: 0, of: 3 })], 10);

    expect(histogram).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it("refuses to judge nothing", () => {
    expect(() => reliabilityOf([], 10)).toThrow(/no guess/);
  });
});

describe("wilson", () => {
  // Published: 95 % intervals of 81 of 263, and of 0 of 20 (Newcombe 1998, method 3).
  it.each([
    { right: 81, count: 263, low: 0.2553, high: 0.3662 },
    { right: 0, count: 20, low: 0, high: 0.1611 },
    { right: 15, count: 148, low: 0.0624, high: 0.1605 },
  ])("puts $right of $count between $low and $high", ({ right, count, low, high }) => {
    const interval = wilson(right, count);

    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe("drawing", () => {
  it("puts a calibrated judge's points on the diagonal and an over-confident one's below it", () => {
    const offsets = (drawn: string): readonly number[] =>
      [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => {
        // The plot is 540 wide from 76 and 276 high up from 338.
        return (338 - Number(y)) / 276 - (Number(x) - 76) / 540;
      });

    const calibrated = offsets(drawReliability(reliabilityOf(CALIBRATED, 3), "calibrated"));
    const overconfident = offsets(drawReliability(reliabilityOf(OVERCONFIDENT, 1), "over-confident"));

    expect(calibrated).toHaveLength(3);
    for (const offset of calibrated) expect(offset).toBeCloseTo(0, 3);
    expect(overconfident[0]).toBeCloseTo(-0.4, 3);
  });

  it("keeps a title's signs from becoming markup", () => {
    expect(drawReliability(reliabilityOf(CALIBRATED, 3), "a <b> & c")).toContain("a &lt;b&gt; &amp; c");
  });
});

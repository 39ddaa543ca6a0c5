import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlation, fitIsotonic } from "../../scripts/bench/calibration-measure.ts";

const sureness = fc.double({ min: 0, max: 1, noNaN: true });

describe("Isotonic steps, which Platt's line is compared with", () => {
  it("never fall, and are right on average where they were fitted", () => {
    const seen = fc.uniqueArray(fc.record({ confidence: sureness, isRight: fc.boolean() }), {
      minLength: 1,
      maxLength: 80,
      selector: ({ confidence }) => confidence,
    });
    fc.assert(
      fc.property(seen, sureness, sureness, (points, a, b) => {
        const worth = fitIsotonic(points);
        expect(worth(Math.min(a, b))).toBeLessThanOrEqual(worth(Math.max(a, b)));
        let [told, right] = [0, 0];
        for (const { confidence, isRight } of points) {
          told += worth(confidence);
          right += isRight ? 1 : 0;
        }
        expect(told).toBeCloseTo(right, 8);
      }),
    );
  });

  it("pool what is out of order", () => {
    const worth = fitIsotonic([
      { confidence: 0.2, isRight: true },
      { confidence: 0.4, isRight: false },
      { confidence: 0.8, isRight: true },
    ]);
    expect([worth(0.1), worth(0.4), worth(0.5), worth(0.9)]).toEqual([0.5, 0.5, 1, 1]);
  });
});

it("A correlation is 1 for what rises together and −1 for what does not", () => {
  expect(correlation([[1, 2], [2, 4], [3, 6]])).toBeCloseTo(1); // prettier-ignore
  expect(correlation([[1, 6], [2, 4], [3, 2]])).toBeCloseTo(-1); // prettier-ignore
});

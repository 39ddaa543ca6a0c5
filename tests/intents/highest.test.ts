import fc from "fast-check";
import { expect, it } from "vitest";
import { dotsOf } from "../../intents/dots.ts";
import { amongHighest, highest } from "../../intents/highest.ts";

// Few different values, so that many are equal; below 0 is nobody.
const values = fc.array(fc.integer({ min: -2, max: 6 }), { maxLength: 60 });

it("Finds the places of the highest values, of equal ones the first", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 30 }), (all, count) => {
      const sorted = [...all.keys()].filter((place) => (all[place] ?? -1) >= 0).sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0));
      const found = Float64Array.from(all);
      expect(highest(found, count)).toEqual(sorted.slice(0, count));
      expect(amongHighest(found, count).sort((a, b) => a - b)).toEqual(sorted.slice(0, count).sort((a, b) => a - b));
    }),
  );
});

it("Multiplies a vector with as many rows as there are", () => {
  const numbers = (size: number) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size });
  const cases = fc.integer({ min: 0, max: 9 }).chain((rows) => fc.tuple(numbers(4), numbers(4 * rows)));
  fc.assert(
    fc.property(cases, ([vector, rows]) => {
      const plain = Array.from({ length: rows.length / 4 }, (_, row) =>
        vector.reduce((sum, value, at) => sum + value * (rows[4 * row + at] ?? 0), 0),
      );
      const dots = dotsOf(Float64Array.from(vector), Float64Array.from(rows), new Float64Array(plain.length));
      // Zeros of either sign are equal.
      expect([...dots].map((dot) => dot + 0)).toEqual(plain.map((dot) => dot + 0));
    }),
  );
});

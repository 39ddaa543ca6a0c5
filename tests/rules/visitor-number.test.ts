import fc from "fast-check";
import { expect, it } from "vitest";
import { visitorNumber } from "../../src/desk/rules/visitor-number.ts";

it("is four hexadecimal digits, always the same for one person", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (id) => {
      expect(visitorNumber(id)).toMatch(/^[0-9A-F]{4}$/);
      expect(visitorNumber(id)).toBe(visitorNumber(id));
    }),
  );
});

it("tells the visitors of a busy hour apart, but for a chance few", () => {
  const numbers = new Set(Array.from({ length: 200 }, (_, n) => visitorNumber(`visitor-${n}`)));
  expect(numbers.size).toBeGreaterThanOrEqual(198);
});

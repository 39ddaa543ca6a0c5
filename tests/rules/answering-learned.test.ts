import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrated, fitCalibration, type Observed } from "../../src/answering/rules/calibration.ts";
import { controlledThreshold, type Stake } from "../../src/answering/rules/risk.ts";
import { seededChance } from "../support/chance.ts";

const sureness = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const observed: fc.Arbitrary<readonly Observed[]> = fc.array(fc.record({ confidence: sureness, isRight: fc.boolean() }), {
  maxLength: 60,
});

describe("Confidences that were learned from", () => {
  it("keep their order, strictly, and stay probabilities", () => {
    fc.assert(
      fc.property(observed, sureness, sureness, (seen, a, b) => {
        const calibration = fitCalibration(seen);
        const [low, high] = [calibrated(Math.min(a, b), calibration), calibrated(Math.max(a, b), calibration)];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (Math.abs(a - b) > 1e-6) expect(low).toBeLessThan(high);
      }),
    );
  });

  it("are taken as they are while nothing was seen", () => {
    expect(fitCalibration([])).toEqual({ slope: 1, shift: 0 });
  });

  it("move little for a few odd questions", () => {
    const calibration = fitCalibration(Array.from({ length: 3 }, () => ({ confidence: 0.9, isRight: false })));
    expect(calibrated(0.9, calibration)).toBeGreaterThan(0.6);
  });

  it("become what they are worth with some hundred questions", () => {
    const chance = seededChance(7);
    const seen = Array.from({ length: 400 }, () => {
      const worth = 0.05 + 0.9 * chance();
      // Says too much of itself: the odds are squared and doubled.
      const odds = 2 * (worth / (1 - worth)) ** 2;
      return { worth, confidence: odds / (1 + odds), isRight: chance() < worth };
    });
    const calibration = fitCalibration(seen);
    const apart = (of: (one: (typeof seen)[number]) => number): number =>
      seen.map((one) => Math.abs(of(one) - one.worth)).reduce((sum, value) => sum + value, 0) / seen.length;
    expect(apart(({ confidence }) => confidence)).toBeGreaterThan(0.1);
    expect(apart(({ confidence }) => calibrated(confidence, calibration))).toBeLessThan(0.06);
  });
});

const stake: fc.Arbitrary<Stake> = fc.record({ answeredUpTo: fc.option(sureness, { nil: undefined }), isWrong: fc.boolean() });
const wrongAt = (stakes: readonly Stake[], threshold: number): number =>
  stakes.filter(({ answeredUpTo, isWrong }) => isWrong && answeredUpTo !== undefined && answeredUpTo >= threshold).length;

describe("The threshold that keeps a share of wrong answers", () => {
  it("keeps it with one wrong answer to spare, and is the lowest that does", () => {
    fc.assert(
      fc.property(fc.array(stake, { maxLength: 200 }), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (stakes, share) => {
        const threshold = controlledThreshold(stakes, share);
        const keeps = (at: number): boolean => (wrongAt(stakes, at) + 1) / (stakes.length + 1) <= share;
        expect(keeps(threshold ?? 1)).toBe(threshold !== undefined);
        if (threshold !== undefined && threshold > 0) expect(keeps(threshold - 0.01)).toBe(false);
      }),
    );
  });

  it("cannot be found with fewer questions than the share needs", () => {
    const right = { answeredUpTo: 0.9, isWrong: false };
    expect(
      controlledThreshold(
        Array.from({ length: 10 }, () => right),
        0.08,
      ),
    ).toBeUndefined();
    expect(
      controlledThreshold(
        Array.from({ length: 12 }, () => right),
        0.08,
      ),
    ).toBe(0);
  });

  it.each([0.04, 0.08, 0.12])("keeps %d of next questions on average, whatever sample it was found on", (share) => {
    const chance = seededChance(11);
    const draw = (): Stake => {
      const sure = chance();
      return { answeredUpTo: chance() < 0.8 ? sure : undefined, isWrong: chance() > sure };
    };
    const next = Array.from({ length: 4_000 }, draw);
    let wrong = 0;
    const samples = 60;
    for (let sample = 0; sample < samples; sample += 1) {
      const threshold = controlledThreshold(Array.from({ length: 200 }, draw), share) ?? 1.01;
      wrong += wrongAt(next, threshold) / next.length / samples;
    }
    expect(wrong).toBeLessThanOrEqual(share + 0.006);
    // And does not waste it.
    expect(wrong).toBeGreaterThan(share - 0.02);
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { estimateWait } from "../../src/routing/rules/wait.ts";

const TEN_MINUTES = 600_000;
const measured = Array.from({ length: 5 }, () => TEN_MINUTES);

describe("the waiting time told to a shopper", () => {
  it("comes from the measured pace of the staff: four places, ten minutes each, two agents", () => {
    // A place every 5 minutes: 20 expected, ± √4 · 5.
    const band = estimateWait({ position: 4, agentsOnShift: 2, recentHandlingMs: measured });
    expect(band).toEqual({ fromMinutes: 10, toMinutes: 30 });
  });

  it("is shorter when each agent holds several conversations at once", () => {
    const band = estimateWait({ position: 4, agentsOnShift: 2, recentHandlingMs: measured, heldAtOnce: 5 });
    expect(band).toEqual({ fromMinutes: 2, toMinutes: 6 });
  });

  it("does not depend on how many conversations were measured", () => {
    const few = estimateWait({ position: 3, agentsOnShift: 2, recentHandlingMs: measured });
    const many = estimateWait({ position: 3, agentsOnShift: 2, recentHandlingMs: [...measured, ...measured, ...measured] });
    expect(many).toEqual(few);
  });

  test.each([
    ["four durations were measured", { position: 1, agentsOnShift: 2, recentHandlingMs: measured.slice(1) }],
    ["of five, one makes no sense", { position: 1, agentsOnShift: 2, recentHandlingMs: [...measured.slice(1), 0] }],
    ["nobody is on shift", { position: 1, agentsOnShift: 0, recentHandlingMs: measured }],
  ])("is not given when %s", (_, pace) => {
    const band = estimateWait(pace);
    expect(band).toBeUndefined();
  });

  it("never says less than a minute at the upper end", () => {
    const band = estimateWait({ position: 1, agentsOnShift: 50, recentHandlingMs: measured });
    expect(band).toEqual({ fromMinutes: 0, toMinutes: 1 });
  });

  it("is never shorter further back in the queue, nor longer with one agent more", () => {
    const anyPace = fc.record({
      position: fc.integer({ min: 1, max: 200 }),
      agentsOnShift: fc.integer({ min: 1, max: 50 }),
      recentHandlingMs: fc.array(fc.integer({ min: 1, max: 3_600_000 }), { minLength: 5, maxLength: 20 }),
    });
    fc.assert(
      fc.property(anyPace, (pace) => {
        const here = estimateWait(pace);
        const behind = estimateWait({ ...pace, position: pace.position + 1 });
        const helped = estimateWait({ ...pace, agentsOnShift: pace.agentsOnShift + 1 });
        if (here === undefined || behind === undefined || helped === undefined) throw new Error("five were measured");
        expect(here.fromMinutes).toBeLessThanOrEqual(here.toMinutes);
        expect(behind.toMinutes).toBeGreaterThanOrEqual(here.toMinutes);
        expect(behind.fromMinutes).toBeGreaterThanOrEqual(here.fromMinutes);
        expect(helped.toMinutes).toBeLessThanOrEqual(here.toMinutes);
      }),
    );
  });
});

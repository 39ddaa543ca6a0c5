import { describe, expect, it } from "vitest";
import { inTurns, type Steps } from "../../src/core/steps.ts";
import { inSlices } from "../../src/infra/slices.ts";

describe("Work in turns", () => {
  it("lets others go each time a turn is over, and not before", async () => {
    let now = 0;
    const given: number[] = [];
    // Others take a while: that is not the work's own time.
    const giveWay = async (): Promise<void> => {
      given.push(now);
      now += 100;
    };
    function* busy(): Steps<string> {
      for (let step = 0; step < 7; step += 1) {
        now += 2;
        yield;
      }
      return "done";
    }

    const result = await inTurns(busy(), { turnMs: 6, now: () => now, giveWay });

    expect(result).toBe("done");
    expect(given).toEqual([6, 112]);
  });

  it("does short work at once", async () => {
    const giveWay = (): Promise<void> => Promise.reject(new Error("nobody had to wait"));
    function* short(): Steps<number> {
      yield;
      return 1;
    }
    expect(await inTurns(short(), { turnMs: 5, now: () => 0, giveWay })).toBe(1);
  });
});

describe("Work in slices", () => {
  function* busy(steps: number): Steps<string> {
    for (let n = 0; n < steps; n += 1) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      yield;
    }
    return "done";
  }

  it("gives everything else that waits a turn again and again, and brings its result", async () => {
    let turns = 0;
    let isOver = false;
    const other = (): void => {
      turns += 1;
      if (!isOver) setImmediate(other);
    };
    setImmediate(other);
    const result = await inSlices(busy(50));
    isOver = true;
    expect(result).toBe("done");
    // 100 ms of work in slices of 8.
    expect(turns).toBeGreaterThan(8);
  });

  it("ends with the error that the work throws", async () => {
    function* failing(): Steps<never> {
      yield;
      throw new Error("no");
    }
    await expect(inSlices(failing())).rejects.toThrow("no");
  });
});

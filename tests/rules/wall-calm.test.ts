import { describe, expect, it } from "vitest";
import { calmly } from "../../console/src/shared/calm.ts";
import { keepFor } from "../../src/infra/kept.ts";

/** Time that a test moves on. */
function timing() {
  let now = 0;
  let waiting: readonly { readonly at: number; readonly act: () => void }[] = [];
  return {
    now: () => now,
    after: (ms: number, act: () => void) => {
      const one = { at: now + ms, act };
      waiting = [...waiting, one];
      return () => (waiting = waiting.filter((other) => other !== one));
    },
    moveTo: (moment: number) => {
      now = moment;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
  };
}

describe("A page that reads again calmly", () => {
  it("reads at once, and in a storm of events once more at the end of each five seconds", () => {
    const time = timing();
    const reads: number[] = [];
    const { ask } = calmly(() => reads.push(time.now()), 5_000, time);
    for (let moment = 0; moment <= 12_000; moment += 100) {
      time.moveTo(moment);
      ask();
    }
    expect(reads).toEqual([0, 5_000, 10_000]);
  });

  it("does not read after it was left", () => {
    const time = timing();
    let reads = 0;
    const { ask, stop } = calmly(() => (reads += 1), 5_000, time);
    ask();
    ask();
    stop();
    time.moveTo(9_000);
    expect(reads).toBe(1);
  });
});

describe("What takes long to count", () => {
  it("is counted once for all who ask within the time, for each set of stores, and anew after it", async () => {
    let now = 0;
    let counted = 0;
    const keep = keepFor<number>(30_000, () => now);
    const count = async (): Promise<number> => (counted += 1);
    expect(await Promise.all([keep("a", count), keep("a", count), keep("b", count)])).toEqual([1, 1, 2]);
    now = 30_000;
    expect(await keep("a", count)).toBe(3);
  });

  it("is asked again at once where it failed", async () => {
    const keep = keepFor<number>(30_000, () => 0);
    await expect(keep("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await keep("a", async () => 1)).toBe(1);
  });
});

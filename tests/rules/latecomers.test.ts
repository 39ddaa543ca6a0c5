import { describe, expect, it } from "vitest";
import { laneId } from "../../src/core/ids.ts";
import type { Alarm } from "../../src/pipeline/alarm.ts";
import { createLatecomers, READY_WITHIN_MS, type Readied } from "../../src/pipeline/latecomers.ts";
import type { Prepared, Preparing } from "../../src/pipeline/prepare.ts";

const [QUICK, SLOW] = [laneId("quick"), laneId("slow")];
const PREPARED: Prepared = { texts: new Map(), stores: new Map() };
const quick: Preparing = { lane: QUICK, prepared: Promise.resolve(PREPARED) };

/** Latecomers who are waited for no moment, with alarms that a test lets ring. */
function waitingRoom() {
  const set = new Set<() => void>();
  const after: number[] = [];
  const alarm: Alarm = (afterMs, ring) => {
    after.push(afterMs);
    set.add(ring);
    return () => void set.delete(ring);
  };
  let came = 0;
  const latecomers = createLatecomers(() => (came += 1), { patienceMs: 0, alarm });
  return { latecomers, after, count: () => came, set, ring: () => [...set].forEach((ring) => ring()) };
}

function slowly() {
  let come: (prepared: Prepared) => void = () => undefined;
  const prepared = new Promise<Prepared>((resolve) => (come = resolve));
  return { preparing: { lane: SLOW, prepared }, come: () => come(PREPARED) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const told = (readied: readonly Readied[]) => readied.map(({ type, lane }) => [type, lane]);

describe("A lane that is late", () => {
  it("comes in later, and nobody waits for it", async () => {
    const { latecomers, count, set } = waitingRoom();
    const { preparing, come } = slowly();

    expect(told(await latecomers.settle([preparing, quick]))).toEqual([["ready", QUICK]]);
    expect([latecomers.isLate(SLOW), latecomers.isLate(QUICK), latecomers.hasCome()]).toEqual([true, false, false]);
    come();
    await turn();

    expect(told(latecomers.take(9))).toEqual([["ready", SLOW]]);
    expect([latecomers.isAwaited(), count(), set.size]).toEqual([false, 1, 0]);
  });

  it("has failed when it is not ready in time, once, whatever comes of it later", async () => {
    const { latecomers, after, count, ring } = waitingRoom();
    const { preparing, come } = slowly();
    await latecomers.settle([preparing]);
    ring();
    await turn();

    const [failed] = latecomers.take(9);
    expect(failed).toMatchObject({ type: "failed", lane: SLOW, error: { name: "NotReadyInTime" } });
    expect(String(failed?.type === "failed" && failed.error)).toContain(`Lane slow was not ready`);
    come();
    await turn();
    expect([latecomers.isLate(SLOW), latecomers.isAwaited(), count()]).toEqual([false, false, 1]);
    expect(after).toEqual([READY_WITHIN_MS]);
  });

  it("keeps no batch that has as many late ones as there may be waiting for ever", async () => {
    const { latecomers, ring, set } = waitingRoom();
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...slowly().preparing, lane: laneId(`late-${at}`) }));
    await latecomers.settle(many);
    const full = latecomers.settle([slowly().preparing, quick]);
    await turn();
    expect(set.size).toBe(1_001);
    ring();

    expect(told(await full)).toEqual([
      ["ready", QUICK],
      ["failed", SLOW],
    ]);
  });
});

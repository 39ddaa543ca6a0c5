import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { incomingId } from "../../src/core/ids.ts";
import { createSettlements } from "../../src/pipeline/settle.ts";

const ID = incomingId("i1");
const DECISION = { rule: "desk/answer", effects: [], reasons: [] };

describe("waiting until an event was handled", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("hears it at once when this process handled it", async () => {
    const settlements = createSettlements(ledger());
    const [first, second] = [settlements.settled(ID), settlements.settled(ID, new AbortController().signal)];
    settlements.handled(ID, DECISION);
    expect(await Promise.all([first, second])).toEqual([DECISION, DECISION]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("finds in the ledger what another process handled, after it began to wait", async () => {
    const db = ledger();
    const outcome = createSettlements(db).settled(ID);
    await vi.advanceTimersByTimeAsync(1_000);
    db.rows.push({ ...DECISION, isParked: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toEqual(DECISION);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("looks no more once who waited gave up, and leaves the others waiting", async () => {
    const db = ledger();
    const settlements = createSettlements(db);
    const giveUp = new AbortController();
    const impatient = settlements.settled(ID, giveUp.signal);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(db.looks()).toBeGreaterThan(2);
    giveUp.abort();
    expect(await impatient).toBeUndefined();
    const looks = db.looks();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([db.looks(), vi.getTimerCount()]).toEqual([looks, 0]);

    const patient = settlements.settled(ID);
    const other = new AbortController();
    void settlements.settled(ID, other.signal);
    other.abort();
    settlements.parked(ID);
    expect(await patient).toBe("parked");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not begin to look when who asks has given up already", async () => {
    const db = ledger();
    expect(await createSettlements(db).settled(ID, AbortSignal.abort())).toBeUndefined();
    expect(db.looks()).toBe(0);
  });

  it("goes on while the database is away, one look at a time", async () => {
    const db = ledger();
    db.breaks(true);
    const outcome = createSettlements(db).settled(ID);
    await vi.advanceTimersByTimeAsync(1_000);
    db.breaks(false);
    db.rows.push({ ...DECISION, isParked: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBe("parked");
  });
});

/** The one query of the ledger in memory. */
function ledger() {
  const rows: object[] = [];
  let looks = 0;
  let isBroken = false;
  const query = async () => {
    looks += 1;
    if (isBroken) throw new Error("the database is away");
    return { rows };
  };
  return {
    rows,
    looks: () => looks,
    breaks: (now: boolean) => (isBroken = now),
    // The pool's many overloads cannot be written by hand; only this one is used.
    pool: { query } as never,
  };
}

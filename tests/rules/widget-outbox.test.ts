import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meaningOf, readRetryAfter, reasonOf, type Reply } from "../../adapters/web/widget/rules/answers.ts";
import { pauseMs } from "../../adapters/web/widget/rules/backoff.ts";
import {
  afterAnswer,
  finished,
  nextToSend,
  orderOf,
  readOutboxItem,
  renewed,
  type OutboxItem,
} from "../../adapters/web/widget/rules/outbox.ts";

const NOON = 1_795_000_000_000;

function item(clientId: string, changes: Partial<OutboxItem> = {}): OutboxItem {
  return { type: "message", clientId, order: orderOf(NOON, 0), madeAt: NOON, progress: "waiting", text: "在吗", ...changes };
}

const problem = (status: number, retryAfterMs?: number, field?: string): Reply<never> => ({
  type: "problem",
  status,
  problem: field === undefined ? {} : { field },
  retryAfterMs,
});

describe("the outbox", () => {
  test("sends in the order in which things were made, whatever order the device lists them in", () => {
    const made = Array.from({ length: 8 }, (_, index) =>
      item(`c${index}`, { order: orderOf(NOON + Math.floor(index / 3), index) }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(made, { minLength: made.length }), (shuffled) => {
        let left: readonly OutboxItem[] = shuffled;
        const sent: string[] = [];
        for (let next = nextToSend(left); next !== undefined; next = nextToSend(left)) {
          const { clientId } = next;
          sent.push(clientId);
          left = left.filter((one) => one.clientId !== clientId);
        }
        expect(sent).toEqual(made.map((one) => one.clientId));
      }),
    );
  });

  test("does not send again what is stored or was refused", () => {
    expect(nextToSend([item("a", { progress: "stored" }), item("b", { progress: "refused" })])).toBeUndefined();
  });

  test("keeps a stored message until it has come back, and forgets a stored press at once", () => {
    const stored = afterAnswer(item("a"), { type: "stored" });
    expect(stored?.progress).toBe("stored");
    expect(afterAnswer(item("a", { type: "human" }), { type: "stored" })).toBeUndefined();
    expect(finished([item("a", { progress: "stored" }), item("b")], new Set(["a"]), NOON).map((one) => one.clientId)).toEqual([
      "a",
    ]);
  });

  test("never forgets what still waits, even after days", () => {
    const later = NOON + 9 * 86_400_000;
    expect(finished([item("a"), item("b", { progress: "stored" })], new Set(), later).map((one) => one.clientId)).toEqual(["b"]);
  });

  test.each([{ type: "unreachable" }, { type: "signed-out" }, { type: "later", afterMs: 1_000, isTooFast: true }] as const)(
    "leaves a message as it is after $type",
    (answer) => {
      const before = item("a");
      expect(afterAnswer(before, answer)).toBe(before);
    },
  );

  test("sends refused words again under a new id, at the end of the line", () => {
    const refused = item("a", { progress: "refused", because: "too-long", choice: "return" });
    const again = renewed(refused, { clientId: "b", order: orderOf(NOON + 1, 1), madeAt: NOON + 1 });
    expect(again).toMatchObject({ clientId: "b", text: "在吗", choice: "return", progress: "waiting", because: undefined });
  });

  test("reads back what it wrote and nothing else", () => {
    expect(readOutboxItem(JSON.parse(JSON.stringify(item("a"))))).toEqual(item("a"));
    for (const foreign of [null, 7, "x", [], {}, { ...item("a"), type: "order" }, { ...item("a"), order: 3 }]) {
      expect(readOutboxItem(foreign)).toBeUndefined();
    }
  });
});

describe("what an answer means", () => {
  test.each([
    [{ type: "ok", body: {} } as const, "stored"],
    [{ type: "unreachable" } as const, "unreachable"],
    [problem(401), "signed-out"],
    [problem(429, 8_000), "later"],
    [problem(503), "later"],
    [problem(502), "unreachable"],
    [problem(408), "unreachable"],
    [problem(400), "refused"],
    [problem(409), "refused"],
    [problem(413), "refused"],
  ])("%j → %s", (reply, type) => {
    expect(meaningOf(reply).type).toBe(type);
  });

  test("keeps the time the server named, but looks again after two minutes at the latest", () => {
    expect(meaningOf(problem(429, 8_000))).toEqual({ type: "later", afterMs: 8_000, isTooFast: true });
    expect(meaningOf(problem(503, 9_000_000))).toEqual({ type: "later", afterMs: 120_000, isTooFast: false });
  });

  test("tells a file that is too big from a text that is too long", () => {
    expect(reasonOf(problem(413, undefined, "file"))).toBe("file-too-big");
    expect(reasonOf(problem(413))).toBe("too-long");
  });

  test("takes the waiting time from the problem before the header, and none from nonsense", () => {
    expect(readRetryAfter({ retryAfter: 8 }, "3")).toBe(8_000);
    expect(readRetryAfter({}, "3")).toBe(3_000);
    expect(readRetryAfter({}, "Wed, 21 Oct 2026 07:28:00 GMT")).toBeUndefined();
    expect(readRetryAfter({}, null)).toBeUndefined();
  });
});

describe("waiting before the next attempt", () => {
  test("doubles up to thirty seconds, half of it by chance, never nothing", () => {
    expect([0, 1, 2, 3].map((failures) => pauseMs(failures, 1))).toEqual([500, 1_000, 2_000, 4_000]);
    fc.assert(
      fc.property(fc.nat(5_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const pause = pauseMs(failures, chance);
        expect(pause).toBeGreaterThanOrEqual(250);
        expect(pause).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  test("is never shorter than what the server named", () => {
    expect(pauseMs(0, 0, 8_000)).toBe(8_000);
    expect(pauseMs(9, 1, 8_000)).toBe(8_500);
  });
});

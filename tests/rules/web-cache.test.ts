import { describe, expect, it } from "vitest";
import { createCache } from "../../src/visitors/cache.ts";

function setUp(size: { readonly max?: number; readonly ttlMs?: number } = {}) {
  let now = 0;
  const reads: string[] = [];
  const cache = createCache<string | undefined>({
    max: 2,
    ttlMs: 100,
    ...size,
    now: () => now,
    isKept: (value) => value !== undefined,
  });
  return {
    reads,
    pass: (ms: number) => (now += ms),
    get: (key: string) =>
      cache.get(key, async () => {
        reads.push(key);
        return key;
      }),
    miss: (key: string) =>
      cache.get(key, async () => {
        reads.push(key);
        return undefined;
      }),
    fail: (key: string) => cache.get(key, async () => Promise.reject(new Error("away"))),
    set: cache.set,
  };
}

describe("A short memory", () => {
  it("reads once, also for those who ask at the same time, and again when time is up", async () => {
    const { get, reads, pass } = setUp();
    await Promise.all([get("a"), get("a")]);
    pass(99);
    await get("a");
    expect(reads).toEqual(["a"]);
    pass(1);
    await get("a");
    expect(reads).toEqual(["a", "a"]);
  });

  it("forgets what was not used for longest when it is full", async () => {
    const { get, reads } = setUp();
    for (const key of ["a", "b", "a", "c", "a", "b"]) await get(key);
    expect(reads).toEqual(["a", "b", "c", "b"]);
  });

  it("remembers neither failures nor what was not found", async () => {
    const { get, miss, fail, reads } = setUp();
    await expect(fail("a")).rejects.toThrow("away");
    expect(await get("a")).toBe("a");
    await miss("b");
    await miss("b");
    expect(reads).toEqual(["a", "b", "b"]);
  });

  it("takes what is put into it", async () => {
    const { get, set, reads } = setUp();
    set("a", "new");
    expect(await get("a")).toBe("new");
    expect(reads).toEqual([]);
  });
});

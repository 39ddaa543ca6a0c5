import { expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import { createStoreMemory } from "../../src/pipeline/store-memory.ts";

const STORE = storeId("one");
const OTHER = storeId("other");

/** Loads that a test ends, in the order they began. */
function slowLoads() {
  const begun: string[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const memory = createStoreMemory(async (store) => {
    begun.push(store);
    const end = withResolvers();
    ends.push(end);
    return { version: begun.length, learned: end.promise };
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { memory, begun, ends, turn };
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

function withResolvers(): PromiseWithResolvers<void> {
  let resolve = (): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<void>((good, bad) => {
    resolve = good;
    reject = bad;
  });
  return { promise, resolve, reject };
}

it("loads a store once for all who ask, and not again before it is forgotten", async () => {
  const { memory, begun, ends, turn } = slowLoads();
  const all = await Promise.all([memory.get(STORE), memory.get(STORE)]);
  ends[0]?.resolve();
  await turn();
  expect(all.map(({ version }) => version)).toEqual([1, 1]);
  expect((await memory.get(STORE)).version).toBe(1);
  memory.forget(STORE);
  expect((await memory.get(STORE)).version).toBe(2);
  expect(begun).toEqual([STORE, STORE]);
});

it("loads once more, after the load under way, however often a store changes meanwhile", async () => {
  const { memory, begun, ends, turn } = slowLoads();
  await memory.get(STORE);
  const asked = [1, 2, 3].map(() => {
    memory.forget(STORE);
    return memory.get(STORE);
  });
  await turn();
  expect(begun).toHaveLength(1);

  ends[0]?.resolve();
  expect((await Promise.all(asked)).map(({ version }) => version)).toEqual([2, 2, 2]);
  ends[1]?.resolve();
  await turn();
  expect(begun).toHaveLength(2);
});

it("loads again what changes after the second load began", async () => {
  const { memory, ends, turn } = slowLoads();
  await memory.get(STORE);
  memory.forget(STORE);
  const second = memory.get(STORE);
  ends[0]?.resolve();
  await second;
  memory.forget(STORE);
  const third = memory.get(STORE);
  ends[1]?.resolve();
  expect((await third).version).toBe(3);
  ends[2]?.resolve();
  await turn();
});

it("forgets what turned out stale only while that is what it remembers", async () => {
  const { memory, begun, ends, turn } = slowLoads();
  const first = await memory.get(STORE);
  memory.forgetOnly(STORE, first);
  const loading = memory.get(STORE);
  // Somebody else who was slower finds out, too: while the newer one is loaded, and after it was.
  memory.forgetOnly(STORE, first);
  ends[0]?.resolve();
  const second = await loading;
  memory.forgetOnly(STORE, first);
  ends[1]?.resolve();
  await turn();
  expect(await memory.get(STORE)).toBe(second);
  expect(begun).toHaveLength(2);

  memory.forgetOnly(STORE, second);
  expect((await memory.get(STORE)).version).toBe(3);
});

it("lets no store wait for another", async () => {
  const { memory, begun } = slowLoads();
  await memory.get(STORE);
  await memory.get(OTHER);
  expect(begun).toEqual([STORE, OTHER]);
});

it("forgets a failure, and only its own", async () => {
  const { memory, begun, ends, turn } = slowLoads();
  const first = await memory.get(STORE);
  memory.forget(STORE);
  const second = memory.get(STORE);
  ends[0]?.reject(new Error("it broke"));
  await expect(first.learned).rejects.toThrow("it broke");
  await second;
  expect((await memory.get(STORE)).version).toBe(2);
  ends[1]?.reject(new Error("it broke again"));
  await turn();
  expect((await memory.get(STORE)).version).toBe(3);
  expect(begun).toHaveLength(3);
});

import type { Instant } from "../core/words.ts";

/** More sets of stores than this are not looked at within half a minute. */
const MOST_KEPT = 200;

/** Keeps what takes long to count for a while, so that ten open walls cost one question; what failed is asked again at once. */
export function keepFor<Value>(ms: number, now: () => Instant) {
  const kept = new Map<string, { readonly at: Instant; readonly value: Promise<Value> }>();
  return (key: string, make: () => Promise<Value>): Promise<Value> => {
    const before = kept.get(key);
    // A test's clock may also go back.
    if (before !== undefined && Math.abs(now() - before.at) < ms) return before.value;
    if (kept.size >= MOST_KEPT) kept.clear();
    const value = make();
    kept.set(key, { at: now(), value });
    value.catch(() => kept.delete(key));
    return value;
  };
}

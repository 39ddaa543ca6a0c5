/** Remembers what is asked often for a short while, at most `max` things; the least recently used go first. */
export interface Cache<T> {
  /** The remembered value, or what `read` finds; those who ask at the same time share one reading. Failures are not remembered. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  set(key: string, value: T): void;
}

export interface CacheSize {
  readonly max: number;
  readonly ttlMs: number;
  readonly now: () => number;
  /** Whether a value is worth remembering; all are when absent. */
  readonly isKept?: (value: unknown) => boolean;
}

interface Entry<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/** Makes an empty cache. */
export function createCache<T>({ max, ttlMs, now, isKept = () => true }: CacheSize): Cache<T> {
  const entries = new Map<string, Entry<T>>();
  const put = (key: string, value: Promise<T>): void => {
    // A Map keeps the order of insertion: the first key is the one not used for longest.
    const oldest = entries.size >= max && !entries.has(key) ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    entries.delete(key);
    entries.set(key, { value, until: now() + ttlMs });
  };
  const read = (key: string, find: () => Promise<T>): Promise<T> => {
    const value = find();
    put(key, value);
    const forget = (): void => {
      if (entries.get(key)?.value === value) entries.delete(key);
    };
    value.then((found) => (isKept(found) ? undefined : forget()), forget);
    return value;
  };
  return {
    get: (key, find) => {
      const known = entries.get(key);
      if (known === undefined || known.until <= now()) return read(key, find);
      entries.delete(key);
      entries.set(key, known);
      return known.value;
    },
    set: (key, value) => put(key, Promise.resolve(value)),
  };
}

/** A value that tells its readers when it changes. */
export interface Cell<Value> {
  get(): Value;
  /** Replaces parts of the value. */
  patch(changes: Partial<Value>): void;
  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
}

export function createCell<Value extends object>(first: Value): Cell<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    patch: (changes) => {
      value = { ...value, ...changes };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { StoreId } from "../core/ids.ts";

/** What is remembered of stores, loaded when it is first asked for. */
export interface StoreMemory<Loaded> {
  get(store: StoreId): Promise<Loaded>;
  /** It is loaded again before its next use. */
  forget(store: StoreId): void;
  /** The same, if this is what is remembered: what was loaded after it, or is being loaded, may know better. */
  forgetOnly(store: StoreId, loaded: Loaded): void;
  forgetAll(): void;
}

/**
 * One loading at a time for each store, until what it brought is learned: what an older one brings must not replace what a newer
 * one taught. However often a store changes meanwhile, it is loaded once more, and that is what all get who asked meanwhile.
 * Different stores do not wait for each other. A failure is told to whoever asked; the next one asks again.
 */
export function createStoreMemory<Loaded extends { readonly learned: Promise<void> }>(
  load: (store: StoreId) => Promise<Loaded>,
): StoreMemory<Loaded> {
  const known = new Map<StoreId, Promise<Loaded>>();
  const loadedBy = new WeakMap<Promise<Loaded>, Loaded>();
  const underWay = new Map<StoreId, Promise<void>>();
  /** Asked for and not begun: it will find whatever holds by then. */
  const waiting = new Map<StoreId, Promise<Loaded>>();

  const begin = (store: StoreId): Promise<Loaded> => {
    const before = underWay.get(store);
    if (before === undefined) return watched(store, load(store));
    const later = before.then(() => {
      waiting.delete(store);
      return load(store);
    });
    waiting.set(store, later);
    return watched(store, later);
  };
  const watched = (store: StoreId, loaded: Promise<Loaded>): Promise<Loaded> => {
    const failed = (): void => void (known.get(store) === loaded && known.delete(store));
    const settled: Promise<void> = loaded
      .then((brought) => {
        loadedBy.set(loaded, brought);
        return brought.learned;
      })
      .catch(failed)
      .then(() => void (underWay.get(store) === settled && underWay.delete(store)));
    underWay.set(store, settled);
    return loaded;
  };

  return {
    get: (store) => {
      const loaded = known.get(store) ?? waiting.get(store) ?? begin(store);
      known.set(store, loaded);
      return loaded;
    },
    forget: (store) => void known.delete(store),
    forgetOnly: (store, loaded) => {
      const remembered = known.get(store);
      if (remembered !== undefined && loadedBy.get(remembered) === loaded) known.delete(store);
    },
    forgetAll: () => known.clear(),
  };
}

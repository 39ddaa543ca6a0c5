/** Lets works of one key follow each other in the order they were asked for; those of different keys do not wait for each other. */
export function createQueues<Key>(): (key: Key, work: () => Promise<void>) => Promise<void> {
  const last = new Map<Key, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    const own = before === undefined ? work() : before.then(work, work);
    last.set(key, own);
    try {
      await own;
    } finally {
      if (last.get(key) === own) last.delete(key);
    }
  };
}

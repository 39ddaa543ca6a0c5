/** Waits; ends early when the network comes back, when `wake` is called, or when `signal` aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      waiting.delete(end);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    waiting.add(end);
    signal?.addEventListener("abort", end);
    if (signal?.aborted === true) end();
  });
}

/** Waits the whole time, whoever is in a hurry: the server asked for it. */
export function hold(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const waiting = new Set<() => void>();

/** Ends all pauses: somebody wants it now, or the way to the server is open again. */
export function wake(): void {
  for (const end of [...waiting]) end();
}

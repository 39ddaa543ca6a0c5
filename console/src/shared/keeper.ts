/** A place that keeps short texts; the part of the browser's Storage that the console needs. */
export interface Keeper {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
  forget(key: string): void;
}

/** A keeper in memory. */
export function memoryKeeper(): Keeper {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key),
    write: (key, text) => void texts.set(key, text),
    forget: (key) => void texts.delete(key),
  };
}

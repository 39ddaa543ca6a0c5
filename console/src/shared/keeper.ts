/** A place that keeps short texts; the part of the browser's Storage that the console needs. */
export interface Keeper {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
  forget(key: string): void;
}

/** The browser's localStorage. Where it is full or forbidden, texts are kept only until the page is closed. */
export function browserKeeper(): Keeper {
  return kept;
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

const fallback = memoryKeeper();

const kept: Keeper = {
  read: (key) => fallback.read(key) ?? attempt(() => globalThis.localStorage.getItem(key)) ?? undefined,
  write: (key, text) => {
    const stored = attempt(() => {
      globalThis.localStorage.setItem(key, text);
      return true;
    });
    if (stored) fallback.forget(key);
    else fallback.write(key, text);
  },
  forget: (key) => {
    fallback.forget(key);
    attempt(() => globalThis.localStorage.removeItem(key));
  },
};

// Private windows and full disks make Storage throw; a draft kept in memory is better than a page that fails.
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

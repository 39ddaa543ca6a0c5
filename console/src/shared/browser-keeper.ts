import { memoryKeeper } from "./keeper.ts";
import type { Keeper } from "./keeper.ts";

/** The browser's localStorage. Where it is full or forbidden, texts are kept only until the page is closed. */
export function browserKeeper(): Keeper {
  return kept;
}

const fallback = memoryKeeper();

const kept: Keeper = {
  read: (key) => fallback.read(key) ?? attempt(() => localStorage.getItem(key)) ?? undefined,
  write: (key, text) => {
    const stored = attempt(() => {
      localStorage.setItem(key, text);
      return true;
    });
    if (stored) fallback.forget(key);
    else fallback.write(key, text);
  },
  forget: (key) => {
    fallback.forget(key);
    attempt(() => localStorage.removeItem(key));
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

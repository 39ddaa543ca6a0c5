import type { Steps } from "../../src/core/steps.ts";
import type { StoreIndex } from "../store-index.ts";
import { bytesOf, type Packed } from "./vectors.ts";
import { cut } from "./wording.ts";

/** After so many phrasings others may have a turn. */
const PER_STEP = 512;

/** A phrasing's vector, or that the service does not take it. */
export type Read = Packed | "refused";

/** What the service has read of one store, by what was sent. */
export interface Shelf {
  get(text: string): Read | undefined;
  add(text: string, read: Read): void;
  bytes(): number;
}

export function createShelf(): Shelf {
  const texts = new Map<string, Read>();
  let bytes = 0;
  return {
    get: (text) => texts.get(text),
    add: (text, read) => {
      if (texts.has(text)) return;
      texts.set(text, read);
      if (read !== "refused") bytes += bytesOf(text, read);
    },
    bytes: () => bytes,
  };
}

/** Texts of these phrasings that are not on the shelf; what `cached` has of them is put there. */
export function* missingOn(
  shelf: Shelf,
  { phrases }: StoreIndex,
  cached: (text: string) => Packed | undefined,
): Steps<readonly string[]> {
  const missing = new Set<string>();
  for (const [at, phrase] of phrases.entries()) {
    if (at % PER_STEP === PER_STEP - 1) yield undefined;
    const text = cut(phrase.text);
    if (shelf.get(text) !== undefined) continue;
    const read = text === "" ? "refused" : cached(text);
    if (read === undefined) missing.add(text);
    else shelf.add(text, read);
  }
  return [...missing];
}

/** The vectors of these phrasings in their order, and a shelf with nothing else on it. */
export function* sorted(shelf: Shelf, { phrases }: StoreIndex): Steps<Sorted> {
  const kept = createShelf();
  const vectors: (Packed | undefined)[] = [];
  for (const [at, phrase] of phrases.entries()) {
    if (at % PER_STEP === PER_STEP - 1) yield undefined;
    const text = cut(phrase.text);
    const read = shelf.get(text);
    vectors.push(read === "refused" ? undefined : read);
    if (read !== undefined) kept.add(text, read);
  }
  return { vectors, kept };
}

export interface Sorted {
  readonly vectors: readonly (Packed | undefined)[];
  readonly kept: Shelf;
}

import type { Finder, Found, Scan } from "./entity.ts";
import { foldText } from "./fold.ts";

interface Product {
  /** As the list spells it. */
  readonly name: string;
  /** Folded, without spaces. */
  readonly compact: string;
}

/** One character says nothing. */
const MIN_LENGTH = 2;
const MAX_LENGTH = 60;
/** A list is folded once, as long as the store keeps it. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, readonly Product[]>>();

/** The store's product words, whatever their case, width and spaces; at each place the longest. */
export const findProducts: Finder = ({ text, products }) => {
  if (products.length === 0) return [];
  const index = indexOf(products);
  const found: Found[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const { name, compact } of index.get(text.charAt(start)) ?? []) {
      const end = endOfMatch({ text }, { start, compact });
      if (end === undefined) continue;
      found.push({ kind: "product", start, end, value: { name } });
      break;
    }
  }
  return found;
};

function indexOf(products: readonly string[]): ReadonlyMap<string, readonly Product[]> {
  const known = indexes.get(products);
  if (known !== undefined) return known;
  const byFirst = new Map<string, Product[]>();
  for (const name of products) {
    const compact = foldText(name).text.replaceAll(" ", "");
    if (compact.length < MIN_LENGTH || compact.length > MAX_LENGTH) continue;
    const first = compact.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { name, compact }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.compact.length - a.compact.length);
  indexes.set(products, byFirst);
  return byFirst;
}

/** Where the word ends that starts here; spaces in the text do not count, parts of Latin words and numbers do not match. */
function endOfMatch(
  { text }: Pick<Scan, "text">,
  { start, compact }: { readonly start: number; readonly compact: string },
): number | undefined {
  let at = start;
  for (const character of compact.split("")) {
    while (at > start && text.charAt(at) === " ") at += 1;
    if (text.charAt(at) !== character) return undefined;
    at += 1;
  }
  const cutsLeft = isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1));
  const cutsRight = isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  return cutsLeft || cutsRight ? undefined : at;
}

function isLatin(character: string): boolean {
  return /^[a-z\d]$/u.test(character);
}

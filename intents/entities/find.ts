import type { Instant } from "../../src/core/words.ts";
import { findBody } from "./body.ts";
import { findColours } from "./colour.ts";
import { findDates } from "./date.ts";
import { findEnglishDates } from "./english-date.ts";
import { PLACEHOLDERS, PRECEDENCE, type Entity, type Finder, type Found, type Scan } from "./entity.ts";
import { foldText, takeSpans, type Folded } from "./fold.ts";
import { findLookAlikes } from "./look-alikes.ts";
import { findMoney } from "./money.ts";
import { findOrderNumbers } from "./order-number.ts";
import { findParcels } from "./parcel.ts";
import { findPhones } from "./phone.ts";
import { findProducts } from "./product.ts";
import { findQuantities } from "./quantity.ts";
import { findSizes } from "./size.ts";
import { findTimes } from "./time.ts";

/** What is known beside the text. */
export interface KnownForEntities {
  /** The store's product words, as they are to be reported. */
  readonly products?: readonly string[];
  /** Without it, “明天” is found and has no date. */
  readonly now?: Instant;
  /** IANA name; Asia/Shanghai when absent. */
  readonly timezone?: string;
}

const FINDERS: readonly Finder[] = [
  findLookAlikes,
  findProducts,
  findOrderNumbers,
  findParcels,
  findPhones,
  findSizes,
  findBody,
  findMoney,
  findDates,
  findTimes,
  findEnglishDates,
  findQuantities,
  findColours,
];

/** A place taken makes room for others (“双十一三百块”); deeper than this nothing real is nested. */
const MAX_ROUNDS = 8;

/**
 * What a text names: numbers, sizes, amounts, days, colours, products. Sorted by start, never overlapping: the longest span
 * wins, then PRECEDENCE, then the earlier one. Reads the first 2,000 UTF-16 units; never throws, whatever the text.
 */
export function findEntities(text: string, known: KnownForEntities = {}): readonly Entity[] {
  const entities: Entity[] = [];
  let folded = foldText(text);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const chosen = findOnce(folded, known);
    if (chosen.length === 0) break;
    for (const found of chosen) entities.push(placed(found, { folded, text }));
    folded = takeSpans(folded, chosen);
  }
  return entities.sort((a, b) => a.start - b.start);
}

/**
 * The text with a placeholder for each entity, between spaces. Looking into a masked text finds nothing more (as long as all of
 * it was looked at): masking twice is masking once.
 */
export function maskEntities(text: string, entities: readonly Entity[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of entities) {
    parts.push(text.slice(at, start), ` ${PLACEHOLDERS[kind]} `);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

type Chosen = Exclude<Found, { readonly kind: "look-alike" }>;

function findOnce(folded: Folded, known: KnownForEntities): readonly Chosen[] {
  const scan: Scan = {
    text: folded.text,
    cased: folded.cased,
    products: known.products ?? [],
    now: known.now,
    timezone: known.timezone ?? "Asia/Shanghai",
  };
  const proposals = FINDERS.flatMap((find) => find(scan)).filter((found) => found.end > found.start);
  const isTaken = new Uint8Array(folded.text.length);
  const chosen: Chosen[] = [];
  for (const found of proposals.sort(byClaim)) {
    if (isTaken.subarray(found.start, found.end).includes(1)) continue;
    takeCharacters(isTaken, found, folded);
    if (found.kind !== "look-alike") chosen.push(found);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Longest first, then by precedence, then from the left. */
function byClaim(a: Found, b: Found): number {
  const shorter = b.end - b.start - (a.end - a.start);
  if (shorter !== 0) return shorter;
  return PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || a.start - b.start;
}

/** Whole characters of the given text: “㎏” folds to two units, which cannot belong to two entities. */
function takeCharacters(isTaken: Uint8Array, found: Found, { starts }: Folded): void {
  let { start, end } = found;
  while (start > 0 && starts[start - 1] === starts[start]) start -= 1;
  while (end < isTaken.length && starts[end] === starts[end - 1]) end += 1;
  isTaken.fill(1, start, end);
}

function placed(found: Chosen, { folded, text }: { readonly folded: Folded; readonly text: string }): Entity {
  const start = folded.starts[found.start] ?? 0;
  const end = folded.ends[found.end - 1] ?? start;
  return { ...found, start, end, text: text.slice(start, end) };
}

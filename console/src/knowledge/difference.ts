/** A piece of a comparison: in both texts, only before, or only after. */
export interface Piece {
  readonly type: "same" | "gone" | "fresh";
  readonly text: string;
}

/** Above this many comparisons of characters the middle is shown as wholly replaced: still right, only coarser. */
const COMPARISONS_AT_MOST = 400_000;

/** What changed between two texts, character by character. Same and gone pieces make the text before, same and fresh the one after. */
export function difference(before: string, after: string): readonly Piece[] {
  const old = [...before];
  const young = [...after];
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, young.length) - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1;
  const oldMiddle = old.slice(head, old.length - tail);
  const youngMiddle = young.slice(head, young.length - tail);
  return joined([
    { type: "same", text: old.slice(0, head).join("") },
    ...readable(middle(oldMiddle, youngMiddle)),
    { type: "same", text: old.slice(old.length - tail).join("") },
  ]);
}

function middle(old: readonly string[], young: readonly string[]): readonly Piece[] {
  if (old.length * young.length > COMPARISONS_AT_MOST) {
    return [
      { type: "gone", text: old.join("") },
      { type: "fresh", text: young.join("") },
    ];
  }
  const lengths = commonLengths(old, young);
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    const gone = old[i];
    const fresh = young[j];
    if (gone !== undefined && gone === fresh) {
      pieces.push({ type: "same", text: gone });
      i += 1;
      j += 1;
    } else if (gone !== undefined && (fresh === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      pieces.push({ type: "gone", text: gone });
      i += 1;
    } else {
      pieces.push({ type: "fresh", text: fresh ?? "" });
      j += 1;
    }
  }
  return pieces;
}

/** Shorter common pieces between changes are chance: two rewritten sentences always share a few characters. */
const TELLING_PIECE = 4;

// Few large changes read better than many small ones: what lies between two telling pieces is told as one.
function readable(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let gone = "";
  let fresh = "";
  for (const piece of [...joined(pieces), END]) {
    const isTelling = piece === END || (piece.type === "same" && [...piece.text].length >= TELLING_PIECE);
    if (!isTelling) {
      if (piece.type !== "fresh") gone += piece.text;
      if (piece.type !== "gone") fresh += piece.text;
      continue;
    }
    result.push({ type: "gone", text: gone }, { type: "fresh", text: fresh }, piece);
    gone = "";
    fresh = "";
  }
  return result;
}

const END: Piece = { type: "same", text: "" };

// lengths[i][j]: the longest common subsequence of what follows i in the one and j in the other.
function commonLengths(old: readonly string[], young: readonly string[]): readonly (readonly number[])[] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = young.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === young[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.text === "") continue;
    if (last !== undefined && last.type === piece.type)
      result[result.length - 1] = { type: last.type, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

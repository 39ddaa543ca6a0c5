import { cosine, type Phrase } from "./phrase.ts";
import { likenessOf } from "./retrieve.ts";

/** Added to the kernel's diagonal: how far a phrasing may be wrong about its own article. */
const RIDGE = 0.3;

/**
 * Local kernel ridge regression: how much each retrieved phrasing speaks for its article once they have been weighed against
 * each other. Many near-copies of one phrasing count about once. Returns one weight a phrasing; sum them by article.
 */
export function ridgeVotes(phrases: readonly Phrase[], similarities: readonly number[]): Float64Array {
  const size = phrases.length;
  const kernel = new Float64Array(size * size);
  phrases.forEach((row, i) => {
    kernel[i * size + i] = 1 + RIDGE;
    for (let j = 0; j < i; j += 1) {
      const other = phrases[j];
      const value = other === undefined ? 0 : likenessOf(cosine(row, other), row, other);
      kernel[i * size + j] = value;
      kernel[j * size + i] = value;
    }
  });
  return solvePositive(kernel, Float64Array.from(similarities));
}

/** Solves `matrix · x = right` for a symmetric positive matrix by Cholesky, in place. */
function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / at(column, column);
    }
  }
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (right[k] ?? 0);
    right[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (right[k] ?? 0);
    right[row] = sum / at(row, row);
  }
  return right;
}

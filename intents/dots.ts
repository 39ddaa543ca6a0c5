/**
 * The products of a vector and each of the rows, which lie one after the other and are as long. Two rows at once, so that each
 * number of the vector is read once for both, and two sums each: a processor waits for none of the four.
 */
export function dotsOf(vector: Float64Array, rows: Int8Array): Float64Array {
  const size = vector.length;
  const dots = new Float64Array(rows.length / size);
  const even = size - (size % 2);
  for (let row = 0; row < dots.length; row += 2) {
    // With an odd number of rows the last is its own neighbour.
    let one = row * size;
    let other = row + 1 < dots.length ? one + size : one;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < even; at += 2, one += 2, other += 2) {
      const left = vector[at] ?? 0;
      const right = vector[at + 1] ?? 0;
      first += left * (rows[one] ?? 0);
      second += right * (rows[one + 1] ?? 0);
      third += left * (rows[other] ?? 0);
      fourth += right * (rows[other + 1] ?? 0);
    }
    const last = vector[even] ?? 0;
    dots[row] = first + second + (even < size ? last * (rows[one] ?? 0) : 0);
    if (row + 1 < dots.length) dots[row + 1] = third + fourth + (even < size ? last * (rows[other] ?? 0) : 0);
  }
  return dots;
}

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
    let [first, second, third, fourth] = [0, 0, 0, 0];
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

/** Puts the products of a vector and the rows `row` and `row + 1` of others at `place` and the next, with four sums each. */
export function dotTwo(vector: Float64Array, { rows, row }: RowsAt, { into, place }: Into): void {
  const size = vector.length;
  const four = size - (size % 4);
  let one = row * size;
  let other = one + size;
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  for (let at = 0; at < four; at += 4, one += 4, other += 4) {
    const first = vector[at] ?? 0;
    const second = vector[at + 1] ?? 0;
    const third = vector[at + 2] ?? 0;
    const fourth = vector[at + 3] ?? 0;
    a += first * (rows[one] ?? 0);
    b += second * (rows[one + 1] ?? 0);
    c += third * (rows[one + 2] ?? 0);
    d += fourth * (rows[one + 3] ?? 0);
    e += first * (rows[other] ?? 0);
    f += second * (rows[other + 1] ?? 0);
    g += third * (rows[other + 2] ?? 0);
    h += fourth * (rows[other + 3] ?? 0);
  }
  for (let at = four; at < size; at += 1, one += 1, other += 1) {
    a += (vector[at] ?? 0) * (rows[one] ?? 0);
    e += (vector[at] ?? 0) * (rows[other] ?? 0);
  }
  into[place] = a + b + c + d;
  into[place + 1] = e + f + g + h;
}

/** Rows one after the other, and one of them. */
interface RowsAt {
  readonly rows: Float32Array;
  readonly row: number;
}

interface Into {
  readonly into: Float64Array;
  readonly place: number;
}

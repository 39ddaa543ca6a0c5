/**
 * The products of a vector and each of the rows, which lie one after the other and are as long, an even number; `into` has a place
 * for each. Four rows at once, so that each number of the vector is read once for all four, and two sums each: a processor waits
 * for none of the eight.
 */
export function dotsOf(vector: Float64Array, rows: Float64Array, into: Float64Array): Float64Array {
  const size = vector.length;
  const last = rows.length - size;
  const end = last / size;
  for (let first = 0, row = 0; first <= last; first += 4 * size, row += 4) {
    // Where fewer than four are left the last is its own neighbour.
    const second = Math.min(first + size, last);
    const third = Math.min(second + size, last);
    const fourth = Math.min(third + size, last);
    let a = 0;
    let aa = 0;
    let b = 0;
    let bb = 0;
    let c = 0;
    let cc = 0;
    let d = 0;
    let dd = 0;
    for (let at = 0; at < size; at += 2) {
      const left = vector[at] ?? 0;
      const right = vector[at + 1] ?? 0;
      a += left * (rows[first + at] ?? 0);
      aa += right * (rows[first + at + 1] ?? 0);
      b += left * (rows[second + at] ?? 0);
      bb += right * (rows[second + at + 1] ?? 0);
      c += left * (rows[third + at] ?? 0);
      cc += right * (rows[third + at + 1] ?? 0);
      d += left * (rows[fourth + at] ?? 0);
      dd += right * (rows[fourth + at + 1] ?? 0);
    }
    into[row] = a + aa;
    into[Math.min(row + 1, end)] = b + bb;
    into[Math.min(row + 2, end)] = c + cc;
    into[Math.min(row + 3, end)] = d + dd;
  }
  return into;
}

/** Directions of length 1, one after the other, and how the loss falls with them. */
export interface Directions {
  readonly units: Float32Array;
  readonly gradients: Float32Array;
}

export interface Contrast {
  readonly count: number;
  readonly dimensions: number;
  /** The label of each. */
  readonly labels: Int32Array;
  /** How sharply they are told apart: the inverse of the softmax's temperature. */
  readonly sharpness: number;
  /** How much this counts beside whatever else is learnt. */
  readonly weight: number;
}

/**
 * Two texts of each label: each of the first is to find its partner among all the seconds, those of its own label apart
 * (InfoNCE, van den Oord 2018; with labels, Khosla 2020). Adds to both gradients.
 */
export function contrast(
  firsts: Directions,
  seconds: Directions,
  { count, dimensions, labels, sharpness, weight }: Contrast,
): void {
  const shares = new Float32Array(count);
  for (let one = 0; one < count; one += 1) {
    let total = 0;
    for (let other = 0; other < count; other += 1) {
      const isRival = other === one || labels[other] !== labels[one];
      const cosine = isRival
        ? dot(firsts.units, one * dimensions, { other: seconds.units, from: other * dimensions, dimensions })
        : 0;
      shares[other] = isRival ? Math.exp(sharpness * (cosine - 1)) : 0;
      total += shares[other] ?? 0;
    }
    for (let other = 0; other < count; other += 1) {
      const error = (weight * sharpness * ((shares[other] ?? 0) / total - (other === one ? 1 : 0))) / count;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      for (let at = 0, a = one * dimensions, b = other * dimensions; at < dimensions; at += 1, a += 1, b += 1) {
        firsts.gradients[a] = (firsts.gradients[a] ?? 0) + error * (seconds.units[b] ?? 0);
        seconds.gradients[b] = (seconds.gradients[b] ?? 0) + error * (firsts.units[a] ?? 0);
      }
    }
  }
}

/** Errors smaller than this move nothing worth the time. */
export const NEGLIGIBLE = 1e-7;

interface Other {
  readonly other: Float32Array;
  readonly from: number;
  readonly dimensions: number;
}

/** The product of two rows; four sums at once, for a sum waits for the one before. */
export function dot(one: Float32Array, start: number, { other, from, dimensions }: Other): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < dimensions; at += 4) {
    a += (one[start + at] ?? 0) * (other[from + at] ?? 0);
    b += (one[start + at + 1] ?? 0) * (other[from + at + 1] ?? 0);
    c += (one[start + at + 2] ?? 0) * (other[from + at + 2] ?? 0);
    d += (one[start + at + 3] ?? 0) * (other[from + at + 3] ?? 0);
  }
  return a + b + c + d;
}

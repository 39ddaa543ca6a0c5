/** Rows of numbers that are learnt; a row's moments move only when the row has a gradient (Kingma 2015, the lazy variant). */
export interface Rows {
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly dimensions: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const TINY = 1e-8;

/** Rows that start with `values`. */
export function startRows(values: Float32Array, dimensions: number): Rows {
  const empty = (): Float32Array => new Float32Array(values.length);
  return { values, gradients: empty(), first: empty(), second: empty(), dimensions };
}

export interface Step {
  readonly rate: number;
  /** Counted from 1. */
  readonly number: number;
}

/** Moves the rows against their gradients and clears these. */
export function moveRows({ values, gradients, first, second, dimensions }: Rows, moved: Iterable<number>, step: Step): void {
  const size = (step.rate * Math.sqrt(1 - BETA2 ** step.number)) / (1 - BETA1 ** step.number);
  for (const row of moved) {
    for (let at = row * dimensions; at < (row + 1) * dimensions; at += 1) {
      const slope = gradients[at] ?? 0;
      first[at] = BETA1 * (first[at] ?? 0) + (1 - BETA1) * slope;
      second[at] = BETA2 * (second[at] ?? 0) + (1 - BETA2) * slope * slope;
      values[at] = (values[at] ?? 0) - (size * (first[at] ?? 0)) / (Math.sqrt(second[at] ?? 0) + TINY);
      gradients[at] = 0;
    }
  }
}

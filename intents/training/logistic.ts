/** One observation: the features of a candidate, whether it was right, and how much it counts. */
export interface Observation {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

const ROUNDS = 4_000;
const RATE = 0.5;

/**
 * Logistic regression with an L2 penalty on everything but the first feature (which is always 1), by full-batch descent.
 * The same observations give the same weights.
 */
export function fitLogistic(observations: readonly Observation[], penalty: number): readonly number[] {
  const size = observations[0]?.features.length ?? 0;
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size);
  const momentum = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Float64Array(size);
    for (const { features, isTrue, weight } of observations) {
      const error = ((isTrue ? 1 : 0) - sigmoid(dot(weights, features))) * weight;
      for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (features[at] ?? 0);
    }
    for (let at = 0; at < size; at += 1) {
      const pull = at === 0 ? 0 : penalty * (weights[at] ?? 0);
      const step = RATE * (((gradient[at] ?? 0) - pull) / total) + 0.9 * (momentum[at] ?? 0);
      momentum[at] = step;
      weights[at] = (weights[at] ?? 0) + step;
    }
  }
  return [...weights].map((weight) => Number(weight.toFixed(4)));
}

function dot(weights: Float64Array, features: readonly number[]): number {
  let sum = 0;
  for (const [at, feature] of features.entries()) sum += feature * (weights[at] ?? 0);
  return sum;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

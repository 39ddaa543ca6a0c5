/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): Float32Array {
  const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = value;
    total += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}

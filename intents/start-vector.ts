/**
 * Where a gram's vector starts, before anything is learnt: signs that look like chance and are the same for the same hash, times
 * `START`. Two texts that share a gram nobody trained are nearer for it, as two such vectors are almost at right angles to each
 * other (random projection, Johnson and Lindenstrauss 1984), and a gram that is seldom met costs no room in the model.
 */
const START = 0.1;

/** Adds the starting vector of a hashed gram to `sum`. */
export function addStart(sum: Float32Array, hash: number): void {
  let state = hash | 0 || 1;
  for (let from = 0; from < sum.length; from += 32) {
    state = nextState(state);
    const end = Math.min(sum.length, from + 32);
    for (let at = from; at < end; at += 1) sum[at] = (sum[at] ?? 0) + ((state >>> (at - from)) & 1 ? START : -START);
  }
}

/** Thirty-two further bits; mixed, for neighbouring hashes must not have neighbouring signs (Jenkins' and Wang's integer hash). */
function nextState(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) + 0x9e3779b9) | 0;
}

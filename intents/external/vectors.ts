/** A vector of length 1 in a quarter of the room: number i is about `values[i] * scale`. */
export interface Packed {
  readonly values: Int8Array;
  readonly scale: number;
}

/** What a packed vector takes beside its numbers: the objects around it, and its place in a map. */
const OVERHEAD_BYTES = 200;

export function packVector(vector: Float32Array): Packed {
  let largest = 0;
  for (let at = 0; at < vector.length; at += 1) largest = Math.max(largest, Math.abs(vector[at] ?? 0));
  const scale = largest / 127 || 1;
  const values = new Int8Array(vector.length);
  for (let at = 0; at < vector.length; at += 1) values[at] = Math.round((vector[at] ?? 0) / scale);
  return { values, scale };
}

export function unpackVector({ values, scale }: Packed): Float32Array {
  const vector = Float32Array.from(values);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * scale;
  return vector;
}

/** The cosine of a packed vector and one of length 1 of as many numbers. */
export function packedCloseness({ values, scale }: Packed, vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (vector[at] ?? 0);
  return sum * scale;
}

export function bytesOf(text: string, { values }: Packed): number {
  return values.length + 2 * text.length + OVERHEAD_BYTES;
}

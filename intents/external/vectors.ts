/** A vector of length 1 in a quarter of the room: number i is about `values[i] * scale`. */
export interface Packed {
  readonly values: Int8Array;
  readonly scale: number;
}

/** What a packed vector takes beside its numbers: the objects around it, and its place in a map. */
const OVERHEAD_BYTES = 200;

export function packVector(vector: Float32Array): Packed {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 127 || 1;
  return { values: Int8Array.from(vector, (value) => Math.round(value / scale)), scale };
}

export function unpackVector({ values, scale }: Packed): Float32Array {
  return Float32Array.from(values, (value) => value * scale);
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

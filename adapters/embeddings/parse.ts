import { z } from "zod";

/** The part of an answer of `/v1/embeddings` that counts. The numbers are looked at one by one below: there are many. */
const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.custom<readonly unknown[]>(Array.isArray) })),
});

const MOST_NUMBERS = 8_192;

export type Parsed =
  | { readonly type: "vectors"; readonly vectors: readonly Float32Array[]; readonly dimensions: number }
  | { readonly type: "fault"; readonly fault: string };

/** Reads an answer to `count` texts: one vector for each, put in order by their index, brought to length 1. */
export function parseAnswer(body: unknown, count: number): Parsed {
  const parsed = answer.safeParse(body);
  if (!parsed.success) return fault("not a list of embeddings");
  const { data } = parsed.data;
  const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]));
  if (data.length !== count || byIndex.size !== count) return fault(`${data.length} embeddings for ${count} texts`);
  const dimensions = data[0]?.embedding.length ?? 0;
  if (dimensions === 0 || dimensions > MOST_NUMBERS) return fault(`embeddings of ${dimensions} numbers`);
  const vectors: Float32Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const given = byIndex.get(index);
    if (given === undefined) return fault(`no embedding with index ${index}`);
    if (given.length !== dimensions) return fault(`embeddings of ${dimensions} and of ${given.length} numbers`);
    const vector = unitOf(given);
    if (vector === undefined) return fault("an embedding that is not made of finite numbers, or all zero");
    vectors.push(vector);
  }
  return { type: "vectors", vectors, dimensions };
}

const fault = (text: string): Parsed => ({ type: "fault", fault: text });

function unitOf(given: readonly unknown[]): Float32Array | undefined {
  const numbers = new Float64Array(given.length);
  let square = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const value = given[at];
    if (typeof value !== "number") return undefined;
    numbers[at] = value;
    square += value * value;
  }
  const length = Math.sqrt(square);
  // One number that is not finite makes the length so, too.
  if (length === 0 || !Number.isFinite(length)) return undefined;
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = (numbers[at] ?? 0) / length;
  return Float32Array.from(numbers);
}

/** `Retry-After` in ms: seconds, or a date; 0 when there is none that can be read. */
export function parseRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // Dates of HTTP begin with the day of the week; the parser sees dates in nearly everything.
  const ms = /^[A-Z]/i.test(text) ? Date.parse(text) - now : 0;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** The address to call, given with or without `/v1/embeddings`. */
export function endpointOf(url: string): string {
  const base = url.replace(/\/+$/, "");
  if (base.endsWith("/embeddings")) return base;
  return base.endsWith("/v1") ? `${base}/embeddings` : `${base}/v1/embeddings`;
}

import { z } from "zod";

/**
 * A file of numbers: one line of JSON that says what follows (`parts`: bytes of each array; `meta`: whatever else), then the
 * arrays' bytes. Read without making strings of megabytes, which would stay in memory for long.
 */
const head = z.object({ parts: z.array(z.int().nonnegative()), meta: z.unknown() });

export interface Packed {
  readonly meta: unknown;
  /** Copies, aligned for any typed array. */
  readonly parts: readonly ArrayBuffer[];
}

/** Writes what `readPacked` reads; little-endian, as every machine this runs on is. */
export function writePacked(meta: unknown, arrays: readonly ArrayBufferView[]): Buffer {
  const line = `${JSON.stringify({ parts: arrays.map(({ byteLength }) => byteLength), meta })}\n`;
  const bodies = arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return Buffer.concat([Buffer.from(line), ...bodies]);
}

/** Throws when the file is not one of these, or cut. */
export function readPacked(file: Buffer): Packed {
  const end = file.indexOf("\n");
  const { parts: sizes, meta } = head.parse(JSON.parse(file.toString("utf8", 0, end)));
  const parts: ArrayBuffer[] = [];
  let from = end + 1;
  for (const size of sizes) {
    if (from + size > file.length) throw new Error("The file ends too early; run `npm run build:intents`.");
    const part = new ArrayBuffer(size);
    new Uint8Array(part).set(file.subarray(from, from + size));
    parts.push(part);
    from += size;
  }
  return { meta, parts };
}

/** The part at a place; throws when there are fewer. */
export function partAt({ parts }: Packed, at: number): ArrayBuffer {
  const part = parts[at];
  if (part === undefined) throw new Error(`The file has ${parts.length} parts, not ${at + 1}; run \`npm run build:intents\`.`);
  return part;
}

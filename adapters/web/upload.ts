import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import busboy from "busboy";
import type { Request } from "express";
import { HttpProblem, wrongField } from "../../src/core/problem.ts";
import type { SentFile } from "../../src/core/visitor.ts";

/** How long a body may take, in milliseconds: without a byte, and as a whole. */
export interface Patience {
  readonly idleMs: number;
  readonly wholeMs: number;
}

/**
 * Reads the one file of a multipart body into memory. Throws a problem for anything else than one file of at most `maxBytes`,
 * and for a body that takes too long.
 */
export async function readUpload(request: Request, maxBytes: number, patience: Patience): Promise<SentFile> {
  if (request.is("multipart/form-data") === false)
    throw wrongField(415, "(body)", "send multipart/form-data with one field `file`");
  // A body that says it is too large is not read at all.
  if (Number(request.get("content-length") ?? 0) > maxBytes + ENVELOPE_BYTES) throw tooLarge(maxBytes);
  const found = new Promise<SentFile>((resolve, reject) => {
    const parser = startParser(request, maxBytes);
    let file: Promise<SentFile> | undefined;
    parser.on("file", (field, stream, { filename }) => {
      if (field !== "file") {
        stream.resume();
        return reject(wrongField(400, field || "(body)", "leave this field out: send one field `file`"));
      }
      file = collect(stream, filename, maxBytes);
      file.catch(reject);
    });
    parser.on("field", (field) => reject(wrongField(400, field, "leave this field out: send one field `file`")));
    parser.on("filesLimit", () => reject(wrongField(400, "file", "one file at a time")));
    const watch = watchProgress(request, patience, (late) => {
      reject(late);
      request.unpipe(parser);
      parser.destroy(late);
    });
    parser.once("close", watch.stop);
    pipeline(request, parser).then(
      () => (file === undefined ? reject(wrongField(400, "file", "missing: send one field `file`")) : resolve(file)),
      (error: unknown) => reject(unreadable(error)),
    );
  });
  return found;
}

function watchProgress(request: Request, { idleMs, wholeMs }: Patience, giveUp: (late: HttpProblem) => void) {
  const tooSlow = (ms: number) => wrongField(408, "(body)", `did not arrive within ${Math.ceil(ms / 1000)} s: send it again`);
  const whole = setTimeout(() => giveUp(tooSlow(wholeMs)), wholeMs);
  const idle = setTimeout(() => giveUp(tooSlow(idleMs)), idleMs);
  const progress = (): void => void idle.refresh();
  request.on("data", progress);
  const stop = (): void => {
    clearTimeout(whole);
    clearTimeout(idle);
    request.off("data", progress);
  };
  return { stop };
}

/** What multipart adds around a file. */
const ENVELOPE_BYTES = 16_384;

function startParser(request: Request, maxBytes: number) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: { files: 1, fields: 1, parts: 3, fileSize: maxBytes, fieldSize: 1_000, headerPairs: 20 },
    });
  } catch (error) {
    throw unreadable(error);
  }
}

async function collect(
  stream: Readable & { truncated?: boolean },
  name: string | undefined,
  maxBytes: number,
): Promise<SentFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  if (stream.truncated === true) throw tooLarge(maxBytes);
  return { name: name ?? "", bytes: Buffer.concat(chunks) };
}

/** 413 with the limit in words. */
export function tooLarge(maxBytes: number): HttpProblem {
  return wrongField(413, "file", `at most ${Math.floor(maxBytes / 1_000_000)} MB; send a smaller one`);
}

function unreadable(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  return wrongField(400, "(body)", "not readable as multipart/form-data: send it again");
}

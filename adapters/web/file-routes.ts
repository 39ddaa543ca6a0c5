import { Router, type Request, type RequestHandler, type Response } from "express";
import { problem, wrongField } from "../../src/core/problem.ts";
import type { FileKept, VisitorDesk } from "../../src/core/visitor.ts";
import { guestOf } from "./entrance.ts";
import { addressOf, tooMany } from "./limits.ts";
import { renderFile } from "./render.ts";
import { readUpload, tooLarge, type Patience } from "./upload.ts";

export interface FileParts {
  readonly visitors: VisitorDesk;
  readonly speaker: readonly RequestHandler[];
  readonly reader: readonly RequestHandler[];
  readonly patience?: Patience;
}

/** Files are held in memory while they arrive: so many at once. */
const UPLOADS_AT_ONCE = 8;
/** Of one visitor, so that nobody takes all places; and of one address, which may open many visits. */
const UPLOADS_OF_VISITOR = 2;
const UPLOADS_OF_ADDRESS = 4;
const PATIENCE: Patience = { idleMs: 15_000, wholeMs: 60_000 };

/** Sending and fetching files, under `/api/widget/files`. */
export function createFileRoutes({ visitors, speaker, reader, patience = PATIENCE }: FileParts): Router {
  const router = Router();
  const places = createPlaces();
  router.post("/", [...speaker], async (request: Request, response: Response) => {
    const { visitor } = guestOf(response);
    const leave = places.take(visitor.id, addressOf(request));
    try {
      const file = await readUpload(request, visitors.fileLimits.bytes, patience);
      const kept = await visitors.keepFile(visitor, file);
      if (kept.type !== "kept") throw explain(kept, visitors);
      response.status(201).json(renderFile(kept.attachment));
    } catch (error) {
      // What is still to come of the body is not waited for.
      if (!request.complete) response.setHeader("Connection", "close");
      throw error;
    } finally {
      leave();
    }
  });
  router.get("/:id", [...reader], async (request: Request, response: Response) => {
    const found = await visitors.openFile(guestOf(response).visitor, String(request.params.id));
    if (found === undefined) throw problem(404, { title: "Not found", detail: "There is no such file here.", field: "id" });
    // Saved, never shown as a page of ours, whatever it contains; RFC 6266 with the name of RFC 5987.
    response.attachment(found.attachment.name);
    response.setHeader("Content-Type", found.attachment.type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("Cache-Control", "private, max-age=86400, immutable");
    response.end(found.bytes);
  });
  return router;
}

/** Counts the uploads under way; `take` throws 429 when there is no place, and returns how to leave it. */
function createPlaces() {
  const taken = new Map<string, number>();
  const add = (key: string, change: number): void => {
    const count = (taken.get(key) ?? 0) + change;
    if (count === 0) taken.delete(key);
    else taken.set(key, count);
  };
  return {
    take: (visitor: string, address: string): (() => void) => {
      const limits = [
        ["all", UPLOADS_AT_ONCE],
        [`visitor ${visitor}`, UPLOADS_OF_VISITOR],
        [`address ${address}`, UPLOADS_OF_ADDRESS],
      ] as const;
      if (limits.some(([key, limit]) => (taken.get(key) ?? 0) >= limit)) throw tooMany(2);
      for (const [key] of limits) add(key, 1);
      return () => {
        for (const [key] of limits) add(key, -1);
      };
    },
  };
}

function explain(kept: Exclude<FileKept, { type: "kept" }>, { fileLimits }: VisitorDesk) {
  if (kept.type === "too-many") return tooMany(Math.max(1, Math.ceil(kept.afterMs / 1000)));
  switch (kept.because) {
    case "empty":
      return wrongField(400, "file", "empty: choose a file with content");
    case "too-large":
      return tooLarge(fileLimits.bytes);
    case "type":
      return wrongField(415, "file", `send one of ${fileLimits.types.join(", ")}; the content decides, not the name`);
  }
}

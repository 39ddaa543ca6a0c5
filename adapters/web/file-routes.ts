import { Router, type Request, type RequestHandler, type Response } from "express";
import { problem, wrongField } from "../../src/core/problem.ts";
import type { FileKept, VisitorDesk } from "../../src/core/visitor.ts";
import { guestOf } from "./entrance.ts";
import { tooMany } from "./limits.ts";
import { renderFile } from "./render.ts";
import { readUpload, tooLarge } from "./upload.ts";

export interface FileParts {
  readonly visitors: VisitorDesk;
  readonly speaker: readonly RequestHandler[];
  readonly reader: readonly RequestHandler[];
}

/** Files are held in memory while they arrive: so many at once. */
const UPLOADS_AT_ONCE = 8;

/** Sending and fetching files, under `/api/widget/files`. */
export function createFileRoutes({ visitors, speaker, reader }: FileParts): Router {
  const router = Router();
  let underWay = 0;
  router.post("/", [...speaker], async (request: Request, response: Response) => {
    if (underWay >= UPLOADS_AT_ONCE) throw tooMany(2);
    underWay += 1;
    try {
      const file = await readUpload(request, visitors.fileLimits.bytes);
      const kept = await visitors.keepFile(guestOf(response).visitor, file);
      if (kept.type !== "kept") throw explain(kept, visitors);
      response.status(201).json(renderFile(kept.attachment));
    } finally {
      underWay -= 1;
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

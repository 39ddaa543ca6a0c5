import type { ServerResponse } from "node:http";
import { join } from "node:path";
import express, { type Router } from "express";

/** The console's files; every address below /console/ that is no file is a page of it. */
export function consolePages(folder: string): Router {
  const router = express.Router();
  // A file that is not there must not be answered with a page: an old tab would take it for a script.
  router.use("/console/assets", express.static(join(folder, "assets"), { setHeaders: cacheForever, fallthrough: false }));
  router.use("/console", express.static(folder, { index: "index.html", setHeaders: cacheForever }));
  router.get("/console/{*page}", (_request, response) => response.sendFile("index.html", { root: folder }));
  return router;
}

// File names carry a hash of their content, but for the page itself.
function cacheForever(response: ServerResponse, path: string): void {
  response.setHeader("Cache-Control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
}

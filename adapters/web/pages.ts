import { readFile } from "node:fs/promises";
import { Router } from "express";
import { problem } from "../../src/core/problem.ts";
import { textFault } from "../../src/core/text.ts";
import type { VisitorDesk } from "../../src/core/visitor.ts";
import { LANGUAGES, type Language } from "../../src/core/words.ts";
import { renderDemoPage } from "./demo/page.ts";

/** Where the built browser code and the demo page lie. */
export interface WebFiles {
  /** Folder with widget.js, panel.js and the demo page's shop.css. */
  readonly scriptsDir: string;
  /** The demo page's frame, see demo/page.ts. */
  readonly shopPage: string;
}

const SCRIPTS = ["widget.js", "panel.js", "shop.css"] as const;
/** Short, so that a new version is everywhere within minutes; the ETag makes asking again cheap. */
const SCRIPT_MAX_AGE_MS = 5 * 60_000;

/** The widget's scripts, for pages of any origin, and a shop page to try a store's widget on. */
export function createPages(files: WebFiles, visitors: VisitorDesk): Router {
  const router = Router();
  for (const name of SCRIPTS) {
    router.get(`/${name}`, (_request, response, next) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      response.sendFile(name, { root: files.scriptsDir, maxAge: SCRIPT_MAX_AGE_MS }, (error) => {
        // Readers who leave in the middle need no answer.
        if (error && !response.headersSent) next(notBuilt(name));
      });
    });
  }
  router.get("/demo/:storeKey", async (request, response) => {
    const key = String(request.params.storeKey);
    const storefront = textFault(key, 100) === undefined ? await visitors.storefront(key) : undefined;
    if (storefront === undefined)
      throw problem(404, { title: "Not found", detail: "There is no store with this key.", field: "storeKey" });
    const frame = await readFile(files.shopPage, "utf8");
    response.setHeader("Cache-Control", "no-store");
    response.type("html").send(renderDemoPage({ frame, storefront, language: languageOf(request.query.lang) }));
  });
  return router;
}

function languageOf(asked: unknown): Language {
  return LANGUAGES.find((language) => language === asked) ?? "zh-CN";
}

function notBuilt(name: string) {
  return problem(404, { title: "Not built", detail: `${name} is not built yet: run \`npm run build\`.` });
}

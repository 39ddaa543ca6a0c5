import { readFile } from "node:fs/promises";
import { Router } from "express";
import { problem } from "../../src/core/problem.ts";
import { textFault } from "../../src/core/text.ts";
import type { VisitorDesk } from "../../src/core/visitor.ts";

/** Where the built browser code and the demo page lie. */
export interface WebFiles {
  /** Folder with widget.js, panel.js and the demo page's shop.css. */
  readonly scriptsDir: string;
  /** HTML with {{STORE_KEY}}, {{STORE_NAME}} and {{LANGUAGE}}. */
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
    const page = await readFile(files.shopPage, "utf8");
    response.setHeader("Cache-Control", "no-store");
    response
      .type("html")
      .send(fillIn(page, { STORE_KEY: storefront.key, STORE_NAME: storefront.name, LANGUAGE: languageOf(request.query.lang) }));
  });
  return router;
}

const PAGE_LANGUAGES = ["zh-CN", "zh-TW", "en"];

function languageOf(asked: unknown): string {
  return PAGE_LANGUAGES.find((language) => language === asked) ?? "zh-CN";
}

/** Replaces {{NAME}} by values, as HTML text; safe in elements and quoted attributes. */
export function fillIn(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  });
}

function notBuilt(name: string) {
  return problem(404, { title: "Not built", detail: `${name} is not built yet: run \`npm run build\`.` });
}

import { Router } from "express";
import type { ApiDocument } from "./document.ts";
import { renderApi } from "./page.ts";
import { DOCS_STYLE } from "./style.ts";
import { PAGE_WORDS } from "./words.ts";

/** `/api/openapi.json` for programs, `/api/docs` for people. They tell what there is, and nothing of anybody: no sign-in is asked for. */
export function apiRouter(document: ApiDocument): Router {
  const router = Router();
  const asJson = JSON.stringify(document);
  const pages = { "zh-CN": renderApi(document, PAGE_WORDS["zh-CN"]), en: renderApi(document, PAGE_WORDS.en) };
  router.get("/api/openapi.json", (_request, response) => {
    response.type("application/json").setHeader("Cache-Control", "no-cache");
    response.send(asJson);
  });
  router.get("/api/docs", (request, response) => {
    response.type("text/html").setHeader("Cache-Control", "no-cache");
    response.send(pages[request.query["lang"] === "en" ? "en" : "zh-CN"]);
  });
  router.get("/api/docs.css", (_request, response) => {
    response.type("text/css").setHeader("Cache-Control", "no-cache");
    response.send(DOCS_STYLE);
  });
  return router;
}

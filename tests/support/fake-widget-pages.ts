import type { ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderDemoPage } from "../../adapters/web/demo/page.ts";
import { LANGUAGES } from "../../src/core/words.ts";

interface PageSource {
  readonly webDir: string;
  readonly store: { readonly pageHeaders?: Readonly<Record<string, string>> };
}

const DEMO = join(import.meta.dirname, "../../adapters/web/demo");

/** The demo shop with the widget in it; `?lang=` as the real server has it. */
export async function sendPage(world: PageSource, url: URL, response: ServerResponse): Promise<void> {
  const file = PAGES[url.pathname];
  if (file === undefined) return void response.writeHead(404).end();
  const folder = file.isBuilt ? world.webDir : DEMO;
  const text = await readFile(join(folder, file.name), "utf8");
  const language = LANGUAGES.find((known) => known === url.searchParams.get("lang")) ?? "zh-CN";
  const storefront = { key: "demo", name: "青禾家居旗舰店" };
  const page = file.name.endsWith(".html") ? renderDemoPage({ frame: text, storefront, language }) : text;
  response
    .writeHead(200, { "content-type": file.type, ...(file.name.endsWith(".html") ? world.store.pageHeaders : {}) })
    .end(page);
}

const PAGES: Readonly<Record<string, { name: string; type: string; isBuilt: boolean }>> = {
  "/": { name: "shop.html", type: "text/html; charset=utf-8", isBuilt: false },
  "/shop.css": { name: "shop.css", type: "text/css", isBuilt: true },
  "/widget.js": { name: "widget.js", type: "text/javascript", isBuilt: true },
  "/panel.js": { name: "panel.js", type: "text/javascript", isBuilt: true },
};

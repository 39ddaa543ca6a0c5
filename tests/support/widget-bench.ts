import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { buildWidget } from "../../scripts/build-widget.mjs";
import type { DeskSide } from "../browser/widget-stories.ts";
import { openBrowser } from "./browser.ts";
import { startFakeWidgetServer, type FakeStore, type FakeWidgetServer } from "./fake-widget-server.ts";

export interface Bench {
  browser(): Browser;
  /** A server of the test's own, stopped after it. */
  serve(store?: FakeStore): Promise<FakeWidgetServer>;
}

/** A built widget and a browser for one test file. Each test gets its own server and browser contexts. */
export function setUpBench(): Bench {
  let browser: Browser | undefined;
  let outdir: string;
  const servers: FakeWidgetServer[] = [];
  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), "counterbell-widget-"));
    await buildWidget({ outdir });
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    for (const server of servers.splice(0)) await server.stop();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(outdir, { recursive: true, force: true });
  });
  return {
    browser: () => {
      if (browser === undefined) throw new Error("the browser is not open yet: use it inside a test");
      return browser;
    },
    serve: async (store) => {
      const server = await startFakeWidgetServer(outdir, store);
      servers.push(server);
      return server;
    },
  };
}

/** The fake server as the stories see a desk. */
export function deskSideOf(server: FakeWidgetServer): DeskSide {
  return {
    shopUrl: server.url,
    assign: async (agentName) => server.stand({ status: "assigned", agentName }),
    agentSays: async (name, text) => server.say({ author: { type: "agent", name }, text }),
    closeTalk: async () => server.stand({ status: "closed" }),
    goDown: () => server.goDown(),
    comeBack: () => server.comeBack(),
    cutAnswers: (share) => server.cutAnswers(share),
  };
}

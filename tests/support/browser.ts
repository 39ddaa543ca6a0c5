import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
/** A browser under test speaks to nobody but the test's own server. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A headless Chromium from the machine's own packages. Its pages are asked to move nothing unless a test says otherwise: what
 * fades, slides or waits for the end of a transition is seen half done by whoever looks at the wrong moment.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error("no Chromium on this machine: apt-get install chromium fonts-noto-cjk");
  const browser = await chromium.launch({ executablePath, args: QUIET });
  const open = browser.newContext.bind(browser);
  browser.newContext = (options) => open({ reducedMotion: "reduce", ...options });
  return browser;
}

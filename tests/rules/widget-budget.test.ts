import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWidget } from "../../scripts/build-widget.mjs";

let outdir: string;

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), "counterbell-widget-"));
  await buildWidget({ outdir });
});

afterAll(() => rm(outdir, { recursive: true, force: true }));

test.each([
  ["widget.js", 5_000],
  ["panel.js", 40_000],
])("%s stays below %i bytes on the wire (gzip)", async (name, budget) => {
  const { length } = gzipSync(await readFile(join(outdir, name)), { level: 9 });
  expect(length).toBeLessThanOrEqual(budget);
});

test.each(["widget.js", "panel.js"])("%s builds no page from text, and names no other host", async (name) => {
  const code = await readFile(join(outdir, name), "utf8");
  // Preact itself knows the name dangerouslySetInnerHTML; nothing of ours may use it.
  const own = code.replaceAll("http://www.w3.org/", "").replaceAll("dangerouslySetInnerHTML", "");
  expect(own).not.toMatch(/insertAdjacentHTML|document\.write|eval\(|new Function/);
  expect(own.match(/https?:\/\/[a-z]/g) ?? []).toEqual([]);
});

test("no source file of the widget mentions a way to turn text into markup", async () => {
  const { readdir } = await import("node:fs/promises");
  const folder = join(import.meta.dirname, "../../adapters/web/widget");
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue;
    expect(await readFile(join(folder, name), "utf8"), name).not.toMatch(/innerHTML|outerHTML|srcdoc|dangerouslySet/i);
  }
});

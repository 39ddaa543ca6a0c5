// Builds what is missing or older than its sources: server (dist/), widget (dist/web), console (dist/console).
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const parts = [
  { name: "server", stamp: "dist/.server", sources: ["src", "adapters", "intents", "package.json", "scripts"], run: buildServer },
  { name: "widget", stamp: "dist/.widget", sources: ["adapters/web", "scripts/build-widget.mjs"], run: buildTheWidget },
  { name: "console", stamp: "dist/.console", sources: ["console", "src"], run: buildConsole },
];

/** Builds what needs it; `say` hears a line for each part. `only`: names of parts. */
export async function buildAll({ say = console.log, only = parts.map(({ name }) => name), force = false } = {}) {
  for (const part of parts.filter(({ name }) => only.includes(name))) {
    const stamp = join(root, part.stamp);
    if (!force && existsSync(stamp) && newest(part.sources) <= statSync(stamp).mtimeMs) continue;
    const begun = Date.now();
    say(`Building the ${part.name} …`);
    await part.run();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, "");
    say(`Built the ${part.name} in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  }
}

async function buildServer() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: "src/main.ts", cli: "src/cli/index.ts" },
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    metafile: true,
    logLevel: "warning",
  });
  // Parts of earlier builds carry other names and would stay for ever.
  const made = new Set(Object.keys(metafile.outputs).map((name) => basename(name)));
  for (const name of readdirSync(join(root, "dist")))
    if (/\.js(\.map)?$/.test(name) && !made.has(name)) rmSync(join(root, "dist", name));
}

async function buildTheWidget() {
  const { buildWidget } = await import("./build-widget.mjs");
  await buildWidget({ outdir: join(root, "dist", "web") });
}

async function buildConsole() {
  const vite = await import("vite");
  await vite.build({ configFile: join(root, "console", "vite.config.ts"), root: join(root, "console"), logLevel: "warn" });
}

function newest(sources) {
  let time = 0;
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else time = Math.max(time, stat.mtimeMs);
  };
  for (const source of sources) if (existsSync(join(root, source))) visit(join(root, source));
  return time;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();

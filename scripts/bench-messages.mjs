import { build } from "esbuild";
import { buildAll } from "./build.mjs";
import { runTypeScript } from "./run-ts.mjs";

await buildAll();
await build({
  entryPoints: ["scripts/bench/floor.ts"],
  outfile: "node_modules/.cache/counterbell/floor.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
await runTypeScript("scripts/bench-messages.ts");

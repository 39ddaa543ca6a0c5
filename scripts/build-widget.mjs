import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transform } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WIDGET = join(ROOT, "adapters/web/widget");

/** Style sheets go into the bundle as text, minified: the shadow root wears them from there. */
const cssAsText = {
  name: "css-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "es2020" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Builds the loader (`widget.js`, a plain script) and the panel (`panel.js`, a module) into `outdir`, beside the demo shop's style sheet. */
export async function buildWidget({ outdir }) {
  const shared = {
    bundle: true,
    minify: true,
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    absWorkingDir: ROOT,
    tsconfig: join(WIDGET, "tsconfig.json"),
    plugins: [cssAsText],
  };
  await mkdir(outdir, { recursive: true });
  await Promise.all([
    build({ ...shared, plugins: [], entryPoints: [join(ROOT, "adapters/web/demo/shop.css")], outfile: join(outdir, "shop.css") }),
    build({ ...shared, entryPoints: [join(WIDGET, "loader.ts")], format: "iife", outfile: join(outdir, "widget.js") }),
    build({ ...shared, entryPoints: [join(WIDGET, "panel.tsx")], format: "esm", outfile: join(outdir, "panel.js") }),
  ]);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWidget({ outdir: join(ROOT, "dist/web") });
}

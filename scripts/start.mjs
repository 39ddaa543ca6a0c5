// `npm start`: builds what is needed, then runs the desk.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAll, root } from "./build.mjs";

await buildAll();
await import(pathToFileURL(join(root, "dist", "main.js")).href);

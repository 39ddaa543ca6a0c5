#!/usr/bin/env node
// `npx counterbell …`: builds the server when it is missing or old, then runs the command.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAll, root } from "./build.mjs";

await buildAll({ only: ["server"], say: (line) => process.stderr.write(`${line}\n`) });
await import(pathToFileURL(join(root, "dist", "cli.js")).href);

import { runTypeScript } from "./run-ts.mjs";

/** Confidence is not fitted to these. */
const APART = ["--only=feeling", "--only=sounds"];

await runTypeScript("scripts/build-intents.ts");
if (!APART.some((argument) => process.argv.includes(argument))) await runTypeScript("scripts/fit-intents.ts");

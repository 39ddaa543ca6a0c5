import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/build-intents.ts");
if (!process.argv.includes("--only=feeling")) await runTypeScript("scripts/fit-intents.ts");

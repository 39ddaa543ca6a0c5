import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/fit-intents.ts");

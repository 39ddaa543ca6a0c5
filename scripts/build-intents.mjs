import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/build-intents.ts");

import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/build-intents.ts");
await runTypeScript("scripts/fit-intents.ts");

import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/floors-intents.ts");

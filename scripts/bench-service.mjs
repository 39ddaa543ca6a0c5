import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/bench-service.ts");

import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/bench-routing.ts");

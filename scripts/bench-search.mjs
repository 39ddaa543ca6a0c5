import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/bench-search.ts");

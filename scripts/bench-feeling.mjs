import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/bench-feeling.ts");

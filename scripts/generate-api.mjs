// `npm run generate:api`: writes what is generated of the API. With `--check` it writes nothing, and fails when something is stale.
import { runTypeScript } from "./run-ts.mjs";

await runTypeScript("scripts/generate-api.ts");

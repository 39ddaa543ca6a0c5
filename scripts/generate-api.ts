import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";
import { format } from "prettier";
import { DESCRIPTIONS } from "../src/program-api.ts";
import { describeApi, type ApiDocument } from "../src/api/document.ts";
import { widgetDescribed } from "../adapters/web/described.ts";
import { WEBHOOK_KINDS } from "../src/webhooks/rules/kinds.ts";
import { shapesOfAnswers } from "./support/api-shapes.ts";
import { allRoutes } from "./support/route-table.ts";

const SHAPES = "src/api/generated/shapes.json";
const CLIENT = "console/src/shared/generated/api.ts";
/** Of the widget's own paths: it loads in shops, and knows nothing of the console. */
const WIDGET = "adapters/web/widget/generated/api.ts";
/** For the linter; not kept. */
const DOCUMENT = "dist/openapi.json";

const HEAD = "// Written by `npm run generate:api` from the description of the API; changed there, never here.\n\n";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const shapes = shapesOfAnswers();
const document = describeApi({ routes: allRoutes(), descriptions: DESCRIPTIONS, webhooks: WEBHOOK_KINDS, shapes });
write(DOCUMENT, `${JSON.stringify(document, undefined, 2)}\n`);
const generated = {
  [SHAPES]: await format(JSON.stringify(shapes), { parser: "json", printWidth: 130 }),
  [CLIENT]: await typesOf(document),
  [WIDGET]: await typesOf(describeApi({ routes: [], descriptions: widgetDescribed, webhooks: [], shapes })),
};
const stale = Object.entries(generated).filter(([path, text]) => text !== read(path));
if (!values.check) for (const [path, text] of stale) write(path, text);
for (const [path] of stale) console.log(values.check ? `${path} is stale: run npm run generate:api.` : `Wrote ${path}.`);
if (values.check && stale.length > 0) process.exitCode = 1;
else if (stale.length === 0) console.log("What is generated of the API is up to date.");

async function typesOf(described: ApiDocument): Promise<string> {
  const ast = await openapiTS(JSON.stringify(described), { immutable: true, defaultNonNullable: false });
  return format(`${HEAD}${astToString(ast)}`, { parser: "typescript", printWidth: 130 });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Not there: it is stale.
    return undefined;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

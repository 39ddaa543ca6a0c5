import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs, promisify } from "node:util";
import { compareOnCatalog } from "./bench/intents-catalog.ts";
import { ENGINES, type Engine } from "./bench/intents-engines.ts";
import { measureEngine, type IntentFigures } from "./bench/intents-measure.ts";
import { readIntentSet, type Amount } from "./bench/intents-set.ts";

/**
 * Measures classifiers on folders of labelled texts, or by cross-validation on the catalogue, and saves the figures under
 * bench-results. Rows that are not measured again stay in the file as they were.
 */
const USAGE = `npm run bench:intents -- <folder>... [--only=ours,bm25,tuned,plain] [--few]
npm run bench:intents -- --catalog=intents/catalog [--only=linear,softmax,node-nlp]`;

const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, few: { type: "boolean" }, catalog: { type: "string" }, row: { type: "string" } },
  allowPositionals: true,
});
const amount: Amount = values.few === true ? "few" : "full";
const only = values.only?.split(",");
if (positionals.length === 0 && values.catalog === undefined) throw new Error(`nothing to measure:\n${USAGE}`);
for (const folder of positionals) {
  if (values.row === undefined) await measureSet(folder);
  else await printRow(folder, values.row);
}
if (values.catalog !== undefined) {
  const result = await compareOnCatalog(values.catalog, only);
  await save("catalog", result);
}

async function measureSet(folder: string): Promise<void> {
  const { name, train, test, outOfScope } = await readIntentSet(folder, amount);
  const sizes = { train: train.length, test: test.length, outOfScope: outOfScope.length };
  console.log(`${name}: ${sizes.train} texts to learn, ${sizes.test} to ask, ${sizes.outOfScope} out of scope`);
  for (const engine of ENGINES) {
    if (only !== undefined && !only.includes(engine.name)) continue;
    const figures = await measureApart(folder, engine);
    const known = await readRows(name);
    const rows = ENGINES.flatMap((each) => (each === engine ? [figures] : known.filter((row) => row.engine === each.name)));
    await save(name, { node: process.version, ...sizes, rows });
    console.log(lineOf(figures));
  }
  console.log();
}

/** In a process of its own, so that a row's memory and times owe nothing to the rows before it. */
async function measureApart(folder: string, { name }: Engine): Promise<IntentFigures> {
  const few = amount === "few" ? ["--few"] : [];
  const script = ["scripts/bench-intents.mjs", folder, `--row=${name}`, ...few];
  const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 2 ** 24 });
  const figures: IntentFigures = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  return figures;
}

async function printRow(folder: string, name: string): Promise<void> {
  const engine = ENGINES.find((each) => each.name === name);
  if (engine === undefined) throw new Error(`--row=${name} is none of ${ENGINES.map((each) => each.name).join(", ")}`);
  console.log(JSON.stringify(await measureEngine(engine, await readIntentSet(folder, amount))));
}

async function readRows(name: string): Promise<readonly IntentFigures[]> {
  const file = fileOf(name);
  if (!existsSync(file)) return [];
  const { rows }: { readonly rows: readonly IntentFigures[] } = JSON.parse(await readFile(file, "utf8"));
  return rows;
}

async function save(name: string, result: object): Promise<void> {
  await mkdir("bench-results", { recursive: true });
  await writeFile(fileOf(name), `${JSON.stringify(result, undefined, 2)}\n`);
}

function fileOf(name: string): string {
  return `bench-results/intents-${name}.json`;
}

function lineOf(row: IntentFigures): string {
  const percent = (share: number | undefined): string => (share === undefined ? "–" : (100 * share).toFixed(1)).padStart(5);
  return [
    `  ${row.engine.padEnd(6)}`,
    `right ${percent(row.accuracy)} %`,
    `out of scope found ${percent(row.outOfScopeRecall)} %`,
    `AUROC ${percent(row.auroc)}`,
    `covered at 95 % precision ${percent(row.coverage)} %`,
    `p50 ${row.p50Ms.toFixed(2)} ms`,
    `p99 ${row.p99Ms.toFixed(2)} ms`,
    `${row.memoryMb.toFixed(0)} MB`,
    `trained in ${row.trainingS.toFixed(1)} s`,
  ].join("  ");
}

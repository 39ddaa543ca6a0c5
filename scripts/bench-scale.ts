import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs, promisify } from "node:util";
import { readCatalog } from "../intents/catalog.ts";
import { readTrades } from "../intents/training/corpus.ts";
import { readFixture } from "../intents/training/fixtures.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import type { Understanding } from "../src/core/understanding.ts";
import { composeMarket, composeShop, gatherPool, type Pool } from "./bench/scale-knowledge.ts";
import { measureScale, type ScaleFigures, type Scene } from "./bench/scale-measure.ts";

/**
 * Measures the intent layer on 1,000 stores of 100 phrasings and on one of 20,000, each in a process of its own, and saves
 * bench-results/scale.json. Knowledge is composed from the catalogue and the trades' matters, the same each time.
 */
const SCENES: Readonly<Record<string, (pool: Pool) => Scene>> = {
  "1,000 stores": (pool) => ({ stores: 1_000, compose: (at) => composeShop(pool, 100, at), questions: 3_000, edits: 100 }),
  "one store": (pool) => ({ stores: 1, compose: (at) => composeMarket(pool, 20_000, at), questions: 1_000, edits: 20 }),
};
/** What is aimed at, in ms. */
const AIMS = { answerP99: 10, editVisibleMax: 50, longestPause: 20 } as const;

const { values } = parseArgs({ options: { scene: { type: "string" } } });
if (values.scene === undefined) await measureAll();
else await printScene(values.scene);

async function measureAll(): Promise<void> {
  const scenes: Record<string, ScaleFigures> = {};
  const load = loadavg()[0];
  for (const name of Object.keys(SCENES)) {
    const script = ["scripts/bench-scale.mjs", `--scene=${name}`];
    const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 2 ** 24 });
    const figures: ScaleFigures = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    scenes[name] = figures;
    for (const line of linesOf(name, figures)) console.log(line);
  }
  const about = { node: process.version, cores: cpus().length, loadBefore: load, aims: AIMS };
  await mkdir("bench-results", { recursive: true });
  await writeFile("bench-results/scale.json", `${JSON.stringify({ about, scenes }, rounded, 2)}\n`);
}

async function printScene(name: string): Promise<void> {
  const makeScene = SCENES[name];
  if (makeScene === undefined) throw new Error(`--scene=${name} is none of ${Object.keys(SCENES).join(", ")}`);
  const understanding = await createUnderstanding({ modelDirectory: "intents/model" });
  const pool = await readPool(understanding);
  console.log(JSON.stringify(await measureScale(understanding, makeScene(pool))));
}

async function readPool(understanding: Understanding): Promise<Pool> {
  const folder = "intents/training/stores";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv")).map((name) => name.slice(0, -".csv".length));
  const stores = await Promise.all(names.sort().map((name) => readFixture(folder, name)));
  const suggest = understanding.suggestTopics.bind(understanding);
  return gatherPool(await readCatalog("intents/catalog"), await readTrades("intents/training/matters"), { stores, suggest });
}

function linesOf(name: string, figures: ScaleFigures): readonly string[] {
  const { memoryBefore: before, memoryAfter: after } = figures;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const mb = (from: number, to: number): string => `${from.toFixed(0)} → ${to.toFixed(0)} MB`;
  const against = (value: number, aim: number): string =>
    `${ms(value)} (aim ≤ ${aim} ms: ${value <= aim ? "reached" : "missed"})`;
  const each = figures.stores === 1 ? "" : `, a store p50 ${ms(figures.learnStoreP50)}, longest ${ms(figures.learnStoreMax)}`;
  return [
    `${name}: ${figures.articles} articles, ${figures.phrasings} phrasings, ${figures.distinct} different, the commonest ${figures.commonest} times`,
    `  memory: resident ${mb(before.residentMb, after.residentMb)} (peak ${figures.peakResidentMb.toFixed(0)}), heap ${mb(before.heapMb, after.heapMb)}, typed arrays ${mb(before.externalMb, after.externalMb)}`,
    `  learned in ${figures.learnS.toFixed(2)} s (${figures.learnCpuS.toFixed(2)} s of CPU)${each}`,
    `  longest pause while learning: ${against(figures.longestPause, AIMS.longestPause)}; of CPU ${ms(figures.longestPauseCpu)}; of this machine with slices of 5 ms ${ms(figures.longestPauseOfMachine)}`,
    `  ${figures.questions} answers: p50 ${ms(figures.answerP50)}, p99 ${against(figures.answerP99, AIMS.answerP99)}, longest ${ms(figures.answerMax)}; of CPU p50 ${ms(figures.answerCpuP50)}, p99 ${ms(figures.answerCpuP99)}; ${(100 * figures.foundFirst).toFixed(1)} % found the article first`,
    `  ${figures.edits} edits visible after: p50 ${ms(figures.editVisibleP50)}, longest ${against(figures.editVisibleMax, AIMS.editVisibleMax)}; of CPU p50 ${ms(figures.editCpuP50)}, longest ${ms(figures.editCpuMax)}; longest pause meanwhile ${ms(figures.longestPauseOfEdits)}, of CPU ${ms(figures.longestPauseCpuOfEdits)}`,
    "",
  ];
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value;
}

import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { phrasingsOf, readCatalog } from "../intents/catalog.ts";
import { readFixture, type Fixture } from "../intents/training/fixtures.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import { storeId } from "../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../src/core/policy.ts";
import type { Understanding } from "../src/core/understanding.ts";
import { compareWithAims, isChinese } from "./bench/answers-aims.ts";
import { BASELINES } from "./bench/answers-engines.ts";
import { askAll, countOutcomes, round, type Ended } from "./bench/answers-measure.ts";
import { ourEngine } from "./bench/answers-ours.ts";
import { aimLines, engineLines, goldLines, wrongLines } from "./bench/answers-print.ts";
import { drawReliability, reliabilityOf } from "./bench/reliability.ts";
import { createRewrites, HELD_OUT, REWRITTEN, type Rewritten } from "./bench/held-out.ts";

/**
 * Asks every store of tests/fixtures/knowledge its questions, of us and of what others would build, and prints how they ended;
 * saves the same as bench-results/answers.json and how far confidence can be trusted as bench-results/reliability.svg. `heldOut`: confidence was not fitted on it; intents/README.md says how far each
 * number can be trusted. Wrong answers are printed for held-out stores, with `--wrong` for all.
 */
const STORES = [
  ...HELD_OUT.map((name) => ({ name, heldOut: true })),
  { name: "womenswear", heldOut: false },
  { name: "snacks", heldOut: false },
  { name: "beauty", heldOut: false },
  { name: "appliances", heldOut: false },
  { name: "household", heldOut: false },
];
const LEARN_ROUNDS = 5;
const RELIABILITY_BINS = 10;

const { values: options } = parseArgs({ options: { wrong: { type: "boolean" } } });
const memoryBefore = process.memoryUsage().rss;
const loadStarted = performance.now();
const understanding = await createUnderstanding({ modelDirectory: "intents/model" });
const loadMs = performance.now() - loadStarted;
const loadedMb = (process.memoryUsage().rss - memoryBefore) / 2 ** 20;
console.log(`loaded in ${loadMs.toFixed(0)} ms, ${loadedMb.toFixed(0)} MB more resident`);
const engines = [ourEngine(understanding, DEFAULT_THRESHOLDS), ...BASELINES];
for (const { name, answers } of engines) console.log(`${name} answers ${answers}`);
console.log();

const stores = [];
const heldOutOf = new Map<string, Ended[]>(engines.map(({ name }) => [name, []]));
const rewritten: Record<Rewritten, Ended[]> = { taiwan: [], hongKong: [], noisy: [], homophone: [] };
const rewrites = createRewrites((await readCatalog("intents/catalog")).flatMap(phrasingsOf));
const wrong: string[] = [];
for (const { name, heldOut } of STORES) {
  const fixture = await readFixture("tests/fixtures/knowledge", name);
  const learnMs = await timeLearning(understanding, fixture);
  console.log(`${name}: ${fixture.articles.length} articles, learnt in ${learnMs.toFixed(1)} ms${heldOut ? ", held out" : ""}`);
  const rows = await askEngines(fixture, heldOut);
  const figures = rows.map(({ engine, ended }) => ({ engine, figures: countOutcomes(ended) }));
  const ours = rows[0]?.ended ?? [];
  for (const line of [...engineLines(figures), ...goldLines(ours)]) console.log(line);
  console.log();
  if (heldOut) await askRewritten(fixture);
  if (heldOut || options.wrong === true) wrong.push(...wrongLines(name, ours));
  const [own, ...baselines] = figures;
  const sizes = { articles: fixture.articles.length, learnMs: round(learnMs) };
  stores.push({ name, heldOut, ...sizes, ...own?.figures, baselines });
}

const together = [...heldOutOf].map(([engine, ended]) => ({ engine, figures: countOutcomes(ended) }));
const asWritten = heldOutOf.get("ours") ?? [];
const aims = compareWithAims({ asWritten, ...rewritten });
for (const line of ["held-out stores together", ...engineLines(together), ...goldLines(asWritten), ""]) console.log(line);
for (const line of ["aims, on held-out stores", ...aimLines(aims), ""]) console.log(line);
for (const line of [`${wrong.length} wrong answers of ours`, ...wrong]) console.log(line);

// Where nothing was found there is no confidence to be judged.
const guesses = asWritten.flatMap(({ reply: { best }, golds }) =>
  best === undefined ? [] : [{ confidence: best.confidence, isRight: golds.includes(best.article) }],
);
const reliability = reliabilityOf(guesses, RELIABILITY_BINS);
const { ece, brier } = reliability;
console.log(
  `\nreliability of the best candidate, ${guesses.length} questions (${asWritten.length - guesses.length} found none): ECE ${ece.toFixed(3)}, Brier score ${brier.toFixed(3)}`,
);

const result = {
  node: process.version,
  loadMs: round(loadMs),
  loadedMb: round(loadedMb),
  thresholds: DEFAULT_THRESHOLDS,
  aims,
  engines: engines.map(({ name, answers }) => ({ name, answers })),
  heldOut: together,
  reliability,
  stores,
};
await mkdir("bench-results", { recursive: true });
await writeFile("bench-results/answers.json", `${JSON.stringify(result, undefined, 2)}\n`);
await writeFile(
  "bench-results/reliability.svg",
  drawReliability(reliability, "How far confidence can be trusted: held-out stores"),
);

/** The quickest of some rounds, in ms: the machine may be busy. Each for a store of its own: what was learned before is reused. */
async function timeLearning(into: Understanding, { name, articles }: Fixture): Promise<number> {
  let best = Infinity;
  for (let again = 0; again < LEARN_ROUNDS; again += 1) {
    const started = performance.now();
    await into.learn(storeId(`${name}-${again}`), articles);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

async function askEngines(fixture: Fixture, heldOut: boolean) {
  const rows = [];
  for (const { name: engine, learn } of engines) {
    const ended = await askAll(await learn(fixture), fixture.questions);
    rows.push({ engine, ended });
    if (heldOut) heldOutOf.get(engine)?.push(...ended);
  }
  return rows;
}

/** The Chinese questions once more: in Traditional characters, with a slip of the finger, with a homophone. */
async function askRewritten(fixture: Fixture): Promise<void> {
  const answerer = await ourEngine(understanding, DEFAULT_THRESHOLDS).learn(fixture);
  const chinese = fixture.questions.filter(({ text }) => isChinese(text));
  for (const kind of REWRITTEN) {
    const questions = chinese.map((question) => ({ ...question, text: rewrites[kind](question.text) }));
    rewritten[kind].push(...(await askAll(answerer, questions)));
  }
}

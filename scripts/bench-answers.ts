import { mkdir, writeFile } from "node:fs/promises";
import { readFixture, type Fixture } from "../intents/training/fixtures.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import { tally, type Answered } from "../src/cli/ask-table.ts";
import { judge } from "../src/desk/rules/judge.ts";
import { storeId } from "../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../src/core/policy.ts";
import type { Understanding } from "../src/core/understanding.ts";
import { chooseAction } from "../src/desk/rules/action.ts";

/**
 * Asks every store of tests/fixtures/knowledge its questions and prints how they ended; saves the same as
 * bench-results/answers.json. `heldOut`: confidence was not fitted on it; intents/README.md says how far each number can be trusted.
 */
const STORES = [
  { name: "vitamins", heldOut: true },
  { name: "espresso", heldOut: true },
  { name: "plus-size", heldOut: true },
  { name: "womenswear", heldOut: false },
  { name: "snacks", heldOut: false },
  { name: "beauty", heldOut: false },
  { name: "appliances", heldOut: false },
  { name: "household", heldOut: false },
];
const LEARN_ROUNDS = 10;

const memoryBefore = process.memoryUsage().rss;
const loadStarted = performance.now();
const understanding = await createUnderstanding({ modelDirectory: "intents/model" });
const loadMs = performance.now() - loadStarted;
const loadedMb = (process.memoryUsage().rss - memoryBefore) / 2 ** 20;
console.log(`loaded in ${loadMs.toFixed(0)} ms, ${loadedMb.toFixed(0)} MB more resident\n`);

const stores = [];
for (const { name, heldOut } of STORES) {
  const fixture = await readFixture("tests/fixtures/knowledge", name);
  const learnMs = await learn(understanding, fixture);
  const answered = await answerAll(understanding, fixture);
  console.log(`${name}: ${fixture.articles.length} articles, learnt in ${learnMs.toFixed(1)} ms${heldOut ? ", held out" : ""}`);
  for (const line of tally(answered)) console.log(line);
  console.log();
  stores.push({ name, heldOut, articles: fixture.articles.length, learnMs: round(learnMs), ...summarise(answered) });
}
const result = {
  node: process.version,
  loadMs: round(loadMs),
  loadedMb: round(loadedMb),
  thresholds: DEFAULT_THRESHOLDS,
  stores,
};
await mkdir("bench-results", { recursive: true });
await writeFile("bench-results/answers.json", `${JSON.stringify(result, undefined, 2)}\n`);

/** The quickest of some rounds, in ms: the machine may be busy. */
async function learn(into: Understanding, { name, articles }: Fixture): Promise<number> {
  let best = Infinity;
  for (let again = 0; again < LEARN_ROUNDS; again += 1) {
    const started = performance.now();
    await into.learn(storeId(name), articles);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

async function answerAll(from: Understanding, { name, questions }: Fixture): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const { id, text, golds } of questions) {
    const started = performance.now();
    const chosen = chooseAction(await from.read({ storeId: storeId(name), text, at: Date.now() }), DEFAULT_THRESHOLDS);
    const ms = performance.now() - started;
    const candidates = chosen.candidates.map(({ articleId, confidence }) => ({ article: articleId, confidence }));
    const article = chosen.action === "answer" ? (candidates[0]?.article ?? null) : null;
    const { action, confidence, skill } = chosen;
    answered.push({ id, action, article, candidates, skill: skill ?? null, confidence, ms, gold: golds });
  }
  return answered;
}

function summarise(answered: readonly Answered[]): object {
  const counts: Record<string, number> = {};
  for (const one of answered) {
    const outcome = judge(one, one.gold ?? "none");
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const ms = answered.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number): number => round(ms[Math.floor(share * ms.length)] ?? 0);
  return { questions: answered.length, ...counts, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

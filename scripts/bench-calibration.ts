import { mkdir, writeFile } from "node:fs/promises";
import { createChance } from "../intents/training/chance.ts";
import type { Case } from "../src/answering/rules/cases.ts";
import { FIXED, offersFor, STYLES, WRONG_AT_MOST } from "../src/answering/rules/styles.ts";
import { DEFAULT_THRESHOLDS } from "../src/core/policy.ts";
import { readAllCases, type StoreCases } from "./bench/calibration-cases.ts";
import { correlation, endTogether, measureWay, mixed, sum, thresholdsFrom, WAYS, type Ended, type Way } from "./bench/calibration-measure.ts"; // prettier-ignore

/**
 * Measures what decision 0034 rests on, on every store whose questions are here, each read by a confidence fitted without it:
 * which thresholds keep 4, 8 and 12 % of answers wrong, which way of calibrating is best with so many labelled questions, what
 * conformal risk control keeps on stores it did not see, and whether a store's own phrasings tell where its threshold should be.
 * Run it after every change of the confidence model, and set FIXED in src/answering/rules/styles.ts by it.
 */
const SEED = 20_261_122;
const ROUNDS = 20;
const SAMPLES = 5;
const COUNTS = [200, 500, 1_500];
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

const chance = createChance(SEED);
const stores = await readAllCases((line) => console.log(line));
const asked = stores.flatMap((store) => store.asked);
const leftOut = stores.flatMap((store) => store.leftOut);
console.log(`\n${asked.length} questions, ${leftOut.length} phrasings left out, ${stores.length} stores`);

const fixed = THRESHOLDS.map((answer) => ({
  answer,
  questions: endTogether([{ cases: asked, thresholds: { ...DEFAULT_THRESHOLDS, answer } }]),
  phrasings: endTogether([{ cases: leftOut, thresholds: { ...DEFAULT_THRESHOLDS, answer } }]),
}));
console.log("\none threshold for all");
for (const { answer, questions, phrasings } of fixed)
  console.log(`  ${answer.toFixed(2)}  questions ${line(questions)}   phrasings left out ${line(phrasings)}`);

const styles = STYLES.map((style) => ({
  style,
  threshold: thresholdsFrom(asked, WRONG_AT_MOST[style]).answer,
  shipped: FIXED[style].answer,
  ended: endTogether([{ cases: asked, thresholds: FIXED[style] }]),
}));
console.log("\nstyles: what keeps the share on all questions, and what is shipped");
for (const { style, threshold, shipped, ended } of styles)
  console.log(`  ${style.padEnd(9)} ${threshold.toFixed(2)}, shipped ${shipped.toFixed(2)}: ${line(ended)}`);

console.log("\nwhat a confidence is worth, fitted on some of the questions, measured on the others");
const names = Object.keys(WAYS).filter((name): name is Way => name in WAYS);
const ways = COUNTS.flatMap((count) => names.map((way) => measureWay(asked, { way, count, rounds: ROUNDS, chance })));
for (const { way, count, ece, brier } of ways)
  console.log(`  ${String(count).padStart(5)}  ${way.padEnd(9)} ECE ${ece.toFixed(3)}  Brier ${brier.toFixed(4)}`);

const learned = STYLES.flatMap((style) => [...COUNTS.map((count) => fromOthers(style, count)), fromOwnHalf(style)]);
console.log("\nlearned from labelled questions (calibrated, conformal risk control), on stores or halves it did not see");
for (const { style, from, ended, over } of learned)
  console.log(`  ${style.padEnd(9)} ${from.padEnd(22)} ${line(ended)}   stores over the share ${percent(over)}`);

const conformal = STYLES.map((style) => {
  const each = stores.map((store) => ({ cases: store.asked, thresholds: thresholdsFrom(store.leftOut, WRONG_AT_MOST[style]) }));
  const pairs = stores.map((store): readonly [number, number] => [
    thresholdsFrom(store.leftOut, WRONG_AT_MOST[style]).answer,
    thresholdsFrom(store.asked, WRONG_AT_MOST[style]).answer,
  ]);
  const mean = sum(pairs.map(([own]) => own)) / pairs.length;
  return { style, ended: endTogether(each), mean, rise: correlation(pairs), blended: blendedWith(style, pairs) };
});
console.log("\nconformal from each store's own phrasings, no labels");
for (const { style, ended, mean, rise, blended } of conformal) {
  console.log(
    `  ${style.padEnd(9)} mean threshold ${mean.toFixed(2)}: ${line(ended)}   with the store's right threshold: r = ${rise.toFixed(2)}`,
  );
  console.log(`            shipped one moved by half of how the store differs from the mean: ${line(blended)}`);
}

await mkdir("bench-results", { recursive: true });
const result = {
  questions: asked.length,
  phrasings: leftOut.length,
  stores: stores.length,
  fixed,
  styles,
  ways,
  learned,
  conformal,
};
await writeFile("bench-results/calibration.json", `${JSON.stringify(result, undefined, 2)}\n`);

type Style = (typeof STYLES)[number];

/** Labelled questions of other stores, as all stores' are for one with few. */
function fromOthers(style: Style, count: number) {
  const tries = Array.from({ length: SAMPLES }).flatMap(() =>
    stores.map((store) => {
      const others = stores.filter((other) => other !== store).flatMap((other) => other.asked);
      return { cases: store.asked, thresholds: offersFor(mixed(others, chance).slice(0, count)).styles[style] };
    }),
  );
  return learnedRow(style, `${count} of other stores`, tries);
}

/** Half of the store's own questions: fewer than are learned from, to see why. */
function fromOwnHalf(style: Style) {
  const tries = Array.from({ length: SAMPLES }).flatMap(() =>
    stores.map((store: StoreCases) => {
      const own = mixed(store.asked, chance);
      const half = Math.floor(own.length / 2);
      const thresholds = thresholdsFrom(own.slice(0, half), WRONG_AT_MOST[style]);
      return { cases: own.slice(half), thresholds };
    }),
  );
  return learnedRow(style, "its own half (47–70)", tries);
}

function learnedRow(style: Style, from: string, tries: Parameters<typeof endTogether>[0]) {
  const over = tries.filter((one) => endTogether([one]).answeredWrong > WRONG_AT_MOST[style]).length / tries.length;
  return { style, from, ended: endTogether(tries), over };
}

function blendedWith(style: Style, pairs: readonly (readonly [number, number])[]): Ended {
  const mean = sum(pairs.map(([own]) => own)) / pairs.length;
  return endTogether(
    stores.map(({ asked: cases }: { readonly asked: readonly Case[] }, at) => {
      const moved = FIXED[style].answer + ((pairs[at]?.[0] ?? mean) - mean) / 2;
      return { cases, thresholds: { ...FIXED[style], answer: Math.min(0.95, Math.max(0.05, moved)) } };
    }),
  );
}

function line({ answeredRight, answeredWrong, askedBack }: Ended): string {
  return `right ${percent(answeredRight)} wrong ${percent(answeredWrong)} asked back ${percent(askedBack)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(6);
}

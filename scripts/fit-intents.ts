import { readFile, writeFile } from "node:fs/promises";
import { readCatalog } from "../intents/catalog.ts";
import { FEATURES, NOBODY_FEATURES, probabilities, SCOPE_FEATURES } from "../intents/confidence.ts";
import { readEmbedding } from "../intents/embedding.ts";
import { readLinearModel } from "../intents/linear.ts";
import { readTopicModel } from "../intents/topics.ts";
import { readTrades } from "../intents/training/corpus.ts";
import { fitChances, fitScope, observeStores, readStores, type ObservedStore } from "../intents/training/fitting.ts";

/**
 * Fits intents/model/confidence.json on the questions of the stores that are not held out. Run after build-intents and after every
 * change of a feature. `--leave-out`: fits without a fifth of the stores at a time instead, and prints how those fare; writes nothing.
 */
const FOLDS = 5;

const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const background = { catalog, trades: await readTrades("intents/training/matters") };
const measures = {
  embedding: readEmbedding(await readFile("intents/model/embedding.bin")),
  nearness: readEmbedding(await readFile("intents/model/nearness.bin")),
  topics: readTopicModel(await readFile("intents/model/topics.bin")),
  kinds: readLinearModel(await readFile("intents/model/danger.bin")),
  foreign: readLinearModel(await readFile("intents/model/foreign.bin")),
};
const observed = observeStores(measures, background, await readStores());
if (process.argv.includes("--leave-out")) leaveOut(observed);
else await writeModel(observed);

async function writeModel(all: readonly ObservedStore[]): Promise<void> {
  const ranker = fitChances(all);
  const scope = fitScope(all);
  const model = {
    fittedOn: all.map(({ asked }) => asked.store),
    features: FEATURES,
    nobodyFeatures: NOBODY_FEATURES,
    scopeFeatures: SCOPE_FEATURES,
    ...ranker,
    scope,
  };
  await writeFile("intents/model/confidence.json", `${JSON.stringify(model)}\n`);
  console.log(FEATURES.map((name, at) => `${name} ${(ranker.candidate.linear[at] ?? 0).toFixed(2)}`).join("  "));
  console.log(NOBODY_FEATURES.map((name, at) => `${name} ${(ranker.nobody.linear[at] ?? 0).toFixed(2)}`).join("  "));
  console.log(SCOPE_FEATURES.map((name, at) => `${name} ${scope[at]}`).join("  "));
}

/** How stores fare that nothing was fitted on: the share of questions whose best candidate is right, and of sure ones. */
function leaveOut(all: readonly ObservedStore[]): void {
  const SURE = 0.5;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const ranker = fitChances(all.filter((_, at) => at % FOLDS !== fold));
    for (const { asked } of all.filter((_, at) => at % FOLDS === fold)) {
      const known = asked.questions.filter(({ candidates }) => candidates.some(({ isRight }) => isRight));
      const judged = known.map(({ candidates, nobody }) => {
        const chances = probabilities(
          ranker,
          candidates.map(({ features }) => features),
          nobody,
        );
        const best = chances.indexOf(Math.max(...chances));
        return { isRight: candidates[best]?.isRight === true, isSure: (chances[best] ?? 0) >= SURE };
      });
      const share = (count: number): string => `${((100 * count) / Math.max(1, judged.length)).toFixed(0)} %`.padStart(5);
      const right = judged.filter(({ isRight }) => isRight);
      const wrong = judged.filter(({ isRight, isSure }) => isSure && !isRight);
      const sure = right.filter(({ isSure }) => isSure);
      console.log(
        `${asked.store.padEnd(16)} ${judged.length} questions with an article  best is right ${share(right.length)}  surely right ${share(sure.length)}  surely wrong ${share(wrong.length)}`,
      );
    }
  }
}

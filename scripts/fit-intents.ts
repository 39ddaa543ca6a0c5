import { readFile, writeFile } from "node:fs/promises";
import { readCatalog } from "../intents/catalog.ts";
import { FEATURES, NOBODY_FEATURES, probabilities, SCOPE_FEATURES } from "../intents/confidence.ts";
import { readEmbedding } from "../intents/embedding.ts";
import { readLinearModel } from "../intents/linear.ts";
import { readTopicModel } from "../intents/topics.ts";
import { readFixture } from "../intents/training/fixtures.ts";
import { fitLogistic } from "../intents/training/logistic.ts";
import { observe, observeForeign, splitForeign, type Observed } from "../intents/training/observe.ts";
import { fitRanker } from "../intents/training/ranker.ts";
import { trainTopics } from "../intents/training/topics.ts";

/**
 * Fits intents/model/confidence.json on the questions of the stores named below. Texts that are no shop's business are added
 * from the catalogue, in two halves: each is measured with topics trained without it, or the topics would look better than
 * they are. Run after build-intents and after every change of a feature.
 * `--leave-out`: fits without a fifth of the stores at a time instead, and prints how those fare; writes nothing.
 */
const WRITTEN_FIRST = ["womenswear", "snacks", "beauty", "appliances", "household"];
const WRITTEN_APART = [
  ...["baby-food", "bedding-latex", "cat-dog", "fresh-fruit", "kids-books-toys", "liquor-tea"],
  ...["outdoor-gear", "phone-cases", "skincare-lab", "smart-lock", "sofa-home", "womens-shoes"],
];
const SCOPE_PENALTY = 0.3;
/** There are many more foreign texts in the catalogue than a shop gets; together they count as much as a store's own. */
const FOREIGN_WEIGHT = 0.06;
const FOLDS = 5;

const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const measures = {
  embedding: readEmbedding(await readFile("intents/model/embedding.bin")),
  nearness: readEmbedding(await readFile("intents/model/nearness.bin")),
  topics: readTopicModel(await readFile("intents/model/topics.bin")),
  kinds: readLinearModel(await readFile("intents/model/danger.bin")),
};
const fixtures = [
  ...(await Promise.all(WRITTEN_FIRST.map((name) => readFixture("tests/fixtures/knowledge", name)))),
  ...(await Promise.all(WRITTEN_APART.map((name) => readFixture("intents/training/stores", name)))),
];
const observed = fixtures.map((fixture) => observe(measures, fixture));
if (process.argv.includes("--leave-out")) leaveOut(observed);
else await writeModel(observed);

async function writeModel(all: readonly Observed[]): Promise<void> {
  const ranker = fitRanker(all.flatMap(({ questions }) => questions));
  const foreign = [0, 1].flatMap((half) => {
    const { kept, foreign: texts } = splitForeign(catalog, half);
    const halved = { ...measures, topics: trainTopics(kept) };
    return fixtures.slice(0, FOLDS).flatMap((fixture) => observeForeign(halved, fixture, { texts, weight: FOREIGN_WEIGHT }));
  });
  const scope = fitLogistic([...all.flatMap((one) => one.scope), ...foreign], SCOPE_PENALTY);
  const model = {
    fittedOn: all.map(({ store }) => store),
    features: FEATURES,
    nobodyFeatures: NOBODY_FEATURES,
    scopeFeatures: SCOPE_FEATURES,
    ...ranker,
    scope,
  };
  await writeFile("intents/model/confidence.json", `${JSON.stringify(model)}\n`);
  console.log(FEATURES.map((name, at) => `${name} ${(ranker.candidate.linear[at] ?? 0).toFixed(2)}`).join("  "));
  console.log(SCOPE_FEATURES.map((name, at) => `${name} ${scope[at]}`).join("  "));
}

/** How stores fare that nothing was fitted on: the share of questions whose best candidate is right, and of sure ones. */
function leaveOut(all: readonly Observed[]): void {
  const SURE = 0.5;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const ranker = fitRanker(all.filter((_, at) => at % FOLDS !== fold).flatMap(({ questions }) => questions));
    for (const { store, questions } of all.filter((_, at) => at % FOLDS === fold)) {
      const known = questions.filter(({ candidates }) => candidates.some(({ isRight }) => isRight));
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
        `${store.padEnd(16)} ${judged.length} questions with an article  best is right ${share(right.length)}  surely right ${share(sure.length)}  surely wrong ${share(wrong.length)}`,
      );
    }
  }
}

import { readFile, writeFile } from "node:fs/promises";
import { fitLogistic, type Observation } from "../intents/training/logistic.ts";
import { readFixture, type Fixture } from "../intents/training/fixtures.ts";
import { FEATURES, SCOPE_FEATURES } from "../intents/confidence.ts";
import { findDanger } from "../intents/danger.ts";
import { learnStore, measure } from "../intents/judgement.ts";
import { normalise } from "../intents/normalise.ts";
import { readTopicModel } from "../intents/topics.ts";
import { findComplaint, findHumanWish } from "../intents/wishes.ts";

/**
 * Fits intents/model/confidence.json on the questions of the stores named below; the other stores of
 * tests/fixtures/knowledge are for reporting (`npm run bench:answers`). Run after build-intents and after every change of a feature.
 */
const STORES = (process.argv[2] ?? "womenswear,snacks,beauty").split(",");
const PENALTY = 0.3;

const topics = readTopicModel(await readFile("intents/model/topics.json", "utf8"));
const fixtures = await Promise.all(STORES.map((name) => readFixture("tests/fixtures/knowledge", name)));
const observed = fixtures.map(observe);
const model = {
  fittedOn: STORES,
  questions: observed.reduce((sum, { scope }) => sum + scope.length, 0),
  features: FEATURES,
  candidate: fitLogistic(
    observed.flatMap(({ candidates }) => candidates),
    PENALTY,
  ),
  scopeFeatures: SCOPE_FEATURES,
  scope: fitLogistic(
    observed.flatMap(({ scope }) => scope),
    PENALTY,
  ),
};
await writeFile("intents/model/confidence.json", `${JSON.stringify(model, undefined, 2)}\n`);
console.log(FEATURES.map((name, at) => `${name} ${model.candidate[at]}`).join("  "));
console.log(SCOPE_FEATURES.map((name, at) => `${name} ${model.scope[at]}`).join("  "));

/** Questions that words alone decide (danger, complaints, wishes) never reach the probabilities: they are left out. */
function observe(fixture: Fixture): { readonly candidates: readonly Observation[]; readonly scope: readonly Observation[] } {
  const knowledge = learnStore({ topics }, fixture.articles);
  const candidates: Observation[] = [];
  const scope: Observation[] = [];
  for (const { text, golds } of fixture.questions) {
    const normalised = normalise(text);
    if ([findDanger, findComplaint, findHumanWish].some((find) => find(normalised) !== undefined)) continue;
    const measured = measure({ topics }, knowledge, { text: normalised, at: 0 });
    scope.push({ features: measured.scope, isTrue: !golds.includes("none"), weight: 1 });
    for (const { evidence, values } of measured.features) {
      const id = knowledge.index.articles[evidence.article]?.id ?? "";
      candidates.push({ features: values, isTrue: golds.includes(id), weight: 1 });
    }
  }
  return { candidates, scope };
}

import { writeFile } from "node:fs/promises";
import { phrasingsOf, readCatalog, type CatalogIntent } from "../intents/catalog.ts";
import { FEATURES, SCOPE_FEATURES } from "../intents/confidence.ts";
import { findDanger } from "../intents/danger.ts";
import { learnStore, measure } from "../intents/judgement.ts";
import { normalise } from "../intents/normalise.ts";
import { readTopicModel, type TopicModel } from "../intents/topics.ts";
import { readFixture, type Fixture } from "../intents/training/fixtures.ts";
import { fitLogistic, type Observation } from "../intents/training/logistic.ts";
import { trainTopics } from "../intents/training/topics.ts";
import { findComplaint, findHumanWish } from "../intents/wishes.ts";

/**
 * Fits intents/model/confidence.json on the questions of the stores named below; the other stores of
 * tests/fixtures/knowledge are for reporting (`npm run bench:answers`). Texts that are no shop's business are added from the
 * catalogue, in two halves: each is measured with topics trained without it, or the topics would look better than they are.
 * Run after build-intents and after every change of a feature.
 */
const STORES = (process.argv[2] ?? "womenswear,snacks,beauty").split(",");
const PENALTY = 0.3;
/** There are many more foreign texts in the catalogue than a shop gets; together they count as much as a store's own. */
const FOREIGN_WEIGHT = 0.06;

interface Observed {
  readonly candidates: readonly Observation[];
  readonly scope: readonly Observation[];
}

interface Asked {
  readonly text: string;
  readonly golds: readonly string[];
  readonly weight: number;
}

const catalog = await readCatalog("intents/catalog");
const halves = [0, 1].map((half) => {
  const kept = catalog.map((intent) => (intent.kind === "none" ? keepHalf(intent, half) : intent));
  const foreign = catalog.filter(({ kind }) => kind === "none").flatMap((intent) => phrasingsOf(keepHalf(intent, 1 - half)));
  return { foreign, topics: readTopicModel(JSON.stringify(trainTopics(kept))) };
});
const fixtures = await Promise.all(STORES.map((name) => readFixture("tests/fixtures/knowledge", name)));
const observed = fixtures.flatMap((fixture) =>
  halves.map(({ foreign, topics }) => {
    const own = fixture.questions.map(({ text, golds }) => ({ text, golds, weight: 1 / halves.length }));
    const none = foreign.map((text) => ({ text, golds: ["none"], weight: FOREIGN_WEIGHT }));
    return observe(fixture, topics, [...own, ...none]);
  }),
);
const model = {
  fittedOn: STORES,
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

function keepHalf(intent: CatalogIntent, half: number): CatalogIntent {
  const keep = (texts: readonly string[]): string[] => texts.filter((_, at) => at % 2 === half);
  return { ...intent, zh: keep(intent.zh), en: keep(intent.en), zhTW: keep(intent.zhTW) };
}

/** Texts that words alone decide (danger, complaints, wishes) never reach the probabilities: they are left out. */
function observe(fixture: Fixture, topics: TopicModel, asked: readonly Asked[]): Observed {
  const knowledge = learnStore({ topics }, fixture.articles);
  const candidates: Observation[] = [];
  const scope: Observation[] = [];
  for (const { text, golds, weight } of asked) {
    const normalised = normalise(text);
    if ([findDanger, findComplaint, findHumanWish].some((find) => find(normalised) !== undefined)) continue;
    const measured = measure({ topics }, knowledge, { text: normalised, at: 0 });
    scope.push({ features: measured.scope, isTrue: !golds.includes("none"), weight });
    for (const { evidence, values } of measured.features) {
      const id = knowledge.index.articles[evidence.article]?.id ?? "";
      candidates.push({ features: values, isTrue: golds.includes(id), weight });
    }
  }
  return { candidates, scope };
}

import { readCatalog } from "../../intents/catalog.ts";
import { loadModel, type FrozenModel } from "../../intents/model.ts";
import { readFixture, type Fixture } from "../../intents/training/fixtures.ts";
import { fitLogistic } from "../../intents/training/logistic.ts";
import { observe, observeForeign, splitForeign } from "../../intents/training/observe.ts";
import { fitRanker } from "../../intents/training/ranker.ts";
import { trainTopics } from "../../intents/training/topics.ts";
import { understandingOn } from "../../intents/understanding.ts";
import type { Case } from "../../src/answering/rules/cases.ts";
import { storeId } from "../../src/core/ids.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";

export interface StoreCases {
  readonly store: string;
  readonly articles: number;
  /** Questions that somebody else wrote. */
  readonly asked: readonly Case[];
  /** The store's own phrasings, each asked while its article does not have it. */
  readonly leftOut: readonly Case[];
}

const NEVER_FITTED = ["vitamins", "espresso", "plus-size"];
const FITTED_HERE = ["womenswear", "snacks", "beauty", "appliances", "household"];
const FITTED_APART = [
  ...["baby-food", "bedding-latex", "cat-dog", "fresh-fruit", "kids-books-toys", "liquor-tea"],
  ...["outdoor-gear", "phone-cases", "skincare-lab", "smart-lock", "sofa-home", "womens-shoes"],
];
const FOLDS = 5;
const SCOPE_PENALTY = 0.3;
const FOREIGN_WEIGHT = 0.06;

/** Every store's questions as a confidence reads them that was fitted without this store. */
export async function readAllCases(tell: (line: string) => void): Promise<readonly StoreCases[]> {
  const model = await loadModel("intents/model");
  const fixtures = (directory: string, names: readonly string[]): Promise<readonly Fixture[]> =>
    Promise.all(names.map((name) => readFixture(directory, name)));
  const held = await fixtures("tests/fixtures/knowledge", NEVER_FITTED);
  const fitted = [
    ...(await fixtures("tests/fixtures/knowledge", FITTED_HERE)),
    ...(await fixtures("intents/training/stores", FITTED_APART)),
  ];
  const cases: StoreCases[] = [];
  const add = async (one: FrozenModel, fixture: Fixture): Promise<void> => {
    const read = await readCases(one, fixture);
    tell(`${fixture.name}: ${read.asked.length} questions, ${read.leftOut.length} phrasings left out`);
    cases.push(read);
  };
  for (const fixture of held) await add(model, fixture);
  const observed = fitted.map((fixture) => observe(model, fixture));
  const foreign = await observeAllForeign(model, fitted.slice(0, FOLDS));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = observed.filter((_, at) => at % FOLDS !== fold);
    const ranker = fitRanker(others.flatMap(({ questions }) => questions));
    const scope = fitLogistic([...others.flatMap((one) => one.scope), ...foreign], SCOPE_PENALTY);
    const without = { ...model, confidence: { ...ranker, scope } };
    for (const fixture of fitted.filter((_, at) => at % FOLDS === fold)) await add(without, fixture);
  }
  return cases;
}

async function observeAllForeign(model: FrozenModel, fixtures: readonly Fixture[]) {
  const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
  return [0, 1].flatMap((half) => {
    const { kept, foreign: texts } = splitForeign(catalog, half);
    const halved = { ...model, topics: trainTopics(kept) };
    return fixtures.flatMap((fixture) => observeForeign(halved, fixture, { texts, weight: FOREIGN_WEIGHT }));
  });
}

async function readCases(model: FrozenModel, { name, articles, questions }: Fixture): Promise<StoreCases> {
  const understanding = understandingOn(model);
  const id = storeId(name);
  const read = async (source: Case["source"], text: string, golds: readonly string[]): Promise<Case> => {
    return { source, text, golds, reading: await understanding.read({ storeId: id, text, at: 0 }) };
  };
  await understanding.learn(id, articles);
  const asked: Case[] = [];
  for (const { text, golds } of questions) asked.push(await read("golden", text, golds));
  const leftOut: Case[] = [];
  for (const article of articles) {
    for (const phrasing of article.alternatives) {
      await understanding.learn(
        id,
        articles.map((other) => (other === article ? without(article, phrasing) : other)),
      );
      leftOut.push(await read("phrasing", phrasing, [article.id]));
    }
  }
  return { store: name, articles: articles.length, asked, leftOut };
}

function without(article: KnownArticle, phrasing: string): KnownArticle {
  return { ...article, alternatives: article.alternatives.filter((text) => text !== phrasing) };
}

import { readCatalog } from "../../intents/catalog.ts";
import { loadModel, type FrozenModel } from "../../intents/model.ts";
import { readFixture, type Fixture } from "../../intents/training/fixtures.ts";
import { readTrades } from "../../intents/training/corpus.ts";
import { fitChances, fitScope, observeStores, readStores, takeStores } from "../../intents/training/fitting.ts";
import { trainPeople } from "../../intents/training/whose.ts";
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
const FOLDS = 5;

/** Every store's questions as a confidence reads them that was fitted without this store. */
export async function readAllCases(tell: (line: string) => void): Promise<readonly StoreCases[]> {
  const model = await loadModel("intents/model");
  const held = await Promise.all(NEVER_FITTED.map((name) => readFixture("tests/fixtures/knowledge", name)));
  const stores = await readStores();
  const cases: StoreCases[] = [];
  const add = async (one: FrozenModel, fixture: Fixture): Promise<void> => {
    const read = await readCases(one, fixture);
    tell(`${fixture.name}: ${read.asked.length} questions, ${read.leftOut.length} phrasings left out`);
    cases.push(read);
  };
  for (const fixture of held) await add(model, fixture);
  const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
  const background = { catalog, trades: await readTrades("intents/training/matters") };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = takeStores(stores, (at) => at % FOLDS !== fold);
    const observed = observeStores({ ...model, foreign: model.whose.foreign }, background, others);
    const whose = { ...model.whose, people: trainPeople(background, others) };
    const without = { ...model, whose, confidence: { ...fitChances(observed), scope: fitScope(observed) } };
    for (const fixture of stores.fixtures.filter((_, at) => at % FOLDS === fold)) await add(without, fixture);
  }
  return cases;
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

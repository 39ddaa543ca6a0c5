import { observe, observeForeign, observeUnanswered, splitForeign, type Observed } from "./observe.ts";
import type { CatalogIntent } from "../catalog.ts";
import type { Measures } from "../judgement.ts";
import { readFixture, readPeoples, type Fixture } from "./fixtures.ts";
import { fitLogistic, type Observation } from "./logistic.ts";
import { fitRanker, type RankedQuestion, type Ranker } from "./ranker.ts";
import { trainTopics } from "./topics.ts";

/** The stores whose questions the confidence is fitted on; the other fixtures are held out. */
const WRITTEN_FIRST = ["womenswear", "snacks", "beauty", "appliances", "household"];
const WRITTEN_APART = [
  ...["baby-food", "bedding-latex", "cat-dog", "fresh-fruit", "kids-books-toys", "liquor-tea"],
  ...["outdoor-gear", "phone-cases", "skincare-lab", "smart-lock", "sofa-home", "womens-shoes"],
];
const SCOPE_PENALTY = 0.3;
/** There are many more foreign texts in the catalogue than a shop gets; together they count as much as a store's own. */
const FOREIGN_WEIGHT = 0.02;
/** Questions for people were written in sight of the articles, and there are three times as many as shoppers ask. */
const PEOPLES_WEIGHT = 0.2;
/** A question whose article was taken away, beside the same question with it: about one in six that a new store cannot answer. */
const UNANSWERED_WEIGHT = 0.2;
/** Foreign texts are asked of so many stores. */
const ASKED_OF = 5;

/** Stores to fit on, and the same stores asked what is for people; one beside the other. */
export interface Stores {
  readonly fixtures: readonly Fixture[];
  readonly peoples: readonly Fixture[];
}

/** Reads them from tests/fixtures/knowledge and intents/training. */
export async function readStores(): Promise<Stores> {
  const fixtures = await Promise.all([
    ...WRITTEN_FIRST.map((name) => readFixture("tests/fixtures/knowledge", name)),
    ...WRITTEN_APART.map((name) => readFixture("intents/training/stores", name)),
  ]);
  return { fixtures, peoples: await Promise.all(fixtures.map((one) => readPeoples("intents/training/handover", one))) };
}

/** What was measured of one store: what shoppers asked, the same without its articles, and what is for people. */
export interface ObservedStore {
  readonly asked: Observed;
  readonly unanswered: readonly RankedQuestion[];
  readonly peoples: Observed;
}

/** Measures all stores. */
export function observeStores(measures: Measures, { fixtures, peoples }: Stores): readonly ObservedStore[] {
  return fixtures.map((fixture, at) => {
    const people = peoples[at];
    if (people === undefined)
      throw new Error(`${fixture.name} has no questions for people; give it some in intents/training/handover`);
    return {
      asked: observe(measures, fixture),
      unanswered: observeUnanswered(measures, fixture, UNANSWERED_WEIGHT),
      peoples: observe(measures, people, PEOPLES_WEIGHT),
    };
  });
}

/**
 * Texts that are no business of any shop, asked of some stores. In two halves, each measured with topics trained without it, or
 * the topics would look better than they are.
 */
export function observeAllForeign(
  measures: Measures,
  catalog: readonly CatalogIntent[],
  { fixtures }: Stores,
): readonly Observation[] {
  return [0, 1].flatMap((half) => {
    const { kept, foreign: texts } = splitForeign(catalog, half);
    const halved = { ...measures, topics: trainTopics(kept) };
    return fixtures.slice(0, ASKED_OF).flatMap((fixture) => observeForeign(halved, fixture, { texts, weight: FOREIGN_WEIGHT }));
  });
}

/** Fits how likely each candidate is, and that none is. */
export function fitChances(stores: readonly ObservedStore[]): Ranker {
  return fitRanker(stores.flatMap(({ asked, unanswered, peoples }) => [...asked.questions, ...unanswered, ...peoples.questions]));
}

/** Fits how likely a text is the shop's business. */
export function fitScope(stores: readonly ObservedStore[], foreign: readonly Observation[]): readonly number[] {
  return fitLogistic([...stores.flatMap(({ asked, peoples }) => [...asked.scope, ...peoples.scope]), ...foreign], SCOPE_PENALTY);
}

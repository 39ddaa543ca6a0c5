import type { Measures } from "../judgement.ts";
import type { LinearModel } from "../linear.ts";
import { readFixture, readPeoples, type Fixture } from "./fixtures.ts";
import { fitLogistic } from "./logistic.ts";
import { observe, observeUnanswered, type Observed } from "./observe.ts";
import { fitRanker, type RankedQuestion, type Ranker } from "./ranker.ts";
import { trainPeople, type Background } from "./whose.ts";

/** The stores whose questions the confidence is fitted on; the other fixtures are held out. */
const WRITTEN_FIRST = ["womenswear", "snacks", "beauty", "appliances", "household"];
const WRITTEN_APART = [
  ...["baby-food", "bedding-latex", "cat-dog", "fresh-fruit", "kids-books-toys", "liquor-tea"],
  ...["outdoor-gear", "phone-cases", "skincare-lab", "smart-lock", "sofa-home", "womens-shoes"],
];
const SCOPE_PENALTY = 0.3;
/** Who is no customer costs little when a person takes it, but a shop has few such texts to fit on: each counts so much, so that 0.3 declines well. */
const FOREIGN_WEIGHT = 2.3;
/** Questions for people were written in sight of the articles, and there are three times as many as shoppers ask. */
const PEOPLES_WEIGHT = 0.2;
/** A question whose article was taken away, beside the same question with it: about one in six that a new store cannot answer. */
const UNANSWERED_WEIGHT = 0.2;
/** So many times the model of people's business is trained, each time for other stores and without them. */
const PARTS = 5;

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

/** What measuring needs but what tells a person's business: that is trained here, for each store without it. */
export type MeasuresButPeople = Omit<Measures, "whose"> & { readonly foreign: LinearModel };

/**
 * Measures all stores. What tells a person's business has learnt from stores' questions: each store is measured by one that has
 * not seen its own, or it would look better than it is.
 */
export function observeStores(
  { foreign, ...measures }: MeasuresButPeople,
  background: Background,
  stores: Stores,
): readonly ObservedStore[] {
  const trained = Array.from({ length: PARTS }, (_, part) =>
    trainPeople(
      background,
      takeStores(stores, (at) => at % PARTS !== part),
    ),
  );
  return stores.fixtures.map((fixture, at) => {
    const [people, asked] = [trained[at % PARTS], stores.peoples[at]];
    if (people === undefined || asked === undefined)
      throw new Error(`${fixture.name} has no questions for people; give it some in intents/training/handover`);
    const own = { ...measures, whose: { foreign, people } };
    return {
      asked: observe(own, fixture),
      unanswered: observeUnanswered(own, fixture, UNANSWERED_WEIGHT),
      peoples: observe(own, asked, PEOPLES_WEIGHT),
    };
  });
}

/** The stores at some places. */
export function takeStores({ fixtures, peoples }: Stores, isTaken: (at: number) => boolean): Stores {
  return { fixtures: fixtures.filter((_, at) => isTaken(at)), peoples: peoples.filter((_, at) => isTaken(at)) };
}

/** Fits how likely each candidate is, and that none is. */
export function fitChances(stores: readonly ObservedStore[]): Ranker {
  return fitRanker(stores.flatMap(({ asked, unanswered, peoples }) => [...asked.questions, ...unanswered, ...peoples.questions]));
}

/** Fits how likely a text is the shop's business. */
export function fitScope(stores: readonly ObservedStore[]): readonly number[] {
  const seen = stores.flatMap(({ asked, peoples }) => [...asked.scope, ...peoples.scope]);
  return fitLogistic(
    seen.map((one) => ({ ...one, weight: one.weight * (one.isTrue ? 1 : FOREIGN_WEIGHT) })),
    SCOPE_PENALTY,
  );
}

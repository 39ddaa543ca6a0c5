import { phrasingsOf, type CatalogIntent } from "../catalog.ts";
import type { LinearModel } from "../linear.ts";
import { normalise } from "../normalise.ts";
import type { Trade } from "./corpus.ts";
import type { Fixture } from "./fixtures.ts";
import { trainLinear } from "./linear.ts";

/** Texts of all shops, that stores are no part of. */
export interface Background {
  readonly catalog: readonly CatalogIntent[];
  readonly trades: readonly Trade[];
}

/** Stores, and the same stores asked what is for people; one beside the other. */
export interface Asked {
  readonly fixtures: readonly Fixture[];
  readonly peoples: readonly Fixture[];
}

/** Of the trades' many texts every so-manieth is enough to tell a shop's from others, and fewer to tell articles' from people's. */
const OF_SHOPS = 4;
const OF_ARTICLES = 12;
/** Less than in 0019: these texts have no more in common than whose they are. */
const COST = 2;

/** Trains what tells no shop's business from a shop's; `catalog` with the further foreign texts. */
export function trainForeign({ catalog, trades }: Background): LinearModel {
  const foreign = catalog.filter(({ kind }) => kind === "none").flatMap(phrasingsOf);
  const shops = catalog.filter(({ kind }) => kind === "shop").flatMap(phrasingsOf);
  return train({ foreign, shop: [...shops, ...everySoMany(trades, OF_SHOPS)] });
}

/** Trains what tells a person's business from an article's, on what stores were asked and what they know. */
export function trainPeople({ catalog, trades }: Background, { fixtures, peoples }: Asked): LinearModel {
  const questions = fixtures.flatMap((fixture) => fixture.questions);
  const handed = questions.filter(({ golds }) => golds.every((gold) => gold === "handover"));
  const answered = questions.filter(({ golds }) => !golds.includes("handover") && !golds.includes("none"));
  const articles = fixtures.flatMap((fixture) => fixture.articles);
  const humanOnly = catalog.filter(({ kind, risk }) => kind === "shop" && risk === "human-only");
  return train({
    people: [...textsOf(handed), ...textsOf(peoples.flatMap((one) => one.questions)), ...humanOnly.flatMap(phrasingsOf)],
    article: [
      ...textsOf(answered),
      ...articles.flatMap(({ question, alternatives }) => [question, ...alternatives]),
      ...everySoMany(trades, OF_ARTICLES),
    ],
  });
}

function textsOf(questions: readonly { readonly text: string }[]): readonly string[] {
  return questions.map(({ text }) => text);
}

function everySoMany(trades: readonly Trade[], every: number): readonly string[] {
  const all = trades.flatMap(({ matters }) => matters.flatMap(({ what, zh, en }) => [what, ...zh, ...en]));
  return all.filter((_, at) => at % every === 0);
}

function train(texts: Readonly<Record<string, readonly string[]>>): LinearModel {
  const labelled = Object.entries(texts).flatMap(([label, lines]) =>
    lines.map((text) => ({ text: normalise(text).text, label })),
  );
  // Only margins are read: a temperature would cost five more trainings.
  return trainLinear(
    labelled.map(({ text }) => text),
    labelled.map(({ label }) => label),
    { cost: COST, temperature: 1 },
  );
}

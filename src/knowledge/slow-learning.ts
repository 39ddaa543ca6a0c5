import type { StoreId } from "../core/ids.ts";
import type { KnownArticle, Understanding } from "../core/understanding.ts";
import { giveWay } from "../infra/slices.ts";

/** So few articles are studied at once; with many articles more, so that what is put together again each time stays bounded. */
const FEWEST_AT_ONCE = 4;
const MOST_SLICES = 40;

/** Teaches a trial a store's articles bit by bit: shoppers are answered meanwhile. What was studied is not studied again. */
export async function learnSlowly(trial: Understanding, store: StoreId, articles: readonly KnownArticle[]): Promise<void> {
  const slice = Math.max(FEWEST_AT_ONCE, Math.ceil(articles.length / MOST_SLICES));
  for (let end = slice; end < articles.length; end += slice) {
    trial.learn(store, articles.slice(0, end));
    await giveWay();
  }
  trial.learn(store, articles);
  await giveWay();
}

import type { StoreId } from "../../src/core/ids.ts";
import type { Candidate, KnownArticle, Understanding } from "../../src/core/understanding.ts";
import type { Workbench } from "../../src/core/workbench.ts";

/** Understands what it learned by letter: a text is of the article with the longest wording that stands in it, and of no other. */
export function literalUnderstanding(): Understanding {
  const stores = new Map<StoreId, readonly KnownArticle[]>();
  return {
    learn: async (store, articles) => void stores.set(store, articles),
    knows: (store) => stores.has(store),
    article: () => undefined,
    topics: [],
    suggestTopics: () => [],
    read: async ({ storeId, text }) => ({
      language: "zh",
      isTraditional: false,
      actConfidence: 0,
      candidates: bestIn(stores.get(storeId) ?? [], text),
      inScope: 0.9,
      urgency: "normal",
      signs: [],
    }),
  };
}

function bestIn(articles: readonly KnownArticle[], text: string): readonly Candidate[] {
  const met = articles.flatMap((article) => {
    const lengths = [article.question, ...article.alternatives]
      .filter((wording) => text.includes(wording))
      .map(({ length }) => length);
    return lengths.length === 0 ? [] : [{ article, length: Math.max(...lengths) }];
  });
  const [best] = met.sort((a, b) => b.length - a.length);
  if (best === undefined) return [];
  const { id, question, answer, phase } = best.article;
  return [{ articleId: id, title: question, answer, phase, confidence: 0.95 }];
}

/** Apart from the one that serves; texts are alike when they are the same, and nothing is masked. */
export function literalWorkbench(openTrial: () => Understanding = literalUnderstanding): Workbench {
  return { openTrial, confidenceModel: "literal", likeness: (a, b) => (a === b ? 1 : 0), maskPersonal: (text) => text };
}

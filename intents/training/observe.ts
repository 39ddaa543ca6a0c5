import { findDanger } from "../danger.ts";
import { learnStore, measure, type Measures } from "../judgement.ts";
import { normalise } from "../normalise.ts";
import { findComplaint, findHumanWish } from "../wishes.ts";
import type { Fixture } from "./fixtures.ts";
import type { Observation } from "./logistic.ts";
import type { RankedQuestion } from "./ranker.ts";

/** What one store's questions look like to the layer that judges how sure it is. */
export interface Observed {
  readonly store: string;
  readonly questions: readonly RankedQuestion[];
  readonly scope: readonly Observation[];
}

const NOBODY = new Set(["handover", "none"]);

/** Measures a store's questions, each of this weight. Texts that words alone decide (danger, complaints, wishes) never reach it and are left out. */
export function observe(measures: Measures, fixture: Fixture, weight = 1): Observed {
  const knowledge = learnStore(measures, fixture.articles);
  const questions: RankedQuestion[] = [];
  const scope: Observation[] = [];
  for (const { text, golds } of fixture.questions) {
    const normalised = normalise(text);
    if (isDecidedByWords(normalised)) continue;
    const measured = measure(measures, knowledge, { text: normalised, at: 0 });
    const candidates = measured.features.map(({ evidence, values }) => ({
      features: values,
      isRight: golds.includes(knowledge.index.articles[evidence.article]?.id ?? ""),
    }));
    const isMissed = !candidates.some(({ isRight }) => isRight);
    const isNobodyRight = golds.some((gold) => NOBODY.has(gold)) || isMissed;
    questions.push({ candidates, nobody: measured.nobody, isNobodyRight, weight });
    scope.push({ features: measured.scope, isTrue: !golds.includes("none"), weight });
  }
  return { store: fixture.name, questions, scope };
}

/** So many times a store is asked, each time without another part of its articles. */
const PARTS = 4;

/**
 * A store's questions, each asked while the store has none of the articles that answer it: what nobody wrote down looks like. The
 * other questions of a part are left out.
 */
export function observeUnanswered(measures: Measures, fixture: Fixture, weight: number): readonly RankedQuestion[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const taken = new Set(fixture.articles.filter((_, at) => at % PARTS === part).map(({ id }): string => id));
    const articles = fixture.articles.filter(({ id }) => !taken.has(id));
    const questions = fixture.questions.filter(({ golds }) => golds.length > 0 && golds.every((gold) => taken.has(gold)));
    return observe(measures, { ...fixture, articles, questions }, weight).questions;
  });
}

function isDecidedByWords(text: ReturnType<typeof normalise>): boolean {
  return [findDanger, findComplaint, findHumanWish].some((find) => find(text) !== undefined);
}

import type { ArticleId } from "../../core/ids.ts";
import type { Steps } from "../../core/steps.ts";
import type { Likeness } from "../../core/workbench.ts";
import { clusterTexts } from "./cluster.ts";
import type { Lesson } from "./lessons.ts";

/** Lessons about one matter. */
export interface Group {
  /** Distinct, the leading one first. */
  readonly texts: readonly string[];
  /** In the order they were given. */
  readonly lessons: readonly Lesson[];
  /** How many people asked. Who asks ten times is one. */
  readonly shoppers: number;
}

/** Puts lessons together by what was asked; the most asked first. */
export function* groupLessons(lessons: readonly Lesson[], likeness: Likeness): Steps<readonly Group[]> {
  const byText = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    const same = byText.get(lesson.text);
    if (same === undefined) byText.set(lesson.text, [lesson]);
    else same.push(lesson);
  }
  const said = [...byText].map(([text, same]) => ({ text, times: countShoppers(same) }));
  const clusters = yield* clusterTexts(said, likeness);
  const groups = clusters.map((texts) => {
    const together = texts.flatMap((text) => byText.get(text) ?? []);
    return { texts, lessons: together, shoppers: countShoppers(together) };
  });
  return groups.sort((a, b) => b.shoppers - a.shoppers);
}

export function countShoppers(lessons: readonly Pick<Lesson, "shopper">[]): number {
  return new Set(lessons.map(({ shopper }) => shopper)).size;
}

/** What a group's evidence is for. `weight`: a choice counts twice, an agent's answer once, each person once for each. */
export type Verdict =
  | { readonly type: "article"; readonly articleId: ArticleId; readonly weight: number }
  | { readonly type: "new"; readonly weight: number }
  | { readonly type: "nothing" };

/** An agent's answer as like an article's as this says what it says. */
const SAME_ANSWER = 0.6;
const CHOICE_WEIGHT = 2;

export interface AnswerOf {
  readonly id: ArticleId;
  readonly answer: string;
}

/** What most of the evidence of a group is for; of equals the article. An article that did not help loses a vote for each whom it did not. */
export function* judgeGroup({ lessons }: Group, articles: readonly AnswerOf[], likeness: Likeness): Steps<Verdict> {
  const votes = new Map<ArticleId | "new", number>();
  const vote = (thing: ArticleId | "new", weight: number): void => void votes.set(thing, (votes.get(thing) ?? 0) + weight);
  for (const lesson of onePerShopper(lessons)) {
    if (lesson.chose !== undefined) vote(lesson.chose, CHOICE_WEIGHT);
    else if (lesson.answer !== undefined) vote((yield* articleWith(lesson.answer, articles, likeness)) ?? "new", 1);
    if (lesson.unhelped !== undefined) vote(lesson.unhelped, -1);
  }
  const [best] = [...votes].sort(([a, m], [b, n]) => n - m || Number(a === "new") - Number(b === "new") || (a < b ? -1 : 1));
  if (best === undefined || best[1] <= 0) return { type: "nothing" };
  const [thing, weight] = best;
  return thing === "new" ? { type: "new", weight } : { type: "article", articleId: thing, weight };
}

/** The one with the strongest evidence of each person: a single one cannot outvote the others. */
function onePerShopper(lessons: readonly Lesson[]): readonly Lesson[] {
  const kept = new Map<string, Lesson>();
  for (const lesson of lessons) {
    const before = kept.get(lesson.shopper);
    if (before === undefined || strength(lesson) > strength(before)) kept.set(lesson.shopper, lesson);
  }
  return [...kept.values()];
}

function strength({ chose, answer }: Lesson): number {
  if (chose !== undefined) return 2;
  return answer === undefined ? 0 : 1;
}

function* articleWith(answer: string, articles: readonly AnswerOf[], likeness: Likeness): Steps<ArticleId | undefined> {
  let best: ArticleId | undefined;
  let most = SAME_ANSWER;
  for (const article of articles) {
    const alike = likeness(answer, article.answer);
    yield;
    if (alike < most) continue;
    [best, most] = [article.id, alike];
  }
  return best;
}

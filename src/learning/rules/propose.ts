import { digest, proposalId, type ArticleId, type ProposalId, type StoreId } from "../../core/ids.ts";
import type { Steps } from "../../core/steps.ts";
import type { Likeness } from "../../core/workbench.ts";
import type { Phase } from "../../core/words.ts";
import type { Article } from "../../knowledge/rules/article.ts";
import {
  changesNothing,
  faultInProposed,
  idOfNewArticle,
  withPhrasings,
  type ArticleWords,
  type Evidence,
  type Proposed,
  type ProposalStatus,
} from "../../knowledge/rules/proposal.ts";
import { meanLikeness, mostCentral, mostDifferent, nearestOf, SAME_MATTER } from "./cluster.ts";
import { judgeGroup, type Group } from "./groups.ts";
import type { Lesson } from "./lessons.ts";

/** An article that answers the store's shoppers. */
export type LayeredArticle = Article & { readonly layer: "store" | "shared" };

/** What learning proposed before, whatever was decided. */
export interface Earlier {
  readonly proposed: Proposed;
  readonly status: ProposalStatus;
}

export interface Situation {
  readonly store: StoreId;
  /** All that are used now. */
  readonly articles: readonly LayeredArticle[];
  readonly earlier: readonly Earlier[];
  /** Evidence a proposal must have: so many people with an agent's answer among them; a choice that was taken counts twice. */
  readonly minimum: number;
  readonly likeness: Likeness;
}

export interface Draft {
  /** Of what is proposed: the same again has the same id. */
  readonly id: ProposalId;
  readonly proposed: Proposed;
  readonly group: Group;
  readonly evidence: readonly Evidence[];
  /** An article that is asked for much alike, though agents answer otherwise. */
  readonly similar?: ArticleId | undefined;
}

/** Why nothing is proposed for a group. */
export type LeftBecause = "no-answer" | "too-few" | "decided-before" | "waits" | "covered" | "unusable";

export type Outcome =
  | { readonly type: "draft"; readonly draft: Draft }
  | { readonly type: "left"; readonly group: Group; readonly because: LeftBecause };

const MOST_PHRASINGS = 8;
const MOST_EVIDENCE = 20;
/** Longer is a story, no wording; still evidence. */
const LONGEST_WORDING = 60;
const LONGEST_EVIDENCE = 300;
/** A wording this like one that a supervisor decided about for the same article is decided too. */
const LIKE_DECIDED = 0.8;
/** An article asked for this much alike is named in the proposal of another one. */
const SIMILAR_ARTICLE = 0.75;

/** What a group of lessons proposes: other phrasings of the article it points to, or a new article of what agents answered. */
export function* proposeFor(group: Group, situation: Situation): Steps<Outcome> {
  const left = (because: LeftBecause): Outcome => ({ type: "left", group, because });
  const verdict = yield* judgeGroup(group, situation.articles, situation.likeness);
  if (verdict.type === "nothing") return left("no-answer");
  const isEnough = Math.max(verdict.weight, verdict.type === "new" ? group.shoppers : 0) >= situation.minimum;
  const made = yield* verdict.type === "article"
    ? phrasingsOf(group, verdict.articleId, situation)
    : newArticleOf(group, situation);
  if ("because" in made) return left(made.because);
  if (!isEnough) return left("too-few");
  const fault = faultInProposed(made.proposed);
  return fault === undefined ? { type: "draft", draft: { ...made, group, evidence: evidenceOf(group) } } : left("unusable");
}

type Made = Pick<Draft, "id" | "proposed" | "similar"> | { readonly because: LeftBecause };

function* phrasingsOf(group: Group, id: ArticleId, situation: Situation): Steps<Made> {
  const { store, articles, earlier, likeness } = situation;
  const article = articles.find((one) => one.id === id);
  if (article === undefined) return { because: "covered" };
  const before = earlier.filter(({ proposed }) => proposed.articleId === id && proposed.kind !== "change-article");
  if (before.some(({ status }) => status === "open")) return { because: "waits" };
  // Also what was accepted: if it is not there any more, somebody undid it.
  const decided = before.flatMap(({ proposed }) => wordingsIn(proposed));
  const wordings = group.texts.filter(isWording);
  const open: string[] = [];
  for (const text of wordings) if ((yield* nearestOf(text, decided, likeness)) < LIKE_DECIDED) open.push(text);
  if (open.length === 0) return { because: wordings.length === 0 ? "unusable" : "decided-before" };
  const known = [article.question, ...article.alternatives];
  const phrasings = yield* mostDifferent(open, { known, most: MOST_PHRASINGS, likeness });
  if (phrasings.length === 0) return { because: "covered" };
  const proposed = addition(article, phrasings);
  return changesNothing(proposed, article) ? { because: "covered" } : { id: idOf(store, id, ...phrasings), proposed };
}

/** A shared article is not this store's to change: its own one with the same id stands before it. */
function addition(article: LayeredArticle, phrasings: readonly string[]): Proposed {
  const { id, version, layer } = article;
  if (layer === "store") return { kind: "phrasings", articleId: id, baseVersion: version, phrasings };
  const { phase, question, alternatives, answer, topics, validFrom, validUntil } = withPhrasings(article, phrasings);
  return { kind: "new-article", articleId: id, words: { phase, question, alternatives, answer, topics, validFrom, validUntil } };
}

const idOf = (store: StoreId, ...words: readonly string[]): ProposalId => proposalId(`p_${digest("learned", store, ...words)}`);

function* newArticleOf(group: Group, { store, articles, earlier, likeness }: Situation): Steps<Made> {
  const question = yield* mostCentral(group.texts.filter(isWording), likeness);
  const answer = yield* answerOf(group.lessons, likeness);
  if (question === undefined || answer === undefined) return { because: "unusable" };
  const before = yield* firstOf(earlier, function* ({ proposed }) {
    return proposed.kind === "new-article" && (yield* isAbout(group, wordingsIn(proposed), likeness));
  });
  if (before !== undefined) return { because: before.status === "open" ? "waits" : "decided-before" };
  const others = group.texts.filter((text) => isWording(text) && text !== question);
  const alternatives = yield* mostDifferent(others, { known: [question], most: MOST_PHRASINGS, likeness });
  const words: ArticleWords = { phase: phaseOf(group.lessons), question, alternatives, answer };
  const similar = yield* firstOf(articles, function* (article) {
    return (yield* nearestOf(question, [article.question, ...article.alternatives], likeness)) >= SIMILAR_ARTICLE;
  });
  const id = idOf(store, question, answer);
  return { id, proposed: { kind: "new-article", articleId: idOfNewArticle(id), words }, similar: similar?.id };
}

/** What agents say most alike; what names nobody goes first. */
function* answerOf(lessons: readonly Lesson[], likeness: Likeness): Steps<string | undefined> {
  const answers = lessons.flatMap(({ answer }) => answer ?? []);
  const general = answers.filter((answer) => !answer.includes("***"));
  return yield* mostCentral(general.length > 0 ? general : answers, likeness);
}

/** Whether a group would have been one with these texts. */
function* isAbout({ texts }: Group, wordings: readonly string[], likeness: Likeness): Steps<boolean> {
  for (const text of texts) {
    if (meanLikeness(text, wordings, likeness) >= SAME_MATTER) return true;
    yield;
  }
  return false;
}

function* firstOf<Item>(items: readonly Item[], isMeant: (item: Item) => Steps<boolean>): Steps<Item | undefined> {
  for (const item of items) if (yield* isMeant(item)) return item;
  return undefined;
}

function wordingsIn(proposed: Proposed): readonly string[] {
  return proposed.kind === "phrasings" ? proposed.phrasings : [proposed.words.question, ...proposed.words.alternatives];
}

function phaseOf(lessons: readonly Lesson[]): Phase {
  const counts = new Map<Phase, number>();
  for (const { phase } of lessons) if (phase !== undefined) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? "presale";
}

/** Short, and more than a mask: what stands in it is the matter and nobody's number. A bar would part it in files. */
function isWording(text: string): boolean {
  const bare = text.replaceAll("***", "").replace(/[^\p{L}]/gu, "");
  return text.length <= LONGEST_WORDING && bare.length >= 2 && !/[|\n]/.test(text);
}

function evidenceOf({ lessons }: Group): readonly Evidence[] {
  const one = new Map(lessons.map((lesson) => [`${lesson.conversationId} ${lesson.text}`, lesson]));
  return [...one.values()].slice(0, MOST_EVIDENCE).map(({ conversationId, text }) => {
    return { conversationId, text: text.slice(0, LONGEST_EVIDENCE).toWellFormed() };
  });
}

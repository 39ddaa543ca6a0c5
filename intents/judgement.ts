import { finish, type Steps } from "../src/core/steps.ts";
import type { Candidate, KnownArticle } from "../src/core/understanding.ts";
import type { Instant } from "../src/core/words.ts";
import {
  candidateFeatures,
  nobodyFeatures,
  probabilities,
  probability,
  scopeFeatures,
  type QuestionEvidence,
} from "./confidence.ts";
import { labelShares } from "./embedding.ts";
import { liftChances, type Support } from "./external/standing.ts";
import { careful, confidenceOf } from "./careful.ts";
import { conditionsAsked } from "./conditions.ts";
import { kindsOf, type Kinds } from "./kinds.ts";
import { agreements, offerLinked } from "./links.ts";
import { matterOverlaps } from "./matters.ts";
import { matchStore, type Evidence, type Matching } from "./match.ts";
import type { FrozenModel } from "./model.ts";
import type { Normalised } from "./normalise.ts";
import { placesBefore } from "./reuse.ts";
import { ownCaseSigns } from "./own-case.ts";
import { hasOtherBusiness, hasShopWord } from "./scope.ts";
import type { Learnt } from "./columns.ts";
import { buildStoreIndex, type StoreIndex } from "./store-index.ts";
import { studyArticle, type StudiedArticle } from "./study.ts";
import { levelled, tornBetween } from "./torn.ts";
import { classifyTopic, type Topic, type TopicModel } from "./topics.ts";

/** Both layers answer when both are at least this sure; then the store's own article goes first. */
const BOTH_ANSWER = 0.5;
/** From this share of topics that only people may handle, or this chance of a danger, a service is not heard. */
const HUMAN_ONLY = 0.5;
const MAYBE_DANGER = 0.4;

/** Who names one is asking the shop, however private it sounds. */
const CONDITION_IN_SCOPE = 0.5;

/** What one store knows, ready to be asked. */
export interface StoreKnowledge {
  readonly index: StoreIndex;
  /** What was made of each article, in the index's order. */
  readonly studies: readonly StudiedArticle[];
}

/** What the knowledge and the catalogue say to a question. */
export interface Judgement {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly inScope: number;
  readonly topic?: Topic | undefined;
  readonly topicConfidence: number;
  readonly kinds: Kinds;
  readonly signs: readonly string[];
}

export interface Asked {
  readonly text: Normalised;
  readonly at: Instant;
  /** What the embedding service says, where there is one and it was heard. */
  readonly support?: Support | undefined;
}

/** The numbers a judgement is made of; the fitting script reads the same. */
export interface Measured {
  readonly matching: Matching;
  readonly features: readonly { readonly evidence: Evidence; readonly values: readonly number[] }[];
  /** The same with what the articles would be guessed to be about; absent where nobody linked one. */
  readonly guessed?: Measured["features"] | undefined;
  readonly nobody: readonly number[];
  readonly scope: readonly number[];
  readonly topics: Float32Array;
  readonly kinds: Kinds;
}

/** The frozen parts that measuring needs. */
export type Measures = Pick<FrozenModel, "topics" | "embedding" | "nearness" | "kinds">;

/** What one store knows, made at once: for scripts. */
export function learnStore(model: Measures, articles: readonly KnownArticle[]): StoreKnowledge {
  return finish(learnInSteps(model, articles));
}

/** Indexes a store's articles. An article of the store hides the shared one of the same id. What was known `before` is reused. */
export function* learnInSteps(
  model: Measures,
  articles: readonly KnownArticle[],
  before?: StoreKnowledge,
): Steps<StoreKnowledge> {
  const own = new Set(articles.filter((article) => article.layer === "store").map((article) => article.id));
  const kept = articles.filter((article) => article.layer === "store" || !own.has(article.id));
  const places = yield* placesBefore(kept, before?.index.articles ?? []);
  const learnt: Learnt[] = [];
  for (const [at, article] of kept.entries()) {
    const from = places[at];
    learnt.push(from === undefined ? yield* studyArticle(model, article) : { from });
  }
  const index = yield* buildStoreIndex(kept, learnt, before?.index);
  return { index, studies: index.studies };
}

/** Measures a question against a store without judging it. */
export function measure(model: Measures, knowledge: StoreKnowledge, asked: Asked): Measured {
  const topics = classifyTopic(model.topics, asked.text.text);
  const kinds = kindsOf(model.kinds, asked.text.text);
  const fits = agreements(topics, knowledge.studies, knowledge.index.blocks);
  const matching = matchStore(model, knowledge.index, {
    ...asked,
    agreements: fits,
    brought: asked.support?.brought,
  });
  const shares = labelShares(model.embedding, matching.meaning);
  const matters = matterOverlaps(shares, knowledge.index.blocks);
  const weigh = (agreed: Float64Array): Measured["features"] => weighEvidence(matching, agreed, matters);
  const isLinked = matching.evidence.some(({ article }) => knowledge.studies[article]?.links !== undefined);
  const question = describeQuestion(model.topics, topics, asked.text);
  return {
    matching,
    features: weigh(fits),
    guessed: isLinked ? weigh(agreements(topics, knowledge.studies.map(withoutLinks), knowledge.index.blocks)) : undefined,
    nobody: nobodyFeatures(matching, question),
    scope: scopeFeatures(matching, question),
    topics,
    kinds,
  };
}

function withoutLinks(): { readonly links: undefined } {
  return { links: undefined };
}

function weighEvidence(matching: Matching, fits: Float64Array, matters: Float64Array): Measured["features"] {
  const [bestAgreement, bestMatter] = [bestBeside(fits), bestBeside(matters)];
  return matching.evidence.map((evidence) => {
    const { article } = evidence;
    const topic = {
      agreement: fits[article] ?? 0,
      bestOther: bestAgreement(article),
      matter: matters[article] ?? 0,
      bestMatter: bestMatter(article),
    };
    return { evidence, values: candidateFeatures(matching, evidence, topic) };
  });
}

/** The highest of the values beside one of them; 0 when there is no other. */
function bestBeside(values: Float64Array): (one: number) => number {
  let [highest, second] = [0, 0];
  let place = -1;
  for (const [at, value] of values.entries()) {
    if (value > highest) [second, highest, place] = [highest, value, at];
    else if (value > second) second = value;
  }
  return (one) => (one === place ? second : highest);
}

function describeQuestion(model: TopicModel, topics: Float32Array, text: Normalised): QuestionEvidence {
  const share = (isMeant: (topic: Topic) => boolean): number =>
    model.topics.reduce((total, topic, at) => total + (isMeant(topic) ? (topics[at] ?? 0) : 0), 0);
  return {
    shop: share(({ kind }) => kind === "shop"),
    none: share(({ kind }) => kind === "none"),
    humanOnly: share(({ risk }) => risk === "human-only"),
    topics,
    hasShopWord: hasShopWord(text),
    hasOtherBusiness: hasOtherBusiness(text),
    isEnglish: text.language === "en",
    ownCase: ownCaseSigns(text),
  };
}

/** Says which articles may answer, how likely each is, and whether the question is the shop's business. */
export function judge(model: FrozenModel, knowledge: StoreKnowledge, asked: Asked): Judgement {
  const measured = measure(model, knowledge, asked);
  const conditions = conditionsAsked(asked.text.whole);
  const lifts = liftsFor(model, measured, asked);
  const fitted = chancesOf(model, measured, measured.features);
  const torn = tornBetween(
    asked.text.text,
    measured.features.map(({ evidence }) => evidence),
  );
  const lifted = lifts.length === 0 ? fitted : liftChances(fitted, lifts);
  const chances = levelled(lifted, torn);
  const studies = measured.features.map(({ evidence }) => knowledge.studies[evidence.article]);
  const alone = measured.guessed === undefined ? fitted : chancesOf(model, measured, measured.guessed);
  const own = measured.features.map(({ evidence }, at) => {
    const chance = rests(studies[at], { alone: alone[at] ?? 0, lift: lifts[at] ?? 0 }) ? (alone[at] ?? 0) : (chances[at] ?? 0);
    return confidenceOf(evidence, chance, lifts[at] ?? 0);
  });
  const linked = offerLinked(own, studies, measured.topics);
  const found = measured.features.map(({ evidence }, at) => {
    const care = (confidence = 0): number => careful({ kinds: measured.kinds, conditions }, studies[at], confidence);
    const isLifted = (linked[at] ?? 0) > (own[at] ?? 0);
    const candidate = toCandidate(knowledge, evidence, care(linked[at]));
    const isShared = knowledge.index.articles[evidence.article]?.layer === "shared";
    return { evidence, candidate: isLifted ? { ...candidate, withoutLink: care(own[at]) } : candidate, isLifted, isShared };
  });
  found.sort((a, b) => b.candidate.confidence - a.candidate.confidence);
  // Who is torn takes no side: not even that of the store's own articles.
  const ownBest = torn.size > 0 ? undefined : found.find((entry) => !entry.isShared && entry.candidate.confidence >= BOTH_ANSWER);
  const ordered =
    ownBest === undefined
      ? found
      : [ownBest, ...found.filter((entry) => entry !== ownBest && !entry.isShared), ...found.filter((entry) => entry.isShared)];
  const { topic, confidence: topicConfidence } = topTopic(model.topics, measured.topics);
  const signs = [
    ...(topic === undefined ? [] : [`topic:${topic.id}`]),
    ...(torn.size === 0 ? [] : [`torn:${torn.size}`]),
    ...found.filter(({ evidence }) => evidence.isExact).map(({ candidate }) => `exact:${candidate.articleId}`),
    ...found.filter(({ isLifted }) => isLifted).map(({ candidate }) => `linked:${candidate.articleId}`),
    ...(lifts.length === 0 ? [] : ["meaning:service"]),
    ...conditions.map((condition) => `condition:${condition}`),
  ];
  return {
    candidates: ordered.map((entry) => entry.candidate),
    inScope: scopeOf(model, measured, { best: ordered[0]?.candidate.confidence ?? 0, conditions }),
    topic,
    topicConfidence,
    kinds: measured.kinds,
    signs,
  };
}

/** What an article probably answers is the shop's business at least as probably. */
function scopeOf(
  model: FrozenModel,
  { scope }: Measured,
  found: { readonly best: number; readonly conditions: readonly string[] },
): number {
  return Math.max(probability(model.confidence.scope, scope), found.best, found.conditions.length === 0 ? 0 : CONDITION_IN_SCOPE);
}

function chancesOf(model: FrozenModel, { nobody }: Measured, features: Measured["features"]): readonly number[] {
  return probabilities(
    model.confidence,
    features.map(({ values }) => values),
    nobody,
  );
}

/** Less than this an article that people linked does not fit without the link. */
const FITS_ALONE = 0.25;

/** Whether a confidence rests on a link alone: the article's own words and the embedding service say too little for it. */
function rests(study: StudiedArticle | undefined, { alone, lift }: { readonly alone: number; readonly lift: number }): boolean {
  return study?.links !== undefined && alone < FITS_ALONE && lift === 0;
}

/** What the service adds to each candidate; empty where it was not heard. What only people may handle, or no shop, it cannot make answerable. */
function liftsFor(model: FrozenModel, measured: Measured, { text, support }: Asked): readonly number[] {
  if (support === undefined) return [];
  const { humanOnly, hasOtherBusiness, hasShopWord } = describeQuestion(model.topics, measured.topics, text);
  const isPeoples = humanOnly >= HUMAN_ONLY || measured.kinds.danger >= MAYBE_DANGER;
  const isDeaf = isPeoples || (hasOtherBusiness && !hasShopWord);
  return measured.features.map(({ evidence }) => (isDeaf ? 0 : (support.lifts[evidence.article] ?? 0)));
}

function toCandidate(knowledge: StoreKnowledge, evidence: Evidence, confidence: number): Candidate {
  const article = knowledge.index.articles[evidence.article];
  if (article === undefined) throw new Error(`evidence names article ${evidence.article}, which the index does not have`);
  return { articleId: article.id, title: article.question, answer: article.answer, phase: article.phase, confidence };
}

function topTopic(model: TopicModel, topics: Float32Array): { readonly topic?: Topic | undefined; readonly confidence: number } {
  let best: Topic | undefined;
  let confidence = 0;
  for (const [at, topic] of model.topics.entries()) {
    if (topic.kind !== "shop" || (topics[at] ?? 0) <= confidence) continue;
    best = topic;
    confidence = topics[at] ?? 0;
  }
  return { topic: best, confidence };
}

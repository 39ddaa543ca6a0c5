import type { Evidence, Matching } from "./match.ts";

/** What is known about one candidate when its probability is asked for, in the order of the weights. */
export const FEATURES = [
  "one",
  "ridge",
  "ridgeLead",
  "best",
  "bestLead",
  "covered",
  "covering",
  "explained",
  "topic",
  "known",
  "length",
  "exact",
  "none",
  "topicLead",
  "explainedLead",
  "both",
  "answered",
  "otherBusiness",
] as const;

export interface ConfidenceModel {
  /** One weight a feature, in the order of FEATURES. */
  readonly candidate: readonly number[];
  /** Weights of scopeFeatures. */
  readonly scope: readonly number[];
}

/** What the catalogue's classifier says about question and article. */
export interface TopicEvidence {
  /** How alike the topics of question and article are, 0..1. */
  readonly agreement: number;
  /** The same of the article, among the others, whose topics fit best. */
  readonly bestOther: number;
  /** Probability that the question is none of a shop's business. */
  readonly none: number;
  /** The question has words of matters that are no shop's. */
  readonly hasOtherBusiness: boolean;
}

/** The numbers from which a candidate's probability is made. */
export function candidateFeatures(matching: Matching, candidate: Evidence, topic: TopicEvidence): readonly number[] {
  const isBest = matching.evidence.every((other) => other.ridge <= candidate.ridge);
  const others = matching.evidence.filter((other) => other.article !== candidate.article);
  const bestOther = (of: (evidence: Evidence) => number): number => others.reduce((best, other) => Math.max(best, of(other)), 0);
  return [
    1,
    candidate.ridge,
    candidate.ridge - bestOther((other) => other.ridge),
    candidate.best,
    candidate.best - bestOther((other) => other.best),
    candidate.covered,
    candidate.covering,
    candidate.explained,
    topic.agreement,
    matching.known,
    Math.log(1 + matching.gramCount) / 5,
    candidate.isExact ? 1 : 0,
    topic.none,
    topic.agreement - topic.bestOther,
    candidate.explained - bestOther((other) => other.explained),
    isBest && topic.agreement >= topic.bestOther ? 1 : 0,
    candidate.answered,
    topic.hasOtherBusiness ? 1 : 0,
  ];
}

/** What is known about whether a text is a shop's business at all. */
export interface ScopeEvidence {
  /** Probabilities of the catalogue's classifier. */
  readonly shop: number;
  readonly none: number;
  /** Share of the question's informative grams the store's knowledge knows. */
  readonly known: number;
  readonly best: number;
  readonly hasShopWord: boolean;
  readonly hasOtherBusiness: boolean;
}

/** In the order of the weights, as scopeFeatures gives them. */
export const SCOPE_FEATURES = ["one", "shop", "none", "known", "best", "shopWord", "otherBusiness"] as const;

/** The numbers from which the probability of being in scope is made. */
export function scopeFeatures(evidence: ScopeEvidence): readonly number[] {
  return [
    1,
    evidence.shop,
    evidence.none,
    evidence.known,
    evidence.best,
    evidence.hasShopWord ? 1 : 0,
    evidence.hasOtherBusiness ? 1 : 0,
  ];
}

/** The logistic function of the weighted sum, 0..1. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  let score = 0;
  for (const [at, feature] of features.entries()) score += feature * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

import { createHash } from "node:crypto";
import { z } from "zod";
import type { Evidence, Matching } from "./match.ts";
import { OWN_CASE_SIGNS } from "./own-case.ts";
import { scoreFile, scoreOf, type Score } from "./score.ts";
import type { WhoseSigns } from "./whose.ts";

/** What is known about one candidate when its probability is asked for, in the order the weights were fitted in. */
export const FEATURES = [
  "ridge",
  "ridgeLead",
  "words",
  "wordsLead",
  "meaning",
  "meaningLead",
  "meaningOfAnswer",
  "covered",
  "covering",
  "explained",
  "explainedLead",
  "answered",
  "topic",
  "topicLead",
  "matter",
  "matterLead",
  "agreeing",
  "known",
  "length",
  "isEnglish",
  "nearness",
  "nearnessLead",
  "nearnessOfAnswer",
  "nearnessOfAnswerLead",
  "nearnessOfQuestion",
  "nearnessOfQuestionLead",
  "nearnessOfTwo",
  "nearnessOfTwoLead",
  "title",
  "titleBack",
  "phrasing",
  "phrasingBack",
  "mutual",
  "mutualOnAverage",
  "phrasings",
  "telling",
  "tellingAsked",
  "sequence",
  "sequenceOfBoth",
  "run",
  "runOfBoth",
  "isPresale",
  "isAftersale",
] as const;

/** What is known about the question when the probability is asked for that no article answers it; topics follow. */
export const NOBODY_FEATURES = [
  "known",
  "length",
  "none",
  "shop",
  "humanOnly",
  "shopWord",
  "otherBusiness",
  "ridge",
  "words",
  "meaning",
  "isEnglish",
  "nearness",
  "looksForeign",
  "looksPeoples",
  ...OWN_CASE_SIGNS,
] as const;

/** In the order of the weights, as scopeFeatures gives them. */
export const SCOPE_FEATURES = [
  ...["one", "shop", "none", "known", "best", "shopWord", "otherBusiness", "meaning"],
  ...["looksForeign", "looksPeoples"],
] as const;

/** Fitted by `npm run build:intents`. */
export interface ConfidenceModel {
  readonly candidate: Score;
  /** NOBODY_FEATURES, then a share for each topic, in the topic model's order. */
  readonly nobody: Score;
  readonly scope: readonly number[];
}

export const confidenceFile = z.object({
  candidate: scoreFile.refine(({ linear }) => linear.length === FEATURES.length),
  nobody: scoreFile,
  scope: z.array(z.number()).length(SCOPE_FEATURES.length),
});

const NAME_LENGTH = 12;

/** A short name of the fitted numbers: another fit has another one, the same fit always the same. */
export function nameOfFit({ candidate, nobody, scope }: ConfidenceModel): string {
  const numbers = JSON.stringify([numbersOf(candidate), numbersOf(nobody), scope]);
  return createHash("sha256").update(numbers).digest("hex").slice(0, NAME_LENGTH);
}

function numbersOf({ means, scales, linear, bias, hidden, outer }: Score): readonly unknown[] {
  return [means, scales, linear, bias, hidden, outer];
}

/** What the catalogue's classifier says about question and article. */
export interface TopicEvidence {
  /** How alike the topics of question and article are, 0..1. */
  readonly agreement: number;
  /** The same of the article, among the others, whose topics fit best. */
  readonly bestOther: number;
  /** How alike the embedding's labels of question and article are, 0..1, and the best of the other articles. */
  readonly matter: number;
  readonly bestMatter: number;
}

/** The numbers from which a candidate's score is made. */
export function candidateFeatures(matching: Matching, candidate: Evidence, topic: TopicEvidence): readonly number[] {
  const others = matching.evidence.filter((other) => other.article !== candidate.article);
  const lead = (of: (evidence: Evidence) => number): number =>
    of(candidate) - others.reduce((best, other) => Math.max(best, of(other)), 0);
  const leads = {
    ridge: lead(({ ridge }) => ridge),
    meaning: lead(({ meaning }) => meaning),
    topic: topic.agreement - topic.bestOther,
    matter: topic.matter - topic.bestMatter,
  };
  return [
    candidate.ridge,
    leads.ridge,
    candidate.best,
    lead(({ best }) => best),
    candidate.meaning,
    leads.meaning,
    candidate.meaningOfAnswer,
    candidate.covered,
    candidate.covering,
    candidate.explained,
    lead(({ explained }) => explained),
    candidate.answered,
    topic.agreement,
    leads.topic,
    topic.matter,
    leads.matter,
    [leads.ridge, leads.meaning, leads.topic, leads.matter].filter((value) => value >= 0).length / 4,
    matching.known,
    lengthOf(matching),
    candidate.isEnglish ? 1 : 0,
    candidate.nearness.phrasing,
    candidate.nearness.phrasingLead,
    candidate.nearness.answer,
    candidate.nearness.answerLead,
    candidate.nearness.question,
    lead(({ nearness }) => nearness.question),
    candidate.nearness.twoNearest,
    lead(({ nearness }) => nearness.twoNearest),
    ...overlapFeatures(candidate),
  ];
}

function overlapFeatures({ overlap, telling, isPresale, isAftersale }: Evidence): readonly number[] {
  return [
    overlap.title,
    overlap.titleBack,
    overlap.phrasing,
    overlap.phrasingBack,
    overlap.mutual,
    overlap.mutualOnAverage,
    overlap.phrasings,
    telling.all,
    telling.asked,
    overlap.sequence,
    overlap.sequenceOfBoth,
    overlap.run,
    overlap.runOfBoth,
    isPresale ? 1 : 0,
    isAftersale ? 1 : 0,
  ];
}

function lengthOf({ gramCount }: Matching): number {
  return Math.log(1 + gramCount) / 5;
}

/** What is known about a question whatever the articles. */
export interface QuestionEvidence {
  /** Sums of the catalogue's classifier over topics of these kinds. */
  readonly shop: number;
  readonly none: number;
  readonly humanOnly: number;
  readonly topics: Float32Array;
  readonly hasShopWord: boolean;
  readonly hasOtherBusiness: boolean;
  readonly isEnglish: boolean;
  readonly whose: WhoseSigns;
  /** See own-case.ts. */
  readonly ownCase: readonly number[];
}

/** The numbers from which the score of “no article” is made. */
export function nobodyFeatures(matching: Matching, question: QuestionEvidence): readonly number[] {
  const best = (of: (evidence: Evidence) => number): number =>
    matching.evidence.reduce((most, one) => Math.max(most, of(one)), 0);
  return [
    matching.known,
    lengthOf(matching),
    question.none,
    question.shop,
    question.humanOnly,
    question.hasShopWord ? 1 : 0,
    question.hasOtherBusiness ? 1 : 0,
    best(({ ridge }) => ridge),
    best((one) => one.best),
    best(({ meaning }) => meaning),
    question.isEnglish ? 1 : 0,
    best(({ nearness }) => nearness.phrasing),
    question.whose.foreign,
    question.whose.people,
    ...question.ownCase,
    ...question.topics,
  ];
}

/** The numbers from which the probability of being the shop's business is made. */
export function scopeFeatures(matching: Matching, question: QuestionEvidence): readonly number[] {
  const best = (of: (evidence: Evidence) => number): number =>
    matching.evidence.reduce((most, one) => Math.max(most, of(one)), 0);
  return [
    1,
    question.shop,
    question.none,
    matching.known,
    best((one) => one.best),
    question.hasShopWord ? 1 : 0,
    question.hasOtherBusiness ? 1 : 0,
    best(({ meaning }) => meaning),
    question.whose.foreign,
    question.whose.people,
  ];
}

/** The probability that each candidate answers, given the scores of all and of “none of them”: at most 1 together. */
export function probabilities(
  model: Pick<ConfidenceModel, "candidate" | "nobody">,
  candidates: readonly (readonly number[])[],
  nobody: readonly number[],
): readonly number[] {
  const scores = [...candidates.map((features) => scoreOf(model.candidate, features)), scoreOf(model.nobody, nobody)];
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, value) => sum + value, 0);
  return odds.slice(0, -1).map((value) => value / total);
}

/** The logistic function of the weighted sum, 0..1. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  let score = 0;
  for (const [at, feature] of features.entries()) score += feature * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

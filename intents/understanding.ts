import type { TextEmbedder } from "../src/core/embedder.ts";
import { articleId, storeId, type ArticleId, type StoreId } from "../src/core/ids.ts";
import type { Act, Candidate, KnownArticle, Question, Reading, Understanding } from "../src/core/understanding.ts";
import type { Instant } from "../src/core/words.ts";
import { nameOfFit } from "./confidence.ts";
import { pureCourtesy } from "./courtesy.ts";
import { findDanger, type Danger } from "./danger.ts";
import { withoutNumbers } from "./numbers-aside.ts";
import { findEntities } from "./entities/find.ts";
import { createMeanings, type Heard } from "./external/meanings.ts";
import { feelingOf } from "./feeling.ts";
import type { FrontDoorReading } from "./front-door.ts";
import { readInContext, textsOf } from "./in-context.ts";
import { judge, learnInSteps, learnStore, type Judgement, type StoreKnowledge } from "./judgement.ts";
import { phaseOf, skillOf, type FoundAct, type Told } from "./matter-told.ts";
import { inShortTurns } from "./turns.ts";
import { loadModel, type FrozenModel } from "./model.ts";
import { normalise, type Normalised } from "./normalise.ts";
import { putRight } from "./put-right.ts";
import { isValid } from "./retrieve.ts";
import { createQueues } from "./queues.ts";
import { actOfSigns } from "./signs-only.ts";
import { actOfWords } from "./short-acts.ts";
import { suggestTopics } from "./suggest-topics.ts";
import { findBareNumber } from "./numbers.ts";
import { besideWish, findComplaint, findHumanWish, namesNoWish, saysNothingElse, withoutRefusal } from "./wishes.ts";

/** A candidate less likely than this is not worth mentioning. */
const MIN_CONFIDENCE = 0.03;
const MAX_CANDIDATES = 5;
/** How sure words alone are of a wish or a complaint. */
const WORDS_CONFIDENCE = 0.95;
/** How sure the front door must be, without such words, that somebody wants a person or complains. */
const CALLING_CONFIDENCE = 0.8;
/** How sure the classifier of kinds must be of a danger in which no listed word is found. */
const DANGER_CONFIDENCE = 0.8;
/** The same where the catalogue's classifier finds a dangerous topic, this surely, too. */
const BOTH_CONFIDENCE = 0.5;
const DANGEROUS_TOPICS: ReadonlySet<string> = new Set(["injury-danger", "food-safety"]);
/** How sure it is that a number alone is the shop's business. */
const NUMBER_IN_SCOPE = 0.9;

/** So much of a text is quoted as the reason when no single word gave it away. */
const MAX_QUOTED = 20;

const WARM_UP_ROUNDS = 20;

export interface UnderstandingOptions {
  /** Where the frozen files are; found beside the sources when absent. */
  readonly modelDirectory?: string | undefined;
  /** Read before, to be shared with others. */
  readonly model?: FrozenModel | undefined;
  /** Somebody else's model as a further channel; absent: understanding needs no network. */
  readonly embedder?: TextEmbedder | undefined;
  /** Pause before the embedder is given again what it did not take; it doubles. */
  readonly learnAgainAfterMs?: number | undefined;
  /** Called with what should not have happened while the embedder read a store, which then does without. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The intent layer with what only its owner needs. */
export interface OpenUnderstanding extends Understanding {
  /** Resolves when the embedder has read all that was learned; at once without one. */
  settled(): Promise<void>;
}

/** Opens the intent layer. Its models are frozen files; what a store knows is given by `learn` and used by the next `read`. */
export async function createUnderstanding(options: UnderstandingOptions = {}): Promise<OpenUnderstanding> {
  const model = options.model ?? (await loadModel(options.modelDirectory));
  await warmUp(model);
  return understandingOn(model, options);
}

/** The intent layer on models that were read before; its first reads are slower. */
export function understandingOn(
  model: FrozenModel,
  { embedder, learnAgainAfterMs, report }: Pick<UnderstandingOptions, "embedder" | "learnAgainAfterMs" | "report"> = {},
): OpenUnderstanding {
  const stores = new Map<StoreId, StoreKnowledge>();
  const empty = learnStore(model, []);
  const inOrder = createQueues<StoreId>();
  const confidenceModel = nameOfFit(model.confidence);
  const meanings = embedder === undefined ? undefined : createMeanings({ embedder, learnAgainAfterMs, report });
  return {
    learn: (store, articles) =>
      inOrder(store, async () => {
        const knowledge = await inShortTurns(learnInSteps(model, articles, stores.get(store)));
        // Before: a store that was compared with the service's help goes on to be.
        await meanings?.learn(store, knowledge.index);
        stores.set(store, knowledge);
      }),
    settled: async () => meanings?.settled(),
    topics: model.linkable,
    suggestTopics: (article) => suggestTopics(model.topics, article),
    knows: (store) => stores.has(store),
    article: (store, id, at) => findArticle(stores.get(store), id, at),
    read: async (question) => {
      const knowledge = stores.get(question.storeId) ?? empty;
      // Asked once for all that may be read of the question: whoever waits for a service waits once.
      const heard = await meanings?.hear(question.storeId, knowledge.index, textsOf(question));
      const inContext = await readInContext(question, (text) => read(model, knowledge, { ...question, text, heard }));
      const reading = { ...inContext, confidenceModel };
      const feeling = feelingOf(model.feeling, normalise(question.text));
      return feeling === undefined ? reading : { ...reading, feeling };
    },
  };
}

/** Reading a date or an amount for the first time costs a tenth of a second. */
const WITH_MEASURES = [
  "how much per day for a 5kg cat",
  "明天下午三点前能到吗,我165 110斤",
  "deliver by next friday 3pm to no. 5",
];
const MEASURE_ROUNDS = 3;

/** The first reads are compiled now, not while a shopper waits. */
async function warmUp(model: FrozenModel): Promise<void> {
  const asked = ["怎么退货,运费谁出", "請問什麼時候出貨", "在吗", "我165 110斤穿多大码", "How do I return it?", "今天天气怎么样"];
  const articles = asked.map((question, at): KnownArticle => {
    return { id: articleId(`warm-${at}`), layer: "store", phase: "presale", question, alternatives: [], answer: question };
  });
  const knowledge = learnStore(model, articles);
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    for (const text of asked) await read(model, knowledge, { storeId: storeId("warm-up"), text: `${text}呢`, at: 0 });
  }
  for (let round = 0; round < MEASURE_ROUNDS; round += 1) for (const text of WITH_MEASURES) findEntities(text, { now: 0 });
}

/** A choice that was pressed is meant: its confidence is 1. */
function findArticle(knowledge: StoreKnowledge | undefined, id: ArticleId, at: Instant): Candidate | undefined {
  const article = knowledge?.index.articles.find((one) => one.id === id);
  if (article === undefined || !isValid(article, at)) return undefined;
  return { articleId: id, title: article.question, answer: article.answer, phase: article.phase, confidence: 1 };
}

interface Asking extends Question {
  readonly heard?: Heard | undefined;
}

async function read(model: FrozenModel, knowledge: StoreKnowledge, question: Asking): Promise<Reading> {
  const text = withHint(normalise(question.text), question);
  if (findBareNumber(text) !== undefined && !namesMeasures(text.whole))
    return readNumber(question, judge(model, knowledge, { text, at: question.at }));
  const isEmpty = !/[\p{L}\p{N}]/u.test(text.whole);
  const heard = putRight(model, knowledge.index, withoutNumbers(withoutRefusal(text)));
  const judgement = judge(model, knowledge, {
    text: heard.text,
    at: question.at,
    support: question.heard?.get(question.text),
  });
  const act = isEmpty
    ? nothingSaid(question)
    : findAct(text, { frontDoor: await model.frontDoor(text), inScope: judgement.inScope });
  const danger = findDanger(text) ?? toldDanger(judgement, text);
  const exact = judgement.signs.some((sign) => sign.startsWith("exact:"));
  const candidates = isEmpty || (act.saysNothing === true && !exact) ? [] : worthMentioning(judgement);
  const beside = act.beside === undefined ? undefined : { ...heard.text, text: act.beside };
  const told =
    beside === undefined ? { judgement, candidates } : toldIn(judge(model, knowledge, { text: beside, at: question.at }));
  return {
    language: text.language,
    isTraditional: text.isTraditional,
    act: act.act,
    actConfidence: act.confidence,
    candidates,
    inScope: isEmpty ? 0 : judgement.inScope,
    skill: danger?.skill ?? skillOf(act, told),
    phase: phaseOf(act, told),
    urgency: danger === undefined ? "normal" : "high",
    signs: [
      ...dangerSigns(danger),
      ...act.signs,
      ...heard.put.map((words) => `heard:${words}`),
      ...(isEmpty ? [] : judgement.signs),
    ],
  };
}

/** “165 118” is a height and a weight, no order. */
function namesMeasures(whole: string): boolean {
  return findEntities(whole).some(({ kind }) => kind === "height" || kind === "weight");
}

/** A number alone is an order's or a parcel's: nobody can answer it from knowledge, unless an article is called exactly so. */
function readNumber({ language }: Question, judgement: Judgement): Reading {
  const exact = judgement.signs.filter((sign) => sign.startsWith("exact:"));
  return {
    // Letters in a number are of no language: the page's decides.
    language: language === "en" ? "en" : "zh",
    isTraditional: false,
    act: "gives-number",
    actConfidence: WORDS_CONFIDENCE,
    candidates: worthMentioning(judgement).filter(({ articleId: id }) => exact.includes(`exact:${id}`)),
    inScope: NUMBER_IN_SCOPE,
    skill: "aftersale",
    urgency: "normal",
    signs: ["number:order", ...exact],
  };
}

function toldIn(judgement: Judgement): Told {
  return { judgement, candidates: worthMentioning(judgement) };
}

function worthMentioning({ candidates }: Judgement): readonly Candidate[] {
  return candidates.filter((candidate) => candidate.confidence >= MIN_CONFIDENCE).slice(0, MAX_CANDIDATES);
}

/** Dangers told in words nobody listed. */
function toldDanger({ kinds, topic, topicConfidence }: Judgement, { whole }: Normalised): Danger | undefined {
  const isOfDanger = topicConfidence >= BOTH_CONFIDENCE && DANGEROUS_TOPICS.has(topic?.id ?? "");
  if (kinds.danger < (isOfDanger ? BOTH_CONFIDENCE : DANGER_CONFIDENCE)) return undefined;
  return { word: whole.length > MAX_QUOTED ? `${whole.slice(0, MAX_QUOTED)}…` : whole, skill: "complaint" };
}

function dangerSigns(danger: Danger | undefined): readonly string[] {
  if (danger === undefined) return [];
  return [`danger:${danger.word}`, ...(danger.kind === undefined ? [] : [`danger-kind:${danger.kind}`])];
}

/** Digits and signs are of no language: the page's language decides. */
function withHint(text: Normalised, question: Question): Normalised {
  if (/\p{L}/u.test(text.whole) || question.language !== "en") return text;
  return { ...text, language: "en" };
}

/** No letter and no digit: whoever sends that is asked what is meant, not told that it is no business of the shop. */
function nothingSaid({ text }: Question): FoundAct {
  return { act: actOfSigns(text), confidence: WORDS_CONFIDENCE, signs: ["empty"], isAlone: true, saysNothing: true };
}

/** Words that ask for a person or complain outweigh what the front door makes of the whole. */
function findAct(text: Normalised, { frontDoor, inScope }: ActEvidence): FoundAct {
  const wish = findHumanWish(text);
  if (wish !== undefined) return wished(text, wish);
  const complaint = findComplaint(text);
  if (complaint !== undefined) return called("complaint", { text, words: complaint, sign: `complaint:${complaint}` });
  const words = actOfWords(text.whole);
  if (words !== undefined) return { act: words, confidence: WORDS_CONFIDENCE, signs: [], isAlone: true, saysNothing: true };
  const courtesy = pureCourtesy(text.whole);
  if (courtesy !== undefined) return { act: courtesy, confidence: WORDS_CONFIDENCE, signs: [], isAlone: true };
  const callsSomebody = ["human-please", "complaint", "angry"].includes(frontDoor.act ?? "");
  if (callsSomebody && (frontDoor.confidence < CALLING_CONFIDENCE || namesNoWish(text))) return { confidence: 0, signs: [] };
  if (frontDoor.act !== undefined && ONLY_SHORT.has(frontDoor.act) && text.whole.length > MAX_SHORT)
    return { confidence: 0, signs: [] };
  if (frontDoor.act === "gives-number" && !/\d/u.test(text.whole)) return { confidence: 0, signs: [] };
  if (frontDoor.act !== undefined && ONLY_TALK.has(frontDoor.act) && inScope >= SURELY_IN_SCOPE)
    return { confidence: 0, signs: [] };
  return { ...frontDoor, signs: [] };
}

interface ActEvidence {
  readonly frontDoor: FrontDoorReading;
  /** How probably it is the shop's business, 0..1. */
  readonly inScope: number;
}

/** What is this surely the shop's business is no mere talk, however it is worded. */
const SURELY_IN_SCOPE = 0.9;
const ONLY_TALK: ReadonlySet<Act> = new Set(["small-talk", "bye", "repeat"]);

/** Who writes more than this says something, whatever it resembles. */
const MAX_SHORT = 16;
const ONLY_SHORT: ReadonlySet<Act> = new Set(["yes", "no", "unclear"]);

/** A wish for a person, and the matter told beside it. */
function wished(text: Normalised, words: string): FoundAct {
  const found = called("human-please", { text, words, sign: `wish:${words}` });
  if (found.isAlone) return found;
  const complaint = findComplaint(text);
  const beside = besideWish(text, words);
  const signs = complaint === undefined ? found.signs : [...found.signs, `complaint:${complaint}`];
  return { ...found, signs, complains: complaint !== undefined, ...(beside === "" ? {} : { beside }) };
}

interface Call {
  readonly text: Normalised;
  readonly words: string;
  readonly sign: string;
}

function called(act: Act, { text, words, sign }: Call): FoundAct {
  return { act, confidence: WORDS_CONFIDENCE, signs: [sign], isAlone: saysNothingElse(text, words) };
}

import { readCatalog, type CatalogIntent } from "../../intents/catalog.ts";
import { createNlpEngine } from "../../intents/node-nlp.ts";
import { normalise } from "../../intents/normalise.ts";
import { classifyTopic } from "../../intents/topics.ts";
import { trainTopics } from "../../intents/training/topics.ts";

const FOLDS = 5;
/** What node-nlp has to say when it votes with another. */
const VOTE = 0.2;
/** No probability is taken for less, or one wrong text would cost infinitely much. */
const LEAST = 1e-6;
const SCRIPTS = ["zh", "zhTW", "en"] as const;

/** Shares of the catalogue's intents, in its order; they sum to 1. */
type Shares = ArrayLike<number>;
type Classify = (text: string) => Shares | Promise<Shares>;

interface Way {
  readonly name: string;
  readonly learn: (intents: readonly CatalogIntent[]) => Classify | Promise<Classify>;
}

const WAYS: readonly Way[] = [
  { name: "linear", learn: learnLinear },
  { name: "node-nlp", learn: learnNodeNlp },
];

interface Tally {
  right: number;
  amongThree: number;
  loss: number;
}

/**
 * Compares ways to classify the catalogue's intents by five-fold cross-validation: each phrasing is asked of a classifier that
 * has not seen it. With node-nlp among them, the others are also measured with its vote.
 */
export async function compareOnCatalog(folder: string, only?: readonly string[]): Promise<object> {
  const intents = (await readCatalog(folder)).filter(({ kind }) => kind !== "merchant");
  const ways = WAYS.filter(({ name }) => only === undefined || only.includes(name));
  const tallies = new Map<string, Tally>();
  const seconds = new Map<string, number>();
  let texts = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learnt = await learnAll(ways, takeFold(intents, fold, "learn"), seconds);
    for (const [gold, intent] of takeFold(intents, fold, "ask").entries()) {
      for (const text of SCRIPTS.flatMap((script) => intent[script])) {
        texts += 1;
        for (const [name, shares] of withVotes(await askAll(learnt, text))) count(tallies, name, { shares, gold });
      }
    }
  }
  const rows = [...tallies].map(([name, { right, amongThree, loss }]) => ({
    name,
    accuracy: round(right / texts),
    topThree: round(amongThree / texts),
    logLoss: round(loss / texts),
    ...withTraining(seconds.get(name)),
  }));
  console.table(rows);
  return { node: process.version, intents: intents.length, texts, rows };
}

async function learnAll(ways: readonly Way[], intents: readonly CatalogIntent[], seconds: Map<string, number>) {
  const learnt = new Map<string, Classify>();
  for (const { name, learn } of ways) {
    const started = performance.now();
    learnt.set(name, await learn(intents));
    seconds.set(name, (seconds.get(name) ?? 0) + (performance.now() - started) / 1_000 / FOLDS);
  }
  return learnt;
}

async function askAll(learnt: ReadonlyMap<string, Classify>, text: string): Promise<Map<string, Shares>> {
  const answers = new Map<string, Shares>();
  for (const [name, classify] of learnt) answers.set(name, await classify(text));
  return answers;
}

function withVotes(answers: Map<string, Shares>): Map<string, Shares> {
  const voter = answers.get("node-nlp");
  if (voter === undefined) return answers;
  const mixed = new Map(answers);
  for (const [name, shares] of answers) {
    if (shares === voter) continue;
    mixed.set(
      `${name} + node-nlp`,
      Array.from(shares, (share, at) => (1 - VOTE) * share + VOTE * (voter[at] ?? 0)),
    );
  }
  return mixed;
}

function count(tallies: Map<string, Tally>, name: string, { shares, gold }: { shares: Shares; gold: number }): void {
  const tally = tallies.get(name) ?? { right: 0, amongThree: 0, loss: 0 };
  tallies.set(name, tally);
  const own = shares[gold] ?? 0;
  const before = Array.from(shares).filter((share, at) => share > own || (share === own && at < gold)).length;
  if (before === 0) tally.right += 1;
  if (before < 3) tally.amongThree += 1;
  tally.loss -= Math.log(Math.max(LEAST, own));
}

/** Every fifth phrasing of each script is asked, the others are learnt. */
function takeFold(intents: readonly CatalogIntent[], fold: number, part: "learn" | "ask"): readonly CatalogIntent[] {
  const pick = (texts: readonly string[]): string[] => texts.filter((_, at) => (at % FOLDS === fold) === (part === "ask"));
  return intents.map((intent) => ({ ...intent, zh: pick(intent.zh), zhTW: pick(intent.zhTW), en: pick(intent.en) }));
}

function learnLinear(intents: readonly CatalogIntent[]): Classify {
  const model = trainTopics(intents);
  const places = intents.map(({ id }) => model.linear.labels.indexOf(id));
  return (text) => {
    const shares = classifyTopic(model, normalise(text).text);
    return places.map((place) => shares[place] ?? 0);
  };
}

async function learnNodeNlp(intents: readonly CatalogIntent[]): Promise<Classify> {
  const engine = createNlpEngine();
  for (const { id, zh, zhTW, en } of intents) {
    for (const text of [...zh, ...zhTW]) engine.addDocument("zh", normalise(text).whole, id);
    for (const text of en) engine.addDocument("en", normalise(text).whole, id);
  }
  await engine.train();
  return async (text) => {
    const { whole, language } = normalise(text);
    const { classifications } = await engine.classify(language === "en" ? "en" : "zh", whole);
    const scores = new Map(classifications.map(({ intent, score }) => [intent, Number.isFinite(score) ? score : 0]));
    const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
    // A text without a known gram: every intent is as likely as the others.
    return intents.map(({ id }) => (total > 0 ? (scores.get(id) ?? 0) / total : 1 / intents.length));
  };
}

/** A vote of two has no training of its own. */
function withTraining(seconds: number | undefined): { readonly trainingS?: number } {
  return seconds === undefined ? {} : { trainingS: round(seconds) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

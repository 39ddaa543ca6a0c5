import { createHash } from "node:crypto";
import { cut, wordingOf } from "../intents/external/wording.ts";
import { toUnit } from "../intents/embedding.ts";
import { normalise } from "../intents/normalise.ts";
import { readFixture, type Fixture } from "../intents/training/fixtures.ts";
import { createUnderstanding } from "../intents/understanding.ts";
import { judge, type Outcome } from "../src/desk/rules/judge.ts";
import type { TextEmbedder } from "../src/core/embedder.ts";
import { storeId } from "../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../src/core/policy.ts";
import { chooseAction } from "../src/desk/rules/action.ts";

/**
 * How the weight of the embedding service stands up to models of different worth. The models are made up: each article is a
 * direction, its phrasings lie near it, and a question lies near the one that would answer it with some of every other mixed in,
 * the more the worse the model. So the figures say what happens with a model that is so good, not how good one is; for that
 * there is `npx counterbell ask` with EMBEDDINGS_URL.
 */
const STORES = ["vitamins", "espresso", "plus-size", "womenswear", "snacks", "beauty", "appliances", "household"];
const DIMENSIONS = 256;
/** How much of the other articles is mixed into a phrasing and into a question; the last knows nothing at all. */
const MODELS = [
  { name: "very good", phrasing: 0.15, question: 0.2 },
  { name: "good", phrasing: 0.15, question: 0.3 },
  { name: "poor", phrasing: 0.2, question: 0.4 },
  { name: "bad", phrasing: 0.3, question: 0.55 },
  { name: "chance", phrasing: 20, question: 20 },
];
type Model = (typeof MODELS)[number];
/** A question is as far from what its article says as this. */
const QUESTION_MEANS = 0.75;

const OUTCOMES: readonly Outcome[] = ["right", "wrong", "asked back", "handed over", "out-of-scope answered"];

console.log("model        nearest is right  right  wrong  asked back  handed over  a human's: wrong  out of scope: answered");
for (const model of [undefined, ...MODELS]) await tryModel(model);

async function tryModel(model: Model | undefined): Promise<void> {
  const outcomes = new Map<string, number>();
  const count = (key: string): void => void outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
  for (const name of STORES) {
    const fixture = await readFixture("tests/fixtures/knowledge", name);
    const vectorOf = model === undefined ? undefined : directionsOf(fixture, model);
    if (vectorOf !== undefined) for (const isRight of nearest(fixture, vectorOf)) count(isRight ? "nearest" : "not nearest");
    await askAll(fixture, vectorOf, (kind, outcome) => count(`${kind}:${outcome}`));
  }
  const of = (key: string): number => outcomes.get(key) ?? 0;
  const all = (kind: string): number => OUTCOMES.reduce((sum, outcome) => sum + of(`${kind}:${outcome}`), 0);
  const share = (kind: string, outcome: Outcome): string => `${((100 * of(`${kind}:${outcome}`)) / all(kind)).toFixed(1)} %`;
  const right = model === undefined ? "–" : `${((100 * of("nearest")) / (of("nearest") + of("not nearest"))).toFixed(0)} %`;
  const cells = [
    right.padStart(16),
    ...OUTCOMES.slice(0, 4).map((outcome) => share("known", outcome).padStart(7)),
    share("human", "wrong").padStart(12),
    share("none", "out-of-scope answered").padStart(12),
  ];
  console.log((model?.name ?? "none").padEnd(11), cells.join("  "));
}

type VectorOf = (text: string) => Float32Array;

async function askAll(fixture: Fixture, vectorOf: VectorOf | undefined, tell: (kind: string, outcome: Outcome) => void) {
  const embed: TextEmbedder["embed"] = async (texts) => ({
    type: "vectors",
    vectors: texts.map((text) => vectorOf?.(text) ?? toUnit(new Float32Array(1))),
  });
  const embedder = vectorOf === undefined ? undefined : { mostTexts: 64, embed };
  const understanding = await createUnderstanding({ modelDirectory: "intents/model", embedder });
  const store = storeId(fixture.name);
  await understanding.learn(store, fixture.articles);
  await understanding.settled();
  for (const { text, golds } of fixture.questions) {
    const { action, candidates } = chooseAction(await understanding.read({ storeId: store, text, at: 0 }), DEFAULT_THRESHOLDS);
    const article = action === "answer" ? (candidates[0]?.articleId ?? null) : null;
    tell(kindOf(golds), judge({ action, article }, golds));
  }
}

function kindOf(golds: readonly string[]): string {
  if (golds.includes("none")) return "none";
  return golds.includes("handover") ? "human" : "known";
}

function directionsOf({ name, articles, questions }: Fixture, model: Model): VectorOf {
  const meant = new Map<string, { readonly gold: string | undefined; readonly isPhrasing: boolean }>();
  for (const { id, question, alternatives } of articles)
    for (const text of [question, ...alternatives]) meant.set(cut(normalise(text).text), { gold: id, isPhrasing: true });
  for (const { text, golds } of questions) {
    const sent = wordingOf(text)?.text;
    if (sent !== undefined && !meant.has(sent)) meant.set(sent, { gold: golds[0], isPhrasing: false });
  }
  const directions = articles.map(({ id }) => ({ id, direction: direction(`${name} ${id}`) }));
  return (text) => {
    const { gold, isPhrasing } = meant.get(text) ?? { gold: undefined, isPhrasing: false };
    const means = isPhrasing ? 1 : QUESTION_MEANS;
    const vector = new Float32Array(DIMENSIONS);
    add(vector, direction("what all texts have in common"), 1);
    add(vector, direction(text), 0.5);
    for (const { id, direction: one } of directions) {
      const mixed = Math.abs(normalOf(`${text} ${id} ${model.name}`)) * (isPhrasing ? model.phrasing : model.question);
      add(vector, one, mixed + (id === gold ? means : 0));
    }
    return toUnit(vector);
  };
}

/** Whether the article whose title lies nearest is the right one, for each question that the knowledge has an answer to. */
function* nearest({ articles, questions }: Fixture, vectorOf: VectorOf): Generator<boolean> {
  const titles = articles.map(({ id, question }) => ({ id, vector: vectorOf(cut(normalise(question).text)) }));
  for (const { text, golds } of questions) {
    const sent = wordingOf(text)?.text;
    if (sent === undefined || kindOf(golds) !== "known") continue;
    const vector = vectorOf(sent);
    const close = titles.map((title) => ({
      id: title.id,
      cosine: title.vector.reduce((sum, one, at) => sum + one * (vector[at] ?? 0), 0),
    }));
    const [best] = close.sort((a, b) => b.cosine - a.cosine);
    yield golds.includes(best?.id ?? "");
  }
}

function add(to: Float32Array, what: Float32Array, weight: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + weight * (what[at] ?? 0);
}

/** The same for the same words, at right angles to nearly all others. */
function direction(words: string): Float32Array {
  return toUnit(Float32Array.from({ length: DIMENSIONS }, (_, at) => normalOf(`${words} ${at}`)));
}

/** A number of the normal distribution, by words instead of by chance. */
function normalOf(words: string): number {
  const bytes = createHash("md5").update(words).digest();
  const [one, another] = [(bytes.readUInt32LE(0) + 1) / 2 ** 32, bytes.readUInt32LE(4) / 2 ** 32];
  return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * another);
}

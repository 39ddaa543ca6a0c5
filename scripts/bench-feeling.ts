import { mkdir, readFile, writeFile } from "node:fs/promises";
import { phrasingsOf, readCatalog } from "../intents/catalog.ts";
import { feelingOf } from "../intents/feeling.ts";
import { readLinearModel, type LinearModel } from "../intents/linear.ts";
import { normalise } from "../intents/normalise.ts";
import { readTrades } from "../intents/training/corpus.ts";
import { feltTexts, ordinaryChat, readFeelings, trainFeeling, type FeltText } from "../intents/training/feeling.ts";
import { readFixture } from "../intents/training/fixtures.ts";
import { FEELINGS, type FeelingLevel } from "../src/core/understanding.ts";

/**
 * How well calm, annoyed and angry are told apart: on lines held out (written in another style, fitted on by nothing), on our own
 * lines and ordinary chat by cross-validation, and how much of texts that are calm by and large is flagged.
 */
const FOLDS = 5;
const STORES = ["vitamins", "espresso", "plus-size", "womenswear", "snacks", "beauty", "appliances", "household"];

const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const trades = await readTrades("intents/training/matters");
const shipped = readLinearModel(await readFile("intents/model/feeling.bin"));
const told = feltTexts(await readFeelings("intents/training/feeling"), catalog);
const chat = ordinaryChat(catalog, trades);
const known = new Set([...told, ...chat].map(({ text }) => text));
const heldOut = (await readFile("tests/fixtures/feeling/held-out.jsonl", "utf8"))
  .trim()
  .split("\n")
  .map((line): FeltText => {
    const { text, feeling } = JSON.parse(line) as { readonly text: string; readonly feeling: FeelingLevel };
    return { text, label: feeling };
  });

const crossed = crossValidate([...told, ...chat]);
const ofOthers = await Promise.all(STORES.map((name) => readFixture("tests/fixtures/knowledge", name)));
const shop = catalog.filter(({ kind }) => kind === "shop");
const presale = shop.filter(({ phase }) => phase === "presale").flatMap(phrasingsOf);
const later = shop.filter(({ phase }) => phase !== "presale").flatMap(phrasingsOf);
const complaints = catalog.filter(({ id }) => id === "complaint").flatMap(phrasingsOf);
const results = {
  "held out": table(read(shipped, heldOut)),
  "own lines, cross-validated": table(crossed.slice(0, told.length)),
  flagged: {
    "ordinary chat, cross-validated": flagged(crossed.slice(told.length).map(({ found }) => found)),
    "catalogue's questions before buying, unseen": flagged(levels(unseen(presale))),
    "catalogue's other matters, unseen": flagged(levels(unseen(later))),
    "questions of the trades, unseen": flagged(
      levels(unseen(trades.flatMap(({ matters }) => matters.flatMap(({ zh, en }) => [...zh, ...en])))),
    ),
    "eight stores' questions, by other hands": flagged(
      levels(ofOthers.flatMap(({ questions }) => questions.map(({ text }) => text))),
    ),
    "catalogue's complaints": flagged(levels(complaints)),
  },
};
console.log(JSON.stringify(results, undefined, 2));
await mkdir("bench-results", { recursive: true });
await writeFile("bench-results/feeling.json", `${JSON.stringify(results, undefined, 2)}\n`);

interface Read extends FeltText {
  readonly found: FeelingLevel;
}

function levelOf(model: LinearModel, text: string): FeelingLevel {
  return feelingOf(model, normalise(text))?.level ?? "calm";
}

function levels(texts: readonly string[]): readonly FeelingLevel[] {
  return texts.map((text) => levelOf(shipped, text));
}

function read(model: LinearModel, texts: readonly FeltText[]): readonly Read[] {
  return texts.map((text) => ({ ...text, found: levelOf(model, text.text) }));
}

/** Each text as a model reads it that was trained on the other four fifths. */
function crossValidate(texts: readonly FeltText[]): readonly Read[] {
  const models = Array.from({ length: FOLDS }, (_, fold) => trainFeeling(texts.filter((__, at) => at % FOLDS !== fold)));
  return texts.map((text, at) => {
    const model = models[at % FOLDS] ?? shipped;
    return { ...text, found: levelOf(model, text.text) };
  });
}

function unseen(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !known.has(text));
}

/** What was found of each feeling, how much of it, and how much of what was found is right. */
function table(rows: readonly Read[]) {
  const count = (is: (row: Read) => boolean): number => rows.filter(is).length;
  const isFelt = ({ found }: Read): boolean => found !== "calm";
  const found = FEELINGS.map((label) => [
    label,
    Object.fromEntries(FEELINGS.map((level) => [level, count((row) => row.label === label && row.found === level)])),
  ]);
  return {
    texts: rows.length,
    found: Object.fromEntries(found) as unknown,
    "angry: recall": share(
      count((row) => row.label === "angry" && row.found === "angry"),
      count(({ label }) => label === "angry"),
    ),
    "angry: precision": share(
      count((row) => row.label === "angry" && row.found === "angry"),
      count((row) => row.found === "angry"),
    ),
    "angry or annoyed: recall": share(
      count((row) => row.label !== "calm" && isFelt(row)),
      count(({ label }) => label !== "calm"),
    ),
    "angry or annoyed: precision": share(
      count((row) => row.label !== "calm" && isFelt(row)),
      count(isFelt),
    ),
    "calm: flagged": share(
      count((row) => row.label === "calm" && isFelt(row)),
      count(({ label }) => label === "calm"),
    ),
    "calm: taken for angry": share(
      count((row) => row.label === "calm" && row.found === "angry"),
      count(({ label }) => label === "calm"),
    ),
  };
}

function flagged(found: readonly FeelingLevel[]) {
  const angry = found.filter((level) => level === "angry").length;
  return {
    texts: found.length,
    flagged: share(found.filter((level) => level !== "calm").length, found.length),
    angry: share(angry, found.length),
  };
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((1000 * part) / of) / 1000;
}

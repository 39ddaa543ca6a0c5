import { readdirSync, readFileSync } from "node:fs";
import { pureCourtesy, stripCourtesy } from "../../intents/courtesy.ts";
import { conditionsAsked, conditionsNamed } from "../../intents/conditions.ts";
import { correctedQuestions, findCorrection } from "../../intents/correction.ts";
import { findDanger } from "../../intents/danger.ts";
import { withoutNumbers } from "../../intents/numbers-aside.ts";
import { findEntities } from "../../intents/entities/find.ts";
import { wordingOf } from "../../intents/external/wording.ts";
import { followUp, onlyNames } from "../../intents/follow-up.ts";
import { englishMeanings, gramsOf } from "../../intents/grams.ts";
import { detectLanguage } from "../../intents/language.ts";
import { normalise, type Normalised } from "../../intents/normalise.ts";
import { findBareNumber } from "../../intents/numbers.ts";
import { partsOf } from "../../intents/parts.ts";
import { hasOtherBusiness, hasShopWord } from "../../intents/scope.ts";
import { actOfWords } from "../../intents/short-acts.ts";
import { findComplaint, findHumanWish, namesNoWish, saysNothingElse, withoutRefusal } from "../../intents/wishes.ts";

/*
 * A program of its own, which bad-input.test.ts ends when it does not end by itself: a pattern that backtracks without bound
 * cannot be interrupted from within. Each file's rules are attacked with that file's own words: repeated, two in turn, and one
 * followed by much of nothing. Prints how many texts were tried.
 */
const LENGTH = 10_000;
const topic = { topic: "黑色的有货吗", slots: [] };

type Rule = (text: Normalised) => unknown;
/** Entities are found by all their files together, in the first 2,000 characters. */
const ENTITY_RULES: readonly Rule[] = [({ raw }) => findEntities(raw)];
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  "courtesy.ts": [
    ({ whole }) => stripCourtesy(whole),
    ({ whole }) => pureCourtesy(whole),
    ({ whole }) => pureCourtesy(whole.slice(0, 40)),
  ],
  "conditions.ts": [({ whole }) => conditionsAsked(whole), ({ whole }) => conditionsNamed(whole)],
  "correction.ts": [
    ({ whole }) => findCorrection(whole),
    ({ whole }) => findCorrection(whole.slice(0, 60)),
    ({ whole }) => correctedQuestions({ right: "165", wrong: "156" }, { topic: whole, slots: [] }),
  ],
  "danger.ts": [findDanger],
  "numbers-aside.ts": [withoutNumbers],
  "follow-up.ts": [
    ({ whole }) => followUp(whole, topic),
    ({ whole }) => followUp(whole.slice(0, 40), topic),
    ({ whole }) => followUp("那红色的呢", { topic: whole, slots: [] }),
    ({ whole }) => onlyNames(whole, []),
  ],
  "grams.ts": [({ text, language }) => gramsOf(text, language), ({ text }) => englishMeanings(text)],
  "language.ts": [({ whole }) => detectLanguage(whole)],
  "normalise.ts": [({ raw }) => normalise(raw)],
  "numbers.ts": [findBareNumber],
  "parts.ts": [({ whole }) => partsOf(whole), ({ whole }) => partsOf(whole.slice(0, 200))],
  "scope.ts": [hasShopWord, hasOtherBusiness],
  "short-acts.ts": [({ whole }) => actOfWords(whole), ({ whole }) => actOfWords(whole.slice(0, 24))],
  "wishes.ts": [findHumanWish, findComplaint, namesNoWish, withoutRefusal, (text) => saysNothingElse(text, "人工")],
  "external/wording.ts": [({ raw }) => wordingOf(raw)],
  ...Object.fromEntries(readdirSync("intents/entities").map((name) => [`entities/${name}`, ENTITY_RULES])),
};

/** What stands between the words of a rule, and what only looks like a word. */
const SIGNS = [
  "(",
  "[",
  "?",
  " ",
  "1",
  "1.",
  "1点",
  "a'",
  "-",
  "\u0301",
  "😂",
  "‹",
  "\ud83d",
  "ﷺ",
  "不是",
  "是",
  "，",
  "一",
  "\n",
];

let tried = 0;
let slowest = { ms: 0, what: "" };
for (const [file, rules] of Object.entries(RULES)) {
  for (const raw of hostileTexts(wordsOf(`intents/${file}`))) {
    // The words of rules are normalised words: as it is, the text reaches them whole.
    const text: Normalised = { raw, whole: raw, text: raw, language: /[a-z]/.test(raw) ? "en" : "zh", isTraditional: false };
    for (const rule of rules) {
      const begun = performance.now();
      rule(text);
      const ms = performance.now() - begun;
      if (ms > slowest.ms) slowest = { ms, what: `${file} “${raw.slice(0, 30)}…”` };
      tried += 1;
    }
  }
}
process.stdout.write(`${JSON.stringify({ tried, slowest })}\n`);

/** Everything in a file that could be a word of a pattern: runs of characters, and of letters. */
function wordsOf(file: string): readonly string[] {
  const code = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/?\*|import)/.test(line))
    .join("\n");
  return [...new Set(code.match(/\p{Script=Han}{1,12}|[a-z][a-z' ]{0,14}[a-z]/gu) ?? [])];
}

function* hostileTexts(words: readonly string[]): Generator<string> {
  for (const sign of SIGNS) yield filled(sign);
  for (const [at, word] of words.entries()) {
    yield filled(word);
    yield filled(`${words[at - 1] ?? ""}${word}`);
    yield `${word}${filled("啊").slice(word.length)}`;
  }
}

function filled(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
}

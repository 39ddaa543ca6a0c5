import { conceptsOf, englishConceptsOf } from "./concepts.ts";
import type { WrittenLanguage } from "./language.ts";

/** No text contributes more grams than this, so that a long text costs a bounded time. */
const MAX_GRAMS = 2_000;

/**
 * What two texts are compared by. Chinese: characters and pairs of neighbouring characters, as words from a segmenter lose
 * to them everywhere. English: words, pairs of words and triples of letters. Numbers and Latin words inside Chinese stay whole.
 * Repeated grams are returned once. Expects normalised text.
 */
export function gramsOf(text: string, language: WrittenLanguage): readonly string[] {
  const grams = new Set<string>();
  for (const run of text.match(/\p{Script=Han}+|[\p{L}\p{M}]+|\p{N}+(?:\.\p{N}+)?/gu) ?? []) {
    if (grams.size >= MAX_GRAMS) break;
    if (/^\p{Script=Han}/u.test(run)) addCharacters(grams, run);
    else addWord(grams, run, language);
  }
  if (language === "zh") for (const concept of conceptsOf(text)) grams.add(concept);
  return [...grams].slice(0, MAX_GRAMS);
}

function addCharacters(grams: Set<string>, run: string): void {
  let before = "";
  for (const character of run) {
    grams.add(character);
    if (before !== "") grams.add(before + character);
    before = character;
  }
}

function addWord(grams: Set<string>, run: string, language: WrittenLanguage): void {
  const word = language === "zh" ? run : stem(run);
  grams.add(`w:${word}`);
  if (language === "zh" || FUNCTION_WORDS.has(word)) return;
  for (const concept of englishConceptsOf(word)) grams.add(concept);
  const padded = `_${word}_`;
  for (let at = 0; at + 3 <= padded.length && at < 40; at += 1) grams.add(`t:${padded.slice(at, at + 3)}`);
}

/** Enough to bring “returns”, “returned” and “returning” together; no more is needed beside triples of letters. */
function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  return word.replace(/(?:ing|ies|ed|es|s)$/u, (end) => (end === "ies" ? "y" : ""));
}

/** What an English text is about, word by word: each content word's own gram and those of its groups. */
export function englishMeanings(text: string): readonly (readonly string[])[] {
  const stems = [...new Set((text.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, 100).map(stem))];
  return stems.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => [`w:${word}`, ...englishConceptsOf(word)]);
}

/** FNV-1a over UTF-16 units, 32 bits: a gram as a number, so that a store's index is typed arrays and no strings. */
export function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) {
    hash ^= gram.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** English words that hold sentences together; they say little, and their letters nothing. */
const FUNCTION_WORDS = new Set(
  "a an the this that these those it its is are was be been am do does did done have has had having i you he she we they me my your our their will would can could should may might shall to of in on at for with from by as and or but if so not no yes what which who whom how why when where there here any some all just also too very really please hi hello get got want need know tell let like make go one still yet already again now today many day week month year since s t m re ll ve d don doesn didn isn hasn haven can cannot".split(
    " ",
  ),
);

/** Characters that hold sentences together and tell matters apart badly. */
const PARTICLES = new Set(
  "的了吗呢吧啊呀哦么嘛我你您他是有在这那个就都也还能可以会要想请帮给把被到去来说和跟与之其啦哈哎呗咱们亲一下点些",
);

/** Whether a character only holds a sentence together. */
export function isParticle(character: string): boolean {
  return PARTICLES.has(character);
}

/** How much a gram of its kind says, beside how rare it is; chosen on tests/fixtures/knowledge. */
export function weightOfGram(gram: string): number {
  if (gram.startsWith("c:")) return 1.5;
  if (gram.startsWith("w:")) return FUNCTION_WORDS.has(gram.slice(2)) ? 0.2 : 1.2;
  if (gram.startsWith("t:")) return 0.5;
  const isParticles = [...gram].every(isParticle);
  if (isParticles) return 0.3;
  return gram.length === 1 ? 0.8 : 0.85;
}

/** Triples of letters find misspelt words but cover nothing: what is asked is in words. */
export function coversMeaning(gram: string): boolean {
  return !gram.startsWith("t:");
}

import type { Feeling } from "../src/core/understanding.ts";
import { markWords, threatIn, withoutLookAlikes } from "./feeling-words.ts";
import { classifyLinear, type LinearModel } from "./linear.ts";
import { normalise, type Normalised } from "./normalise.ts";

/** From this share of `angry` on a text is clearly angry; from this share of both together it is annoyed. */
const ANGRY = 0.5;
const ANNOYED = 0.35;
/** The same where a threat is made: it needs less of a tone. */
const ANGRY_WITH_THREAT = 0.3;
const ANNOYED_WITH_THREAT = 0.15;
/** How sure signs alone are: “?????” without a word. */
const SIGNS_CONFIDENCE = 0.8;
/** So much of a text is quoted when no single word gave it away. */
const MAX_QUOTED = 20;
/** Who is angry says so before this many characters. */
const MAX_READ = 2_000;
/** Of a long text so many clauses are looked at for the quotation. */
const MAX_CLAUSES = 40;

/**
 * How the writer of a text feels, with what gave it away; `model` was trained on intents/training/feeling. Undefined for a text
 * that says nothing about it: a number, a sign, nothing at all.
 */
export function feelingOf(model: LinearModel, { raw, whole }: Pick<Normalised, "raw" | "whole">): Feeling | undefined {
  const text = { raw: raw.slice(0, MAX_READ), whole: whole.slice(0, MAX_READ) };
  if (!/\p{L}/u.test(text.whole)) return feelingOfSigns(model, text);
  const shares = sharesOf(model, text);
  const threat = threatIn(text.whole);
  const felt = shares.angry + shares.annoyed;
  if (shares.angry >= (threat === undefined ? ANGRY : ANGRY_WITH_THREAT))
    return { level: "angry", confidence: shares.angry, signs: signsOf(model, text, threat) };
  if (felt >= (threat === undefined ? ANNOYED : ANNOYED_WITH_THREAT))
    return { level: "annoyed", confidence: felt, signs: signsOf(model, text, threat) };
  return { level: "calm", confidence: 1 - felt, signs: [] };
}

/** What the classifier sees of a text: its words, and marks for the kinds of words and signs in it. */
export function feelingText({ raw, whole }: Pick<Normalised, "raw" | "whole">): string {
  const marks = [
    ...markWords(withoutLookAlikes(whole)),
    ...SIGNS.flatMap(({ mark, pattern }) => (pattern.test(raw) ? [mark] : [])),
  ];
  // The sign for the end of a text keeps the words' end where it was.
  return marks.length === 0 ? whole : `${whole} $ ${marks.join(" ")}`;
}

/** Signs that normalising takes away or makes alike. Capitals: two and more words of them. */
const SIGNS: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  { mark: "⑦", pattern: /[😠😡🤬👿💢🖕]|\[(?:怒|发怒|咒骂)\]/u },
  { mark: "⑧", pattern: /[😤🙄😒😑👎💩]|\[(?:白眼|鄙视|抓狂)\]/u },
  { mark: "⑨", pattern: /[❤👍😂🌹🙏😊😍🥰😄😁😭]|\[(?:玫瑰|微笑|爱心|强)\]/u },
  { mark: "⑩", pattern: /[!！]{3}/u },
  { mark: "⑪", pattern: /[?？]{3}/u },
  { mark: "⑫", pattern: /\b[A-Z']{3,}\b.{1,20}\b[A-Z']{3,}\b/u },
];

const INSISTENT = /[?？!！]{3,}/u;

/** “?????” and angry faces say something without a letter; other signs and numbers do not. */
function feelingOfSigns(model: LinearModel, text: Pick<Normalised, "raw" | "whole">): Feeling | undefined {
  const insistent = INSISTENT.exec(text.raw)?.[0];
  const face = SIGNS.slice(0, 2).find(({ pattern }) => pattern.test(text.raw));
  if (face !== undefined) {
    const { angry, annoyed } = sharesOf(model, text);
    const level = angry > annoyed ? "angry" : "annoyed";
    return { level, confidence: SIGNS_CONFIDENCE, signs: [`tone:${quoted(text.raw)}`] };
  }
  if (insistent === undefined) return undefined;
  return { level: "annoyed", confidence: SIGNS_CONFIDENCE, signs: [`tone:${quoted(insistent)}`] };
}

interface Shares {
  readonly angry: number;
  readonly annoyed: number;
}

function sharesOf(model: LinearModel, text: Pick<Normalised, "raw" | "whole">): Shares {
  const shares = classifyLinear(model, feelingText(text));
  const share = (label: string): number => shares[model.labels.indexOf(label)] ?? 0;
  return { angry: share("angry"), annoyed: share("annoyed") };
}

/** The threat, and the clause with the strongest tone: what people are shown as the reason. */
function signsOf(model: LinearModel, { raw }: Pick<Normalised, "raw">, threat: string | undefined): readonly string[] {
  const clauses = (raw.match(/[^,，。.!！?？;；\n]+[!！?？]*/gu) ?? [raw])
    .slice(0, MAX_CLAUSES)
    .filter((clause) => /\S/u.test(clause));
  let strongest = { clause: raw, felt: -1 };
  for (const clause of clauses) {
    const { angry, annoyed } = sharesOf(model, normalise(clause));
    if (angry + annoyed > strongest.felt) strongest = { clause, felt: angry + annoyed };
  }
  return [...(threat === undefined ? [] : [`threat:${threat}`]), `tone:${quoted(strongest.clause)}`];
}

function quoted(text: string): string {
  const characters = [...text.trim()];
  return (characters.length > MAX_QUOTED ? `${characters.slice(0, MAX_QUOTED).join("")}…` : characters.join("")).toWellFormed();
}

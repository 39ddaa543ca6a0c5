import type { Question, QuestionContext, Reading, Slot } from "../src/core/understanding.ts";
import type { Entity } from "./entities/entity.ts";
import { findEntities } from "./entities/find.ts";
import { correctedQuestions, findCorrection } from "./correction.ts";
import { followUp, onlyNames } from "./follow-up.ts";
import { normalise } from "./normalise.ts";
import { partsOf } from "./parts.ts";
import { actOfWords } from "./short-acts.ts";

/** How likely each part must be to be answered by something. */
const PART_LIKELY = 0.25;
/** How sure it is that somebody gives a number who writes one and nothing else. */
const NUMBER_CONFIDENCE = 0.95;

const NUMBERS: ReadonlySet<string> = new Set(["order-number", "tracking-number", "phone", "carrier"]);
/** Words that say what a number is. */
const NUMBER_FILLERS =
  /订单(?:编号|号码|号)?|单号|快递(?:单)?号?|运单号?|物流号?|手机号?码?|电话号?码?|编号|号码|我的|这是|就是|就这个|给你|发你了?|这个|的|是|\b(?:my|the|order|tracking|phone|number|is|here|it's|no)\b|[^\p{L}\p{N}]/gu;

const NOTHING_BEFORE: QuestionContext = { slots: [] };

/** Reads one text by itself. */
export type ReadAlone = (text: string) => Promise<Reading>;

/** Reads a text as a part of its conversation: corrections and follow-ups with the topic, several questions in their parts. */
export async function readInContext(question: Question, readAlone: ReadAlone): Promise<Reading> {
  const alone = await readAlone(question.text);
  const named = findEntities(question.text, { now: question.at });
  const slots = named.map(toSlot);
  if (alone.urgency === "high") return { ...alone, slots };
  const text = normalise(question.text).whole;
  if (actOfWords(text) !== undefined || callsSomebody(alone)) return { ...alone, slots };
  if (namesNumbers(text, named)) return asNumber(alone, slots);
  const context = simplified(question.context ?? NOTHING_BEFORE);
  const whole =
    (await readCorrection({ alone, text, context, readAlone })) ?? (await readFollowUp({ alone, text, context, readAlone }));
  if (whole !== undefined) return whole;
  const parts = await readParts(text, readAlone);
  const danger = parts.find(({ urgency }) => urgency === "high");
  if (danger !== undefined) return asDanger(alone, danger, slots);
  // A part that is likely answered by nothing is none that could be answered apart.
  const areLikely = parts.length > 0 && parts.every((part) => likelihood(part) >= PART_LIKELY);
  return { ...alone, slots, ...(areLikely ? { parts } : {}) };
}

/** Every text that reading a question may read by itself, the likeliest first: itself, what it stands for, its parts. */
export function textsOf(question: Question): readonly string[] {
  const text = normalise(question.text).whole;
  const context = simplified(question.context ?? NOTHING_BEFORE);
  const correction = findCorrection(text);
  const whole = followUp(text, context);
  const meant = correction === undefined ? [] : correctedQuestions(correction, context);
  return [question.text, ...meant, ...(whole === undefined ? [] : [whole]), ...partsOf(text)];
}

/** Whoever calls for a person or complains means now, not what was asked before. */
function callsSomebody({ act }: Reading): boolean {
  return act === "human-please" || act === "complaint" || act === "angry";
}

function namesNumbers(text: string, named: readonly Entity[]): boolean {
  const areNumbers = named.length > 0 && named.every(({ kind }) => NUMBERS.has(kind));
  return areNumbers && onlyNames(text, findEntities(text), NUMBER_FILLERS);
}

/** Nobody can answer a number from knowledge, unless an article is called exactly so. */
function asNumber(alone: Reading, slots: readonly Slot[]): Reading {
  const exact = alone.candidates.filter(({ articleId }) => alone.signs.includes(`exact:${articleId}`));
  return {
    ...alone,
    act: "gives-number",
    actConfidence: NUMBER_CONFIDENCE,
    candidates: exact,
    skill: alone.skill ?? "aftersale",
    slots,
  };
}

/** Texts are compared in one form, also those that were said before. */
function simplified({ topic, slots }: QuestionContext): QuestionContext {
  return { topic: topic === undefined ? undefined : normalise(topic).whole, slots };
}

interface Said {
  readonly alone: Reading;
  readonly text: string;
  readonly context: QuestionContext;
  readonly readAlone: ReadAlone;
}

/** What was meant, where the text corrects what was said; the better answered of what it may be. */
async function readCorrection({ alone, text, context, readAlone }: Said): Promise<Reading | undefined> {
  const correction = findCorrection(text);
  if (correction === undefined) return undefined;
  let best: Reading | undefined;
  for (const meant of correctedQuestions(correction, context)) {
    const reading = asWhole(alone, await readAlone(meant), { text: meant, because: "correction" });
    if (reading.urgency === "high") return reading;
    if (best === undefined || likelihood(reading) > likelihood(best)) best = reading;
  }
  return best;
}

/** The text with its topic, where it goes on with it and is the better answered so. */
async function readFollowUp({ alone, text, context, readAlone }: Said): Promise<Reading | undefined> {
  const meant = followUp(text, context);
  if (meant === undefined) return undefined;
  const reading = await readAlone(meant);
  if (reading.urgency === "high" || likelihood(reading) < likelihood(alone)) return undefined;
  return asWhole(alone, reading, { text: meant, because: "follow-up" });
}

/** How the text is written is the shopper's; what it asks is the whole question's. */
function asWhole(alone: Reading, whole: Reading, readAs: NonNullable<Reading["readAs"]>): Reading {
  const { language, isTraditional } = alone;
  const signs = [`${readAs.because}:${readAs.text}`, ...whole.signs];
  return { ...whole, language, isTraditional, signs, readAs, slots: findEntities(readAs.text).map(toSlot) };
}

/** One part tells of a danger that the whole drowned: nothing else in it counts. */
function asDanger(alone: Reading, { urgency, skill, signs }: Reading, slots: readonly Slot[]): Reading {
  const dangers = signs.filter((sign) => /^danger(?:-kind)?:/u.test(sign));
  return { ...alone, candidates: [], urgency, skill: skill ?? alone.skill, signs: [...dangers, ...alone.signs], slots };
}

async function readParts(text: string, readAlone: ReadAlone): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const part of partsOf(text)) {
    readings.push(await readAlone(part));
  }
  return readings;
}

function likelihood(reading: Reading): number {
  return reading.candidates[0]?.confidence ?? 0;
}

function toSlot({ kind, text, value }: Entity): Slot {
  if (typeof value === "object" && "number" in value) return { kind, value: value.number };
  if ("cm" in value) return { kind, value: `${value.cm}cm` };
  if ("kg" in value) return { kind, value: `${value.kg}kg` };
  return { kind, value: text };
}

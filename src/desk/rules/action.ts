import { calibrateReading } from "../../answering/rules/calibration.ts";
import type { Reason } from "../../core/decision.ts";
import type { Thresholds } from "../../core/policy.ts";
import type { Act, Candidate, Reading } from "../../core/understanding.ts";
import type { Skill } from "../../core/words.ts";

/** So many choices are offered when the bot asks back. */
const MAX_CHOICES = 3;
/** From this probability an act is taken as one. */
const ACT_CONFIDENCE = 0.6;

/** What the desk does with a text: `decline` is no business of the shop, and nobody is called. */
export type Action = "answer" | "clarify" | "handover" | "smalltalk" | "decline";

export interface Chosen {
  readonly action: Action;
  /** The article to answer with, or the choices to offer; what was nearest, when a human takes it. At most 3. */
  readonly candidates: readonly Candidate[];
  readonly skill?: Skill | undefined;
  /** Probability that the action is right, 0..1, as far as the reading tells. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** Decides what to do with a text. Danger and the wish for a person come before any answer; when in doubt a human takes it. */
export function chooseAction(read: Reading, thresholds: Thresholds): Chosen {
  const reading = calibrateReading(read, thresholds.calibration);
  return (
    handOverAtOnce(reading) ??
    answer(reading, thresholds) ??
    takeNumber(reading) ??
    makeSmalltalk(reading, thresholds) ??
    askWhatIsMeant(reading, thresholds) ??
    declineOrAskBack(reading, thresholds)
  );
}

/** Whether a text calls for a person before any answer: danger, the wish for one, a complaint, a language nobody here reads. */
export function callsForHuman(reading: Reading): boolean {
  return handOverAtOnce(reading) !== undefined;
}

function handOverAtOnce(reading: Reading): Chosen | undefined {
  if (reading.urgency === "high") {
    const sign = reading.signs.find((text) => text.startsWith("danger:")) ?? "danger:";
    return handOver(reading, {
      confidence: 1,
      reason: { code: "handover-danger", values: { word: sign.slice("danger:".length) } },
    });
  }
  if (isAct(reading, "human-please")) {
    return handOver(reading, { confidence: reading.actConfidence, reason: { code: "handover-asked", values: {} } });
  }
  if (isAct(reading, "complaint") || isAct(reading, "angry")) {
    const asComplaint = { ...reading, skill: reading.skill ?? "complaint" } as const;
    const code = reading.act === "angry" ? "handover-angry" : "handover-complaint";
    return handOver(asComplaint, { confidence: reading.actConfidence, reason: { code, values: {} } });
  }
  if (reading.language === "other" && reading.candidates.length === 0) {
    return handOver(reading, { confidence: 1, reason: { code: "handover-language", values: { language: reading.language } } });
  }
  return undefined;
}

function answer(reading: Reading, thresholds: Thresholds): Chosen | undefined {
  const [best, second] = reading.candidates;
  if (best === undefined || answerable(best) < thresholds.answer) return undefined;
  const lead = best.confidence - (second?.confidence ?? 0);
  if (lead < thresholds.lead) return undefined;
  const values = { article: best.articleId, confidence: best.confidence, threshold: thresholds.answer };
  return choose(reading, {
    action: "answer",
    candidates: reading.candidates.slice(0, MAX_CHOICES),
    confidence: best.confidence,
    reason: { code: "answer-confident", values },
  });
}

/** How sure the best article is to be the answer, as far as it may be one: whatever a store's thresholds, a link alone never answers. */
export function answerable(best: Candidate | undefined): number {
  return best?.withoutLink ?? best?.confidence ?? 0;
}

/** An order can be looked up by a person only; nothing is known of it here. */
function takeNumber(reading: Reading): Chosen | undefined {
  if (!isAct(reading, "gives-number")) return undefined;
  const asOrder = { ...reading, skill: reading.skill ?? "aftersale" } as const;
  return handOver(asOrder, { confidence: reading.actConfidence, reason: { code: "handover-number", values: {} } });
}

/** What is said for the sake of talking, and what only the talk before gives a meaning. */
const SOCIAL = ["greeting", "thanks", "bye", "small-talk", "yes", "no", "repeat"] as const;

function makeSmalltalk(reading: Reading, thresholds: Thresholds): Chosen | undefined {
  const act = SOCIAL.find((name) => isAct(reading, name));
  if (act === undefined || answerable(reading.candidates[0]) >= thresholds.answer) return undefined;
  return choose(reading, {
    action: "smalltalk",
    candidates: [],
    confidence: reading.actConfidence,
    reason: { code: `smalltalk-${act}`, values: {} },
  });
}

function askWhatIsMeant(reading: Reading, thresholds: Thresholds): Chosen | undefined {
  if (!isAct(reading, "unclear") || (reading.candidates[0]?.confidence ?? 0) >= thresholds.askBack) return undefined;
  const reason = { code: "unclear", values: {} };
  return choose(reading, { action: "clarify", candidates: [], confidence: reading.actConfidence, reason });
}

function declineOrAskBack(reading: Reading, thresholds: Thresholds): Chosen {
  const best = reading.candidates[0]?.confidence ?? 0;
  const sure = answerable(reading.candidates[0]);
  const { inScope } = reading;
  if (inScope < thresholds.inScope && sure < thresholds.answer) {
    const values = { inScope, threshold: thresholds.inScope };
    return choose(reading, {
      action: "decline",
      candidates: [],
      confidence: 1 - inScope,
      reason: { code: "out-of-scope", values },
    });
  }
  if (best < thresholds.askBack) return handOverUnsure(reading, thresholds);
  const close = reading.candidates.slice(0, MAX_CHOICES).filter((candidate) => candidate.confidence >= best / 4);
  const confidence = 1 - close.reduce((miss, candidate) => miss * (1 - candidate.confidence), 1);
  // Sure enough of one, but nearly as sure of another.
  const isTorn = sure >= thresholds.answer;
  const shown = isTorn || best < thresholds.answer ? best : sure;
  const values = { choices: close.length, confidence: shown, threshold: thresholds.answer, lead: thresholds.lead };
  const code = isTorn ? "ask-back-torn" : "ask-back-close";
  return choose(reading, { action: "clarify", candidates: close, confidence, reason: { code, values } });
}

function handOverUnsure(reading: Reading, thresholds: Thresholds): Chosen {
  const best = reading.candidates[0]?.confidence ?? 0;
  if (reading.language !== "zh") {
    return handOver(reading, {
      confidence: 1 - best,
      reason: { code: "handover-language", values: { language: reading.language } },
    });
  }
  const values = { confidence: best, threshold: thresholds.askBack };
  return handOver(reading, { confidence: 1 - best, reason: { code: "handover-unsure", values } });
}

/** Whether a text is surely this act. */
export function isAct(reading: Reading, act: Act): boolean {
  return reading.act === act && reading.actConfidence >= ACT_CONFIDENCE;
}

function handOver(reading: Reading, why: { readonly confidence: number; readonly reason: Reason }): Chosen {
  return choose(reading, { action: "handover", candidates: reading.candidates.slice(0, MAX_CHOICES), ...why });
}

interface Choosing {
  readonly action: Action;
  readonly candidates: readonly Candidate[];
  readonly confidence: number;
  readonly reason: Reason;
}

function choose(reading: Reading, { action, candidates, confidence, reason }: Choosing): Chosen {
  const rounded = Object.entries(reason.values).map(([name, value]) => [name, typeof value === "number" ? round(value) : value]);
  return {
    action,
    candidates,
    skill: reading.skill,
    confidence,
    reasons: [{ code: reason.code, values: Object.fromEntries(rounded) }],
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

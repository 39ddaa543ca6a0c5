import type { StoreId } from "../core/ids.ts";
import { readThresholds } from "../stores/rules/thresholds.ts";
import { collectEvidence, collectTurnsOfAll, type AnsweringParts, type Evidence } from "./evidence.ts";
import type { AnsweringChangeRow, AnsweringPage, AnsweringPoint, AnsweringPreview, AnsweringSetting, AnsweringSwitched } from "./api.ts"; // prettier-ignore
import { switchedBetween, tallyOf, type Case, type Ending, type Switched, type Tally } from "./rules/cases.ts";
import { RANGES, settingFor, styleOf, type OwnNumbers, type Setting, type Wish } from "./rules/setting.ts";
import { ENOUGH_LABELS, offersFor, STYLES, WRONG_AT_MOST, type Offers } from "./rules/styles.ts";
import { readKeptSetting, type AnsweringChange, type KeptSetting } from "./store/settings.ts";

/** What is known about a store, and what follows from it. */
export interface Known {
  readonly evidence: Evidence;
  readonly offers: Offers;
}

/**
 * Collects a store's evidence and what the styles mean with it; of other stores only where it has too few labelled questions.
 * `before`: what was known a while ago, of which it takes what cannot have changed.
 */
export async function know(parts: AnsweringParts, store: StoreId, before?: Known): Promise<Known> {
  const evidence = await collectEvidence(parts, store, before?.evidence);
  const isEnough = evidence.labelled.length >= ENOUGH_LABELS;
  return { evidence, offers: offersFor(evidence.labelled, isEnough ? [] : await collectTurnsOfAll(parts)) };
}

/** The page of a store: how it is set, why, and what would become of its questions. */
export async function describeAnswering(parts: AnsweringParts, store: StoreId, known: Known): Promise<AnsweringPage> {
  const { evidence, offers } = known;
  const kept = await readKeptSetting(parts.database, store);
  const shown = shownOf(evidence);
  const count = (source: Case["source"]): number => evidence.labelled.filter((one) => one.source === source).length;
  return {
    setting: asSetting(kept.setting),
    version: kept.version,
    basis: { ...offers.basis, enough: ENOUGH_LABELS },
    evidence: {
      turns: count("turn"),
      golden: count("golden"),
      phrasings: evidence.leftOut.length,
      shown: kindShown(evidence),
    },
    now: tallyShown(shown, kept.setting),
    styles: STYLES.map((style) => ({
      style,
      wrongAtMost: Math.round(100 * WRONG_AT_MOST[style]),
      numbers: numbersOf(offers.styles[style]),
      tally: tallyShown(shown, settingFor({ style }, offers)),
    })),
    curve: curveOf(shown, kept),
    history: kept.history.map(asRow),
    ranges: RANGES,
  };
}

const MOST_SWITCHED = 8;

/** What a wish would change. */
export async function previewWish(
  parts: AnsweringParts,
  asked: { readonly store: StoreId; readonly wish: Wish; readonly known: Known },
): Promise<AnsweringPreview> {
  const { store, wish, known } = asked;
  const { setting } = await readKeptSetting(parts.database, store);
  const next = settingFor(wish, known.offers);
  const shown = shownOf(known.evidence);
  const switched = switchedBetween(shown, readThresholds(setting), readThresholds(next));
  return {
    numbers: numbersOf(readThresholds(next)),
    tally: tallyShown(shown, next),
    switched: switched.slice(0, MOST_SWITCHED).map(asSwitched),
    switchedTotal: switched.length,
  };
}

/** Labelled questions, if there are any; the store's own phrasings else. */
function shownOf({ labelled, leftOut }: Evidence): readonly Case[] {
  return labelled.length > 0 ? labelled : leftOut;
}

function kindShown({ labelled, leftOut }: Evidence): AnsweringPage["evidence"]["shown"] {
  if (labelled.length > 0) return "labelled";
  return leftOut.length > 0 ? "phrasings" : "none";
}

function tallyShown(cases: readonly Case[], setting: Setting): Tally | undefined {
  return cases.length === 0 ? undefined : tallyOf(cases, readThresholds(setting));
}

const CURVE_STEPS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

function curveOf(cases: readonly Case[], { setting }: KeptSetting): readonly AnsweringPoint[] {
  if (cases.length === 0) return [];
  const thresholds = readThresholds(setting);
  return CURVE_STEPS.map((answer) => {
    const { questions, answeredRight, answeredWrong } = tallyOf(cases, { ...thresholds, answer });
    return { answer, right: answeredRight / questions, wrong: answeredWrong / questions };
  });
}

function asSetting(setting: Setting): AnsweringSetting {
  const thresholds = readThresholds(setting);
  return { style: styleOf(setting), numbers: numbersOf(thresholds), isCalibrated: thresholds.calibration !== undefined };
}

function numbersOf({ answer, askBack, lead, inScope }: OwnNumbers): OwnNumbers {
  return { answer: round(answer), askBack: round(askBack), lead: round(lead), inScope: round(inScope) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function asRow({ version, change, before, after, at, by }: AnsweringChange): AnsweringChangeRow {
  return { version, change, before: asSetting(before), after: asSetting(after), at: new Date(at).toISOString(), by };
}

function asSwitched({ source, text, before, after }: Switched): AnsweringSwitched {
  return { source, text, before: asEnding(before), after: asEnding(after) };
}

function asEnding({ action, outcome, title }: Ending): AnsweringSwitched["before"] {
  return { action, isRight: outcome === "right", title };
}

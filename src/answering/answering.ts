import type { StoreId } from "../core/ids.ts";
import type { Alone } from "../infra/single-flight.ts";
import { inSlices } from "../infra/slices.ts";
import { readThresholds } from "../stores/rules/thresholds.ts";
import { collectEvidence, collectTurnsOfAll, type AnsweringParts, type Evidence } from "./evidence.ts";
import type { AnsweringChangeRow, AnsweringOffer, AnsweringPage, AnsweringPoint, AnsweringPreview, AnsweringSetting, AnsweringSwitched } from "./api.ts"; // prettier-ignore
import { switchedBetween, tallyInSteps, type Case, type Ending, type Switched, type Tally } from "./rules/cases.ts";
import { decidesAlike, nightlyOf, RANGES, settingFor, styleOf, type OwnNumbers, type Setting, type Wish } from "./rules/setting.ts"; // prettier-ignore
import { ENOUGH_LABELS, offersInSteps, STYLES, WRONG_AT_MOST, type Offers, type Style } from "./rules/styles.ts";
import { readKeptSetting, type AnsweringChange, type KeptSetting } from "./store/settings.ts";

/** What is known about a store, and what follows from it. */
export interface Known {
  readonly evidence: Evidence;
  readonly offers: Offers;
}

/**
 * Collects a store's evidence and what the styles mean with it; of other stores only where it has too few labelled questions.
 * `before`: what was known a while ago, of which it takes what cannot have changed. `busy`: the store is being asked at this moment.
 */
export async function know(parts: AnsweringParts, store: StoreId, before?: Known): Promise<Alone<Known>> {
  const collected = await collectEvidence(parts, store, before?.evidence);
  if (collected.type === "busy") return collected;
  const { result: evidence } = collected;
  const isEnough = evidence.labelled.length >= ENOUGH_LABELS;
  const offers = await inSlices(offersInSteps(evidence.labelled, isEnough ? [] : await collectTurnsOfAll(parts)));
  return { type: "done", result: { evidence, offers: { ...offers, confidenceModel: parts.workbench.confidenceModel } } };
}

/** The page of a store: how it is set, why, and what would become of its questions. */
export async function describeAnswering(parts: AnsweringParts, store: StoreId, known: Known): Promise<AnsweringPage> {
  const { evidence, offers } = known;
  const kept = await readKeptSetting(parts.database, store);
  const { cases } = shownOf(evidence);
  const styles: AnsweringOffer[] = [];
  for (const style of STYLES) styles.push(await offerOf(style, kept, { cases, offers }));
  const own = { style: "own", numbers: numbersOf(readThresholds(kept.setting)) } as const;
  return {
    setting: asSetting(kept.setting),
    version: kept.version,
    basis: { ...offers.basis, enough: ENOUGH_LABELS },
    nightly: nightlyOf(kept.setting, kept.history),
    evidence: countsOf(evidence),
    now: await tallyShown(cases, kept.setting),
    styles,
    isOwnAsNow: decidesAlike(settingFor(own, offers), kept.setting),
    curve: await curveOf(cases, kept),
    history: kept.history.map(asRow),
    ranges: RANGES,
  };
}

function countsOf(evidence: Evidence): AnsweringPage["evidence"] {
  const { labelled, leftOut, olderTurns, conversations, goldenLeft } = evidence;
  const count = (source: Case["source"]): number => labelled.filter((one) => one.source === source).length;
  return {
    turns: count("turn"),
    golden: count("golden"),
    phrasings: leftOut.length,
    shown: shownOf(evidence).kind,
    olderTurns,
    goldenLeft,
    conversations: conversations.read,
    isCut: conversations.isCut,
  };
}

interface Offering {
  readonly cases: readonly Case[];
  readonly offers: Offers;
}

async function offerOf(style: Style, { setting }: KeptSetting, { cases, offers }: Offering): Promise<AnsweringOffer> {
  const offered = settingFor({ style }, offers);
  return {
    style,
    wrongAtMost: Math.round(100 * WRONG_AT_MOST[style]),
    numbers: numbersOf(offers.styles[style]),
    isAsNow: decidesAlike(offered, setting),
    tally: await tallyShown(cases, offered),
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
  const { cases } = shownOf(known.evidence);
  const switched = await inSlices(switchedBetween(cases, readThresholds(setting), readThresholds(next)));
  return {
    numbers: numbersOf(readThresholds(next)),
    tally: await tallyShown(cases, next),
    switched: switched.slice(0, MOST_SWITCHED).map(asSwitched),
    switchedTotal: switched.length,
  };
}

interface Shown {
  readonly kind: AnsweringPage["evidence"]["shown"];
  readonly cases: readonly Case[];
}

/** Labelled questions, if there are any; the store's own phrasings else. */
function shownOf({ labelled, leftOut }: Evidence): Shown {
  if (labelled.length > 0) return { kind: "labelled", cases: labelled };
  return { kind: leftOut.length > 0 ? "phrasings" : "none", cases: leftOut };
}

async function tallyShown(cases: readonly Case[], setting: Setting): Promise<Tally | undefined> {
  return cases.length === 0 ? undefined : inSlices(tallyInSteps(cases, readThresholds(setting)));
}

const CURVE_STEPS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

async function curveOf(cases: readonly Case[], { setting }: KeptSetting): Promise<readonly AnsweringPoint[]> {
  if (cases.length === 0) return [];
  const thresholds = readThresholds(setting);
  const points: AnsweringPoint[] = [];
  for (const answer of CURVE_STEPS) {
    const { questions, answeredRight, answeredWrong } = await inSlices(tallyInSteps(cases, { ...thresholds, answer }));
    points.push({ answer, right: answeredRight / questions, wrong: answeredWrong / questions });
  }
  return points;
}

function asSetting(setting: Setting): AnsweringSetting {
  const thresholds = readThresholds(setting);
  return { style: styleOf(setting), numbers: numbersOf(thresholds), isCalibrated: thresholds.calibration !== undefined };
}

function numbersOf({ answer, askBack, lead, inScope }: OwnNumbers): OwnNumbers {
  return { answer: round(answer), askBack: round(askBack), lead: round(lead), inScope: round(inScope) };
}

/** As fine as anybody can type them: a hundredth of a percent. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
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

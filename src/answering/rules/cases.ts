import type { Thresholds } from "../../core/policy.ts";
import { finish, type Steps } from "../../core/steps.ts";
import type { Reading } from "../../core/understanding.ts";
import { answerable, chooseAction, type Action } from "../../desk/rules/action.ts";
import { judge, type Outcome } from "../../desk/rules/judge.ts";
import type { Observed } from "./calibration.ts";
import type { Stake } from "./risk.ts";

/** Where it is known from how a question should have ended: a conversation, a golden question, or a phrasing of the store's own. */
export const SOURCES = ["turn", "golden", "phrasing"] as const;
export type Source = (typeof SOURCES)[number];

/** A question of which it is known how it should end. */
export interface Case {
  readonly source: Source;
  readonly text: string;
  /** Ids of articles that are right, or `handover`, or `none`. */
  readonly golds: readonly string[];
  /** Confidences as understanding gave them. */
  readonly reading: Reading;
}

/** How a question ends under some thresholds. */
export interface Ending {
  readonly action: Action;
  readonly outcome: Outcome;
  /** Title of the article that is answered with. */
  readonly title?: string | undefined;
}

export function endCase({ reading, golds }: Case, thresholds: Thresholds): Ending {
  const { action, candidates } = chooseAction(reading, thresholds);
  const given = action === "answer" ? candidates[0] : undefined;
  return { action, outcome: judge({ action, article: given?.articleId ?? null }, golds), title: given?.title };
}

/** How many of a number of questions ended how. */
export interface Tally {
  readonly questions: number;
  readonly answeredRight: number;
  /** Also what was no business of the shop and was answered all the same. */
  readonly answeredWrong: number;
  readonly askedBack: number;
  readonly handedOver: number;
  /** Declined as no business of the shop, or small talk. */
  readonly leftAlone: number;
}

/** Counts how these questions end under some thresholds, one in a step. */
export function* tallyInSteps(cases: readonly Case[], thresholds: Thresholds): Steps<Tally> {
  const ends: Ending[] = [];
  for (const one of cases) {
    ends.push(endCase(one, thresholds));
    yield;
  }
  const count = (is: (ending: Ending) => boolean): number => ends.filter(is).length;
  return {
    questions: ends.length,
    answeredRight: count(({ action, outcome }) => action === "answer" && outcome === "right"),
    answeredWrong: count(({ action, outcome }) => action === "answer" && outcome !== "right"),
    askedBack: count(({ action }) => action === "clarify"),
    handedOver: count(({ action }) => action === "handover"),
    leftAlone: count(({ action }) => action === "smalltalk" || action === "decline"),
  };
}

/** The same at once, where nobody waits. */
export function tallyOf(cases: readonly Case[], thresholds: Thresholds): Tally {
  return finish(tallyInSteps(cases, thresholds));
}

/** A question that ends otherwise under other thresholds. */
export interface Switched {
  readonly source: Source;
  readonly text: string;
  readonly before: Ending;
  readonly after: Ending;
}

/** The questions that would end otherwise, those that would be answered or no more be answered first. One in a step. */
export function* switchedBetween(cases: readonly Case[], before: Thresholds, after: Thresholds): Steps<readonly Switched[]> {
  const switched: Switched[] = [];
  for (const one of cases) {
    const [was, is] = [endCase(one, before), endCase(one, after)];
    if (was.action !== is.action) switched.push({ source: one.source, text: one.text, before: was, after: is });
    yield;
  }
  const isAboutAnswering = ({ before: was, after: is }: Switched): boolean => was.action === "answer" || is.action === "answer";
  return [...switched.filter(isAboutAnswering), ...switched.filter((one) => !isAboutAnswering(one))];
}

/** What each question risks while all thresholds but `answer` are these. */
export function stakesOf(cases: readonly Case[], thresholds: Thresholds): readonly Stake[] {
  return cases.map(({ reading, golds }) => {
    const { action, candidates } = chooseAction(reading, { ...thresholds, answer: 0 });
    const best = action === "answer" ? candidates[0] : undefined;
    if (best === undefined) return { isWrong: false };
    return { answeredUpTo: answerable(best), isWrong: !golds.includes(best.articleId) };
  });
}

/** How sure the best candidate of each question was, and whether it was right; nothing for those that found none. */
export function observedIn(cases: readonly Case[]): readonly Observed[] {
  return cases.flatMap(({ reading: { candidates }, golds }) => {
    const best = candidates[0];
    return best === undefined ? [] : [{ confidence: best.confidence, isRight: golds.includes(best.articleId) }];
  });
}

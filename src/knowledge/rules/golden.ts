import { judge, type Done, type Outcome } from "../../desk/rules/judge.ts";
import { textFault } from "../../core/text.ts";
import type { Sentence } from "./article.ts";

/** A question with how it must end. */
export interface GoldenQuestion {
  readonly id: string;
  readonly text: string;
  /** Articles that would be right, or `handover`, or `none`. */
  readonly gold: readonly string[];
}

/** Without an article: a human takes it; it is no business of the shop. */
export const NO_ARTICLE: ReadonlySet<string> = new Set(["handover", "none"]);

/** A store keeps so many: each is asked twice before a proposal is accepted. */
export const MOST_GOLDEN = 500;
const LONGEST_ID = 100;
const LONGEST_TEXT = 500;
const MOST_GOLDS = 10;

/** What is wrong with a golden question, and in which field; undefined when it may be kept. `articles`: ids that are used now. */
export function faultInGolden(
  { id, text, gold }: GoldenQuestion,
  articles: ReadonlySet<string>,
): { readonly field: "id" | "text" | "gold"; readonly reason: Sentence } | undefined {
  if (!/^[^\s/]+$/u.test(id) || /^\.\.?$/.test(id) || textFault(id, LONGEST_ID) !== undefined)
    return {
      field: "id",
      reason: { zh: `1 到 ${LONGEST_ID} 个字，没有空格和斜线`, en: `1 to ${LONGEST_ID} characters without spaces and slashes` },
    };
  const fault = textFault(text, LONGEST_TEXT);
  if (fault !== undefined)
    return { field: "text", reason: { zh: `要有内容，不超过 ${LONGEST_TEXT} 字，没有控制字符`, en: fault } };
  if (gold.length === 0 || gold.length > MOST_GOLDS)
    return { field: "gold", reason: { zh: `写 1 到 ${MOST_GOLDS} 个`, en: `name 1 to ${MOST_GOLDS}` } };
  const unknown = gold.find((one) => !NO_ARTICLE.has(one) && !articles.has(one));
  if (unknown === undefined) return undefined;
  const zh = `没有编号为“${unknown.slice(0, 60)}”的知识；写一个现有的编号，或 handover（转人工）、none（与本店无关）`;
  return {
    field: "gold",
    reason: { zh, en: `there is no article “${unknown.slice(0, 60)}”; name one there is, or handover, or none` },
  };
}

/** How a golden question ended. */
export interface End {
  readonly outcome: Outcome;
  readonly article?: string | undefined;
}

export function endOf(done: Done, { gold }: GoldenQuestion): End {
  const outcome = judge(done, gold);
  return done.action === "answer" && done.article !== null ? { outcome, article: done.article } : { outcome };
}

/** A golden question that ends otherwise with a change than without it. */
export interface GoldenChange extends GoldenQuestion {
  readonly before: End;
  readonly after: End;
}

export interface GoldenReport {
  readonly total: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  /** Those that end worse. */
  readonly breaks: readonly GoldenChange[];
  /** Those that end better. */
  readonly mends: readonly GoldenChange[];
}

/** What shoppers lose: asked back or handed over they wait; told something wrong they are misled. */
const WORTH: Readonly<Record<Outcome, number>> = {
  right: 2,
  "asked back": 1,
  "handed over": 1,
  wrong: 0,
  "out-of-scope answered": 0,
};

/** Compares how golden questions end without and with a change. */
export function compareEnds(
  ended: readonly { readonly question: GoldenQuestion; readonly before: End; readonly after: End }[],
): GoldenReport {
  const changes = ended.map(({ question, before, after }) => ({ ...question, before, after }));
  const gain = ({ before, after }: GoldenChange): number => WORTH[after.outcome] - WORTH[before.outcome];
  return {
    total: ended.length,
    rightBefore: ended.filter(({ before }) => before.outcome === "right").length,
    rightAfter: ended.filter(({ after }) => after.outcome === "right").length,
    breaks: changes.filter((change) => gain(change) < 0),
    mends: changes.filter((change) => gain(change) > 0),
  };
}

/** Whether a change must not be made: it breaks more golden questions than it mends. */
export function breaksMore({ breaks, mends }: GoldenReport): boolean {
  return breaks.length > mends.length;
}

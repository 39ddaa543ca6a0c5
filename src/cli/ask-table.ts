import type { Action } from "../desk/rules/action.ts";
import { judge, type Gold, type Outcome } from "../desk/rules/judge.ts";

/** One line of `ask`'s output, with the gold it is judged by. */
export interface Answered {
  readonly id: string | number;
  readonly action: Action;
  readonly article: string | null;
  readonly candidates: readonly { readonly article: string; readonly confidence: number }[];
  readonly skill: string | null;
  readonly confidence: number;
  readonly ms: number;
  readonly gold?: Gold | undefined;
}

const OUTCOMES: readonly Outcome[] = ["right", "wrong", "asked back", "handed over", "out-of-scope answered"];

/** The printed table: for each kind of gold, and for all, how the questions ended; then how long they took. */
export function tally(answered: readonly Answered[]): readonly string[] {
  const judged = answered.flatMap((line) => (line.gold === undefined ? [] : [{ line, gold: line.gold }]));
  return [...(judged.length === 0 ? [] : table(judged)), times(answered)];
}

interface Judged {
  readonly line: Answered;
  readonly gold: Gold;
}

function table(judged: readonly Judged[]): readonly string[] {
  const isKind = (kind: string) => (one: Judged) => [one.gold].flat().includes(kind);
  const groups: readonly (readonly [string, readonly Judged[]])[] = [
    ["knowledge has it", judged.filter((one) => !isKind("handover")(one) && !isKind("none")(one))],
    ["a human's", judged.filter(isKind("handover"))],
    ["out of scope", judged.filter(isKind("none"))],
    ["all", judged],
  ];
  const head = ["gold".padEnd(18), "questions", ...OUTCOMES].join("  ");
  return [head, ...groups.filter(([, group]) => group.length > 0).map(([name, group]) => row(name, group))];
}

function row(name: string, group: readonly Judged[]): string {
  const outcomes = group.map(({ line, gold }) => judge(line, gold));
  const cells = OUTCOMES.map((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return `${count} (${Math.round((100 * count) / group.length)} %)`.padStart(outcome.length);
  });
  return [name.padEnd(18), String(group.length).padStart("questions".length), ...cells].join("  ");
}

function times(answered: readonly Answered[]): string {
  const sorted = answered.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
  return `${answered.length} questions, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

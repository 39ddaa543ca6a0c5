import type { Aim } from "./answers-aims.ts";
import { OUTCOMES, type Ended, type Figures } from "./answers-measure.ts";

const NAME_WIDTH = 22;

/** One line per engine: how the same questions ended. */
export function engineLines(rows: readonly { readonly engine: string; readonly figures: Figures }[]): readonly string[] {
  const head = ["engine".padEnd(NAME_WIDTH), "questions", ...OUTCOMES, "p50 ms", "p99 ms"].join("  ");
  const lines = rows.map(({ engine, figures }) => {
    const cells = OUTCOMES.map((outcome) => percent(figures[outcome] / figures.questions).padStart(outcome.length));
    const times = [figures.p50Ms, figures.p99Ms].map((ms) => ms.toFixed(2).padStart("p50 ms".length));
    return [engine.padEnd(NAME_WIDTH), String(figures.questions).padStart("questions".length), ...cells, ...times].join("  ");
  });
  return [head, ...lines];
}

/** The table of aims. */
export function aimLines(aims: readonly Aim[]): readonly string[] {
  const width = Math.max(...aims.map(({ name }) => name.length));
  return aims.map(({ name, atLeast, atMost, reached, questions, isReached }) => {
    const limit = atLeast === undefined ? `≤ ${percent(atMost ?? 1)}` : `≥ ${percent(atLeast)}`;
    const cells = [name.padEnd(width), limit.padStart(8), percent(reached).padStart(7), String(questions).padStart(5)];
    return [...cells, isReached ? "reached" : "missed"].join("  ");
  });
}

/** Every answer that should not have been given, and every silence where somebody needed an answer. */
export function wrongLines(store: string, ended: readonly Ended[]): readonly string[] {
  return ended.flatMap(({ id, text, golds, reply, outcome }) => {
    if (outcome !== "wrong" && outcome !== "out-of-scope answered") return [];
    const got = reply.article ?? reply.action;
    const line = text.replaceAll(/\s+/g, " ");
    return [`${store} ${id}  “${line}”  expected ${golds.join(" or ")}, got ${got} (${reply.confidence.toFixed(2)})`];
  });
}

/** How questions ended by what would have been right. */
export function goldLines(ended: readonly Ended[]): readonly string[] {
  const isKind = (kind: string) => (one: Ended) => one.golds.includes(kind);
  const groups: readonly (readonly [string, readonly Ended[]])[] = [
    ["knowledge has it", ended.filter((one) => !isKind("handover")(one) && !isKind("none")(one))],
    ["a human's", ended.filter(isKind("handover"))],
    ["out of scope", ended.filter(isKind("none"))],
  ];
  return groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => {
      const counts = OUTCOMES.map((outcome) => {
        const count = group.filter((one) => one.outcome === outcome).length;
        return `${count} ${outcome}`;
      });
      return `  of ours, ${name} (${group.length}): ${counts.join(", ")}`;
    });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

import type { Likeness } from "../../src/core/workbench.ts";

/** How many of their characters two texts share: enough to be told apart here. */
export const likeness: Likeness = (a, b) => {
  if (a === b) return 1;
  const [left, right] = [new Set(a), new Set(b)];
  const both = [...left].filter((sign) => right.has(sign)).length;
  return both / Math.max(1, left.size + right.size - both);
};

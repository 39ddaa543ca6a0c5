import type { PlacedBlock } from "./blocks.ts";
import { MAIN_SHARES } from "./study.ts";

/** How alike a text's shares of the embedding's labels and each article's are, 0..1 (Bhattacharyya). */
export function matterOverlaps(
  text: Float32Array,
  blocks: readonly Pick<PlacedBlock, "article" | "size" | "matters">[],
): Float64Array {
  const last = blocks.at(-1);
  const overlaps = new Float64Array(last === undefined ? 0 : last.article + last.size);
  for (const { article, size, matters } of blocks) {
    const { labels, shares } = matters;
    for (let own = 0, at = 0; own < size; own += 1) {
      let sum = 0;
      for (const end = at + MAIN_SHARES; at < end; at += 1) sum += Math.sqrt((text[labels[at] ?? 0] ?? 0) * (shares[at] ?? 0));
      overlaps[article + own] = sum;
    }
  }
  return overlaps;
}

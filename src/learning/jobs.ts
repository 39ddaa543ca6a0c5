import { SHARED_STORE, storeId } from "../core/ids.ts";
import { giveWay } from "../infra/slices.ts";
import { runLearning, type RunParts } from "./run.ts";

/** Who learns at night. */
const LEARNER = "Counterbell";

/**
 * Learns from every store's conversations, one after another in the order of their ids. What goes wrong with one is noted at that
 * store and keeps no other from being learned from; one that is being learned from already is left to whoever is at it.
 */
export async function learnFromAll(parts: RunParts): Promise<void> {
  const rows = await parts.database.prisma.store.findMany({
    where: { id: { not: SHARED_STORE } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of rows) {
    await runLearning(parts, { store: storeId(id), by: LEARNER });
    await giveWay();
  }
}

import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import { collectLabelled, collectTurnsOfAll, type AnsweringParts } from "./evidence.ts";
import { relearned, styleOf } from "./rules/setting.ts";
import { offersFor } from "./rules/styles.ts";
import { readKeptSetting, saveSetting } from "./store/settings.ts";

/** Who changes a setting when the desk learned. */
const LEARNER = "Counterbell";

/**
 * Fits every store's setting to what its labelled questions teach by now (all stores' where it has too few). Numbers that somebody
 * chose stay. Each change stands in the store's history and can be undone. Returns the stores that changed.
 */
export async function relearnAnswering(parts: AnsweringParts): Promise<readonly StoreId[]> {
  const { database, now } = parts;
  const rows = await database.prisma.store.findMany({ where: { id: { not: SHARED_STORE } }, select: { id: true } });
  const all = await collectTurnsOfAll(parts);
  const changed: StoreId[] = [];
  for (const id of rows.map((row) => storeId(row.id))) {
    const { setting, version, history } = await readKeptSetting(database, id);
    // Who took back what was learned does not want it again tomorrow.
    if (styleOf(setting) === "own" || history[0]?.change === "restore") continue;
    const next = relearned(setting, offersFor(await collectLabelled(parts, id), all));
    if (next === undefined) continue;
    const saved = await saveSetting(database, {
      store: id,
      change: "learned",
      seen: version,
      setting: next,
      at: now(),
      by: LEARNER,
    });
    if (saved.type === "saved") changed.push(id);
  }
  return changed;
}

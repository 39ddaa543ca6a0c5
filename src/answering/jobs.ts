import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import type { Log } from "../infra/log.ts";
import { giveWay, inSlices } from "../infra/slices.ts";
import { collectLabelled, collectTurnsOfAll, type AnsweringParts } from "./evidence.ts";
import type { Case } from "./rules/cases.ts";
import { nightlyOf, relearned } from "./rules/setting.ts";
import { ENOUGH_LABELS, offersInSteps } from "./rules/styles.ts";
import { readKeptSetting, saveSetting } from "./store/settings.ts";

export interface RelearnParts extends AnsweringParts {
  readonly log: Log;
}

/** Who changes a setting when the desk learned. */
const LEARNER = "Counterbell";

/**
 * Fits every store's setting to what its labelled questions teach by now (all stores' where it has too few), in the order of their
 * ids. Numbers that somebody chose stay. Each change stands in the store's history and can be undone. A store that cannot be
 * learned is logged and left as it is until the next night. Returns the stores that changed.
 */
export async function relearnAnswering(parts: RelearnParts): Promise<readonly StoreId[]> {
  const rows = await parts.database.prisma.store.findMany({
    where: { id: { not: SHARED_STORE } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const all = await contained(parts, { message: "labelled turns of all stores not collected" }, () =>
    collectTurnsOfAll({
      ...parts,
      onBroken: (store, error) => parts.log.error({ store, err: error }, "store's turns left out of those of all stores"),
    }),
  );
  const changed: StoreId[] = [];
  for (const id of rows.map((row) => storeId(row.id))) {
    const outcome = await contained(parts, { store: id, message: "store's answering not learned" }, () =>
      relearnStore(parts, id, all),
    );
    if (outcome === "changed") changed.push(id);
    if (outcome === "busy") parts.log.warn({ store: id }, "store's answering not learned: its questions are being asked");
    await giveWay();
  }
  return changed;
}

interface Containing {
  readonly store?: StoreId;
  readonly message: string;
}

/** What goes wrong with one store does not keep the others from being learned; without the database there is no going on. */
async function contained<Result>(
  { log }: RelearnParts,
  { message, ...fields }: Containing,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error({ ...fields, err: error }, message);
    return undefined;
  }
}

/** `all`: labelled turns of all stores; absent where they are not to be had. */
async function relearnStore(
  parts: RelearnParts,
  store: StoreId,
  all: readonly Case[] | undefined,
): Promise<"changed" | "same" | "busy"> {
  const { database, workbench, now } = parts;
  const { setting, version, history } = await readKeptSetting(database, store);
  if (nightlyOf(setting, history) !== "learns") return "same";
  const collected = await collectLabelled(parts, store);
  if (collected.type === "busy") return "busy";
  const { labelled } = collected.result;
  if (labelled.length < ENOUGH_LABELS && all === undefined) return "same";
  const offers = await inSlices(offersInSteps(labelled, all ?? []));
  const next = relearned(setting, { ...offers, confidenceModel: workbench.confidenceModel });
  if (next === undefined) return "same";
  const change = { store, change: "learned", seen: version, setting: next, at: now(), by: LEARNER } as const;
  const saved = await saveSetting(database, change);
  return saved.type === "saved" ? "changed" : "same";
}

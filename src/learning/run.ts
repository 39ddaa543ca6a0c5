import type { Actor } from "../audit/rules/entry.ts";
import { auditAct } from "../audit/store.ts";
import type { StoreId } from "../core/ids.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import { learn, type Learned } from "./learn.ts";
import { DEFAULT_MINIMUM } from "./rules/since.ts";
import { BEAT_MS, type LearningRun } from "./rules/run.ts";
import { beginRun, endRun, noteBeat } from "./store-runs.ts";

export interface RunParts {
  readonly database: Database;
  readonly workbench: Workbench;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface RunOf {
  readonly store: StoreId;
  /** A person's name, or the desk's own. */
  readonly by: string;
  /** Absent at night. */
  readonly actor?: Actor;
}

/** What conversations older than this teach was learned, or decided about, before. */
const LOOKS_BACK_MS = 30 * 86_400_000;

/**
 * Learns from a store's last thirty days, and notes how far it is and what came of it, for whoever looks. `onBegun` is called as soon
 * as it has the store for itself. What goes wrong from then on is noted in the run and in the log, and thrown nowhere.
 */
export async function runLearning(parts: RunParts, of: RunOf, onBegun: () => void = () => undefined): Promise<"ended" | "busy"> {
  const { database, workbench, now, log } = parts;
  const { store } = of;
  const beat = beating(parts, store);
  let isBegun = false;
  const begin = async (): Promise<void> => {
    await noteBegin(parts, of);
    isBegun = true;
    beat.start();
    onBegun();
  };
  const at = now();
  const request = { store, since: at - LOOKS_BACK_MS, minimum: DEFAULT_MINIMUM, isDryRun: false };
  try {
    const notes = { onBegun: begin, onLooked: beat.looked };
    const outcome = await learn({ database, workbench, now: at }, request, notes);
    if (outcome.type === "busy") return "busy";
    beat.stop();
    await endRun(database, store, { at: now(), failed: false, ...resultOf(outcome.result) });
  } catch (error) {
    if (!isBegun) throw error;
    log.error({ store, err: error }, "store's conversations not learned from");
    await noteFailure(parts, store, beat.conversations());
  } finally {
    beat.stop();
  }
  return "ended";
}

async function noteBegin({ database, now }: RunParts, { store, by, actor }: RunOf): Promise<void> {
  await database.transaction(async (client) => {
    await beginRun(client, store, { by, at: now() });
    await auditAct(client, actor, { act: "knowledge.learning-begun", thing: `store:${store}`, storeId: store });
  });
}

async function noteFailure({ database, now, log }: RunParts, store: StoreId, conversations: number): Promise<void> {
  const result = { conversations, questions: 0, proposed: 0, left: {} };
  await endRun(database, store, { at: now(), failed: true, ...result }).catch((error: unknown) =>
    log.warn({ store, err: error }, "a failed learning run is not noted; it will look stopped"),
  );
}

function resultOf({
  conversations,
  questions,
  proposed,
  left,
}: Learned): Pick<LearningRun, "conversations" | "questions" | "proposed" | "left"> {
  const counts: Record<string, number> = {};
  for (const { because } of left) counts[because] = (counts[because] ?? 0) + 1;
  const refused = proposed.filter(({ made }) => made === "too-many").length;
  return {
    conversations,
    questions,
    proposed: proposed.filter(({ made }) => made === "made").length,
    left: refused === 0 ? counts : { ...counts, "too-many": refused },
  };
}

/** Says every few seconds how far it is, also while nothing is counted. */
function beating({ database, now, log }: RunParts, store: StoreId) {
  let conversations = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    void noteBeat(database, store, { conversations, at: now() }).catch((error: unknown) =>
      log.warn({ store, err: error }, "how far learning is was not noted, will be tried again"),
    );
  };
  return {
    start: () => {
      timer = setInterval(tell, BEAT_MS);
      timer.unref();
    },
    looked: (count: number) => void (conversations = count),
    conversations: () => conversations,
    stop: () => clearInterval(timer),
  };
}

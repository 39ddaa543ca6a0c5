import type { Pool } from "pg";
import type { Decision } from "../core/decision.ts";
import type { IncomingId } from "../core/ids.ts";

/** Lets somebody wait until an event was handled, in this process or another. */
export interface Settlements {
  /** Undefined when `giveUp` was aborted before; from then on nothing is looked for and nothing kept. */
  settled(id: IncomingId, giveUp?: AbortSignal): Promise<Outcome | undefined>;
  handled(id: IncomingId, decision: Decision): void;
  parked(id: IncomingId): void;
}

type Outcome = Decision | "parked";

interface Ledger {
  readonly pool: Pick<Pool, "query">;
}

/** Another process may have handled it: then only the database tells. */
const LOOK_EVERY_MS = 250;

export function createSettlements(db: Ledger): Settlements {
  const waiting = new Map<IncomingId, Set<(outcome: Outcome) => void>>();

  const settle = (id: IncomingId, outcome: Outcome): void => {
    const tells = waiting.get(id);
    waiting.delete(id);
    for (const tell of tells ?? []) tell(outcome);
  };
  const join = (id: IncomingId, tell: (outcome: Outcome) => void): void => {
    waiting.set(id, (waiting.get(id) ?? new Set()).add(tell));
  };
  const leave = (id: IncomingId, tell: (outcome: Outcome) => void): void => {
    const tells = waiting.get(id);
    tells?.delete(tell);
    if (tells?.size === 0) waiting.delete(id);
  };

  return {
    settled: (id, giveUp) =>
      new Promise((resolve) => {
        if (giveUp?.aborted === true) return resolve(undefined);
        const watch = watchLedger(db, id, (outcome) => settle(id, outcome));
        const end = (outcome: Outcome | undefined): void => {
          watch.stop();
          giveUp?.removeEventListener("abort", abandon);
          leave(id, end);
          resolve(outcome);
        };
        const abandon = (): void => end(undefined);
        giveUp?.addEventListener("abort", abandon);
        join(id, end);
      }),
    handled: settle,
    parked: (id) => settle(id, "parked"),
  };
}

/** Looks now and then, one look at a time, until it is stopped. */
function watchLedger(db: Ledger, id: IncomingId, found: (outcome: Outcome) => void): { readonly stop: () => void } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    // While the database is away nobody knows: the next look may.
    const outcome = await readOutcome(db, id).catch(() => undefined);
    if (isStopped) return;
    if (outcome === undefined) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    else found(outcome);
  };
  void look();
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function readOutcome({ pool }: Ledger, id: IncomingId): Promise<Outcome | undefined> {
  const { rows } = await pool.query<Decision & { isParked: boolean }>(
    `SELECT d."rule", d."effects", d."reasons", i."parkedAt" IS NOT NULL AS "isParked"
     FROM "Incoming" i LEFT JOIN "Decision" d ON d."incomingId" = i."id" WHERE i."id" = $1 AND (d."incomingId" IS NOT NULL OR i."parkedAt" IS NOT NULL)`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return row.isParked ? "parked" : { rule: row.rule, effects: row.effects, reasons: row.reasons };
}

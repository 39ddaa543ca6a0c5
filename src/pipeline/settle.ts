import type { Decision } from "../core/decision.ts";
import type { IncomingId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";

/** Lets somebody wait until an event was handled, in this process or another. */
export interface Settlements {
  settled(id: IncomingId): Promise<Decision | "parked">;
  handled(id: IncomingId, decision: Decision): void;
  parked(id: IncomingId): void;
}

/** Another process may have handled it: then only the database tells. */
const LOOK_EVERY_MS = 250;

export function createSettlements(db: Database): Settlements {
  const waiting = new Map<IncomingId, Set<(outcome: Decision | "parked") => void>>();

  const settle = (id: IncomingId, outcome: Decision | "parked"): void => {
    const resolves = waiting.get(id);
    waiting.delete(id);
    for (const resolve of resolves ?? []) resolve(outcome);
  };

  return {
    settled: (id) =>
      new Promise((resolve) => {
        const timer = setInterval(() => void look(), LOOK_EVERY_MS);
        const done = (outcome: Decision | "parked"): void => {
          clearInterval(timer);
          resolve(outcome);
        };
        const look = async (): Promise<void> => {
          const outcome = await readOutcome(db, id).catch(() => undefined);
          if (outcome !== undefined) settle(id, outcome);
        };
        waiting.set(id, (waiting.get(id) ?? new Set()).add(done));
        void look();
      }),
    handled: settle,
    parked: (id) => settle(id, "parked"),
  };
}

async function readOutcome(db: Database, id: IncomingId): Promise<Decision | "parked" | undefined> {
  const { rows } = await db.pool.query<Decision & { isParked: boolean }>(
    `SELECT d."rule", d."effects", d."reasons", i."parkedAt" IS NOT NULL AS "isParked"
     FROM "Incoming" i LEFT JOIN "Decision" d ON d."incomingId" = i."id" WHERE i."id" = $1 AND (d."incomingId" IS NOT NULL OR i."parkedAt" IS NOT NULL)`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return row.isParked ? "parked" : { rule: row.rule, effects: row.effects, reasons: row.reasons };
}

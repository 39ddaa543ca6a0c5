import { randomUUID } from "node:crypto";
import { DESK_LANE, incomingId, type AgentId } from "../core/ids.ts";
import type { Spine } from "../core/spine.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import { readWaits } from "./rules/waits.ts";

export interface PresenceParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit">;
  readonly clock: Clock;
  readonly log: Log;
  /** How often it is noted who is here; shorter in tests. */
  readonly beatMs?: number | undefined;
}

/** Who has their console open. Kept in the database, so that any process sees it, and sees it end when another one is killed. */
export interface Presence {
  /** This agent opened a console; call what it returns when that one is closed. */
  arrive(agent: AgentId): () => void;
  /** Notes who is here, and who is not any more. Done every few seconds. */
  look(): Promise<void>;
  /** How many consoles of agents are open at this process. */
  windows(): number;
  close(): void;
}

const BEAT_MS = 15_000;

/**
 * Makes it. Whose last console was closed longer ago than the desk's grace time counts as away, until they open one again; whoever
 * never opened one is as they say. Routing hears of both.
 */
export function createPresence({ db, spine, clock, log, beatMs = BEAT_MS }: PresenceParts): Presence {
  const windows = new Map<AgentId, number>();
  const startedAt = clock.now();
  const tell = async (): Promise<void> => {
    const id = incomingId(`presence:${randomUUID()}`);
    await spine.submit({ type: "staffing-changed", id, lane: DESK_LANE, at: clock.now() });
  };
  const note = async (agents: readonly AgentId[]): Promise<void> => {
    if (agents.length > 0 && (await noteHere(db, agents, clock.now()))) await tell();
  };
  const look = async (): Promise<void> => {
    await note([...windows.keys()]);
    const graceMs = await graceOf(db);
    // After a start everybody gets the time to come back: their consoles were open at a process that is gone.
    if (clock.now() - startedAt < graceMs) return;
    if (await noteGone(db, clock.now() - graceMs)) await tell();
  };
  const carefully = (act: () => Promise<void>): void => {
    void act().catch((error: unknown) => log.warn({ err: error }, "presence was not noted, will be tried again"));
  };
  const timer = setInterval(() => carefully(look), beatMs);
  timer.unref();
  return {
    arrive: (agent) => {
      windows.set(agent, (windows.get(agent) ?? 0) + 1);
      carefully(() => note([agent]));
      return () => {
        const left = (windows.get(agent) ?? 0) - 1;
        if (left > 0) windows.set(agent, left);
        else windows.delete(agent);
        // From now on the grace time runs, not from the last beat.
        if (left <= 0) carefully(() => noteHere(db, [agent], clock.now()).then(() => undefined));
      };
    },
    look,
    windows: () => [...windows.values()].reduce((sum, count) => sum + count, 0),
    close: () => clearInterval(timer),
  };
}

/** Whether one of them counted as gone. */
async function noteHere({ pool }: Database, agents: readonly AgentId[], now: number): Promise<boolean> {
  const { rows } = await pool.query<{ was: boolean }>({
    name: "note-here",
    text: `WITH was AS (SELECT "id", "absent" FROM "Agent" WHERE "id" = ANY($1::text[]) ORDER BY "id" FOR NO KEY UPDATE)
           UPDATE "Agent" SET "seenAt" = $2::timestamptz, "absent" = false FROM was WHERE "Agent"."id" = was."id" RETURNING was."absent" AS was`,
    values: [agents, new Date(now)],
  });
  return rows.some(({ was }) => was);
}

/** Whether somebody counts as gone from now on. */
async function noteGone({ pool }: Database, before: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: "note-gone",
    text: `UPDATE "Agent" SET "absent" = true WHERE NOT "absent" AND "seenAt" < $1::timestamptz`,
    values: [new Date(before)],
  });
  return (rowCount ?? 0) > 0;
}

async function graceOf({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ waits: unknown }>(`SELECT "waits" FROM "Desk" WHERE "id" = 'desk'`);
  return readWaits(rows[0]?.waits).presenceMs;
}

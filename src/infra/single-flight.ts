import type { Database } from "./database.ts";

/** `busy`: somebody is at it already, or too much of the kind is under way in this process; nothing was done. */
export type Alone<Result> = { readonly type: "done"; readonly result: Result } | { readonly type: "busy" };

/**
 * Which places work takes among those of its process. `shared`: people wait for it. `background`: nobody does, so that it leaves a place
 * for those who wait. `own`: short work that comes again and again, and neither takes a place nor waits for one.
 */
export type Room = "shared" | "background" | "own";

/** Runs `work` unless somebody, in this process or another, is at work under the same name. */
export type IfAlone = <Result>(name: string, work: () => Promise<Result>, room?: Room) => Promise<Alone<Result>>;

/** Each holds a connection to the server as long as it takes. */
const MOST_AT_ONCE = 3;
/** Of these. */
const MOST_IN_BACKGROUND = 2;
/** The class of these locks; the other key is the name's hash. */
const LOCK_CLASS = 72_707_371;

/** On the embedded database nobody else is there. */
export function createIfAlone({ kind, pool }: Pick<Database, "kind" | "pool">): IfAlone {
  const here = new Map<string, Room>();
  const countOf = (...rooms: readonly Room[]): number => [...here.values()].filter((room) => rooms.includes(room)).length;
  const isFull = (room: Room): boolean =>
    room !== "own" &&
    (countOf("shared", "background") >= MOST_AT_ONCE || (room === "background" && countOf("background") >= MOST_IN_BACKGROUND));
  return async (name, work, room = "shared") => {
    if (here.has(name) || isFull(room)) return { type: "busy" };
    here.set(name, room);
    try {
      return kind === "pglite" ? { type: "done", result: await work() } : await underLock(pool, name, work);
    } finally {
      here.delete(name);
    }
  };
}

async function underLock<Result>(pool: Database["pool"], name: string, work: () => Promise<Result>): Promise<Alone<Result>> {
  const client = await pool.connect();
  const ask = async (call: string) => {
    const { rows } = await client.query<{ done: boolean }>(`SELECT ${call}($1, hashtext($2)) AS done`, [LOCK_CLASS, name]);
    return rows[0]?.done === true;
  };
  // Ending the connection ends its lock too, a moment later: that is for a lost connection.
  let isFree = false;
  try {
    isFree = !(await ask("pg_try_advisory_lock"));
    if (isFree) return { type: "busy" };
    try {
      return { type: "done", result: await work() };
    } finally {
      isFree = await ask("pg_advisory_unlock").catch(() => false);
    }
  } finally {
    client.release(!isFree);
  }
}

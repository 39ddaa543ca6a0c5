import type { Database } from "./database.ts";

/** `busy`: somebody is at it already, or too much of the kind is under way in this process; nothing was done. */
export type Alone<Result> = { readonly type: "done"; readonly result: Result } | { readonly type: "busy" };

/** Runs `work` unless somebody, in this process or another, is at work under the same name. */
export type IfAlone = <Result>(name: string, work: () => Promise<Result>) => Promise<Alone<Result>>;

/** Each holds a connection to the server as long as it takes. */
const MOST_AT_ONCE = 3;
/** The class of these locks; the other key is the name's hash. */
const LOCK_CLASS = 72_707_371;

/** On the embedded database nobody else is there. */
export function createIfAlone({ kind, pool }: Pick<Database, "kind" | "pool">): IfAlone {
  const here = new Set<string>();
  return async (name, work) => {
    if (here.has(name) || here.size >= MOST_AT_ONCE) return { type: "busy" };
    here.add(name);
    try {
      return kind === "pglite" ? { type: "done", result: await work() } : await underLock(pool, name, work);
    } finally {
      here.delete(name);
    }
  };
}

async function underLock<Result>(pool: Database["pool"], name: string, work: () => Promise<Result>): Promise<Alone<Result>> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine", [
      LOCK_CLASS,
      name,
    ]);
    return rows[0]?.mine === true ? { type: "done", result: await work() } : { type: "busy" };
  } finally {
    // Its connection is ended, and the lock with it: that works on a lost connection too.
    client.release(true);
  }
}

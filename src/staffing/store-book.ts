import type { Database } from "../infra/database.ts";
import type { Roster } from "./rules/roster.ts";
import { loadRoster } from "./store.ts";

/** The roster as it is now. */
export interface RosterBook {
  read(): Promise<Roster>;
}

/** Holds the roster, and reads it whole again only when its version says that it changed, here or in another process. */
export function createRosterBook(db: Database): RosterBook {
  let held: { readonly version: number; readonly roster: Promise<Roster> } | undefined;
  return {
    read: async () => {
      // The version first: what changes while the rest is read is noticed the next time.
      const text = `SELECT "rosterVersion" AS version FROM "Desk" WHERE "id" = 'desk'`;
      const { rows } = await db.pool.query<{ version: number }>({ name: "roster-version", text });
      const version = rows[0]?.version ?? 0;
      if (held?.version === version) return held.roster;
      const now = { version, roster: loadRoster(db) };
      held = now;
      // What could not be read is asked for again.
      now.roster.catch(() => (held = held === now ? undefined : held));
      return now.roster;
    },
  };
}

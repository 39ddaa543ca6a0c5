import type { Principal } from "../accounts/rules.ts";
import type { Database } from "../infra/database.ts";

/** How many alerts somebody has not seen. */
export type CountFor = (principal: Principal) => number;

/** Counts for everybody at once, so that a hundred open consoles cost one question. */
export async function countUnseen({ pool }: Pick<Database, "pool">): Promise<CountFor> {
  const { rows } = await pool.query<{ agentId: string | null; storeId: string; count: number }>({
    name: "count-alerts",
    text: `SELECT "agentId", "storeId", COUNT(*)::int AS count FROM "Alert" WHERE "seenAt" IS NULL GROUP BY "agentId", "storeId"`,
  });
  return ({ role, agent, stores }) => {
    const isResponsible = role === "supervisor" || role === "admin";
    const isTheirs = (to: string | null): boolean => (to === null ? isResponsible : to === agent?.id);
    let count = 0;
    for (const row of rows) if (isTheirs(row.agentId) && stores.some((store) => store === row.storeId)) count += row.count;
    return count;
  };
}

/** Calls at once the first time, and after that at most once in so long, however often it is asked; nothing is lost. */
export function atMostEvery(ms: number, call: () => void): { ask(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  const run = (): void => {
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) run();
    }, ms);
    timer.unref();
    call();
  };
  return {
    ask: () => {
      if (timer === undefined) run();
      else isAsked = true;
    },
    stop: () => clearTimeout(timer),
  };
}

import type { Principal } from "../accounts/rules.ts";
import type { DecidesAs } from "../core/request.ts";
import type { Database } from "../infra/database.ts";
import type { RequestsTold } from "./api.ts";
import { mayAnswer } from "./rules/answer.ts";

/** How the open requests stand for somebody. */
export type ToldTo = (principal: Principal) => RequestsTold;

interface Open {
  readonly id: string;
  readonly storeId: string;
  readonly deciders: readonly DecidesAs[];
  readonly askedByUserId: string;
}

/** More than that nobody has open; beyond it the oldest count. */
const MOST_OPEN = 1_000;

/** Reads the open requests of these stores once for everybody who listens. */
export async function readUnanswered({ pool }: Pick<Database, "pool">, stores: readonly string[]): Promise<ToldTo> {
  const { rows } = await pool.query<Open>({
    name: "open-requests",
    text: `SELECT "id", "storeId", "deciders", "askedByUserId" FROM "Request" WHERE "storeId" = ANY($1::text[]) AND "state" = 'open'
           ORDER BY "askedAt", "id" LIMIT ${MOST_OPEN}`,
    values: [stores],
  });
  return (principal) => toldTo(principal, rows);
}

function toldTo({ role, userId, stores, approves = [] }: Principal, open: readonly Open[]): RequestsTold {
  const as = role === "merchant" ? "merchant" : "supervisor";
  const decidesFor = role === "merchant" ? approves : stores;
  const seen = open.filter(({ storeId, deciders }) => stores.some((store) => store === storeId) && (role !== "merchant" || deciders.includes(as))); // prettier-ignore
  const mine = seen.filter(
    ({ storeId, deciders, askedByUserId }) =>
      decidesFor.some((store) => store === storeId) &&
      mayAnswer({ deciders, askedBy: { userId: askedByUserId } }, { userId, as }),
  );
  return { ids: seen.map(({ id }) => id), mine: mine.map(({ id }) => id) };
}

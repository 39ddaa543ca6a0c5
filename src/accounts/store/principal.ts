import type { Pool } from "pg";
import { agentId, SHARED_STORE, storeId } from "../../core/ids.ts";
import { isRole, type Principal } from "../rules.ts";

/** Who this person is and what they may see, as of now; undefined when they are unknown or switched off. One statement. */
export async function findPrincipal(pool: Pool, userId: string): Promise<Principal | undefined> {
  const { rows } = await pool.query<PrincipalRow>({ name: "principal", text: FIND, values: [userId, SHARED_STORE] });
  const row = rows[0];
  if (row === undefined) return undefined;
  if (!isRole(row.role)) throw new Error(`The person ${row.id} has the role "${row.role}", which is none; mend the table User.`);
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    agent: row.agentId === null || row.agentName === null ? undefined : { id: agentId(row.agentId), name: row.agentName },
    stores: row.stores.map(storeId),
    ...(row.approves.length === 0 ? {} : { approves: row.approves.map(storeId) }),
  };
}

interface PrincipalRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly stores: readonly string[];
  readonly approves: readonly string[];
}

// Whoever works as an agent also sees the stores that the roster lets this agent serve (no store named: all of them):
// otherwise a conversation could be given to somebody who cannot open it.
const FIND = `
  SELECT u."id", u."name", u."email", u."role", a."id" AS "agentId", a."name" AS "agentName",
    ARRAY(
      SELECT s."id" FROM "Store" s
      WHERE s."id" <> $2 AND (
        u."role" = 'admin'
        OR EXISTS (SELECT 1 FROM "UserStore" us WHERE us."userId" = u."id" AND us."storeId" = s."id")
        OR (
          (EXISTS (SELECT 1 FROM "AgentStore" x WHERE x."agentId" = a."id" AND x."storeId" = s."id")
            OR (a."id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "AgentStore" x WHERE x."agentId" = a."id")))
          AND NOT EXISTS (SELECT 1 FROM "StoreRefusal" r WHERE r."agentId" = a."id" AND r."storeId" = s."id")
        )
      )
      ORDER BY s."id"
    ) AS "stores",
    ARRAY(
      SELECT us."storeId" FROM "UserStore" us
      WHERE us."userId" = u."id" AND us."approver" AND u."role" = 'merchant' AND us."storeId" <> $2
      ORDER BY us."storeId"
    ) AS "approves"
  FROM "User" u
  LEFT JOIN "Agent" a ON a."id" = u."agentId" AND a."active" AND u."role" <> 'merchant'
  WHERE u."id" = $1 AND NOT u."disabled"`;

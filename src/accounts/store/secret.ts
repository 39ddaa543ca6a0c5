import { randomBytes } from "node:crypto";
import type { Database } from "../../infra/database.ts";

/** Signs session cookies: 256 random bits, made at the first start and kept. Whoever asks first makes it; all get the same. */
export async function signInSecret({ pool }: Pick<Database, "pool">): Promise<string> {
  await pool.query(`INSERT INTO "Setting" ("key", "value") VALUES ($1, $2) ON CONFLICT ("key") DO NOTHING`, [
    KEY,
    randomBytes(32).toString("base64url"),
  ]);
  const { rows } = await pool.query<{ value: string }>(`SELECT "value" FROM "Setting" WHERE "key" = $1`, [KEY]);
  const secret = rows[0]?.value;
  if (secret === undefined) throw new Error(`The setting ${KEY} vanished while it was read; start again.`);
  return secret;
}

const KEY = "auth-secret";

import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import { storeId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { TokenRow } from "../api.ts";
import { tellOthers } from "./people.ts";
import { TOKEN_SCOPES, type TokenScope } from "../rules.ts";
import { MOST_TOKENS, TOKEN_PREFIX, type KnownToken } from "../rules/token.ts";

/** What is stored of a secret that people carry away: with 256 random bits a plain hash is enough. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** A secret of 256 random bits. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

export interface NewToken {
  readonly userId: string;
  readonly name: string;
  readonly scope: TokenScope;
  /** Empty: all that the person sees. */
  readonly stores: readonly string[];
  readonly expiresAt: Instant;
  readonly actor: Actor;
}

/** Makes a token, which is told here and nowhere else; undefined when the person has too many. */
export async function createToken(
  db: Database,
  wanted: NewToken,
): Promise<{ readonly row: TokenRow; readonly token: string } | undefined> {
  const { userId, name, scope, stores, expiresAt, actor } = wanted;
  const token = TOKEN_PREFIX + randomSecret();
  return db.prisma.$transaction(async (tx) => {
    // One after another, so that the limit holds.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
    if ((await tx.apiToken.count({ where: { userId, expiresAt: { gt: new Date(actor.at) } } })) >= MOST_TOKENS) return undefined;
    const dates = { createdAt: new Date(actor.at), expiresAt: new Date(expiresAt) };
    const id = randomUUID();
    await tx.apiToken.create({ data: { id, userId, name, scope, stores: [...stores], tokenHash: hashOf(token), ...dates } });
    const after = { name, scope, stores, expiresAt: dates.expiresAt.toISOString() };
    await writeAudit(tx, { ...actor, act: "token.created", thing: `token:${id}`, thingName: name, after });
    return { row: rowOf(await tx.apiToken.findUniqueOrThrow({ where: { id }, include: OWNER })), token };
  });
}

/** The tokens of a person, or everybody's, the newest first; those that ran out stand among them. */
export async function listTokens({ prisma }: Database, userId: string | undefined): Promise<readonly TokenRow[]> {
  const where = userId === undefined ? {} : { userId };
  const rows = await prisma.apiToken.findMany({
    where,
    include: OWNER,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map(rowOf);
}

const MOST_LISTED = 500;
const OWNER = { user: { select: { name: true } } } as const;

/** Takes a token away; false when there is none with this id, or with `userId` when it is not theirs. */
export async function revokeToken(
  db: Database,
  which: { readonly id: string; readonly userId?: string | undefined },
  actor: Actor,
): Promise<boolean> {
  const where = { id: which.id, ...(which.userId === undefined ? {} : { userId: which.userId }) };
  return db.prisma.$transaction(async (tx) => {
    const token = await tx.apiToken.findFirst({ where, select: { name: true, userId: true } });
    const { count } = await tx.apiToken.deleteMany({ where });
    if (token === null || count === 0) return false;
    // Streams that it opened end at once.
    await tellOthers(tx, token.userId);
    await writeAudit(tx, { ...actor, act: "token.revoked", thing: `token:${which.id}`, thingName: token.name });
    return true;
  });
}

/** Whose token this is, and what it may; notes that it was used, once a minute. Undefined for one that nobody has. */
export async function findToken(
  pool: Pool,
  token: string,
  now: Instant,
): Promise<(KnownToken & { readonly userId: string }) | undefined> {
  const { rows } = await pool.query<TokenFound>({ name: "api-token", text: FIND, values: [hashOf(token)] });
  const [found] = rows;
  if (found === undefined) return undefined;
  const scope = TOKEN_SCOPES.find((known) => known === found.scope);
  if (scope === undefined) throw new Error(`The API token ${found.id} has the scope "${found.scope}", which is none; revoke it.`);
  if (now - (found.lastUsedAt?.getTime() ?? 0) >= NOTED_EVERY_MS)
    await pool.query(`UPDATE "ApiToken" SET "lastUsedAt" = $2 WHERE "id" = $1`, [found.id, new Date(now)]);
  const { id, userId, name, stores, expiresAt } = found;
  return { id, userId, name, scope, stores: stores.map(storeId), expiresAt: expiresAt.getTime() };
}

const NOTED_EVERY_MS = 60_000;
const FIND = `SELECT "id", "userId", "name", "scope", "stores", "expiresAt", "lastUsedAt" FROM "ApiToken" WHERE "tokenHash" = $1`;

interface TokenFound {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scope: string;
  readonly stores: readonly string[];
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

function rowOf(token: TokenFound & { readonly createdAt: Date; readonly user: { readonly name: string } }): TokenRow {
  const { id, name, userId, user, scope, stores, createdAt, expiresAt, lastUsedAt } = token;
  return {
    id,
    name,
    owner: { id: userId, name: user.name },
    scope: scope === "write" ? "write" : "read",
    stores,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(lastUsedAt === null ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
  };
}

import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Actor } from "../../audit/rules/entry.ts";
import { auditAct, writeAudit } from "../../audit/store.ts";
import { SHARED_STORE } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { planLink, type LinkedAs, type LinkFault, type LinkPlan, type PlatformPerson, type StoredLink } from "../rules/link.ts"; // prettier-ignore

export interface LinkRequest extends PlatformPerson {
  readonly linkedAs: LinkedAs;
  readonly actor: Actor;
}

export type Linked =
  { readonly type: "linked"; readonly link: StoredLink } | Extract<LinkPlan, { readonly type: "already" | "refused" }>;

/** Links somebody of a platform with an agent or a store, unless they are somebody else. Two who link at once come one after the other. */
export async function linkPerson(db: Database, { channel, person, linkedAs, actor }: LinkRequest): Promise<Linked> {
  return db.transaction(async (client) => {
    // Whoever looks somebody up is not held up.
    await client.query(`LOCK TABLE "PlatformPerson" IN SHARE ROW EXCLUSIVE MODE`);
    const fault = await faultOf(client, linkedAs);
    if (fault !== undefined) return { type: "refused", fault };
    const existing = await find(client, `l."channel" = $1 AND l."person" = $2`, [channel, person]);
    const plan = planLink(linkedAs, existing);
    if (plan.type === "already" || plan.type === "refused") return plan;
    const id = plan.type === "change" ? plan.link.id : randomUUID();
    const { agentId, storeId, isApprover } = columnsOf(linkedAs);
    if (plan.type === "change")
      await client.query(`UPDATE "PlatformPerson" SET "approver" = $2 WHERE "id" = $1`, [id, isApprover]);
    else
      await client.query(
        `INSERT INTO "PlatformPerson" ("id", "channel", "person", "agentId", "storeId", "approver", "createdAt", "createdBy")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, channel, person, agentId, storeId, isApprover, new Date(actor.at), actor.byName],
      );
    const [link] = await find(client, `l."id" = $1`, [id]);
    if (link === undefined) throw new Error(`The link ${id} vanished while it was written; try again.`);
    const before = plan.type === "change" ? valuesOf(plan.link) : undefined;
    await writeAudit(client, { ...actor, act: "link.made", ...thingOf(link), before, after: valuesOf(link) });
    return { type: "linked", link };
  });
}

/** Whom to unlink: one link by its id, or somebody wholly, or only as merchant of a store. */
export type Unlinking = { readonly id: string } | (PlatformPerson & { readonly storeId?: string | undefined });

/** Takes links away; what was done with them stays. Returns how many there were. */
export async function unlinkPerson(db: Database, which: Unlinking, actor: Actor): Promise<number> {
  return db.transaction(async (client) => {
    const found =
      "id" in which
        ? await find(client, `l."id" = $1`, [which.id])
        : await find(client, `l."channel" = $1 AND l."person" = $2 AND ($3::text IS NULL OR l."storeId" = $3::text)`, [
            which.channel,
            which.person,
            which.storeId ?? null,
          ]);
    const gone = await client.query<{ id: string }>(`DELETE FROM "PlatformPerson" WHERE "id" = ANY($1::text[]) RETURNING "id"`, [
      found.map(({ id }) => id),
    ]);
    const ids = new Set(gone.rows.map(({ id }) => id));
    for (const link of found.filter(({ id }) => ids.has(id)))
      await auditAct(client, actor, { act: "link.removed", ...thingOf(link), before: valuesOf(link) });
    return ids.size;
  });
}

export interface LinkQuery {
  /** A part of a person's id, or of an agent's or a store's name. */
  readonly text?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the links, the newest first, and how many there are. */
export async function listLinks(
  { pool }: Pick<Database, "pool">,
  { text, limit, offset }: LinkQuery,
): Promise<{ readonly items: readonly StoredLink[]; readonly total: number }> {
  const where = `($1::text IS NULL OR strpos(lower(l."channel" || ':' || l."person" || ' ' || COALESCE(a."name", s."name")), lower($1::text)) > 0)`;
  const { rows } = await pool.query(`${SELECT} WHERE ${where} ORDER BY l."createdAt" DESC, l."id" LIMIT $2 OFFSET $3`, [
    text ?? null,
    limit,
    offset,
  ]);
  const counted = await pool.query<{ total: number }>(
    `SELECT COUNT(*)::int AS total FROM "PlatformPerson" l LEFT JOIN "Agent" a ON a."id" = l."agentId" LEFT JOIN "Store" s ON s."id" = l."storeId" WHERE ${where}`,
    [text ?? null],
  );
  return { items: rows.map(linkOf), total: counted.rows[0]?.total ?? 0 };
}

const SELECT = `
  SELECT l.*, COALESCE(a."name", s."name") AS name FROM "PlatformPerson" l
  LEFT JOIN "Agent" a ON a."id" = l."agentId" LEFT JOIN "Store" s ON s."id" = l."storeId"`;

async function find(
  client: Pick<PoolClient, "query">,
  where: string,
  values: readonly unknown[],
): Promise<readonly StoredLink[]> {
  const { rows } = await client.query(`${SELECT} WHERE ${where} ORDER BY l."createdAt", l."id"`, [...values]);
  return rows.map(linkOf);
}

async function faultOf(client: PoolClient, linkedAs: LinkedAs): Promise<LinkFault | undefined> {
  if (linkedAs.type === "agent") {
    const { rowCount } = await client.query(`SELECT 1 FROM "Agent" WHERE "id" = $1 AND "active"`, [linkedAs.agentId]);
    if (rowCount === 1) return undefined;
    const reason = {
      zh: "排班表里没有这位客服；请填排班表里的客服 id",
      en: "the id of an agent in the roster; there is none with this one",
    };
    return { field: "agent", reason };
  }
  const { rowCount } = await client.query(`SELECT 1 FROM "Store" WHERE "id" = $1 AND "id" <> $2`, [
    linkedAs.storeId,
    SHARED_STORE,
  ]);
  if (rowCount === 1) return undefined;
  return {
    field: "merchant",
    reason: { zh: "没有这家店铺；请填店铺的 key", en: "a store that exists; there is none with this key" },
  };
}

function columnsOf(linkedAs: LinkedAs) {
  return linkedAs.type === "agent"
    ? { agentId: linkedAs.agentId, storeId: null, isApprover: false }
    : { agentId: null, storeId: linkedAs.storeId, isApprover: linkedAs.isApprover };
}

const row = z.object({
  id: z.string(),
  channel: z.string(),
  person: z.string(),
  agentId: z.string().nullable(),
  storeId: z.string().nullable(),
  approver: z.boolean(),
  createdAt: z.date(),
  createdBy: z.string(),
  name: z.string(),
});

function linkOf(found: unknown): StoredLink {
  const { agentId, storeId, approver, ...rest } = row.parse(found);
  if (agentId !== null) return { ...rest, linkedAs: { type: "agent", agentId } };
  if (storeId === null) throw new Error(`The link ${rest.id} names neither agent nor store; mend the table PlatformPerson.`);
  return { ...rest, linkedAs: { type: "merchant", storeId, isApprover: approver } };
}

function thingOf({ channel, person, name, linkedAs }: StoredLink) {
  const storeId = linkedAs.type === "merchant" ? linkedAs.storeId : undefined;
  return { thing: `link:${channel}:${person}`, thingName: name, storeId };
}

const valuesOf = ({ linkedAs }: StoredLink) => ({ ...linkedAs });

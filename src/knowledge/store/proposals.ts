import type { PoolClient } from "pg";
import { z } from "zod";
import type { Actor } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import { SHARED_STORE, type ArticleId, type ProposalId, type StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { Snapshot } from "../rules/plan.ts";
import type { SeenProposals } from "../rules/deciders.ts";
import type { ProposalStatus } from "../rules/proposal.ts";
import { asProposal, asStanding, contentOf, PROPOSAL_ROW, type Proposal, type Standing } from "./proposal-rows.ts";
import { asSnapshot } from "./rows.ts";

/** Nobody needs more waiting at once; the desk's own learning has the same measure for each store. */
export const MAX_OPEN_OF_ONE = 200;

export type ProposalDraft = Omit<Proposal, "status" | "decided" | "articleVersion">;

/** `known`: the same id was stored before, nothing changed. `too-many`: this proposer has too many open ones in this store. */
export type ProposalMade = "made" | "known" | "too-many";

/** Stores an open proposal. */
export async function makeProposal(database: Database, draft: ProposalDraft, actor?: Actor): Promise<ProposalMade> {
  return database.transaction(async (client) => {
    const { rows } = await client.query<{ known: boolean; open: number }>(
      `SELECT EXISTS (SELECT 1 FROM "Proposal" WHERE "storeId" = $1 AND "id" = $3) AS known,
         (SELECT count(*)::int FROM "Proposal" WHERE "storeId" = $1 AND "createdBy" = $2 AND "status" = 'open') AS open`,
      [draft.storeId, draft.createdBy.id, draft.id],
    );
    if (rows[0]?.known === true) return "known";
    if ((rows[0]?.open ?? 0) >= MAX_OPEN_OF_ONE) return "too-many";
    const { rowCount } = await client.query(INSERT, valuesOf(draft));
    if (rowCount === 0) return "known";
    const after = { status: "open", kind: draft.proposed.kind, articleId: draft.proposed.articleId };
    await auditAct(client, actor, { act: "proposal.created", thing: `proposal:${draft.id}`, storeId: draft.storeId, after });
    return "made";
  });
}

const INSERT = `
  INSERT INTO "Proposal" ("id", "storeId", "kind", "articleId", "baseVersion", "content", "evidence", "origin", "note",
                          "status", "createdAt", "createdBy", "createdByName")
  VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, 'open', $10, $11, $12)
  ON CONFLICT ("id") DO NOTHING`;

function valuesOf({ id, storeId, proposed, evidence, origin, note, createdAt, createdBy }: ProposalDraft): unknown[] {
  // An article that does not exist yet cannot be referred to; its wanted id stands in the content.
  const of = proposed.kind === "new-article" ? [null, null] : [proposed.articleId, proposed.baseVersion];
  const json = [JSON.stringify(contentOf(proposed)), JSON.stringify(evidence)];
  return [id, storeId, proposed.kind, ...of, ...json, origin, note, new Date(createdAt), createdBy.id, createdBy.name];
}

/** A proposal with the articles it is about. */
export interface ProposalView {
  readonly proposal: Proposal;
  /** The article as the proposer saw it; for a new one the shared article that it would stand before, if there is one. */
  readonly base: Snapshot | undefined;
  /** The store's article as it is now. */
  readonly current: Standing | undefined;
}

export interface ProposalSearch {
  readonly stores: readonly StoreId[];
  /** Who looks: only what they see. */
  readonly seen: SeenProposals;
  /** Of these, only those that this person made, or only those of others. */
  readonly whose?: "mine" | "others" | undefined;
  readonly status?: ProposalStatus | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface ProposalsFound {
  readonly items: readonly ProposalView[];
  readonly total: number;
  /** How many of all these stores are open, whatever status was asked for. */
  readonly open: number;
  /** How many open ones somebody else made, in the stores all of whose proposals are seen. */
  readonly openOfOthers: number;
}

/** A page of proposals: open ones first, the longest waiting on top; then decided ones, the newest on top. */
export async function listProposals(database: Database, search: ProposalSearch): Promise<ProposalsFound> {
  const { stores, seen, whose = null, status = null, limit, offset } = search;
  const values = [stores, seen.all, seen.by, whose, status];
  const counted = await database.pool.query(
    `SELECT count(*) FILTER (WHERE $5::text IS NULL OR p."status" = $5)::int AS total,
       count(*) FILTER (WHERE p."status" = 'open')::int AS open,
       count(*) FILTER (WHERE p."status" = 'open' AND p."createdBy" <> $3 AND p."storeId" = ANY($2::text[]))::int AS "openOfOthers"
     FROM "Proposal" p WHERE ${SEEN}`,
    values,
  );
  const found = await database.pool.query(
    `${VIEW} WHERE ${SEEN} AND ($5::text IS NULL OR p."status" = $5)
     ORDER BY (p."status" <> 'open'), CASE WHEN p."status" = 'open' THEN p."createdAt" END, p."decidedAt" DESC, p."id"
     LIMIT $6 OFFSET $7`,
    [...values, limit, offset],
  );
  return { items: found.rows.map(asView), ...COUNTED.parse(counted.rows[0]) };
}

const COUNTED = z.object({ total: z.number(), open: z.number(), openOfOthers: z.number() });
const SEEN = `p."storeId" = ANY($1::text[]) AND (p."storeId" = ANY($2::text[]) OR p."createdBy" = $3)
    AND ($4::text IS NULL OR (p."createdBy" = $3) = ($4 = 'mine'))`;

/** One proposal of this store; with `seen`, only when they see it. */
export async function findProposal(
  database: Database,
  { store, id, seen }: { readonly store: StoreId; readonly id: ProposalId; readonly seen?: SeenProposals | undefined },
): Promise<ProposalView | undefined> {
  const by = seen === undefined || seen.all.includes(store) ? null : seen.by;
  const where = `WHERE p."storeId" = $1 AND p."id" = $2 AND ($3::text IS NULL OR p."createdBy" = $3)`;
  const { rows } = await database.pool.query(`${VIEW} ${where}`, [store, id, by]);
  return rows.map(asView)[0];
}

// The wanted id of a new article stands in its content until it is accepted.
const VIEW = `
  SELECT p.*, base."snapshot" AS base, shared."snapshot" AS shared,
    json_build_object('version', article."version", 'snapshot', now."snapshot") AS current
  FROM "Proposal" p
  LEFT JOIN "ArticleVersion" base
    ON base."storeId" = p."storeId" AND base."articleId" = p."articleId" AND base."version" = p."baseVersion"
  LEFT JOIN "Article" article
    ON article."storeId" = p."storeId" AND article."id" = COALESCE(p."articleId", p."content"->>'id')
  LEFT JOIN "ArticleVersion" now
    ON now."storeId" = p."storeId" AND now."articleId" = article."id" AND now."version" = article."version"
  LEFT JOIN "Article" common ON p."kind" = 'new-article' AND common."storeId" = '${SHARED_STORE}'
    AND common."id" = COALESCE(p."articleId", p."content"->>'id') AND common."status" = 'active'
  LEFT JOIN "ArticleVersion" shared
    ON shared."storeId" = common."storeId" AND shared."articleId" = common."id" AND shared."version" = common."version"`;

function asView(row: unknown): ProposalView {
  const { base, shared, current } = VIEWED.parse(row);
  const seen = base ?? shared;
  return {
    proposal: asProposal(PROPOSAL_ROW.parse(row)),
    base: seen === null || seen === undefined ? undefined : asSnapshot(seen),
    current: asStanding(current),
  };
}

const VIEWED = z.object({ base: z.unknown(), shared: z.unknown(), current: z.unknown() });

/** What a decision writes. */
export interface Deciding {
  readonly status: Exclude<ProposalStatus, "open">;
  readonly at: Instant;
  readonly by: Proposal["createdBy"];
  readonly note?: string | undefined;
  /** The article that says it now. */
  readonly article?: { readonly id: ArticleId; readonly version: number } | undefined;
  readonly actor?: Actor | undefined;
}

/** The proposal, locked until the end of the transaction: two decisions about it are taken one after another. */
export async function lockProposal(client: PoolClient, store: StoreId, id: ProposalId): Promise<Proposal | undefined> {
  const { rows } = await client.query(`SELECT * FROM "Proposal" WHERE "storeId" = $1 AND "id" = $2 FOR UPDATE`, [store, id]);
  return rows.map((row) => asProposal(PROPOSAL_ROW.parse(row)))[0];
}

/** Writes a decision about a proposal that is locked, and who took it into the audit log. */
export async function writeDecision(
  client: PoolClient,
  { storeId, id, status: was }: Proposal,
  deciding: Deciding,
): Promise<void> {
  const { status, at, by, note, article, actor } = deciding;
  await client.query(
    `UPDATE "Proposal" SET "status" = $3, "decidedAt" = $4, "decidedBy" = $5, "decidedByName" = $6, "decisionNote" = $7,
       "articleId" = COALESCE($8, "articleId"), "articleVersion" = $9
     WHERE "storeId" = $1 AND "id" = $2`,
    [storeId, id, status, new Date(at), by.id, by.name, note ?? null, article?.id ?? null, article?.version ?? null],
  );
  const after = { status, why: note, articleId: article?.id };
  await auditAct(client, actor, { act: ACTS[status], thing: `proposal:${id}`, storeId, before: { status: was }, after });
}

const ACTS = { accepted: "proposal.accept", refused: "proposal.refuse", withdrawn: "proposal.withdraw" } as const;

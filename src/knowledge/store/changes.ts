import type { PoolClient } from "pg";
import type { Actor, Deed, Values } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import { SHARED_STORE, type ArticleId, type StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import type { Article } from "../rules/article.ts";
import type { FileRow } from "../rules/row.ts";
import {
  importWrite,
  planDigest,
  planImport,
  type Act,
  type ImportPlan,
  type Planned,
  type UndoFacts,
  type Write,
} from "../rules/plan.ts";
import type { AcceptPlan } from "../rules/proposal.ts";
import { giveWay, inSlices } from "../../infra/slices.ts";
import { readArticles } from "./read.ts";
import { ARTICLE_ROW, asArticle, asSnapshot } from "./rows.ts";

export interface ImportRequest {
  readonly store: StoreId;
  readonly rows: readonly FileRow[];
  readonly act: Act;
  readonly actor?: Actor | undefined;
  /** Whether this is the plan (by `planDigest`) that somebody looked at; when it is not, nothing is done. Absent: nobody looked. */
  readonly isLookedAt?: ((digest: string) => boolean) | undefined;
}

export type Imported = { readonly type: "imported"; readonly plan: ImportPlan } | { readonly type: "moved-on" };

/** Carries out an import in one transaction: every row with its history, or nothing. A file that changes nothing writes nothing. */
export async function importArticles(
  database: Database,
  { store, rows, act, actor, isLookedAt }: ImportRequest,
): Promise<Imported> {
  return database.transaction(async (client) => {
    await lockStore(client, store);
    const plan = await inSlices(planImport(await readArticles(client, store), rows));
    if (isLookedAt !== undefined && !isLookedAt(await inSlices(planDigest(plan)))) return { type: "moved-on" };
    const batch = BATCH[database.kind];
    const writes = [...plan.created, ...plan.changed];
    for (let start = 0; start < writes.length; start += batch) {
      await writeArticles(
        client,
        store,
        writes.slice(start, start + batch).map((row) => importWrite(row, act)),
      );
      await giveWay();
    }
    if (writes.length > 0) {
      await countUp(client, store);
      const after = { created: plan.created.length, changed: plan.changed.length, why: act.why };
      await auditAct(client, actor, { act: "knowledge.imported", thing: `knowledge:${store}`, storeId: store, after });
    }
    return { type: "imported", plan };
  });
}

/** So many articles go into one statement. The embedded database does its work in this process: nobody else has a turn before its answer. */
const BATCH = { postgresql: 200, pglite: 30 } as const;

/** Where an article lives. */
export interface ArticlePlace {
  readonly store: StoreId;
  readonly id: ArticleId;
  /** Who changes it, for the audit log; absent in rehearsals and tests. */
  readonly actor?: Actor | undefined;
}

/** Decides about one article inside the transaction that stores the decision: nobody's change is overwritten unseen. */
export async function changeArticle(database: Database, at: ArticlePlace, plan: (facts: UndoFacts) => Planned): Promise<Planned> {
  return database.transaction((client) => changeArticleIn(client, at, plan));
}

/** As `changeArticle`, as a part of somebody's transaction; what else the plan says than `write` changes nothing. */
export async function changeArticleIn<Plan extends AcceptPlan>(
  client: PoolClient,
  { store, id, actor }: ArticlePlace,
  plan: (facts: UndoFacts) => Plan,
): Promise<Plan> {
  await lockStore(client, store);
  const facts = await factsOf(client, store, id);
  const planned = plan(facts);
  if (planned.type === "write") {
    await carryOut(client, store, planned.write);
    await auditAct(client, actor, deedOf(store, facts.current, planned.write));
  }
  return planned;
}

function deedOf(store: StoreId, current: Article | undefined, { article, change, why }: Write): Deed {
  const said = ({ id: _id, version: _version, updatedAt: _at, updatedBy: _by, ...values }: Article): Values => values;
  const thing = { thing: `article:${article.id}`, thingName: article.question, storeId: store };
  const before = current === undefined ? undefined : said(current);
  return { act: `article.${change}`, ...thing, before, after: { ...said(article), why } };
}

/** Changes of a store's knowledge happen one after another; conversations of the store are not held up by this lock. */
async function lockStore(client: PoolClient, store: StoreId): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM "Store" WHERE "id" = $1 FOR NO KEY UPDATE`, [store]);
  if (rowCount === 0)
    throw new Error(`There is no store ${store}; look it up with findKnowledgeStore before changing its articles.`);
}

/** Of a store's own articles and of the shared ones: they rise with every change. */
export async function knowledgeVersions(client: Pick<PoolClient, "query">, store: StoreId): Promise<string> {
  const { rows } = await client.query<{ versions: string }>(
    `SELECT string_agg("id" || ':' || "knowledgeVersion", ' ' ORDER BY "id") AS versions FROM "Store" WHERE "id" IN ($1, $2)`,
    [store, SHARED_STORE],
  );
  return rows[0]?.versions ?? "";
}

/** As `knowledgeVersions`, and nobody changes this store's until the end of the transaction. */
export async function lockedVersions(client: PoolClient, store: StoreId): Promise<string> {
  await lockStore(client, store);
  return knowledgeVersions(client, store);
}

async function factsOf(client: PoolClient, store: StoreId, id: ArticleId): Promise<UndoFacts> {
  const found = await client.query(`SELECT * FROM "Article" WHERE "storeId" = $1 AND "id" = $2`, [store, id]);
  const current = found.rows.map(parseArticle)[0];
  if (current === undefined) return { current, before: undefined };
  const versions = await client.query<{ snapshot: unknown }>(
    `SELECT "snapshot" FROM "ArticleVersion" WHERE "storeId" = $1 AND "articleId" = $2 AND "version" = $3`,
    [store, id, current.version - 1],
  );
  const [before] = versions.rows;
  return { current, before: before === undefined ? undefined : asSnapshot(before.snapshot) };
}

async function carryOut(client: PoolClient, store: StoreId, write: Write): Promise<void> {
  await writeArticles(client, store, [write]);
  await countUp(client, store);
}

async function writeArticles(client: PoolClient, store: StoreId, writes: readonly Write[]): Promise<void> {
  await client.query({ name: "write-articles", text: WRITE_ARTICLES, values: [store, JSON.stringify(writes.map(asRecord))] });
}

// Whoever decides compares the store's row under the lock: this makes every process learn again before its next answer.
async function countUp(client: PoolClient, store: StoreId): Promise<void> {
  await client.query(`UPDATE "Store" SET "knowledgeVersion" = "knowledgeVersion" + 1 WHERE "id" = $1`, [store]);
}

// Foreign keys are checked at the end of a statement: the history may be written beside the article it belongs to.
const WRITE_ARTICLES = `
  WITH row AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS row(
      "id" text, "phase" text, "question" text, "alternatives" text[], "answer" text, "topics" jsonb, "validFrom" timestamptz,
      "validUntil" timestamptz, "status" text, "version" int, "updatedAt" timestamptz, "updatedBy" text,
      "change" text, "why" text, "snapshot" jsonb)
  ), history AS (
    INSERT INTO "ArticleVersion" ("storeId", "articleId", "version", "change", "snapshot", "changedAt", "changedBy", "why")
    SELECT $1, "id", "version", "change", "snapshot", "updatedAt", "updatedBy", "why" FROM row
  )
  INSERT INTO "Article" ("storeId", "id", "phase", "question", "alternatives", "answer", "topics", "validFrom",
                         "validUntil", "status", "version", "updatedAt", "updatedBy")
  SELECT $1, "id", "phase", "question", "alternatives", "answer", "topics", "validFrom", "validUntil",
         "status", "version", "updatedAt", "updatedBy" FROM row
  ON CONFLICT ("storeId", "id") DO UPDATE SET
    "phase" = excluded."phase", "question" = excluded."question", "alternatives" = excluded."alternatives",
    "answer" = excluded."answer", "topics" = excluded."topics", "validFrom" = excluded."validFrom", "validUntil" = excluded."validUntil",
    "status" = excluded."status", "version" = excluded."version", "updatedAt" = excluded."updatedAt",
    "updatedBy" = excluded."updatedBy"`;

function asRecord({ article, change, why }: Write): Readonly<Record<string, unknown>> {
  const { version, updatedAt, updatedBy, ...snapshot } = article;
  return {
    ...snapshot,
    validFrom: asTimestamp(article.validFrom),
    validUntil: asTimestamp(article.validUntil),
    version,
    updatedAt: asTimestamp(updatedAt),
    updatedBy,
    change,
    why,
    snapshot,
  };
}

function asTimestamp(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function parseArticle(row: unknown): Article {
  return asArticle(ARTICLE_ROW.parse(row));
}

import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { articleId, digest, SHARED_STORE, storeId, type ArticleId, type StoreId } from "../core/ids.ts";
import type { Steps } from "../core/steps.ts";
import type { Understanding } from "../core/understanding.ts";
import { PHASES, type Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Reply, Route } from "../infra/http.ts";
import { checked, notFound, problem, typedText } from "../infra/problem.ts";
import { inSlices } from "../infra/slices.ts";
import { asHistory, asRow, asRows, previewJson } from "./answers.ts";
import type { ArticleHistory, ArticlePage, ArticleRow, ImportAnswer } from "./api.ts";
import { faultInRow, faultInText, tidy, tidyAlternatives, type KnowledgeRow, type Sentence } from "./rules/article.ts";
import { MAX_FILE_BYTES, parseInSteps, writeKnowledgeFile, type ParsedFile } from "./rules/file.ts";
import { faultInLinks, tidyLinks } from "./rules/links.ts";
import { isUsableMoment } from "./rules/moment.ts";
import { planDigest, planEdit, planImport, planUndo, planWithdraw, type Act, type Planned } from "./rules/plan.ts";
import { topicRoutes } from "./routes/topics.ts";
import { allArticles, articleHistory, findKnowledgeStore, LINK_STATES, searchArticles, type KnowledgeStore } from "./store.ts";
import { changeArticle, importArticles } from "./store/changes.ts";

export interface KnowledgeRouteParts {
  readonly database: Database;
  readonly now: () => Instant;
  /** What articles may be linked to. */
  readonly understanding: Pick<Understanding, "topics" | "suggestTopics">;
  /** Called after a change and before its answer: this process learns while nobody waits. The others notice the store's version. */
  readonly onChange: (store: StoreId) => void;
}

const BASE = "/api/console/stores/:storeId/articles";
const PAGE_SIZE = 50;
const MAX_HISTORY = 200;
const READERS = ["agent", "supervisor", "merchant", "admin"] as const;
const EDITORS = ["supervisor", "admin"] as const;
const FILE = { maxBytes: MAX_FILE_BYTES };

/**
 * Knowledge over HTTP, as api.ts describes it. Everybody reads the articles of their stores and the shared ones;
 * supervisors edit those of their stores; admins edit all, the shared layer (store `shared`) included.
 */
export function knowledgeRoutes(parts: KnowledgeRouteParts): readonly Route[] {
  return [
    { method: "get", path: BASE, roles: READERS, run: (call) => list(parts, call) },
    { method: "get", path: `${BASE}/export`, roles: READERS, run: (call) => exportFile(parts, call) },
    { method: "get", path: `${BASE}/:id/history`, roles: READERS, run: (call) => history(parts, call) },
    { method: "put", path: `${BASE}/:id`, roles: EDITORS, audit: "own", run: (call) => edit(parts, call) },
    { method: "post", path: `${BASE}/:id/undo`, roles: EDITORS, audit: "own", run: (call) => undo(parts, call) },
    { method: "post", path: `${BASE}/:id/withdraw`, roles: EDITORS, audit: "own", run: (call) => withdraw(parts, call) },
    {
      method: "post",
      path: `${BASE}/preview`,
      roles: EDITORS,
      rawBody: FILE,
      audit: "none",
      run: (call) => preview(parts, call),
    },
    {
      method: "post",
      path: `${BASE}/import`,
      roles: EDITORS,
      rawBody: FILE,
      audit: "own",
      run: (call) => importFile(parts, call),
    },
    ...topicRoutes(parts.understanding),
  ];
}

async function list({ database, understanding }: KnowledgeRouteParts, call: Call): Promise<ArticlePage> {
  const store = await readableStore(database, call);
  const { query, phase, status, links, page } = checked(LIST_QUERY, given(call.query));
  const search = { store: store.id, text: query, phase, status, links, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const { items, total } = await searchArticles(database, search);
  return { items: await inSlices(asRows(items, understanding.suggestTopics)), total };
}

async function exportFile({ database }: KnowledgeRouteParts, call: Call): Promise<Reply> {
  const store = await readableStore(database, call);
  const articles = await allArticles(database, store.id);
  const bytes = writeKnowledgeFile(
    articles.filter(({ status }) => status === "active"),
    store,
  );
  const name = `knowledge-${store.key.replace(/[^\w.-]/g, "_")}.csv`;
  const headers = { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` };
  return { reply: { status: 200, headers, body: Buffer.from(bytes) } };
}

async function history({ database }: KnowledgeRouteParts, call: Call): Promise<ArticleHistory> {
  const store = await readableStore(database, call);
  const versions = await articleHistory(database, { store: store.id, id: idOf(call), limit: MAX_HISTORY });
  if (versions.length === 0) throw notFound("article");
  return asHistory(versions);
}

async function edit({ database, now, understanding, onChange }: KnowledgeRouteParts, call: Call): Promise<ArticleRow> {
  const store = await editableStore(database, call);
  const request = checked(EDIT_REQUEST, call.body);
  const row = rowOf(articleId(tidy(call.params.id ?? "")), request, understanding);
  const act = actOf(call.principal, now(), request.why);
  const at = { store: store.id, id: row.id, actor: actorOf(call, act.now) };
  const planned = await changeArticle(database, at, ({ current }) => planEdit(current, { version: request.version, row }, act));
  onChange(store.id);
  return answerOf(planned, store);
}

async function undo({ database, now, onChange }: KnowledgeRouteParts, call: Call): Promise<ArticleRow> {
  const store = await editableStore(database, call);
  const { version, why } = checked(VERSION_REQUEST, call.body);
  const act = actOf(call.principal, now(), why);
  const at = { store: store.id, id: idOf(call), actor: actorOf(call, act.now) };
  const planned = await changeArticle(database, at, (facts) => planUndo(facts, version, act));
  onChange(store.id);
  return answerOf(planned, store);
}

async function withdraw({ database, now, onChange }: KnowledgeRouteParts, call: Call): Promise<ArticleRow> {
  const store = await editableStore(database, call);
  const { version, why } = checked(VERSION_REQUEST, call.body);
  const act = actOf(call.principal, now(), why);
  const at = { store: store.id, id: idOf(call), actor: actorOf(call, act.now) };
  const planned = await changeArticle(database, at, ({ current }) => planWithdraw(current, version, act));
  onChange(store.id);
  return answerOf(planned, store);
}

// Long files are worked on in slices: everybody else's requests go on meanwhile.
async function preview({ database, understanding }: KnowledgeRouteParts, call: Call): Promise<Reply> {
  const store = await editableStore(database, call);
  const bytes = bytesOf(call);
  const file = await inSlices(parseInSteps(bytes, { ...store, topics: understanding.topics }));
  const current = file.errors.length > 0 ? [] : await allArticles(database, store.id);
  const plan = await inSlices(planImport(current, file.rows));
  const seen = digest(await inSlices(contentDigest(bytes)), await inSlices(planDigest(plan)));
  const frame = { digest: seen, timezone: store.timezone, suggest: understanding.suggestTopics };
  const body = await inSlices(previewJson(file, plan, frame));
  return { reply: { status: 200, headers: { "Content-Type": "application/json; charset=utf-8" }, body } };
}

async function importFile({ database, now, understanding, onChange }: KnowledgeRouteParts, call: Call): Promise<ImportAnswer> {
  const store = await editableStore(database, call);
  const query = checked(IMPORT_QUERY, given(call.query));
  const bytes = bytesOf(call);
  const { rows, errors } = await inSlices(parseInSteps(bytes, { ...store, topics: understanding.topics }));
  if (errors.length > 0) throw badFile(errors);
  const act = actOf(call.principal, now(), query.why);
  const content = await inSlices(contentDigest(bytes));
  const isLookedAt = (plan: string): boolean => digest(content, plan) === query.digest;
  const actor = actorOf(call, act.now);
  const imported = await importArticles(database, { store: store.id, rows, act, actor, isLookedAt });
  if (imported.type === "moved-on") throw lookAgain();
  onChange(store.id);
  const { created, changed, unchanged } = imported.plan;
  return { created: created.length, changed: changed.length, unchanged };
}

async function readableStore(database: Database, call: Call): Promise<KnowledgeStore> {
  const id = storeId(call.params.storeId ?? "");
  const isVisible = id === SHARED_STORE || seesStore(call.principal, id);
  const store = isVisible ? await findKnowledgeStore(database, { id }) : undefined;
  if (store === undefined) throw notFound("store");
  return store;
}

async function editableStore(database: Database, call: Call): Promise<KnowledgeStore> {
  const store = await readableStore(database, call);
  if (store.id === SHARED_STORE && call.principal.role !== "admin")
    throw problem(403, { title: "Not allowed", detail: "Only admins edit the articles that all stores share; ask one of them." });
  return store;
}

/** An id that no article can have (control characters, endless) is not looked for. */
function idOf(call: Call): ArticleId {
  const id = call.params.id ?? "";
  if (faultInText("id", id) !== undefined) throw notFound("article");
  return articleId(id);
}

function bytesOf(call: Call): Uint8Array {
  return Buffer.isBuffer(call.body) ? call.body : new Uint8Array();
}

/** So many bytes are digested in one step. */
const CHUNK = 262_144;

function* contentDigest(bytes: Uint8Array): Steps<string> {
  let sum = "";
  for (let start = 0; start < bytes.byteLength; start += CHUNK) {
    sum = digest(sum, Buffer.from(bytes.subarray(start, start + CHUNK)).toString("base64"));
    yield;
  }
  return sum;
}

/** Two people may have the same name; the address tells them apart. */
function actOf({ name, email }: Principal, now: Instant, why: string | undefined): Act {
  return { by: `${name} <${email}>`, now, why };
}

function rowOf(
  id: ArticleId,
  request: z.infer<typeof EDIT_REQUEST>,
  { topics }: KnowledgeRouteParts["understanding"],
): KnowledgeRow {
  const fault = faultInLinks(request.topics ?? [], topics);
  if (fault !== undefined) throw unusable("topics", fault);
  const row = {
    id,
    phase: request.phase,
    question: tidy(request.question),
    alternatives: tidyAlternatives(request.alternatives),
    answer: tidy(request.answer),
    topics: request.topics,
    validFrom: request.validFrom,
    validUntil: request.validUntil,
  };
  const wrong = faultInRow(row);
  if (wrong !== undefined) throw unusable(wrong.column, wrong.reason);
  return row;
}

function unusable(field: string, reason: Sentence) {
  return problem(400, { title: "Bad request", detail: `${field}: ${reason.en}.`, field, remedy: reason.en, more: { reason } });
}

function answerOf(planned: Planned, store: KnowledgeStore): ArticleRow {
  const layer = store.id === SHARED_STORE ? "shared" : "store";
  switch (planned.type) {
    case "write":
      return asRow(planned.write.article, layer);
    case "same":
      return asRow(planned.article, layer);
    case "missing":
      throw notFound("article");
    case "moved-on": {
      const detail = "version: somebody else changed this article meanwhile; load it again, then change it.";
      throw problem(409, { title: "Moved on", detail, field: "version", more: { current: asRow(planned.article, layer) } });
    }
  }
}

function badFile(errors: ParsedFile["errors"]) {
  const detail = "The file has errors and nothing was changed; mend them and send it again.";
  return problem(422, { title: "Bad file", detail, more: { errors } });
}

function lookAgain() {
  const detail = "digest: the file or the articles are not what the preview showed; look at a new preview first.";
  return problem(409, { title: "Moved on", detail, field: "digest", remedy: "ask for a new preview" });
}

/** Empty parameters count as absent, as forms send them. */
function given(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

export const LIST_QUERY = z.object({
  query: z
    .string()
    .max(200, "at most 200 characters")
    .transform((text) => text.trim())
    .default(""),
  phase: z.enum(PHASES).optional(),
  status: z.enum(["active", "withdrawn"]).optional(),
  links: z.enum(LINK_STATES, `one of ${LINK_STATES.join(", ")}`).optional(),
  page: z.coerce.number("a page number from 1").int().min(1).max(100_000).default(1),
});

const WHY = z.preprocess((value) => (value === "" ? undefined : value), typedText(500).optional());
const VERSION = z.int("the version that you saw").min(0);
const MOMENT = z.iso
  .datetime({ offset: true, error: "ISO 8601 with a zone, such as 2026-10-01T00:00:00+08:00" })
  .transform(Date.parse)
  .refine(isUsableMoment, "a moment from 1970 to 9999");

export const IMPORT_QUERY = z.object({ digest: z.string("the digest of the preview"), why: WHY });
export const VERSION_REQUEST = z.strictObject({ version: VERSION, why: WHY });
export const EDIT_REQUEST = z.strictObject({
  version: VERSION,
  phase: z.enum(PHASES),
  question: z.string("a text"),
  alternatives: z.array(z.string("a text"), "a list of texts").max(10_000),
  answer: z.string("a text"),
  topics: z.array(z.string("an intent's id"), "a list of intents").max(100).transform(tidyLinks).optional(),
  validFrom: MOMENT.optional(),
  validUntil: MOMENT.optional(),
  why: WHY,
});

import { z } from "zod";
import { articleId, conversationId, laneId, SHARED_STORE, type StoreId } from "../core/ids.ts";
import { PHASES, type Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { giveWay } from "../infra/slices.ts";
import { readArticles } from "../knowledge/store/read.ts";
import { asProposal, PROPOSAL_ROW } from "../knowledge/store/proposal-rows.ts";
import type { Talk, TalkStep } from "./rules/lessons.ts";
import type { Earlier, LayeredArticle } from "./rules/propose.ts";

/** A conversation as it was talked, with the names that stand in it. */
export interface NamedTalk extends Talk {
  /** How the shopper and the agents are called. */
  readonly names: readonly string[];
}

/** So many conversations are read at once. */
const PAGE = 200;

/** The conversations of this store that were opened since, the newest first, in pages: nobody else is held up. */
export async function* readTalks(
  database: Database,
  { store, since }: { readonly store: StoreId; readonly since: Instant },
): AsyncIterable<NamedTalk> {
  let before: { readonly at: Date; readonly id: string } = { at: new Date(FOR_EVER), id: "" };
  for (;;) {
    const { rows } = await database.pool.query(CONVERSATIONS, [store, new Date(since), before.at, before.id, PAGE]);
    const found = rows.map((row) => CONVERSATION.parse(row));
    const steps = await readSteps(
      database,
      store,
      found.map(({ id }) => id),
    );
    for (const { id, laneId: lane, personName } of found) {
      const rowsOf = steps.get(id) ?? [];
      const names = [personName, ...rowsOf.map(({ agent }) => agent)].flatMap((name) => name ?? []);
      const talk = { conversationId: conversationId(id), shopper: laneId(lane), steps: rowsOf.flatMap(asStep) };
      yield { ...talk, names: [...new Set(names)] };
    }
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) return;
    before = { at: last.openedAt, id: last.id };
    await giveWay();
  }
}

const FOR_EVER = Date.UTC(9999, 0, 1);

const CONVERSATIONS = `
  SELECT "id", "laneId", "personName", "openedAt" FROM "Conversation"
  WHERE "storeId" = $1 AND "openedAt" >= $2 AND ("openedAt", "id") < ($3, $4)
  ORDER BY "openedAt" DESC, "id" DESC LIMIT $5`;

const CONVERSATION = z.object({ id: z.string(), laneId: z.string(), personName: z.string().nullable(), openedAt: z.date() });

async function readSteps(
  database: Database,
  store: StoreId,
  conversations: readonly string[],
): Promise<ReadonlyMap<string, readonly StepRow[]>> {
  const byConversation = new Map<string, StepRow[]>();
  const { rows } = await database.pool.query(STEPS, [store, conversations]);
  for (const one of rows) {
    const row = STEP.parse(one);
    const before = byConversation.get(row.conversationId);
    if (before === undefined) byConversation.set(row.conversationId, [row]);
    else before.push(row);
  }
  return byConversation;
}

// Only what learning looks at leaves the database: facts hold whole readings. What an agent was refused to say was never said.
const STEPS = `
  SELECT d."conversationId", i."payload"->>'type' AS type, i."payload"->>'text' AS text,
    i."payload"->'agent'->>'name' AS agent, d."facts"->'reading'->'readAs'->>'text' AS "readAs",
    d."facts"->'reading'->>'urgency' AS urgency, d."facts"->'reading'->>'phase' AS phase,
    CASE WHEN d."rule" = 'desk/answer' AND jsonb_path_exists(d."reasons", '$[*] ? (@.code == "choice-taken")')
      THEN d."facts"->'chosen'->>'articleId' END AS chosen,
    jsonb_path_query_array(d."reasons", '$[*].code') AS because,
    CASE WHEN d."rule" IN ('desk/answer', 'desk/repeat')
      THEN jsonb_path_query_first(d."effects", '$[*].body.source.articleId')->>0 END AS answered,
    (SELECT jsonb_agg(jsonb_build_object('articleId', s."articleId", 'outcome', s."outcome", 'sent', s."text", 'answer',
        coalesce(jsonb_path_query_first(d."facts", '$.reading.candidates[*] ? (@.articleId == $id).answer',
          jsonb_build_object('id', s."articleId"))->>0, '')) ORDER BY s."at", s."articleId")
      FROM "SuggestionOutcome" s WHERE s."storeId" = d."storeId" AND s."incomingId" = d."incomingId") AS suggested
  FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
  WHERE d."storeId" = $1 AND d."conversationId" = ANY($2::text[])
    AND (i."payload"->>'type' IN ('message-received', 'human-requested')
      OR (i."payload"->>'type' = 'agent-replied' AND d."rule" = 'desk/agent-reply'))
  ORDER BY i."n"`;

const text = z.string().nullable();
const STEP = z.object({
  conversationId: z.string(),
  type: z.enum(["message-received", "human-requested", "agent-replied"]),
  text,
  agent: text,
  readAs: text,
  urgency: text,
  phase: z.enum(PHASES).nullable().catch(null),
  chosen: text,
  because: z.array(z.string()),
  answered: text,
  suggested: z
    .array(
      z.object({
        articleId: z.string().transform(articleId),
        outcome: z.enum(["accepted", "edited", "rejected"]),
        answer: z.string(),
        sent: z
          .string()
          .nullable()
          .transform((sent) => sent ?? undefined),
      }),
    )
    .nullable(),
});
type StepRow = z.infer<typeof STEP>;

function asStep(row: StepRow): readonly TalkStep[] {
  if (row.type === "agent-replied") return [{ type: "agent", text: row.text ?? "" }];
  return [
    {
      type: "shopper",
      text: row.readAs ?? row.text ?? "",
      because: row.because,
      chosen: row.chosen === null ? undefined : articleId(row.chosen),
      answered: row.answered === null ? undefined : articleId(row.answered),
      suggested: row.suggested ?? undefined,
      isDanger: row.urgency === "high" || row.because.includes("handover-danger"),
      phase: row.phase ?? undefined,
    },
  ];
}

/** The articles that answer this store's shoppers: its own, and the shared ones that no own one stands before. */
export async function readLayers(database: Database, store: StoreId): Promise<readonly LayeredArticle[]> {
  const own = (await readArticles(database.pool, store)).filter(({ status }) => status === "active");
  const shared = (await readArticles(database.pool, SHARED_STORE)).filter(({ status }) => status === "active");
  const ids = new Set(own.map(({ id }) => id));
  return [
    ...own.map((article) => ({ ...article, layer: "store" as const })),
    ...shared.filter(({ id }) => !ids.has(id)).map((article) => ({ ...article, layer: "shared" as const })),
  ];
}

/** What learning proposed to this store before, oldest first. */
export async function readEarlier(database: Database, store: StoreId): Promise<readonly Earlier[]> {
  const { rows } = await database.pool.query(
    `SELECT * FROM "Proposal" WHERE "storeId" = $1 AND "origin" = 'learned' ORDER BY "createdAt", "id"`,
    [store],
  );
  return rows.map((row) => {
    const { proposed, status } = asProposal(PROPOSAL_ROW.parse(row));
    return { proposed, status };
  });
}

import { z } from "zod";
import { articleId, conversationId, incomingId, messageId } from "../core/ids.ts";
import type { SpokenMessage } from "../core/spine.ts";
import type { TalkState, Told, Visitor } from "../core/visitor.ts";
import { PHASES, type Body, type Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { authorOf, fromEscalationRow, type EscalationRow } from "../pipeline/rows.ts";
import { byWorkOrder } from "../routing/rules/work-order.ts";

/** What was said to and by this visitor after a number. One statement, so that lines and number belong together. */
export async function readHistory(database: Database, visitor: Visitor, span: { after: number; limit: number }): Promise<Told> {
  const { rows } = await database.pool.query<HistoryRow>({
    name: "visitor-history",
    text: HISTORY,
    values: [visitor.lane, visitor.storeId, span.after, span.limit],
  });
  const messages = rows.flatMap((row) => (row.id === null ? [] : [toMessage(row)]));
  const isMore = rows.length >= span.limit;
  const last = messages.at(-1)?.seq;
  return { messages, isMore, through: isMore && last !== undefined ? last : (rows[0]?.laneSeq ?? 0) };
}

const HISTORY = `
  SELECT l."seq" AS "laneSeq", m."seq", m."id", m."conversationId", m."author", m."authorId", m."authorName", m."body", m."incomingId", m."createdAt"
  FROM "Lane" l
  LEFT JOIN "Message" m ON m."laneId" = l."id" AND m."storeId" = $2 AND m."seq" > $3 AND NOT m."internal"
  WHERE l."id" = $1 AND l."storeId" = $2
  ORDER BY m."seq" LIMIT $4`;

/** How the visitor's open conversation stands, else the last one; undefined when nothing was ever said. */
export async function readStanding(database: Database, visitor: Visitor): Promise<Standing | undefined> {
  const { rows } = await database.pool.query<StandingRow>({
    name: "visitor-standing",
    text: STANDING,
    values: [visitor.lane, visitor.storeId],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    conversationId: row.id,
    status: statusColumn.parse(row.status),
    agentName: row.agentName ?? undefined,
    rating: row.rating ?? undefined,
  };
}

export interface Standing {
  readonly conversationId: string;
  readonly status: TalkState["status"];
  readonly agentName?: string | undefined;
  readonly rating?: number | undefined;
}

const STANDING = `
  SELECT "id", "status", "agentName", "rating" FROM "Conversation"
  WHERE "laneId" = $1 AND "storeId" = $2 ORDER BY ("status" = 'closed'), "openedAt" DESC LIMIT 1`;

/** A conversation's place among those who wait for the same store, 1 = next, and what was promised to it. */
export async function readPlace(database: Database, visitor: Visitor, conversation: string): Promise<QueuePlace | undefined> {
  const { rows } = await database.pool.query<EscalationRow>({ name: "visitor-queue", text: QUEUE, values: [visitor.storeId] });
  const waiting = rows.map(fromEscalationRow).sort(byWorkOrder);
  const index = waiting.findIndex((escalation) => escalation.conversationId === conversation);
  const own = waiting[index];
  if (own === undefined) return undefined;
  // A promise whose time has come keeps its place in the queue; what is told then is the place.
  return { position: index + 1, promisedAt: own.told === "queued" ? undefined : own.promisedAt };
}

export interface QueuePlace {
  readonly position: number;
  readonly promisedAt?: Instant | undefined;
}

const QUEUE = `SELECT * FROM "Escalation" WHERE "storeId" = $1 AND "state" = 'waiting' LIMIT 5000`;

/** Whether a message that the visitor can see carries this file. */
export async function wasGiven(database: Database, visitor: Visitor, fileId: string): Promise<boolean> {
  const { rows } = await database.pool.query({
    name: "visitor-given-file",
    text: GIVEN_FILE,
    values: [visitor.lane, visitor.storeId, JSON.stringify({ attachments: [{ id: fileId }] })],
  });
  return rows.length > 0;
}

const GIVEN_FILE = `
  SELECT 1 FROM "Message"
  WHERE "laneId" = $1 AND "storeId" = $2 AND NOT "internal" AND "body" @> $3::jsonb LIMIT 1`;

interface HistoryRow {
  readonly laneSeq: number;
  readonly seq: number;
  /** Null: the lane has no such line. */
  readonly id: string | null;
  readonly conversationId: string;
  readonly author: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly body: unknown;
  readonly incomingId: string;
  readonly createdAt: Date;
}

interface StandingRow {
  readonly id: string;
  readonly status: string;
  readonly agentName: string | null;
  readonly rating: number | null;
}

const statusColumn = z.enum(["bot", "queued", "offered", "assigned", "closed"]);

const bodyColumn = z.object({
  text: z.string(),
  source: z.object({ articleId: z.string().transform(articleId), title: z.string(), phase: z.enum(PHASES) }).optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number() })).optional(),
  asksRating: z.literal(true).optional(),
}) satisfies z.ZodType<Body>;

function toMessage(row: HistoryRow & { readonly id: string | null }): SpokenMessage {
  return {
    id: messageId(row.id ?? ""),
    seq: row.seq,
    conversationId: conversationId(row.conversationId),
    author: authorOf(row),
    body: bodyColumn.parse(row.body),
    internal: false,
    incomingId: incomingId(row.incomingId),
    at: row.createdAt.getTime(),
  };
}

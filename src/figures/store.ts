import { z } from "zod";
import { storeId, type StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { ReplyLimits } from "../core/policy.ts";
import type { Database } from "../infra/database.ts";
import { readReplyLimits } from "../stores/rules/reply-limits.ts";
import type { ConversationFacts, Day } from "./rules.ts";

/** What figures need of a store. */
export interface FiguresStore {
  readonly id: StoreId;
  readonly name: string;
  readonly timezone: string;
  readonly limits: ReplyLimits;
}

/** These stores, by their names; those that do not exist are left out. */
export async function findFiguresStores(database: Database, stores: readonly StoreId[]): Promise<readonly FiguresStore[]> {
  const select = { id: true, name: true, timezone: true, replyLimits: true } as const;
  const found = await database.scoped(stores).store.findMany({ select, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return found.map(({ id, replyLimits, ...store }) => ({ ...store, id: storeId(id), limits: readReplyLimits(replyLimits) }));
}

/** The conversations of this store that opened within the day. One narrow row each: a store has some thousand a day at most. */
export async function conversationsOf(
  { pool }: Pick<Database, "pool">,
  store: StoreId,
  { from, until }: Pick<Day, "from" | "until">,
): Promise<readonly ConversationFacts[]> {
  const { rows } = await pool.query({ name: "figures-day", text: OF_DAY, values: [store, new Date(from), new Date(until)] });
  return rows.map((row) => {
    const { openedAt, isAnswered, handedOverAt, firstReplyAt, rating } = ROW.parse(row);
    return {
      openedAt: openedAt.getTime(),
      isAnswered,
      handedOverAt: handedOverAt?.getTime(),
      firstReplyAt: firstReplyAt?.getTime(),
      rating: rating ?? undefined,
    };
  });
}

const ROW = z.object({
  openedAt: z.date(),
  isAnswered: z.boolean(),
  handedOverAt: z.date().nullable(),
  firstReplyAt: z.date().nullable(),
  rating: z.number().nullable(),
});

const OF_DAY = `
  SELECT c."openedAt", c."rating",
    EXISTS (
      SELECT 1 FROM "Message" m WHERE m."storeId" = c."storeId" AND m."conversationId" = c."id"
        AND m."author" = 'bot' AND m."body" ? 'source'
    ) AS "isAnswered",
    (SELECT min(e."waitingSince") FROM "Escalation" e
      WHERE e."storeId" = c."storeId" AND e."conversationId" = c."id") AS "handedOverAt",
    (SELECT min(m."createdAt") FROM "Message" m WHERE m."storeId" = c."storeId" AND m."conversationId" = c."id"
      AND m."author" = 'agent' AND NOT m."internal") AS "firstReplyAt"
  FROM "Conversation" c
  WHERE c."storeId" = $1 AND c."openedAt" >= $2 AND c."openedAt" < $3`;

/** Who waits at this moment for a person to take over, and since when the first of them. */
export async function waitingNow(
  { pool }: Pick<Database, "pool">,
  store: StoreId,
): Promise<{ readonly count: number; readonly since?: Instant | undefined }> {
  const { rows } = await pool.query({ name: "figures-waiting", text: WAITING, values: [store] });
  const { count, since } = WAITING_ROW.parse(rows[0]);
  return { count, since: since?.getTime() };
}

const WAITING_ROW = z.object({ count: z.number(), since: z.date().nullable() });

const WAITING = `
  SELECT count(*)::int AS count, min("waitingSince") AS since FROM "Conversation"
  WHERE "storeId" = $1 AND "status" IN ('queued', 'offered')`;

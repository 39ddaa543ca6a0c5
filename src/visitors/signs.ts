import { storeId, type StoreId } from "../core/ids.ts";
import type { ShopperSign, Visitor } from "../core/visitor.ts";
import type { Database } from "../infra/database.ts";
import { z } from "zod";

/** A shopper's sign, as those who answer them hear it. */
export interface SignHeard extends ShopperSign {
  readonly storeId: StoreId;
  readonly conversationId: string;
}

const CHANNEL = "counterbell_shopper";
const signText = z.object({
  storeId: z.string().transform(storeId),
  conversationId: z.string(),
  isTyping: z.boolean(),
  got: z.number(),
  read: z.number(),
});

/**
 * Passes on that a shopper is writing, and how far they have everything and have read it; only while people are to answer them.
 * That they write is stored nowhere. How far they are only grows, and never beyond what was said.
 */
export async function passSign(
  { pool }: Pick<Database, "pool">,
  { id, lane, storeId: store }: Visitor,
  { isTyping, got, read }: ShopperSign,
): Promise<void> {
  const { rows } = await pool.query<{ conversationId: string; got: number; read: number }>({
    name: "shopper-sign",
    text: PASS,
    values: [id, store, lane, got, read],
  });
  for (const row of rows)
    await pool.query("SELECT pg_notify($1, $2)", [CHANNEL, JSON.stringify({ ...row, storeId: store, isTyping })]);
}

const PASS = `
  UPDATE "Visitor" v SET "gotSeq" = greatest(v."gotSeq", least($4, l."seq")), "readSeq" = greatest(v."readSeq", least($5, l."seq"))
  FROM "Lane" l JOIN "Conversation" c ON c."laneId" = l."id" AND c."closedAt" IS NULL
  WHERE v."id" = $1 AND v."storeId" = $2 AND l."id" = $3 AND c."status" IN ('queued', 'offered', 'assigned')
  RETURNING c."id" AS "conversationId", v."gotSeq" AS got, v."readSeq" AS read`;

/** Hears the signs of all processes until the returned function is called. */
export function hearSigns(db: Pick<Database, "listen">, heard: (sign: SignHeard) => void): Promise<() => Promise<void>> {
  return db.listen(CHANNEL, (payload) => heard(signText.parse(JSON.parse(payload))));
}

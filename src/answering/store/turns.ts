import { z } from "zod";
import { articleId, conversationId, storeId, type ConversationId, type StoreId } from "../../core/ids.ts";
import type { Reading } from "../../core/understanding.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { giveWay } from "../../infra/slices.ts";
import type { Step } from "../rules/labels.ts";

/** What happened in a conversation, and the names that stand in it. */
export interface Turns {
  readonly storeId: StoreId;
  readonly conversationId: ConversationId;
  readonly names: readonly string[];
  readonly steps: readonly Step[];
}

export interface TurnsWanted {
  /** Absent: of every store. */
  readonly store?: StoreId | undefined;
  readonly since: Instant;
}

/** So many conversations are read at once: their readings are large. */
const PAGE = 50;

/** Conversations that were opened since, the newest first, in pages: nobody else is held up. */
export async function* readTurns(database: Database, { store, since }: TurnsWanted): AsyncIterable<Turns> {
  let before: { readonly at: Date; readonly id: string } = { at: new Date(FOR_EVER), id: "" };
  for (;;) {
    const page = [store ?? null, new Date(since), before.at, before.id, PAGE];
    const found = z.array(CONVERSATION).parse((await database.pool.query(CONVERSATIONS, page)).rows);
    const ids = found.map(({ id }) => id);
    const rows = z.array(STEP).parse((await database.pool.query(STEPS, [found.map(({ storeId: of }) => of), ids])).rows);
    for (const { id, storeId: of, personName } of found) {
      const own = rows.filter((row) => row.conversationId === id);
      const names = [personName, ...own.map(({ agent }) => agent)].flatMap((name) => name ?? []);
      yield { storeId: storeId(of), conversationId: conversationId(id), names: [...new Set(names)], steps: own.map(asStep) };
    }
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) return;
    before = { at: last.openedAt, id: last.id };
    await giveWay();
  }
}

const FOR_EVER = Date.UTC(9999, 0, 1);

const CONVERSATIONS = `
  SELECT "id", "storeId", "personName", "openedAt" FROM "Conversation"
  WHERE ($1::text IS NULL OR "storeId" = $1) AND "openedAt" >= $2 AND ("openedAt", "id") < ($3, $4)
  ORDER BY "openedAt" DESC, "id" DESC LIMIT $5`;

const CONVERSATION = z.object({ id: z.string(), storeId: z.string(), personName: z.string().nullable(), openedAt: z.date() });

// What an agent was refused to say was never said, and a remark is not for the shopper. Parts of a message are not judged alone.
const STEPS = `
  SELECT d."conversationId", i."payload"->>'type' AS type, i."payload"->>'text' AS text, i."payload"->'agent'->>'name' AS agent,
    (i."payload"->>'score')::int AS score, d."facts"->'reading' #- '{parts}' AS reading,
    CASE WHEN jsonb_path_exists(d."reasons", '$[*] ? (@.code == "choice-taken")') THEN d."facts"->'chosen'->>'articleId' END AS chosen,
    jsonb_path_query_array(d."reasons", '$[*].code') AS because
  FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
  WHERE d."storeId" = ANY($1::text[]) AND d."conversationId" = ANY($2::text[])
    AND (i."payload"->>'type' IN ('message-received', 'human-requested', 'rating-given')
      OR (i."payload"->>'type' = 'agent-replied' AND d."rule" = 'desk/agent-reply'))
  ORDER BY i."n"`;

const STEP = z.object({
  conversationId: z.string(),
  type: z.enum(["message-received", "human-requested", "rating-given", "agent-replied"]),
  text: z.string().nullable(),
  agent: z.string().nullable(),
  score: z.number().nullable(),
  // Written by ourselves, as `replay` trusts it too.
  reading: z.custom<Reading>((value) => typeof value === "object" && value !== null).nullable(),
  chosen: z.string().nullable(),
  because: z.array(z.string()),
});

function asStep({ type, text, score, reading, chosen, because }: z.infer<typeof STEP>): Step {
  switch (type) {
    case "agent-replied":
      return { type: "agent", text: text ?? "" };
    case "rating-given":
      return { type: "rating", score: score ?? 0 };
    case "human-requested":
      return { type: "shopper", text: "", because: ["human-requested"] };
    case "message-received":
      return {
        type: "shopper",
        text: text ?? "",
        because,
        reading: reading ?? undefined,
        chosen: chosen === null ? undefined : articleId(chosen),
      };
  }
}

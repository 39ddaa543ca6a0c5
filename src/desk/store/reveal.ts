import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import type { Database } from "../../infra/database.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import type { StoredConversation } from "../store.ts";

export interface Revealing {
  readonly conversation: StoredConversation;
  readonly thing: { readonly seq: number } | { readonly slot: "phone" };
  readonly reason: string;
  readonly actor: Actor;
}

/** What is hidden, in clear; that it was looked at is kept first. Undefined when there is no such thing in this conversation. */
export async function reveal(
  { db, client }: { readonly db: Pick<Database, "transaction">; readonly client: ScopedPrisma },
  { conversation, thing, reason, actor }: Revealing,
): Promise<string | undefined> {
  const text = await clearText(client, conversation, thing);
  if (text === undefined) return undefined;
  const { id, storeId } = conversation;
  const what = "seq" in thing ? `seq:${thing.seq}` : `slot:${thing.slot}`;
  await db.transaction(async (tx) => {
    const values = [randomUUID(), storeId, id, what, reason, new Date(actor.at), actor.by, actor.byName];
    await tx.query(NOTE, values);
    const deed = { act: "conversation.reveal", storeId, thing: `conversation:${id}`, after: { what, why: reason } };
    await writeAudit(tx, { ...actor, ...deed });
  });
  return text;
}

const NOTE = `
  INSERT INTO "Reveal" ("id", "storeId", "conversationId", "thing", "reason", "at", "userId", "userName")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

async function clearText(
  client: ScopedPrisma,
  { id, laneId, memory }: StoredConversation,
  thing: Revealing["thing"],
): Promise<string | undefined> {
  if ("slot" in thing) return named.parse(memory).slots.find(({ kind }) => kind === thing.slot)?.value;
  const message = await client.message.findFirst({
    where: { laneId, conversationId: id, seq: thing.seq },
    select: { body: true },
  });
  return message === null ? undefined : spoken.parse(message.body).text;
}

const named = z.object({ slots: z.array(z.object({ kind: z.string(), value: z.string() })).default([]) });
const spoken = z.object({ text: z.string() });

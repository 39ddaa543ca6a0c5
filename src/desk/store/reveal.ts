import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../../core/words.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import type { StoredConversation } from "../store.ts";

export interface Revealing {
  readonly conversation: StoredConversation;
  readonly thing: { readonly seq: number } | { readonly slot: "phone" };
  readonly reason: string;
  readonly userId: string;
  readonly userName: string;
  readonly at: Instant;
}

/** What is hidden, in clear; that it was looked at is kept first. Undefined when there is no such thing in this conversation. */
export async function reveal(
  client: ScopedPrisma,
  { conversation, thing, reason, ...who }: Revealing,
): Promise<string | undefined> {
  const text = await clearText(client, conversation, thing);
  if (text === undefined) return undefined;
  await client.reveal.create({
    data: {
      id: randomUUID(),
      storeId: conversation.storeId,
      conversationId: conversation.id,
      thing: "seq" in thing ? `seq:${thing.seq}` : `slot:${thing.slot}`,
      reason,
      at: new Date(who.at),
      userId: who.userId,
      userName: who.userName,
    },
  });
  return text;
}

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

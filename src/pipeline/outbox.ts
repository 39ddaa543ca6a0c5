import type { PoolClient } from "pg";
import type { Outbound } from "../core/channel.ts";
import type { Conversation } from "../core/decision.ts";
import type { StoreId } from "../core/ids.ts";
import type { SpokenMessage } from "../core/spine.ts";
import type { Instant } from "../core/words.ts";
import { iso } from "./rows.ts";

/** A line with where it goes. */
export interface Addressed {
  readonly message: SpokenMessage;
  readonly conversation: Conversation;
  readonly storeId: StoreId;
}

/** What leaves the desk: not the shopper's own words, not remarks for colleagues. */
export function isOutward({ message }: Addressed): boolean {
  return !message.internal && message.author.type !== "shopper";
}

/** Channels whose clients read the ledger themselves: for them committing is delivering, and no outbox row is needed. */
export type ReadsLedger = (channel: string) => boolean;

/** Puts what goes to other platforms into the outbox, in the transaction that decided it. */
export async function writeOutbox(
  client: PoolClient,
  { lines, readsLedger }: { readonly lines: readonly Addressed[]; readonly readsLedger: ReadsLedger },
  now: Instant,
): Promise<void> {
  const outgoing = lines.filter((line) => isOutward(line) && !readsLedger(line.conversation.place.channel));
  if (outgoing.length === 0) return;
  const rows = outgoing.map(({ message, conversation, storeId }) => ({
    id: message.id,
    storeId,
    laneId: conversation.lane,
    conversationId: conversation.id,
    channel: conversation.place.channel,
    room: conversation.place.room,
    message: outboundOf(message, conversation),
    epoch: conversation.epoch,
    createdAt: iso(now),
  }));
  await client.query({
    name: "write-outbox",
    text: `INSERT INTO "Outbox"("id", "storeId", "laneId", "conversationId", "channel", "room", "message", "epoch", "state", "createdAt")
           SELECT "id", "storeId", "laneId", "conversationId", "channel", "room", "message", "epoch", 'queued', "createdAt"
           FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "storeId" text, "laneId" text, "conversationId" text, "channel" text, "room" text, "message" jsonb, "epoch" int, "createdAt" timestamptz)`,
    values: [JSON.stringify(rows)],
  });
}

function outboundOf(message: SpokenMessage, conversation: Conversation): Outbound {
  return {
    key: message.id,
    place: conversation.place,
    person: conversation.person,
    author: message.author,
    body: message.body,
    seq: message.seq,
  };
}

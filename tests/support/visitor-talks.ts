import type { Visitor } from "../../src/core/visitor.ts";
import type { Database } from "../../src/infra/database.ts";

/** One message of a written talk. */
export interface Line {
  readonly text: string;
  readonly internal?: boolean;
  readonly author?: "bot" | "agent";
  readonly body?: object;
}

/** Writes a talk as the spine would have left it, the oldest line first. */
export async function writeTalk(db: Database, visitor: Visitor, lines: readonly Line[]): Promise<void> {
  await db.prisma.lane.create({ data: { id: visitor.lane, storeId: visitor.storeId, seq: lines.length } });
  const conversation = `${visitor.id}-talk`;
  await writeConversation(db, visitor, { id: "talk", status: "bot", openedAt: 1 });
  for (const [index, { text, internal = false, author = "bot", body }] of lines.entries()) {
    await db.prisma.message.create({
      data: {
        laneId: visitor.lane,
        seq: index + 1,
        id: `${visitor.id}-${index}`,
        storeId: visitor.storeId,
        conversationId: conversation,
        author,
        authorId: author === "agent" ? "agent-1" : null,
        authorName: author === "agent" ? "小林" : null,
        body: body ?? { text },
        internal,
        epoch: 0,
        incomingId: `i${index}`,
        createdAt: new Date(index),
      },
    });
  }
}

/** A conversation as it stands. */
export interface Standing {
  readonly id: string;
  readonly status: string;
  readonly openedAt: number;
  readonly rating?: number;
}

/** Writes a conversation of this visitor. */
export async function writeConversation(
  db: Database,
  visitor: Visitor,
  { id, status, openedAt, rating }: Standing,
): Promise<void> {
  await db.prisma.conversation.create({
    data: {
      id: `${visitor.id}-${id}`,
      storeId: visitor.storeId,
      laneId: visitor.lane,
      channel: "web",
      room: visitor.id,
      personId: visitor.id,
      status,
      language: "zh-CN",
      openedAt: new Date(openedAt),
      lastShopperAt: new Date(openedAt),
      closedAt: status === "closed" ? new Date(openedAt) : null,
      agentId: status === "bot" ? null : "agent-1",
      agentName: status === "bot" ? null : "小林",
      rating: rating ?? null,
    },
  });
}

/** Somebody in the queue. */
export interface Waiting {
  readonly priority: number;
  readonly since: number;
  readonly promisedAt?: number;
}

/** Writes a conversation that waits for a person. */
export async function writeWaiting(db: Database, visitor: Visitor, { priority, since, promisedAt }: Waiting): Promise<void> {
  await writeConversation(db, visitor, { id: "waiting", status: "queued", openedAt: since });
  await db.prisma.escalation.create({
    data: {
      id: `e-${visitor.id}`,
      storeId: visitor.storeId,
      conversationId: `${visitor.id}-waiting`,
      laneId: visitor.lane,
      skill: "presale",
      language: "zh",
      urgency: "normal",
      priority,
      state: "waiting",
      waitingSince: new Date(since),
      promisedAt: promisedAt === undefined ? null : new Date(promisedAt),
    },
  });
}

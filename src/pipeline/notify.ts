import type { PoolClient } from "pg";
import { conversationId, laneId, storeId } from "../core/ids.ts";
import type { Moved } from "../core/spine.ts";
import type { Told } from "../desk/store/console-events.ts";
import type { Database } from "../infra/database.ts";
import type { LaneWork } from "./commit.ts";

/** Other processes listen here; each payload is `process|lane,seq,flag,store,conversation;…`. */
export const MOVED_CHANNEL = "counterbell_moved";

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const MOST_PAYLOAD = 7_500;

/** Tells other processes, with the commit, which lanes moved. The embedded database has no other processes. */
export async function tellOthers(
  client: PoolClient,
  from: { readonly processId: string; readonly db: { readonly kind: string } },
  work: readonly LaneWork[],
): Promise<void> {
  if (from.db.kind === "pglite") return;
  const payloads: string[] = [];
  let current = "";
  for (const entry of work.map(entryOf)) {
    if (current.length + entry.length > MOST_PAYLOAD) {
      payloads.push(`${from.processId}|${current}`);
      current = "";
    }
    current += `${entry};`;
  }
  payloads.push(`${from.processId}|${current}`);
  const text = `SELECT pg_notify('${MOVED_CHANNEL}', p) FROM unnest($1::text[]) AS p`;
  await client.query({ name: "tell-others", text, values: [payloads] });
}

/** What another process committed; empty for our own notifications. */
export function movedFrom(payload: string, processId: string): readonly Moved[] {
  const [from, entries = ""] = payload.split("|");
  if (from === processId) return [];
  return entries
    .split(";")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [lane = "", seq = "0", flag, store = "", conversation = ""] = entry.split(",");
      return {
        lane: laneId(lane),
        seq: Number(seq),
        isStateChanged: flag === "1",
        storeId: store === "" ? undefined : storeId(store),
        conversationId: conversation === "" ? undefined : conversationId(conversation),
      };
    });
}

/** Conversations in which something was said or decided since a moment, as if their notifications came now. */
export async function movedSince(db: Pick<Database, "pool">, since: Date): Promise<readonly Moved[]> {
  const { rows } = await db.pool.query<{ laneId: string; seq: number; storeId: string | null; conversationId: string | null }>(
    `SELECT DISTINCT d."laneId", l."seq", d."storeId", d."conversationId" FROM "Decision" d JOIN "Lane" l ON l."id" = d."laneId"
     WHERE d."at" >= $1::timestamptz - interval '${OVERLAP}'`,
    [since],
  );
  return rows.map((row) => ({
    lane: laneId(row.laneId),
    seq: row.seq,
    isStateChanged: true,
    storeId: row.storeId === null ? undefined : storeId(row.storeId),
    conversationId: row.conversationId === null ? undefined : conversationId(row.conversationId),
  }));
}

/** Clocks of machines differ, and a decision is dated before its commit. */
const OVERLAP = "30 seconds";

/** What this process committed, with the words themselves. */
export function movedHere(work: LaneWork): Moved {
  const { conversation } = work;
  const messages = work.steps.flatMap((step) => step.messages);
  return {
    lane: work.lane,
    storeId: work.storeId,
    conversationId: conversation?.id,
    seq: work.seqAfter,
    isStateChanged: work.isStateChanged,
    here: conversation === undefined ? undefined : { after: work.seqBefore, messages, conversation },
  };
}

/** What consoles are told of it: the conversation, and before it those that were closed and followed by another in one go. */
export function toldOf({ conversation, earlier, storeId: store, seqAfter: seq, isStateChanged }: LaneWork): readonly Told[] {
  if (conversation === undefined || store === undefined) return [];
  const before = earlier.map((one) => ({ conversation: one, storeId: store, seq, isStateChanged: true }));
  return [...before, { conversation, storeId: store, seq, isStateChanged }];
}

function entryOf({ lane, seqAfter, isStateChanged, storeId: store, conversation }: LaneWork): string {
  return [lane, seqAfter, isStateChanged ? 1 : 0, store ?? "", conversation?.id ?? ""].join(",");
}

import type { ChannelEvent, Received } from "../core/channel.ts";
import { contactLane, digest, incomingId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { Database } from "../infra/database.ts";
import { iso } from "./rows.ts";

/** Stores what happened, once, before anything is done about it. Many at a time share one statement and one commit. */
export interface Ledger {
  /** Resolves when the event is durable. */
  accept(incoming: Incoming): Promise<Received>;
}

/** How many events one statement stores at most. */
const BATCH = 200;

interface Waiting {
  readonly incoming: Incoming;
  readonly fingerprint: string;
  readonly done: (received: Received) => void;
  readonly failed: (error: unknown) => void;
}

export function createLedger(db: Database): Ledger {
  const queue: Waiting[] = [];
  const seenLanes = new Set<string>();
  // A second statement may be under way on a server; the embedded database has one session.
  const lanesAtOnce = db.kind === "postgresql" ? 2 : 1;
  let running = 0;

  const run = async (): Promise<void> => {
    running += 1;
    try {
      while (queue.length > 0) await storeBatch(db, takeBatch(queue), seenLanes);
    } finally {
      running -= 1;
    }
  };

  return {
    accept: (incoming) =>
      new Promise((done, failed) => {
        queue.push({ incoming, fingerprint: fingerprintOf(incoming), done, failed });
        // Everything that arrives in the same turn of the event loop goes together.
        if (running < lanesAtOnce) setImmediate(() => void (running < lanesAtOnce && run()));
      }),
  };
}

// The same id twice in one batch would look fresh twice: the second waits for the next batch.
function takeBatch(queue: Waiting[]): readonly Waiting[] {
  const ids = new Set<string>();
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  for (const waiting of queue.splice(0, BATCH)) {
    if (ids.has(waiting.incoming.id)) later.push(waiting);
    else batch.push(waiting);
    ids.add(waiting.incoming.id);
  }
  queue.unshift(...later);
  return batch;
}

async function storeBatch(db: Database, batch: readonly Waiting[], seenLanes: Set<string>): Promise<void> {
  try {
    const rows = batch.map(({ incoming, fingerprint }) => ({
      id: incoming.id,
      laneId: incoming.lane,
      storeId: incoming.storeId ?? null,
      fingerprint,
      payload: incoming,
      receivedAt: iso(incoming.at),
    }));
    const fresh = rows.filter(({ laneId }) => !seenLanes.has(laneId));
    const lanes = [...new Map(fresh.map(({ laneId, storeId }) => [laneId, { id: laneId, storeId }])).values()];
    lanes.sort((a, b) => (a.id < b.id ? -1 : 1));
    const values = [JSON.stringify(rows), JSON.stringify(lanes)];
    const answer = await db.pool.query<{ id: string; fresh: boolean; known: string | null }>({
      name: "ledger-accept",
      text: ACCEPT,
      values,
    });
    const outcomes = new Map(answer.rows.map((row) => [row.id, row]));
    remember(seenLanes, lanes);
    for (const waiting of batch) {
      const outcome = outcomes.get(waiting.incoming.id);
      waiting.done(outcome?.fresh === true ? "stored" : await compare(db, waiting, outcome?.known ?? null));
    }
  } catch (error) {
    for (const waiting of batch) waiting.failed(error);
  }
}

const ACCEPT = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "laneId" text, "storeId" text, "fingerprint" text, "payload" jsonb, "receivedAt" timestamptz)),
  lanes AS (INSERT INTO "Lane"("id", "storeId") SELECT l."id", l."storeId" FROM jsonb_to_recordset($2::jsonb) AS l("id" text, "storeId" text) ON CONFLICT DO NOTHING),
  fresh AS (
    INSERT INTO "Incoming"("id", "laneId", "storeId", "fingerprint", "payload", "receivedAt")
    SELECT "id", "laneId", "storeId", "fingerprint", "payload", "receivedAt" FROM given ON CONFLICT ("id") DO NOTHING RETURNING "id")
  SELECT given."id", fresh."id" IS NOT NULL AS fresh, i."fingerprint" AS known
  FROM given LEFT JOIN fresh ON fresh."id" = given."id" LEFT JOIN "Incoming" i ON i."id" = given."id"`;

async function compare(db: Database, waiting: Waiting, seen: string | null): Promise<Received> {
  // Stored by somebody else in the same moment: the statement could not see it yet.
  const known = seen ?? (await readFingerprint(db, waiting.incoming.id));
  return known === waiting.fingerprint ? "duplicate" : "conflict";
}

async function readFingerprint(db: Database, id: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ fingerprint: string }>(`SELECT "fingerprint" FROM "Incoming" WHERE "id" = $1`, [id]);
  return rows[0]?.fingerprint;
}

const MOST_REMEMBERED_LANES = 100_000;

function remember(seen: Set<string>, lanes: readonly { readonly id: string }[]): void {
  if (seen.size > MOST_REMEMBERED_LANES) seen.clear();
  for (const { id } of lanes) seen.add(id);
}

/** What an event says, without when and how it came: a redelivery has the same, other words under its id do not. */
function fingerprintOf(incoming: Incoming): string {
  const { type, lane } = incoming;
  const said = { type, lane, ...saidBy(incoming) };
  return digest(JSON.stringify(said));
}

function saidBy(incoming: Incoming): object {
  switch (incoming.type) {
    case "message-received":
      return { text: incoming.text, choice: incoming.choice, attachments: incoming.attachments.map(({ id }) => id) };
    case "rating-given":
      return { score: incoming.score, comment: incoming.comment };
    case "agent-replied":
      return {
        conversation: incoming.conversationId,
        text: incoming.text,
        internal: incoming.internal,
        // Absent where there are none, as in the fingerprints of replies that were stored before files could be sent.
        attachments: incoming.attachments.length === 0 ? undefined : incoming.attachments.map(({ id }) => id),
      };
    case "agent-transferred": {
      const { conversationId: conversation, to, reason, summary } = incoming;
      return { conversation, to, reason, summary };
    }
    case "supervisor-whispered":
      return { conversation: incoming.conversationId, text: incoming.text };
    case "reassign-requested": {
      const { conversationId: conversation, to, reason, isConfirmed } = incoming;
      return { conversation, to: to.id, reason, isConfirmed };
    }
    case "offer-refused":
      return { conversation: incoming.conversationId, reason: incoming.reason };
    case "agent-released":
    case "agent-closed":
    case "claim-requested":
    case "escalation-ended":
      return { conversation: incoming.conversationId };
    default:
      return {};
  }
}

/** A platform's event as the event of the lane it belongs to; undefined for what is not about one person's talk. */
export function incomingFrom(event: ChannelEvent, store: StoreId): Incoming | undefined {
  if (event.type === "state") return undefined;
  const lane = contactLane(store, event.place, event.person.id);
  const common = {
    id: incomingId(event.id),
    lane,
    at: event.at,
    storeId: store,
    place: event.place,
    person: event.person,
    language: event.language,
  };
  switch (event.type) {
    case "message": {
      // The database keeps neither NUL nor half characters; a platform that sends them must not block the lane.
      const text = event.text.replaceAll("\u0000", "").toWellFormed();
      return { ...common, type: "message-received", text, choice: event.choice, attachments: event.attachments };
    }
    case "human":
      return { ...common, type: "human-requested" };
    case "rating":
      return { ...common, type: "rating-given", score: event.score, comment: event.comment };
  }
}

import type { ChannelEvent, Received } from "../core/channel.ts";
import { contactLane, digest, incomingId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { Database } from "../infra/database.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import { iso } from "./rows.ts";

/** Stores what happened, once, before anything is done about it. Many at a time share one statement and one commit. */
export interface Ledger {
  /** Resolves when the event is durable. */
  accept(incoming: Incoming): Promise<Received>;
}

type Wire = Pick<Database, "pool">;

/** How many events one statement stores at most. */
const BATCH = 200;

interface Waiting {
  readonly incoming: Incoming;
  readonly fingerprint: string;
  readonly done: (received: Received) => void;
  readonly failed: (error: unknown) => void;
}

export function createLedger(db: Pick<Database, "kind" | "pool">): Ledger {
  const queue: Waiting[] = [];
  const seenLanes = new Set<string>();
  /** Lanes of statements under way. */
  const inHand = new Set<string>();
  // A second statement may be under way on a server; the embedded database has one session.
  const lanesAtOnce = db.kind === "postgresql" ? 2 : 1;
  let running = 0;

  const run = async (): Promise<void> => {
    running += 1;
    try {
      for (;;) {
        const batch = takeBatch(queue, inHand);
        // Empty also while another statement has all these lanes in hand: whoever waits for that takes them.
        if (batch.length === 0) return;
        for (const { incoming } of batch) inHand.add(incoming.lane);
        await storeBatch(db, batch, seenLanes);
        for (const { incoming } of batch) inHand.delete(incoming.lane);
      }
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

// The same id twice in one batch would look fresh twice: the second waits for the next batch. And two statements at the same time
// would number what they store in any order: a lane is in one of them at most.
function takeBatch(queue: Waiting[], inHand: ReadonlySet<string>): readonly Waiting[] {
  const ids = new Set<string>();
  const held = new Set<string>();
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  for (const waiting of queue.splice(0, BATCH)) {
    const { id, lane } = waiting.incoming;
    if (inHand.has(lane) || ids.has(id)) held.add(lane);
    if (held.has(lane)) later.push(waiting);
    else batch.push(waiting);
    ids.add(id);
  }
  queue.unshift(...later);
  return batch;
}

async function storeBatch(db: Wire, batch: readonly Waiting[], seenLanes: Set<string>): Promise<void> {
  const stored = await insert(db, batch, seenLanes).catch((error: unknown) => ({ error }));
  if (!("error" in stored)) return tell(db, batch, stored);
  // What was remembered of lanes may be what is wrong.
  seenLanes.clear();
  if (batch.length > 1 && !isDatabaseAway(stored.error)) {
    // One event that the database does not take must not keep the others from being acknowledged.
    for (const waiting of batch) await storeBatch(db, [waiting], seenLanes);
  } else for (const waiting of batch) waiting.failed(stored.error);
}

async function insert(db: Wire, batch: readonly Waiting[], seenLanes: Set<string>): Promise<ReadonlyMap<string, Stored>> {
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
  const answer = await db.pool.query<Stored>({ name: "ledger-accept", text: ACCEPT, values });
  remember(seenLanes, lanes);
  return new Map(answer.rows.map((row) => [row.id, row]));
}

interface Stored {
  readonly id: string;
  readonly fresh: boolean;
  /** The fingerprint that stood under the id when the statement began. */
  readonly known: string | null;
}

async function tell(db: Wire, batch: readonly Waiting[], stored: ReadonlyMap<string, Stored>): Promise<void> {
  // Those who need no second look first: they must not wait for it, nor fail with it.
  for (const waiting of batch) if (stored.get(waiting.incoming.id)?.fresh === true) waiting.done("stored");
  for (const waiting of batch) {
    const one = stored.get(waiting.incoming.id);
    if (one?.fresh !== true) await compare(db, waiting, one?.known ?? null).then(waiting.done, waiting.failed);
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

async function compare(db: Wire, waiting: Waiting, seen: string | null): Promise<Received> {
  // Stored by somebody else in the same moment: the statement could not see it yet.
  const known = seen ?? (await readFingerprint(db, waiting.incoming.id));
  return known === waiting.fingerprint ? "duplicate" : "conflict";
}

async function readFingerprint(db: Wire, id: string): Promise<string | undefined> {
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
        confirmed: incoming.confirmed,
      };
    case "agent-transferred": {
      const { conversationId: conversation, to, reason, summary } = incoming;
      return { conversation, to, reason, summary };
    }
    case "request-asked":
      return { conversation: incoming.conversationId, wish: incoming.wish };
    case "request-decided":
      return { request: incoming.requestId, answer: incoming.answer };
    case "request-withdrawn":
      return { request: incoming.requestId };
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
      return { conversation: incoming.conversationId, reason: incoming.reason };
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

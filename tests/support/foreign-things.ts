import { createHash } from "node:crypto";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";

/** The store whose things nobody under test may reach. */
export const THEIRS = storeId("theirs");

/** An article's words. */
const OF_THEIRS = { agentId: `agent-${THEIRS}`, askedAt: new Date("2026-10-01T00:00:00Z") };
export const LEAVE = {
  ...OF_THEIRS,
  id: "leave-theirs",
  from: "2099-01-01",
  until: "2099-01-02",
  kind: "annual",
  state: "asked",
  askedBy: "李雷",
};
export const SWAP = { ...OF_THEIRS, id: "swap-theirs", date: "2099-01-01", withId: `agent-${THEIRS}`, state: "accepted" };

export const WORDS = { phase: "presale", question: "偷改", alternatives: [], answer: "偷改" };

/** A file that a shopper of theirs sent. */
export const FILE = "0123456789abcdef0123456789abcdef";

/** Of somebody else: a token, an invitation, a link. */
export const FOREIGN = { id: "of-an-admin", createdAt: new Date(0), expiresAt: new Date("2099-01-01T00:00:00Z") };
/** Somebody else's invitation. */
export const INVITATION = {
  tokenHash: "i",
  email: "invited@example.com",
  role: "admin",
  createdBy: "somebody",
  createdByName: "somebody",
};
/** Somebody of a platform, of theirs. */
export const LINK = { channel: "slack", person: "U1", storeId: THEIRS, createdBy: "somebody" };

/** Theirs. */
export const ARTICLE = {
  storeId: THEIRS,
  id: "a1",
  phase: "presale",
  question: "question",
  answer: "answer",
  version: 1,
  updatedAt: new Date(0),
  updatedBy: "test",
};

/** Theirs. */
export const GOLDEN = { storeId: THEIRS, id: "a1", text: "question", gold: ["a1"], createdAt: new Date(0), createdBy: "test" };

/** Theirs. */
export const ANSWERING = {
  storeId: THEIRS,
  version: 1,
  change: "set",
  before: {},
  after: { answer: 0.9 },
  changedAt: new Date(0),
  changedBy: "test",
};

/** Theirs. */
export const PROPOSAL = {
  id: "p_theirs",
  storeId: THEIRS,
  kind: "new-article",
  content: { id: "a2", ...WORDS },
  origin: "merchant",
  createdAt: new Date(0),
  createdBy: "somebody",
  createdByName: "somebody",
};

/** Theirs, in their conversation, for supervisor and merchant to answer. */
export const REQUEST = {
  id: "request-1",
  storeId: THEIRS,
  kind: "other",
  words: "能不能破例换货",
  askedById: `agent-${THEIRS}`,
  askedByUserId: "somebody",
  askedByName: "somebody",
  askedAt: new Date(0),
  dueAt: new Date(0),
  deciders: ["supervisor", "merchant"],
  state: "open",
};
/** Theirs. */
export const ALERT = {
  id: "alert-1",
  storeId: THEIRS,
  code: "alert-agent-away",
  values: { agent: "x", missed: 2 },
  at: new Date(0),
};
/** Theirs. */
export const PHRASE = {
  id: "phrase-theirs",
  storeId: THEIRS,
  shortcut: "hi",
  text: "您好",
  updatedAt: new Date(0),
  updatedBy: "test",
};

/** Somebody else's change of the roster. */
export const CHANGE = {
  id: "change-1",
  at: new Date(0),
  by: "somebody",
  byName: "别人",
  kind: "days",
  told: { names: [], people: 0 },
  back: { type: "days", days: [] },
};

/** Of the vendor; nobody but admins sees it. Off, so that nothing is put into its outbox meanwhile. */
export const WEBHOOK = {
  id: "webhook-1",
  url: "https://example.com/",
  stores: [],
  kinds: ["conversation.opened"],
  secret: "whsec_c2VjcmV0",
  createdAt: new Date(0),
  createdBy: "test",
  offAt: new Date(0),
};
export const DELIVERY = {
  id: "delivery-1",
  eventId: "evt_1",
  kind: "test",
  payload: "{}",
  state: "failed",
  createdAt: new Date(0),
};

/** Sets an event of theirs aside; returns its id. */
export async function parkOne(db: Database): Promise<string> {
  const lane = await db.prisma.lane.findFirstOrThrow({ where: { storeId: THEIRS } });
  const parked = {
    id: "parked-1",
    laneId: lane.id,
    storeId: THEIRS,
    fingerprint: "f",
    payload: { type: "message-received" },
    attempts: 5,
  };
  await db.prisma.incoming.create({ data: { ...parked, receivedAt: new Date(0), parkedAt: new Date(0), lastError: "broken" } });
  return parked.id;
}

/** Gives the conversation a message with the file. */
export async function attachFile(db: Database, conversationId: string): Promise<void> {
  const message = await db.prisma.message.findFirstOrThrow({ where: { conversationId } });
  const body = { text: "", attachments: [{ id: FILE, name: "a.png", type: "image/png", bytes: 6 }] };
  await db.prisma.message.update({ where: { id: message.id }, data: { body } });
}

/** Of every row of every table. What signing in writes is made before. */
export async function digestOf(db: Database): Promise<string> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
  );
  const hash = createHash("sha256");
  for (const { name } of tables) {
    const { rows } = await db.pool.query<{ all: string }>(
      `SELECT COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS all FROM "${name}" t`,
    );
    hash.update(name).update(rows[0]?.all ?? "");
  }
  return hash.digest("hex");
}

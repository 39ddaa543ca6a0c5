import type { Conversation } from "../core/decision.ts";
import { agentId, contactLane, DESK_LANE, requestId, type IncomingId } from "../core/ids.ts";
import type { Incoming, TransferTarget } from "../core/incoming.ts";
import type { RequestDecided } from "../core/request-events.ts";
import type { RequestWish } from "../core/request.ts";
import type { Agent } from "../core/words.ts";
import { readConversations } from "../pipeline/gather.ts";
import { fromConversationRow, type ConversationRow } from "../pipeline/rows.ts";
import { setAgentStatus } from "../staffing/store.ts";
import type { Act, Stage } from "./rehearsal-stage.ts";

const ROOM = { channel: "fake", room: "rehearsal" };

/** Lets it happen; returns the shopper whose conversation it is about. */
export async function perform(stage: Stage, act: Act, id: IncomingId): Promise<string | undefined> {
  if (act.from === "clock") return undefined;
  if (act.from === "shopper") {
    await stage.channel.say({ id: act.who, name: act.who }, act.text, { id, room: ROOM.room });
    return act.who;
  }
  if (act.act === "status") {
    if (act.status !== undefined) await setAgentStatus(stage.db, act.who, { status: act.status, at: act.at });
    await stage.spine.submit({ type: "staffing-changed", id, lane: DESK_LANE, at: act.at });
    return act.to;
  }
  const conversation = await conversationFor(stage, act);
  if (conversation === undefined) return act.to;
  const agent = await agentNamed(stage, act.who);
  const colleague = act.colleague === undefined ? undefined : await agentNamed(stage, act.colleague);
  await stage.spine.submit(incomingOf(act, { id, agent, conversation, colleague }));
  return conversation.person.id;
}

interface Done {
  readonly id: IncomingId;
  readonly agent: Agent;
  readonly conversation: Conversation;
  readonly colleague: Agent | undefined;
}

function incomingOf(act: Act, done: Done): Incoming {
  const { id, agent, conversation } = done;
  const { lane, storeId, epoch, id: conversationId } = conversation;
  const of = { id, lane, at: act.at, storeId, conversationId };
  const about = { ...of, agent };
  const said = { ...about, type: "agent-replied", epoch, text: act.text, attachments: [] } as const;
  switch (act.act ?? "say") {
    case "claim":
      return { ...about, type: "claim-requested", lane: DESK_LANE };
    case "refuse":
      return { ...about, type: "offer-refused", lane: DESK_LANE, reason: act.text };
    case "release":
      return { ...about, type: "agent-released", epoch };
    case "close":
      return { ...about, type: "agent-closed", epoch };
    case "transfer":
      return { ...about, type: "agent-transferred", epoch, to: targetOf(act, done), reason: act.text, summary: act.text };
    case "ask":
      return { ...about, type: "request-asked", userId: agent.id, wish: wishIn(act) };
    case "grant":
      return deciding(done, { of, answer: { type: "grant", ...fenIn(act) } });
    case "refuse-request":
      return deciding(done, { of, answer: { type: "refuse", reason: act.text } });
    case "whisper":
      return { ...of, type: "supervisor-whispered", by: supervisor(agent), text: act.text };
    case "take-over":
      return reassigning(act, { ...done, colleague: agent });
    case "give":
      return reassigning(act, done);
    case "note":
      return { ...said, internal: true };
    case "say":
    case "status":
      return { ...said, internal: false };
  }
}

function wishIn(act: Act): RequestWish {
  const sum = fenIn(act);
  return { kind: sum.sumFen === undefined ? "other" : "compensation", words: act.text, ...sum };
}

const fenIn = ({ sum }: Act) => (sum === undefined ? {} : { sumFen: Math.round(sum * 100) });

type Of = Pick<RequestDecided, "id" | "lane" | "at" | "storeId" | "conversationId">;

/** A supervisor answers what is open in it; where nothing is, the decision says so. */
function deciding(
  { agent, conversation }: Done,
  { of, answer }: { readonly of: Of; readonly answer: RequestDecided["answer"] },
): Incoming {
  const open = conversation.requests?.find(({ state }) => state === "open");
  const id = open?.id ?? requestId("none");
  return { ...of, type: "request-decided", requestId: id, by: supervisor(agent), as: "supervisor", answer };
}

function targetOf({ skill }: Act, { colleague }: Done): TransferTarget {
  if (colleague !== undefined) return { type: "agent", agent: colleague };
  return skill === undefined ? { type: "queue" } : { type: "skill", skill };
}

/** A supervisor's word, confirmed: over capacity, too. */
function reassigning(act: Act, { id, agent, conversation, colleague = agent }: Done): Incoming {
  const { storeId, id: conversationId, status } = conversation;
  const holds = status === "assigned" || status === "offered";
  return {
    ...{ type: "reassign-requested", id, lane: DESK_LANE, at: act.at, storeId, conversationId },
    ...{ by: supervisor(agent), to: colleague, isOwn: act.act === "take-over", reason: act.text, isConfirmed: true },
    from: holds ? conversation.agent?.id : undefined,
  };
}

const supervisor = ({ id, name }: Agent) => ({ userId: id, name });

async function agentNamed({ db }: Stage, id: string): Promise<Agent> {
  const { rows } = await db.pool.query<{ name: string }>(`SELECT "name" FROM "Agent" WHERE "id" = $1`, [id]);
  return { id: agentId(id), name: rows[0]?.name ?? id };
}

/** Whom an agent answers: the shopper named, else the one of theirs who waits longest, else the latest to speak. */
async function conversationFor(stage: Stage, act: Act): Promise<Conversation | undefined> {
  if (act.to !== undefined) return withAsked(stage, await conversationOf(stage, act.to));
  const { rows } = await stage.db.pool.query<ConversationRow>(`SELECT * FROM "Conversation" WHERE ${meant(act)} LIMIT 1`, [
    act.who,
  ]);
  return withAsked(stage, rows[0] === undefined ? undefined : fromConversationRow(rows[0]));
}

/** With what is asked in it. */
async function withAsked({ db }: Stage, conversation: Conversation | undefined): Promise<Conversation | undefined> {
  if (conversation === undefined) return undefined;
  return (await readConversations(db.pool, [conversation.lane])).get(conversation.lane) ?? conversation;
}

function meant({ act = "say" }: Act): string {
  switch (act) {
    case "claim":
    case "refuse":
      // What is offered to them, else what waits.
      return `"status" IN ('offered', 'queued') AND ("agentId" IS NULL OR "agentId" = $1) ORDER BY "agentId" NULLS LAST, "waitingSince"`;
    case "whisper":
    case "take-over":
    case "give":
      return `"status" IN ('assigned', 'offered', 'queued') AND "agentId" IS DISTINCT FROM $1 ORDER BY "waitingSince" NULLS LAST, "lastShopperAt"`;
    case "grant":
    case "refuse-request":
      return `EXISTS (SELECT 1 FROM "Request" r WHERE r."conversationId" = "Conversation"."id" AND r."state" = 'open' AND r."askedById" <> $1) ORDER BY "lastShopperAt"`;
    default:
      return `"agentId" = $1 AND "status" = 'assigned' ORDER BY "waitingSince" NULLS LAST, "lastShopperAt" DESC`;
  }
}

/** The latest conversation with this shopper, rather one that is open. */
export async function conversationOf(stage: Stage, shopper: string): Promise<Conversation | undefined> {
  const { rows } = await stage.db.pool.query<ConversationRow>(
    `SELECT * FROM "Conversation" WHERE "laneId" = $1 ORDER BY ("closedAt" IS NULL) DESC, "openedAt" DESC LIMIT 1`,
    [contactLane(stage.store, ROOM, shopper)],
  );
  return rows[0] === undefined ? undefined : fromConversationRow(rows[0]);
}

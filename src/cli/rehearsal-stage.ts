import { randomUUID } from "node:crypto";
import type { FakeChannel } from "../../adapters/fake/index.ts";
import type { Conversation, Effect, Reason } from "../core/decision.ts";
import { agentId, contactLane, DESK_LANE, incomingId, type IncomingId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import { sentenceOf, type Sentence } from "../core/reasons.ts";
import type { Agent, Instant } from "../core/words.ts";
import { HUMAN_CHOICE } from "../desk/rules/choice.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { RunningSpine } from "../pipeline/spine.ts";
import { fromConversationRow, type ConversationRow } from "../pipeline/rows.ts";
import type { AgentStatus } from "../staffing/rules/roster.ts";
import { setAgentStatus } from "../staffing/store.ts";
import type { Expectation } from "./rehearsal-expect.ts";
import type { AGENT_ACTS } from "./rehearsal-line.ts";

/** What a rehearsal is played on. */
export interface Stage {
  readonly db: Database;
  readonly clock: Clock & { set(now: Instant): void };
  readonly spine: RunningSpine;
  readonly channel: FakeChannel;
  readonly store: StoreId;
  /** Number of the last event, and of messages, that were told about. */
  readonly seen: { n: string; sent: number };
}

/** One line of the script. */
export interface Act {
  readonly at: Instant;
  readonly from: "shopper" | "agent" | "clock";
  readonly who: string;
  readonly text: string;
  /** The shopper an agent answers; absent: who waits longest for this agent. */
  readonly to?: string | undefined;
  /** What an agent does; absent: they say something. */
  readonly act?: (typeof AGENT_ACTS)[number] | undefined;
  /** With `act` status: the one the agent takes. */
  readonly status?: AgentStatus | undefined;
  readonly expect?: Expectation | undefined;
}

/** What came of one line. */
export interface Played {
  /** What shoppers were told since the line before, in order. */
  readonly replies: readonly string[];
  readonly action:
    | "answer"
    | "clarify"
    | "handover"
    | "smalltalk"
    | "decline"
    | "quiet"
    | "reply"
    | "claim"
    | "refuse"
    | "release"
    | "close"
    | "status"
    | "refused"
    | "clock";
  /** The article answered from, or those offered as choices. */
  readonly articles: readonly string[];
  readonly skill: string | null;
  /** The agent who has the conversation now; for a clock line, who got one. */
  readonly assigned: string | null;
  /** ISO 8601: when somebody will be there, if nobody is. */
  readonly promised: string | null;
  readonly reasons: readonly Sentence[];
}

const ROOM = { channel: "fake", room: "rehearsal" };

/** Plays one line at its time and tells what came of it, with what happened while time passed. */
export async function playLine(stage: Stage, act: Act): Promise<Played> {
  const id = incomingId(`rehearsal:${randomUUID()}`);
  const shopper = await perform(stage, act, id);
  await stage.spine.fireTimers();
  await stage.spine.idle();
  const steps = await newSteps(stage);
  const main = steps.find(({ incoming }) => incoming.id === id);
  const conversation = shopper === undefined ? undefined : await conversationOf(stage, shopper);
  return {
    replies: newReplies(stage),
    action: actionOf(act, main),
    articles: main === undefined ? [] : articlesOf(main.effects),
    skill: conversation === undefined || conversation.status === "bot" ? null : (conversation.skill ?? null),
    assigned: act.from === "clock" ? assignedIn(steps) : (conversation?.agent?.id ?? null),
    promised: promisedIn(steps),
    reasons: reasonsOf(act, main, steps).map(sentenceOf),
  };
}

/** An agent whose line reached no conversation is told so, before what else happened. */
function reasonsOf(act: Act, main: Step | undefined, steps: readonly Step[]): readonly Reason[] {
  const reasons = steps.flatMap((step) => step.reasons);
  return act.from === "agent" && main === undefined ? [NOBODY, ...reasons] : reasons;
}

const NOBODY: Reason = { code: "refused-nobody", values: {} };

/** Lets it happen; returns the shopper whose conversation it is about. */
async function perform(stage: Stage, act: Act, id: IncomingId): Promise<string | undefined> {
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
  const agent = { id: agentId(act.who), name: await nameOf(stage, act.who) };
  await stage.spine.submit(incomingOf(act, { id, agent, conversation }));
  return conversation.person.id;
}

interface Done {
  readonly id: IncomingId;
  readonly agent: Agent;
  readonly conversation: Conversation;
}

function incomingOf(act: Act, { id, agent, conversation }: Done): Incoming {
  const { lane, storeId, epoch, id: conversationId } = conversation;
  const about = { id, lane, at: act.at, storeId, conversationId, agent };
  switch (act.act ?? "say") {
    case "claim":
      return { ...about, type: "claim-requested", lane: DESK_LANE };
    case "refuse":
      return { ...about, type: "offer-refused", lane: DESK_LANE, reason: act.text };
    case "release":
      return { ...about, type: "agent-released", epoch };
    case "close":
      return { ...about, type: "agent-closed", epoch };
    case "say":
    case "status":
      return { ...about, type: "agent-replied", epoch, text: act.text, attachments: [], internal: false };
  }
}

async function nameOf({ db }: Stage, agent: string): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>(`SELECT "name" FROM "Agent" WHERE "id" = $1`, [agent]);
  return rows[0]?.name ?? agent;
}

/** Whom an agent answers: the shopper named, else the one of theirs who waits longest, else the latest to speak. */
async function conversationFor(stage: Stage, act: Act): Promise<Conversation | undefined> {
  if (act.to !== undefined) return conversationOf(stage, act.to);
  const order = `ORDER BY "waitingSince" NULLS LAST, "lastShopperAt" DESC LIMIT 1`;
  // What is offered to them, else what waits; or what they have.
  const isTaking = act.act === "claim" || act.act === "refuse";
  const text = isTaking
    ? `SELECT * FROM "Conversation" WHERE "status" IN ('offered', 'queued') AND ("agentId" IS NULL OR "agentId" = $1) ORDER BY "agentId" NULLS LAST, "waitingSince" LIMIT 1`
    : `SELECT * FROM "Conversation" WHERE "agentId" = $1 AND "status" = 'assigned' ${order}`;
  const { rows } = await stage.db.pool.query<ConversationRow>(text, [act.who]);
  return rows[0] === undefined ? undefined : fromConversationRow(rows[0]);
}

async function conversationOf(stage: Stage, shopper: string): Promise<Conversation | undefined> {
  const { rows } = await stage.db.pool.query<ConversationRow>(
    `SELECT * FROM "Conversation" WHERE "laneId" = $1 ORDER BY ("closedAt" IS NULL) DESC, "openedAt" DESC LIMIT 1`,
    [contactLane(stage.store, ROOM, shopper)],
  );
  return rows[0] === undefined ? undefined : fromConversationRow(rows[0]);
}

/** What shoppers saw since the last line. */
function newReplies({ channel, seen }: Stage): readonly string[] {
  const replies = channel.sent.slice(seen.sent).map(({ body }) => body.text);
  seen.sent = channel.sent.length;
  return replies;
}

interface Step {
  readonly incoming: Incoming;
  readonly rule: string;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}

/** What was decided since the last line. */
async function newSteps(stage: Stage): Promise<readonly Step[]> {
  const { rows } = await stage.db.pool.query<Step & { n: string }>(
    `SELECT i."n", i."payload" AS incoming, d."rule", d."effects", d."reasons" FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
     WHERE i."n" > $1 ORDER BY i."n"`,
    [stage.seen.n],
  );
  stage.seen.n = rows.at(-1)?.n ?? stage.seen.n;
  return rows;
}

const ACTIONS: Readonly<Record<string, Played["action"]>> = {
  "desk/answer": "answer",
  "desk/repeat": "answer",
  "desk/ask-back": "clarify",
  "desk/asked-again": "clarify",
  "desk/unclear": "clarify",
  "desk/handover": "handover",
  "desk/small-talk": "smalltalk",
  "desk/decline": "decline",
  "desk/quiet": "quiet",
  "desk/agent-reply": "reply",
  "desk/release": "release",
  "desk/close": "close",
  "routing/claim-requested": "claim",
  "routing/offer-refused": "refuse",
  "routing/staffing-changed": "status",
};

function actionOf(act: Act, main: Step | undefined): Played["action"] {
  if (act.from === "clock") return "clock";
  // An agent without a conversation has nobody to talk to.
  if (main === undefined || main.effects.some(({ type }) => type === "refuse")) return "refused";
  return ACTIONS[main.rule] ?? "refused";
}

function articlesOf(effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== "say" || effect.author.type !== "bot") return [];
    const { source, choices = [] } = effect.body;
    return source === undefined ? choices.map(({ id }) => id).filter((id) => id !== HUMAN_CHOICE) : [source.articleId];
  });
}

function assignedIn(steps: readonly Step[]): string | null {
  const outcomes = steps.flatMap(({ incoming }) => (incoming.type === "handover-routed" ? [incoming.outcome] : []));
  const last = outcomes.findLast((outcome) => outcome.type === "assigned" || outcome.type === "offered");
  return last?.agent.id ?? null;
}

function promisedIn(steps: readonly Step[]): string | null {
  const outcomes = steps.flatMap(({ incoming }) => (incoming.type === "handover-routed" ? [incoming.outcome] : []));
  const last = outcomes.findLast((outcome) => outcome.type === "after-hours");
  return last?.next === undefined ? null : new Date(last.next).toISOString();
}

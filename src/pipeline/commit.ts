import type { PoolClient } from "pg";
import type { Conversation, Decision, Effect, Escalation } from "../core/decision.ts";
import { messageId, type AgentId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { SpokenMessage } from "../core/spine.ts";
import type { Instant } from "../core/words.ts";
import { givenAt } from "../routing/rules/desk-facts.ts";
import { holderOf } from "../routing/rules/load.ts";
import { happeningsIn } from "../webhooks/rules/happenings.ts";
import { writeHappened } from "../webhooks/store/happened.ts";
import { iso, toConversationRow, toEscalationRow, toMessageRow } from "./rows.ts";
import { mayEndWait, settleReminders, writeAgents, writeAlerts } from "./alerts.ts";
import { writeRequests } from "./requests.ts";
import { writeOutbox, type Addressed, type ReadsLedger } from "./outbox.ts";

/** One event with what was decided about it. */
export interface Step {
  readonly incoming: Incoming;
  /** The facts as they are stored: shared parts by their snapshot's id. */
  readonly storedFacts: unknown;
  readonly decision: Decision;
  readonly messages: readonly SpokenMessage[];
  readonly conversation?: Conversation | undefined;
}

/** All that happened in one lane in this transaction. */
export interface LaneWork {
  readonly lane: LaneId;
  readonly storeId?: StoreId | undefined;
  readonly seqBefore: number;
  readonly seqAfter: number;
  /** As it is after the last step. */
  readonly conversation?: Conversation | undefined;
  /** Closed in this batch and followed by a new one; rare. */
  readonly earlier: readonly Conversation[];
  readonly isStateChanged: boolean;
  readonly steps: readonly Step[];
}

/** Writes everything that was decided, in the transaction of `client`: the ordinary parts in one statement. */
export async function writeWork(
  client: PoolClient,
  { work, readsLedger }: { readonly work: readonly LaneWork[]; readonly readsLedger: ReadsLedger },
  now: Instant,
): Promise<readonly Incoming[]> {
  const steps = work.flatMap((lane) => lane.steps.map((step) => ({ lane, step })));
  const conversations = work.flatMap(conversationRows);
  const messages = steps.flatMap(({ lane, step }) =>
    step.messages.map((message) =>
      toMessageRow(message, { lane: lane.lane, store: lane.storeId ?? "", epoch: step.conversation?.epoch ?? 0 }),
    ),
  );
  const decisions = steps.map(({ lane, step }) => decisionRow(lane, step, now));
  const lanes = work
    .filter(({ seqAfter, seqBefore }) => seqAfter !== seqBefore)
    .map(({ lane, seqAfter }) => ({ id: lane, seq: seqAfter }));
  const values = [conversations, messages, decisions, lanes].map((rows) => JSON.stringify(rows));
  await client.query({ name: "write-work", text: WRITE, values: [...values, iso(now)] });
  const withLanes = steps.flatMap(({ lane, step }) => step.decision.effects.map((effect) => ({ lane, effect })));
  const effects = withLanes.map(({ effect }) => effect);
  await writeEscalations(client, effects, now);
  await writeAgents(client, effects, now);
  await writeRequests(client, effects);
  await writeAlerts(client, effects, now);
  await settleReminders(client, work.flatMap(movedOn), now);
  await writeTimers(client, withLanes);
  await writeHappened(client, () => steps.flatMap(({ step }) => happeningsIn({ ...step, effects: step.decision.effects }, now)));
  await writeOutbox(client, { lines: work.flatMap(addressed), readsLedger }, now);
  return writeRaised(client, effects);
}

// jsonb_populate_recordset fills a row of the table from an object of its columns.
const WRITE = `
  WITH conversations AS (
    INSERT INTO "Conversation" SELECT * FROM jsonb_populate_recordset(NULL::"Conversation", $1::jsonb)
    ON CONFLICT ("id") DO UPDATE SET
      "personName" = EXCLUDED."personName", "verifiedId" = EXCLUDED."verifiedId", "status" = EXCLUDED."status", "epoch" = EXCLUDED."epoch",
      "language" = EXCLUDED."language", "lastShopperAt" = EXCLUDED."lastShopperAt", "closedAt" = EXCLUDED."closedAt",
      "agentId" = EXCLUDED."agentId", "agentName" = EXCLUDED."agentName", "previousAgentId" = EXCLUDED."previousAgentId",
      "previousAgentName" = EXCLUDED."previousAgentName", "choices" = EXCLUDED."choices", "skill" = EXCLUDED."skill", "phase" = EXCLUDED."phase",
      "urgency" = EXCLUDED."urgency", "waitingSince" = EXCLUDED."waitingSince", "misses" = EXCLUDED."misses", "rating" = EXCLUDED."rating", "memory" = EXCLUDED."memory",
      "agentLeftAt" = EXCLUDED."agentLeftAt", "clock" = EXCLUDED."clock", "promises" = EXCLUDED."promises",
      "ratingComment" = COALESCE(EXCLUDED."ratingComment", "Conversation"."ratingComment")),
  messages AS (INSERT INTO "Message" SELECT * FROM jsonb_populate_recordset(NULL::"Message", $2::jsonb)),
  decisions AS (INSERT INTO "Decision" SELECT * FROM jsonb_populate_recordset(NULL::"Decision", $3::jsonb) RETURNING "incomingId"),
  handled AS (UPDATE "Incoming" SET "handledAt" = $5::timestamptz WHERE "id" IN (SELECT "incomingId" FROM decisions))
  UPDATE "Lane" SET "seq" = given."seq" FROM jsonb_to_recordset($4::jsonb) AS given("id" text, "seq" int) WHERE "Lane"."id" = given."id"`;

/** The lane's conversations in which a wait may have ended, as they are now. */
function movedOn({ conversation, earlier, steps }: LaneWork): readonly Conversation[] {
  if (conversation === undefined || !steps.some(({ decision }) => decision.effects.some(mayEndWait))) return [];
  return [...earlier, conversation];
}

function conversationRows({ conversation, earlier, steps }: LaneWork) {
  if (conversation === undefined) return [];
  const rated = steps.flatMap(({ decision }) => decision.effects).findLast((effect) => effect.type === "rate");
  return [...earlier.map((one) => toConversationRow(one, undefined)), toConversationRow(conversation, rated?.comment)];
}

function decisionRow(lane: LaneWork, { incoming, decision, storedFacts, conversation }: Step, now: Instant) {
  return {
    incomingId: incoming.id,
    laneId: lane.lane,
    storeId: conversation === undefined ? (lane.storeId ?? null) : conversation.storeId,
    conversationId: conversation?.id ?? null,
    at: iso(now),
    rule: decision.rule,
    facts: storedFacts,
    effects: decision.effects,
    reasons: decision.reasons,
  };
}

async function writeEscalations(client: PoolClient, effects: readonly Effect[], now: Instant): Promise<void> {
  const written = effects.filter((effect) => effect.type === "write-escalation");
  if (written.length === 0) return;
  // One escalation may be written twice in a batch; the last is how it stands.
  const rows = [...new Map(written.map(({ escalation }) => [escalation.id, toEscalationRow(escalation, now)])).values()];
  await client.query({
    name: "write-escalations",
    text: `INSERT INTO "Escalation" SELECT * FROM jsonb_populate_recordset(NULL::"Escalation", $1::jsonb)
           ON CONFLICT ("id") DO UPDATE SET "skill" = EXCLUDED."skill", "language" = EXCLUDED."language", "urgency" = EXCLUDED."urgency",
             "priority" = EXCLUDED."priority", "state" = EXCLUDED."state", "previousAgentId" = EXCLUDED."previousAgentId",
             "offeredAt" = EXCLUDED."offeredAt", "dueAt" = EXCLUDED."dueAt", "declined" = EXCLUDED."declined",
             "takenOffShift" = EXCLUDED."takenOffShift", "handOverFor" = EXCLUDED."handOverFor", "leftAt" = EXCLUDED."leftAt",
             "agentId" = EXCLUDED."agentId", "agentName" = EXCLUDED."agentName", "assignedAt" = EXCLUDED."assignedAt",
             "endedAt" = EXCLUDED."endedAt", "told" = EXCLUDED."told", "promisedAt" = EXCLUDED."promisedAt"`,
    values: [JSON.stringify(rows)],
  });
  // Who is given several at once got the last of them last.
  const given = new Map(written.flatMap(({ escalation }) => givenTo(escalation)));
  if (given.size > 0) {
    await client.query({
      name: "touch-agents",
      text: `UPDATE "Agent" SET "lastAssignedAt" = GREATEST("lastAssignedAt", g."at") FROM unnest($1::text[], $2::timestamptz[]) AS g("id", "at")
             WHERE "Agent"."id" = g."id"`,
      values: [[...given.keys()], [...given.values()].map(iso)],
    });
  }
}

function givenTo(escalation: Escalation): readonly (readonly [AgentId, Instant])[] {
  const [holder, at] = [holderOf(escalation), givenAt(escalation)];
  return holder === undefined || at === undefined ? [] : [[holder, at]];
}

async function writeTimers(
  client: PoolClient,
  effects: readonly { readonly lane: LaneWork; readonly effect: Effect }[],
): Promise<void> {
  const last = new Map<
    string,
    { readonly lane: LaneWork; readonly effect: Extract<Effect, { type: "set-timer" | "cancel-timer" }> }
  >();
  for (const { lane, effect } of effects) {
    if (effect.type === "set-timer" || effect.type === "cancel-timer")
      last.set(`${effect.kind} ${effect.thing}`, { lane, effect });
  }
  const timers = [...last.values()];
  const gone = timers.filter(({ effect }) => effect.type === "cancel-timer").map(({ effect }) => effect);
  if (gone.length > 0) {
    await client.query({
      name: "cancel-timers",
      text: `DELETE FROM "Timer" USING unnest($1::text[], $2::text[]) AS gone("kind", "thing") WHERE "Timer"."kind" = gone."kind" AND "Timer"."thing" = gone."thing"`,
      values: [gone.map(({ kind }) => kind), gone.map(({ thing }) => thing)],
    });
  }
  const rows = timers.flatMap(({ lane, effect }) =>
    effect.type === "set-timer"
      ? [{ kind: effect.kind, thing: effect.thing, laneId: lane.lane, storeId: lane.storeId ?? null, dueAt: iso(effect.dueAt) }]
      : [],
  );
  if (rows.length === 0) return;
  await client.query({
    name: "set-timers",
    text: `INSERT INTO "Timer" SELECT * FROM jsonb_populate_recordset(NULL::"Timer", $1::jsonb) ON CONFLICT ("kind", "thing") DO UPDATE SET "dueAt" = EXCLUDED."dueAt"`,
    values: [JSON.stringify(rows)],
  });
}

/** Events for other lanes, stored in the same transaction: they happen if and only if this decision does. */
async function writeRaised(client: PoolClient, effects: readonly Effect[]): Promise<readonly Incoming[]> {
  const raised = effects.filter((effect) => effect.type === "raise").map(({ incoming }) => incoming);
  if (raised.length === 0) return raised;
  const rows = raised.map((incoming) => ({
    id: incoming.id,
    laneId: incoming.lane,
    storeId: incoming.storeId ?? null,
    fingerprint: incoming.id,
    payload: incoming,
    receivedAt: iso(incoming.at),
  }));
  await client.query({
    name: "write-raised",
    text: `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "laneId" text, "storeId" text, "fingerprint" text, "payload" jsonb, "receivedAt" timestamptz)),
           lanes AS (INSERT INTO "Lane"("id", "storeId") SELECT DISTINCT "laneId", CASE WHEN "laneId" = 'desk' THEN NULL ELSE "storeId" END FROM given ORDER BY "laneId" ON CONFLICT DO NOTHING)
           INSERT INTO "Incoming"("id", "laneId", "storeId", "fingerprint", "payload", "receivedAt")
           SELECT "id", "laneId", "storeId", "fingerprint", "payload", "receivedAt" FROM given ON CONFLICT ("id") DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
  return raised;
}

function addressed({ conversation, storeId, steps }: LaneWork): readonly Addressed[] {
  if (conversation === undefined || storeId === undefined) return [];
  return steps.flatMap((step) =>
    step.messages.map((message) => ({ message, conversation: step.conversation ?? conversation, storeId })),
  );
}

/** The lines an event's decision adds, numbered after `seq`. */
export function linesOf(
  decided: { readonly incoming: Incoming; readonly effects: readonly Effect[]; readonly conversation: Conversation | undefined },
  seq: number,
  now: Instant,
): readonly SpokenMessage[] {
  const { incoming, effects, conversation } = decided;
  const said = effects.filter((effect) => effect.type === "say");
  if (conversation === undefined) {
    if (said.length > 0) throw new Error(`${incoming.id} says something although there is no conversation.`);
    return [];
  }
  return said.map((effect, index) => ({
    id: messageId(`${incoming.id}#${index}`),
    seq: seq + index + 1,
    conversationId: conversation.id,
    author: effect.author,
    body: effect.body,
    internal: effect.internal,
    incomingId: incoming.id,
    at: now,
  }));
}

import { z } from "zod";
import { actedBy } from "../../audit/actor.ts";
import { conversationId, incomingId, laneId, storeId } from "../../core/ids.ts";
import type { AgentTransferred } from "../../core/incoming.ts";
import { PHASES, SKILLS, type Agent } from "../../core/words.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import { loadHeld } from "../../routing/store.ts";
import { loadAgentStates, loadRoster } from "../../staffing/store.ts";
import type { ActAnswer } from "../api.ts";
import type { TransferTargets } from "../workspace/api.ts";
import { refusalOf, targetNamed, targetsOf, type Choice } from "../rules/transfer-target.ts";
import { findConversation, lastWords, type StoredConversation } from "../store.ts";
import { rowOf, shownReason } from "../views.ts";
import { noAgent, requireHeld } from "../held.ts";
import { actClientId, actEpoch, answerTo, type SettleParts } from "../settled.ts";

const PATH = "/api/console/conversations/:id/transfer";
const ROLES = ["agent", "supervisor", "admin"] as const;

/** To whom a conversation may be passed on, and passing it on. */
export function transferRoutes(parts: SettleParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: ROLES, run: (call) => readTargets(parts, call) },
    { method: "post", path: PATH, roles: ROLES, audit: "own", run: (call) => transfer(parts, call) },
  ];
}

async function readTargets(parts: SettleParts, call: Call): Promise<TransferTargets> {
  const { conversation, agent } = await requireHeld(parts.db, call);
  return targetsOf(await choiceFor(parts, conversation, agent));
}

const MAX_REASON = 200;
const MAX_SUMMARY = 2_000;
const skill = z.enum(SKILLS, `one of ${SKILLS.join(", ")}`);
export const transferBody = z.strictObject(
  {
    clientId: actClientId,
    epoch: actEpoch,
    to: z.discriminatedUnion(
      "type",
      [
        z.strictObject({ type: z.literal("agent"), id: z.string("an agent's id").max(100, "an agent's id") }),
        z.strictObject({ type: z.literal("skill"), skill }),
        z.strictObject({ type: z.literal("queue") }),
      ],
      "an agent, a skill or the queue",
    ),
    reason: typedText(MAX_REASON),
    summary: typedText(MAX_SUMMARY),
  },
  "an object with clientId, epoch, to, reason and summary",
);

async function transfer(parts: SettleParts, call: Call): Promise<ActAnswer> {
  const { principal, params, body } = call;
  const client = parts.db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { clientId, epoch, to, reason, summary } = checked(transferBody, body);
  const { agent, userId } = principal;
  if (agent === undefined) throw noAgent();
  const choice = await choiceFor(parts, conversation, agent);
  // Sent again after it was done, the conversation is with somebody else already: then the desk knows what became of it.
  const isHeld = conversation.status === "assigned" && conversation.agentId === agent.id;
  const refusal = isHeld ? refusalOf(choice, to) : undefined;
  if (refusal !== undefined) {
    const row = rowOf(conversation, (await lastWords(client, [conversation.id])).get(conversation.id));
    return { outcome: "refused", reason: shownReason(refusal), conversation: row };
  }
  const incoming: AgentTransferred = {
    type: "agent-transferred",
    id: incomingId(`console:${userId}:${clientId}`),
    lane: laneId(conversation.laneId),
    at: parts.clock.now(),
    storeId: storeId(conversation.storeId),
    conversationId: conversationId(conversation.id),
    agent,
    actedBy: actedBy(call),
    epoch,
    to: targetNamed(choice, to),
    reason,
    summary,
  };
  return answerTo(parts, { client, conversation }, incoming);
}

async function choiceFor({ db, clock }: SettleParts, conversation: StoredConversation, asking: Agent): Promise<Choice> {
  const roster = await loadRoster(db);
  const agents = await loadAgentStates(db, clock.now());
  const facts = { roster, agents, escalations: await loadHeld(db, roster.routing) };
  const store = storeId(conversation.storeId);
  const skill = SKILLS.find((known) => known === conversation.skill) ?? "presale";
  const phase = PHASES.find((known) => known === conversation.phase);
  return { facts, now: clock.now(), store, skill, phase, asking };
}

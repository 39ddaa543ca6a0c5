import { z } from "zod";
import { actedBy } from "../../audit/actor.ts";
import { agentId, conversationId, DESK_LANE, incomingId, laneId, storeId } from "../../core/ids.ts";
import type { ReassignRequested, SupervisorWhispered } from "../../core/incoming.ts";
import { PHASES, SKILLS } from "../../core/words.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import { loadHeld } from "../../routing/store.ts";
import { loadAgentStates, loadRoster } from "../../staffing/store.ts";
import type { ActAnswer, ReassignTargets } from "../api.ts";
import { targetsOf } from "../rules/transfer-target.ts";
import { findConversation, type StoredConversation } from "../store.ts";
import { noAgent } from "../held.ts";
import { actClientId, answerTo, type SettleParts } from "../settled.ts";

const PATH = "/api/console/conversations/:id";
const RESPONSIBLE = ["supervisor", "admin"] as const;

/** What supervisors do over the heads of agents: say something only the agent sees, take a conversation over, give it to somebody. */
export function superviseRoutes(parts: SettleParts): readonly Route[] {
  return [
    { method: "post", path: `${PATH}/whisper`, roles: RESPONSIBLE, audit: "own", run: (call) => whisper(parts, call) },
    { method: "get", path: `${PATH}/reassign`, roles: RESPONSIBLE, run: (call) => readTargets(parts, call) },
    { method: "post", path: `${PATH}/reassign`, roles: RESPONSIBLE, audit: "own", run: (call) => reassign(parts, call) },
  ];
}

async function requireConversation({ db }: SettleParts, { principal, params }: Call) {
  const client = db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  return { client, conversation };
}

function eventOf(conversation: StoredConversation, call: Call, clientId: string) {
  const { principal } = call;
  return {
    id: incomingId(`console:${principal.userId}:${clientId}`),
    storeId: storeId(conversation.storeId),
    conversationId: conversationId(conversation.id),
    by: { userId: principal.userId, name: principal.name },
    actedBy: actedBy(call),
  };
}

const MAX_WHISPER = 2_000;
const MAX_REASON = 200;
export const whisperBody = z.strictObject(
  { clientId: actClientId, text: typedText(MAX_WHISPER) },
  "an object with clientId and text",
);

async function whisper(parts: SettleParts, call: Call): Promise<ActAnswer> {
  const found = await requireConversation(parts, call);
  const { clientId, text } = checked(whisperBody, call.body);
  const { conversation } = found;
  const incoming: SupervisorWhispered = {
    ...eventOf(conversation, call, clientId),
    type: "supervisor-whispered",
    lane: laneId(conversation.laneId),
    at: parts.clock.now(),
    text,
  };
  return answerTo(parts, found, incoming);
}

async function readTargets(parts: SettleParts, call: Call): Promise<ReassignTargets> {
  const { conversation } = await requireConversation(parts, call);
  const roster = await loadRoster(parts.db);
  const agents = await loadAgentStates(parts.db, parts.clock.now());
  const facts = { roster, agents, escalations: await loadHeld(parts.db, roster.routing) };
  const skill = SKILLS.find((known) => known === conversation.skill) ?? "presale";
  // Whoever has it now is no target.
  const asking = { id: agentId(conversation.agentId ?? ""), name: conversation.agentName ?? "" };
  const phase = PHASES.find((known) => known === conversation.phase);
  const choice = { facts, now: parts.clock.now(), store: storeId(conversation.storeId), skill, phase, asking };
  return { agents: targetsOf(choice).agents };
}

const ID = "an agent's id, or me";
const agentNamed = z.string(ID).min(1, ID).max(100, ID);
export const reassignBody = z.strictObject(
  {
    clientId: actClientId,
    to: agentNamed,
    from: z.string("the id of the agent who has it").max(100, "the id of the agent who has it").optional(),
    reason: typedText(MAX_REASON),
    confirmed: z.boolean("true or false"),
  },
  "an object with clientId, to, from, reason and confirmed",
);

async function reassign(parts: SettleParts, call: Call): Promise<ActAnswer> {
  const found = await requireConversation(parts, call);
  const { clientId, to, from, reason, confirmed } = checked(reassignBody, call.body);
  const own = call.principal.agent;
  const isOwn = to === ME || to === own?.id;
  if (isOwn && own === undefined) throw noAgent();
  const incoming: ReassignRequested = {
    ...eventOf(found.conversation, call, clientId),
    type: "reassign-requested",
    lane: DESK_LANE,
    at: parts.clock.now(),
    to: isOwn && own !== undefined ? own : { id: agentId(to), name: await nameOf(parts, to) },
    isOwn,
    from: from === undefined ? undefined : agentId(from),
    reason,
    isConfirmed: confirmed,
  };
  return answerTo(parts, found, incoming);
}

/** In place of an agent's id: the supervisor who asks. */
const ME = "me";

async function nameOf({ db }: SettleParts, id: string): Promise<string> {
  const agent = await db.prisma.agent.findFirst({ where: { id, active: true }, select: { name: true } });
  return agent?.name ?? id;
}

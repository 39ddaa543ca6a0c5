import type { Conversation, Decision, Effect } from "../../core/decision.ts";
import { DESK_LANE, incomingId, type IncomingId } from "../../core/ids.ts";
import type { HolderLeft } from "../../core/incoming.ts";
import type { Agent, Instant } from "../../core/words.ts";
import { because, SYSTEM } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { memoryOf } from "./memory.ts";

/**
 * Routing says that the agent who has this conversation went home, or is back. Nobody is told yet: they may still finish, until the
 * shopper writes again or the grace time is over. Whose console is gone finishes nothing: who waits for them gets somebody else.
 */
export function noteLeft(facts: ContactFacts, incoming: HolderLeft): Decision {
  const { conversationId, agent, leftAt, isAway } = incoming;
  const rule = "desk/left";
  const { conversation, now } = facts;
  const isTheirs = conversation?.status === "assigned" && conversation.agent?.id === agent.id;
  if (conversation?.id !== conversationId || !isTheirs) return { rule, effects: [], reasons: [because("timer-outlived")] };
  const isMissed = isAway === true && conversation.waitingSince !== undefined;
  const effects: Effect[] = [
    { type: "change-conversation", changes: { agentLeftAt: leftAt } },
    ...(isMissed ? [askForAnother(conversation, now, incoming.id)] : []),
  ];
  const gone = isAway === true ? "holder-unseen" : "holder-gone";
  return { rule, effects, reasons: [because(leftAt === undefined ? "holder-back" : gone, { agent: agent.name })] };
}

/** A shopper writes to an agent who went home: somebody else is looked for at once. Nothing where the agent is there. */
export function missAgent(conversation: Conversation, cause: IncomingId, now: Instant): readonly Effect[] {
  return conversation.agentLeftAt === undefined ? [] : [askForAnother(conversation, now, cause)];
}

function askForAnother({ id, storeId }: Conversation, at: Instant, cause: string): Effect {
  const event = { type: "holder-missed", lane: DESK_LANE, at, storeId, conversationId: id } as const;
  return { type: "raise", incoming: { ...event, id: incomingId(`${cause}>${id}>missed`) } };
}

/** What the next colleague reads first: what it is about, as far as it is known. Stays inside. */
export function handOverNote(conversation: Conversation, from: Agent): Effect {
  const { topic, slots } = memoryOf(conversation);
  const parts = [
    `交接：原由${from.name}接待。`,
    ...(topic === undefined ? [] : [`顾客问的是「${topic.question}」。`]),
    ...(slots.length === 0 ? [] : [`提到：${slots.map(({ value }) => value).join("、")}。`]),
    conversation.waitingSince === undefined ? "目前没有等待回复的消息。" : "顾客正在等回复。",
  ];
  return { type: "say", author: SYSTEM, body: { text: parts.join("") }, internal: true, epoch: conversation.epoch };
}

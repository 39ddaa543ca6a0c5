import type { Conversation, Decision, Effect } from "../../core/decision.ts";
import { agentId } from "../../core/ids.ts";
import type { HandoverRouted, SupervisorWhispered } from "../../core/incoming.ts";
import type { Agent } from "../../core/words.ts";
import { because, sayText, SYSTEM } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";

/** A supervisor's remark: kept inside, and the agent who has the conversation is alerted to it. */
export function whisper({ conversation }: ContactFacts, { id, conversationId, by, text }: SupervisorWhispered): Decision {
  if (conversation?.id !== conversationId) {
    const reason = because("refused-moved-on", { agent: conversation?.agent?.name ?? "-" });
    return { rule: "desk/refuse", effects: [{ type: "refuse", reason }], reasons: [reason] };
  }
  const author = { type: "agent", id: agentId(`user:${by.userId}`), name: `${by.name}（主管）` } as const;
  const remark: Effect = { type: "say", author, body: { text }, internal: true, epoch: conversation.epoch };
  return {
    rule: "desk/whisper",
    effects: [remark, ...alertHolder(conversation, { id: `whisper>${id}`, by: by.name, text })],
    reasons: [because("whispered", { by: by.name, agent: conversation.agent?.name ?? "-" })],
  };
}

/** An alert shows so much of a remark; the rest stands in the conversation. */
const MOST_ALERTED = 80;

function alertHolder(
  { id: conversationId, storeId, status, agent }: Conversation,
  { id, by, text }: { readonly id: string; readonly by: string; readonly text: string },
): readonly Effect[] {
  if (status !== "assigned" || agent === undefined) return [];
  const short = text.length > MOST_ALERTED ? `${text.slice(0, MOST_ALERTED).toWellFormed()}…` : text;
  const reason = { code: "alert-whispered", values: { by, text: short } };
  return [{ type: "alert", alert: { id, storeId, conversationId, to: { type: "agent", agentId: agent.id }, reason } }];
}

/** What is said when a supervisor gave the conversation to somebody else: inside why, and to the shopper who goes on. */
export function tellSupervised(
  facts: ContactFacts,
  conversation: Conversation,
  { supervised, takenFrom, outcome }: HandoverRouted,
): readonly Effect[] {
  if (supervised === undefined || outcome.type !== "assigned") return [];
  const { by, isOwn, reason } = supervised;
  const did = isOwn ? `主管${by}接管了会话` : `主管${by}把会话转给${outcome.agent.name}`;
  const text = `${did}${wasWith(takenFrom)}。原因：${reason}`;
  const note: Effect = { type: "say", author: SYSTEM, body: { text }, internal: true, epoch: conversation.epoch };
  if (takenFrom === undefined) return [note];
  return [
    note,
    sayText({ policy: facts.policy, conversation, author: SYSTEM }, "supervised-taken", { agent: outcome.agent.name }),
  ];
}

function wasWith(from: Agent | undefined): string {
  return from === undefined ? "" : `（原由${from.name}接待）`;
}

import type { Conversation, Decision, Effect, Reason } from "../../core/decision.ts";
import { DESK_LANE, incomingId } from "../../core/ids.ts";
import type { AgentClosed, AgentReleased, AgentReplied, AgentTransferred } from "../../core/incoming.ts";
import { verdictOn, wordsOf, type Verdict } from "../../guard/rules/finding.ts";
import { requestPolicyOf } from "../../requests/rules/policy.ts";
import { aboveLimit, findPromises, judgePromises, keptWith, type PromiseFacts } from "../../requests/rules/promises.ts";
import { because, say, sayText, SYSTEM } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { howFelt, settledByAgent } from "./feeling.ts";
import { memoryOf } from "./memory.ts";

/** A colleague's words. Outward only by the one who has the conversation, as they saw it; remarks stay inside. */
export function replyByAgent(facts: ContactFacts, act: AgentReplied): Decision {
  const conversation = facts.conversation;
  if (act.internal) return remark(conversation, act);
  const held = holding(conversation, act);
  if ("refusal" in held) return held.refusal;
  const promising = promiseFactsOf(facts, held.conversation, act);
  const verdict = verdictOn([...findPromises(act.text, promising), ...(facts.findings ?? [])], act.confirmed);
  if (verdict.type === "blocked" || verdict.type === "unconfirmed") return stopped(verdict);
  const body = act.attachments.length === 0 ? { text: act.text } : { text: act.text, attachments: act.attachments };
  const effects: Effect[] = [say(held.conversation, { type: "agent", ...act.agent }, body)];
  if (held.conversation.waitingSince !== undefined)
    effects.push(
      { type: "change-conversation", changes: { waitingSince: undefined, clock: undefined } },
      ...stopClock(held.conversation),
    );
  const promises = keptWith(promising, judgePromises(act.text, promising), { reply: act.id, by: act.agent.id });
  if (promises !== undefined) effects.push({ type: "change-conversation", changes: { promises } });
  const confirmed =
    verdict.type === "confirmed" ? [because("confirmed-words", { words: wordsOf(verdict.findings), why: verdict.reason })] : [];
  return {
    rule: "desk/agent-reply",
    effects,
    reasons: [because("agent-replied", { agent: act.agent.name }), ...confirmed, ...whyPromised(promising, act)],
  };
}

function promiseFactsOf(
  { policy, limitFen }: ContactFacts,
  { requests = [], promises = [] }: Conversation,
  { agent, asSupervisor }: AgentReplied,
): PromiseFacts {
  const writer = { id: agent.id, isSupervisor: asSupervisor === true, limitFen };
  return { policy: requestPolicyOf(policy), writer, requests, promises };
}

/** Of what went out although it is above what an agent with this limit may still promise. */
function whyPromised(facts: PromiseFacts, { text, asSupervisor }: AgentReplied): readonly Reason[] {
  const asAgent = judgePromises(text, { ...facts, writer: { ...facts.writer, isSupervisor: false } });
  if (asAgent.type !== "granted" && asAgent.type !== "above") return [];
  const words = asAgent.promised.words.join("、");
  return [because(asSupervisor === true ? "promised-as-supervisor" : "promised-as-granted", { words })];
}

/** Whatever way words came in: what the guard stops does not go out. */
function stopped(verdict: Extract<Verdict, { type: "blocked" | "unconfirmed" }>): Decision {
  const reason = stoppedBecause(verdict);
  return { rule: "desk/refuse", effects: [{ type: "refuse", reason }], reasons: [reason] };
}

function stoppedBecause({ type, findings }: Extract<Verdict, { type: "blocked" | "unconfirmed" }>): Reason {
  const words = wordsOf(findings);
  const sum = findings.find(({ kind }) => kind === "compensation")?.sum;
  if (sum !== undefined) return aboveLimit(words, sum);
  return because(type === "blocked" ? "refused-blocked-words" : "refused-unconfirmed-words", { words });
}

function stopClock({ id, clock }: Conversation): readonly Effect[] {
  return clock === undefined ? [] : [{ type: "cancel-timer", kind: "reply-clock", thing: id }];
}

function remark(conversation: Conversation | undefined, act: AgentReplied): Decision {
  if (conversation?.id !== act.conversationId) return refused(act.type, "refused-moved-on", conversation);
  const body = { text: act.text };
  const effect: Effect = {
    type: "say",
    author: { type: "agent", ...act.agent },
    body,
    internal: true,
    epoch: conversation.epoch,
  };
  return { rule: "desk/remark", effects: [effect], reasons: [because("remark-kept", { agent: act.agent.name })] };
}

/** Back to the bot. */
export function releaseToBot(facts: ContactFacts, act: AgentReleased): Decision {
  const held = holding(facts.conversation, act);
  if ("refusal" in held) return held.refusal;
  const { conversation } = held;
  const changes = {
    status: "bot",
    epoch: conversation.epoch + 1,
    agent: undefined,
    previousAgent: act.agent,
    agentLeftAt: undefined,
    waitingSince: undefined,
    clock: undefined,
    misses: 0,
    urgency: "normal",
    ...settledByAgent(conversation, facts.now),
  } as const;
  const told = sayText({ policy: facts.policy, conversation: { ...conversation, ...changes }, author: SYSTEM }, "released", {
    agent: act.agent.name,
  });
  const dueAt = facts.now + facts.policy.closeAfterSilenceMs;
  return {
    rule: "desk/release",
    effects: [
      { type: "change-conversation", changes },
      told,
      { type: "set-timer", kind: "shopper-silent", thing: conversation.id, dueAt },
      ...stopClock(conversation),
      ended(facts, act, conversation),
    ],
    reasons: [
      whyOf(act, { plain: "released-to-bot", reasoned: "released-with-reason" }),
      ...howFelt(memoryOf(conversation), memoryOf({ ...conversation, ...changes })),
    ],
  };
}

/** The matter is settled. */
export function closeByAgent(facts: ContactFacts, act: AgentClosed): Decision {
  const held = holding(facts.conversation, act);
  if ("refusal" in held) return held.refusal;
  const { conversation } = held;
  const changes = {
    status: "closed",
    closedAt: facts.now,
    epoch: conversation.epoch + 1,
    agentLeftAt: undefined,
    waitingSince: undefined,
    clock: undefined,
    choices: [],
  } as const;
  const spoken = { policy: facts.policy, conversation: { ...conversation, ...changes }, author: SYSTEM };
  const told = sayText(spoken, "closed");
  const asking: Effect = told.type === "say" ? { ...told, body: { ...told.body, asksRating: true } } : told;
  return {
    rule: "desk/close",
    effects: [
      { type: "change-conversation", changes },
      asking,
      { type: "cancel-timer", kind: "shopper-silent", thing: conversation.id },
      ...stopClock(conversation),
      ended(facts, act, conversation),
    ],
    reasons: [whyOf(act, { plain: "closed-by-agent", reasoned: "closed-with-reason" })],
  };
}

function whyOf(
  { agent, reason }: AgentReleased | AgentClosed,
  code: { readonly plain: string; readonly reasoned: string },
): Reason {
  if (reason === undefined) return because(code.plain, { agent: agent.name });
  return because(code.reasoned, { agent: agent.name, why: reason });
}

type Act = AgentReplied | AgentReleased | AgentClosed | AgentTransferred;

/** The conversation, if this agent has it now and saw it as it is; otherwise why the act is not carried out. */
export function holding(
  conversation: Conversation | undefined,
  act: Act,
): { readonly conversation: Conversation } | { readonly refusal: Decision } {
  if (conversation === undefined || conversation.id !== act.conversationId) {
    return { refusal: refused(act.type, "refused-moved-on", conversation) };
  }
  if (conversation.status === "closed") return { refusal: refused(act.type, "refused-closed", conversation) };
  if (conversation.status !== "assigned" || conversation.agent?.id !== act.agent.id) {
    return { refusal: refused(act.type, "refused-not-yours", conversation) };
  }
  if (conversation.epoch !== act.epoch) return { refusal: refused(act.type, "refused-stale", conversation) };
  return { conversation };
}

function refused(act: string, code: string, conversation: Conversation | undefined): Decision {
  const reason = because(code, { act, agent: conversation?.agent?.name ?? "-" });
  return { rule: "desk/refuse", effects: [{ type: "refuse", reason }], reasons: [reason] };
}

function ended(facts: ContactFacts, act: Act, conversation: Conversation): Effect {
  return {
    type: "raise",
    incoming: {
      type: "escalation-ended",
      id: incomingId(`${act.id}>ended`),
      lane: DESK_LANE,
      at: facts.now,
      storeId: conversation.storeId,
      conversationId: conversation.id,
    },
  };
}

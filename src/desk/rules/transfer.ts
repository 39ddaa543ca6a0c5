import type { Conversation, Decision, Effect } from "../../core/decision.ts";
import type { AgentTransferred } from "../../core/incoming.ts";
import { targetInWords } from "../../routing/rules/transfer.ts";
import { holding } from "./agent-acts.ts";
import { waitsOn, watchClock } from "./clock.ts";
import { because } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { askedOfRouting } from "./handover.ts";

/**
 * Passed on: the summary is kept for colleagues, and routing looks for somebody in its own lane. Whether the target can take it is
 * routing's to know: the shopper is told with its outcome (`routed.ts`), so that they hear of no colleague who does not come.
 */
export function transferByAgent(facts: ContactFacts, act: AgentTransferred): Decision {
  const held = holding(facts.conversation, act);
  if ("refusal" in held) return held.refusal;
  const { conversation } = held;
  const changes = {
    status: "queued",
    epoch: conversation.epoch + 1,
    agent: undefined,
    previousAgent: act.agent,
    agentLeftAt: undefined,
    ...waitsOn(facts, conversation),
    ...(act.to.type === "skill" ? { skill: act.to.skill } : {}),
    choices: [],
  } as const;
  const after: Conversation = { ...conversation, ...changes };
  const why = { agent: act.agent.name, ...targetInWords(act.to), why: act.reason };
  return {
    rule: "desk/transfer",
    effects: [
      { type: "change-conversation", changes },
      summary(act, after),
      ...(after.clock === undefined ? [] : watchClock(after, facts.now)),
      raised(facts, act, after),
    ],
    reasons: [because("transferred", why), because("transfer-noted")],
  };
}

/** The remark that whoever gets it reads first. */
function summary(act: AgentTransferred, { epoch }: Conversation): Effect {
  const text = `转接给${targetInWords(act.to).to}\n原因：${act.reason}\n${act.summary}`;
  return { type: "say", author: { type: "agent", ...act.agent }, body: { text }, internal: true, epoch };
}

function raised(facts: ContactFacts, act: AgentTransferred, after: Conversation): Effect {
  const { agent: from, to, reason } = act;
  return {
    type: "raise",
    incoming: { type: "escalation-transferred", ...askedOfRouting(act.id, after, facts.now), from, to, reason },
  };
}

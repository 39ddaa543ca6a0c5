import type { Conversation, Decision, Effect, Reason } from "../../core/decision.ts";
import { requestAskedBy, type RequestId } from "../../core/ids.ts";
import type { TimerDue } from "../../core/incoming.ts";
import type { RequestAsked, RequestDecided, RequestWithdrawn } from "../../core/request-events.ts";
import type { DeskRequest } from "../../core/request.ts";
import { because, SYSTEM } from "../../desk/rules/conversation.ts";
import type { ContactFacts } from "../../desk/rules/facts.ts";
import { decidersOf, requestPolicyOf } from "./policy.ts";
import { answerFault, type AnswerFault } from "./answer.ts";
import { alertAsked, alertDecided, alertLate, noteAsked, noteDecided, noteExpired, noteWithdrawn } from "./told.ts";

/** More that nobody has answered would only be in each other's way. */
const MOST_OPEN = 3;

/** The agent who has a conversation asks: it is open from now on, due at a time, and whoever may answer it is told. */
export function askRequest(facts: ContactFacts, act: RequestAsked): Decision {
  const { conversation, now } = facts;
  const fault = askFault(conversation, act);
  if (conversation === undefined || fault !== undefined) return refused(fault ?? because("refused-moved-on", { agent: "-" }));
  const policy = requestPolicyOf(facts.policy);
  const { id, agent, userId, wish } = act;
  const request: DeskRequest = {
    ...wish,
    id: requestAskedBy(id),
    storeId: conversation.storeId,
    conversationId: conversation.id,
    askedBy: { ...agent, userId },
    askedAt: now,
    dueAt: now + policy.dueMs,
    deciders: decidersOf(policy, wish),
    state: "open",
  };
  return {
    rule: "requests/ask",
    effects: [
      { type: "write-request", request },
      note(conversation, noteAsked(request)),
      { type: "set-timer", kind: "request-due", thing: request.id, dueAt: request.dueAt },
      alertAsked(request),
    ],
    reasons: [
      because("request-asked", {
        agent: agent.name,
        deciders: request.deciders.length > 1 ? "both" : (request.deciders[0] ?? "-"),
      }),
    ],
  };
}

function askFault(conversation: Conversation | undefined, { conversationId, agent, wish }: RequestAsked): Reason | undefined {
  const holder = { agent: conversation?.agent?.name ?? "-" };
  if (conversation?.id !== conversationId) return because("refused-moved-on", holder);
  if (conversation.status === "closed") return because("refused-closed", holder);
  if (conversation.status !== "assigned" || conversation.agent?.id !== agent.id) return because("refused-not-yours", holder);
  const open = openIn(conversation);
  // Two sums that wait side by side: nobody would know which one was granted.
  if (wish.kind === "compensation" && open.some(({ kind }) => kind === "compensation")) return because("refused-request-open");
  return open.length >= MOST_OPEN ? because("refused-request-many", { count: open.length }) : undefined;
}

/** A supervisor or merchant answers: the first answer holds, whoever comes later hears who was first. */
export function decideRequest({ conversation, now }: ContactFacts, act: RequestDecided): Decision {
  const request = requestIn(conversation, act.requestId);
  const fault = answerFault(request, act);
  if (conversation === undefined || request === undefined || fault !== undefined)
    return refused(faultInWords(fault ?? "expired", request));
  const { answer, by, as } = act;
  const given = answer.type === "grant" ? { sumFen: answer.sumFen ?? request.sumFen } : { reason: answer.reason };
  const decided: DeskRequest = {
    ...request,
    state: answer.type === "grant" ? "granted" : "refused",
    decision: { by, as, at: now, ...given },
  };
  return {
    rule: "requests/decide",
    effects: [...settled(decided), note(conversation, noteDecided(decided)), ...alertDecided(conversation, decided)],
    reasons: [because(`request-${decided.state}`, { by: by.name, agent: request.askedBy.name })],
  };
}

/** Whoever asked, or has the conversation now, does not need it any more. */
export function withdrawRequest({ conversation }: ContactFacts, { requestId, by, agent }: RequestWithdrawn): Decision {
  const request = requestIn(conversation, requestId);
  if (conversation === undefined || request === undefined) return refused(because("refused-request-expired"));
  if (request.state !== "open") return refused(faultInWords("decided", request));
  const isTheirs = request.askedBy.userId === by.userId || (agent !== undefined && agent.id === conversation.agent?.id);
  if (!isTheirs) return refused(because("refused-request-not-asked", { agent: request.askedBy.name }));
  const withdrawn: DeskRequest = { ...request, state: "withdrawn" };
  return {
    rule: "requests/withdraw",
    effects: [...settled(withdrawn), note(conversation, noteWithdrawn(withdrawn, by.name))],
    reasons: [because("request-withdrawn", { by: by.name })],
  };
}

/** It should have been answered by now: the supervisors hear of it, whoever's it is to answer. */
export function tellRequestDue({ conversation, now }: ContactFacts, { thing }: TimerDue): Decision {
  const rule = "requests/due";
  const request = conversation?.requests?.find(({ id }) => id === thing);
  if (request?.state !== "open") return { rule, effects: [], reasons: [because("timer-outlived")] };
  const minutes = Math.round((now - request.askedAt) / 60_000);
  const reasons = [because("request-late", { agent: request.askedBy.name, minutes })];
  return { rule, effects: [alertLate(request, minutes)], reasons };
}

/** What closes a conversation ends its open requests: nobody can be promised anything any more. */
export function expireRequests({ conversation }: ContactFacts, decision: Decision): Decision {
  const isClosed = decision.effects.some((effect) => effect.type === "change-conversation" && effect.changes.status === "closed");
  if (!isClosed || conversation === undefined) return decision;
  const open = openIn(conversation);
  if (open.length === 0) return decision;
  const effects = open.flatMap((request): readonly Effect[] => {
    const expired: DeskRequest = { ...request, state: "expired" };
    return [...settled(expired), note(conversation, noteExpired(expired))];
  });
  const reasons = [...decision.reasons, because("requests-expired", { count: open.length })];
  return { ...decision, effects: [...decision.effects, ...effects], reasons };
}

function openIn({ requests = [] }: Conversation): readonly DeskRequest[] {
  return requests.filter(({ state }) => state === "open");
}

function requestIn(conversation: Conversation | undefined, id: RequestId): DeskRequest | undefined {
  return conversation?.requests?.find((request) => request.id === id);
}

function settled(request: DeskRequest): readonly Effect[] {
  return [
    { type: "write-request", request },
    { type: "cancel-timer", kind: "request-due", thing: request.id },
  ];
}

function note({ epoch }: Conversation, text: string): Effect {
  return { type: "say", author: SYSTEM, body: { text }, internal: true, epoch };
}

function refused(reason: Reason): Decision {
  return { rule: "requests/refuse", effects: [{ type: "refuse", reason }], reasons: [reason] };
}

function faultInWords(fault: AnswerFault, request: DeskRequest | undefined): Reason {
  if (fault !== "decided" || request === undefined) return because(`refused-request-${fault}`);
  if (request.state !== "granted" && request.state !== "refused") return because(`refused-request-${request.state}`);
  return because(`refused-request-was-${request.state}`, { by: request.decision?.by.name ?? "-" });
}

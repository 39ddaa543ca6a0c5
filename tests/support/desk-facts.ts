import type { Conversation, Decision, Effect } from "../../src/core/decision.ts";
import { agentId, articleId, contactLane, conversationId, incomingId, policyId, storeId } from "../../src/core/ids.ts";
import type { AgentReplied, HandoverRouted, MessageReceived, RoutingOutcome } from "../../src/core/incoming.ts";
import { DEFAULT_THRESHOLDS, type StorePolicy } from "../../src/core/policy.ts";
import type { Candidate, Reading } from "../../src/core/understanding.ts";
import type { ContactFacts } from "../../src/desk/rules/facts.ts";

export const NOW = Date.parse("2026-11-20T10:00:00+08:00");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const LI = { id: agentId("li"), name: "李雷" };
export const HAN = { id: agentId("han"), name: "韩梅梅" };

const store = storeId("s1");
const place = { channel: "web", room: "r1" };
const lane = contactLane(store, place, "ann");

export const policy: StorePolicy = {
  id: policyId("p1"),
  storeId: store,
  key: "s1",
  name: "测试小店",
  timezone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  greeting: {},
  texts: {},
  quickChoices: [],
  thresholds: DEFAULT_THRESHOLDS,
  closeAfterSilenceMs: 120 * MINUTE,
};

export function candidate(id: string, confidence: number): Candidate {
  return { articleId: articleId(id), title: `问题${id}`, answer: `答案${id}`, phase: "aftersale", confidence };
}

export function reading(changes: Partial<Reading> = {}): Reading {
  return {
    language: "zh",
    isTraditional: false,
    actConfidence: 0,
    candidates: [],
    inScope: 0.9,
    urgency: "normal",
    signs: [],
    ...changes,
  };
}

export function conversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: conversationId("v1"),
    storeId: store,
    lane,
    place,
    person: { id: "ann" },
    status: "bot",
    epoch: 3,
    language: "zh-CN",
    openedAt: NOW - 10 * MINUTE,
    lastShopperAt: NOW - MINUTE,
    choices: [],
    urgency: "normal",
    misses: 0,
    ...changes,
  };
}

export function facts(changes: Partial<Omit<ContactFacts, "type">> = {}): ContactFacts {
  return { type: "contact", now: NOW, policy, reading: reading(), ...changes };
}

export function message(text: string, changes: Partial<MessageReceived> = {}): MessageReceived {
  return {
    type: "message-received",
    id: incomingId("m1"),
    lane,
    at: NOW,
    storeId: store,
    place,
    person: { id: "ann" },
    text,
    attachments: [],
    ...changes,
  };
}

export function replied(changes: Partial<AgentReplied> = {}): AgentReplied {
  const act = { id: incomingId("r1"), lane, at: NOW, storeId: store, conversationId: conversationId("v1"), agent: LI, epoch: 3 };
  return { type: "agent-replied", ...act, text: "您好", attachments: [], internal: false, ...changes };
}

export function routed(outcome: RoutingOutcome, changes: Partial<HandoverRouted> = {}): HandoverRouted {
  const told = { id: incomingId("h1"), lane, at: NOW, storeId: store, conversationId: conversationId("v1") };
  return { type: "handover-routed", ...told, outcome, isOverflow: false, why: { zh: "因为", en: "because" }, ...changes };
}

/** What shoppers are told, without their own words. */
export function told({ effects }: Decision): readonly string[] {
  return effects.flatMap((effect) =>
    effect.type === "say" && effect.author.type !== "shopper" && !effect.internal ? [effect.body.text] : [],
  );
}

/** All changes of the conversation, the later over the earlier. */
export function changes({ effects }: Decision): Partial<Conversation> {
  return effects.reduce<Partial<Conversation>>(
    (all, effect) => (effect.type === "change-conversation" ? { ...all, ...effect.changes } : all),
    {},
  );
}

export function effectsOf<T extends Effect["type"]>({ effects }: Decision, type: T): readonly Extract<Effect, { type: T }>[] {
  return effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
}

export const codes = ({ reasons }: Decision): readonly string[] => reasons.map(({ code }) => code);

import type { Conversation, Effect, Reason } from "../../core/decision.ts";
import { digest, type StoreId } from "../../core/ids.ts";
import type { Incoming } from "../../core/incoming.ts";
import type { DeskRequest } from "../../core/request.ts";
import type { Instant } from "../../core/words.ts";
import { hidePersonal } from "../../desk/rules/masking.ts";
import { visitorNumber } from "../../desk/rules/visitor-number.ts";
import type { WebhookKind, WebhookMessage } from "../api.ts";

/** Something that webhooks may be told of. */
export interface Happening {
  /** Made from the event that caused it: decided twice, it is the same. */
  readonly eventId: string;
  readonly kind: WebhookKind;
  readonly storeId: StoreId;
  readonly at: Instant;
  /** Nothing by which a shopper could be found: no name, no account, and texts as the console shows them. */
  readonly data: WebhookMessage["data"];
}

/** One decided event of a conversation's lane. */
export interface Decided {
  readonly incoming: Incoming;
  readonly effects: readonly Effect[];
  /** As it is afterwards. */
  readonly conversation?: Conversation | undefined;
}

/** What happened in one decision, in order; nothing for the desk's own lane, which tells its conversations what it decided. */
export function happeningsIn({ incoming, effects, conversation }: Decided, at: Instant): readonly Happening[] {
  if (conversation === undefined) return [];
  const found = [...effects.flatMap((effect) => ofEffect(effect)), ...promised(incoming, effects)];
  const base = { store: { id: conversation.storeId }, conversation: toldConversation(conversation) };
  return found.map(({ kind, more }, n) => ({
    // The ids of events are platforms' own and may hold anything; this one stands in a header.
    eventId: `evt_${digest(incoming.id, String(n))}`,
    kind,
    storeId: conversation.storeId,
    at,
    data: { ...base, ...more },
  }));
}

interface Found {
  readonly kind: WebhookKind;
  readonly more: Omit<WebhookMessage["data"], "store" | "conversation">;
}

function ofEffect(effect: Effect): readonly Found[] {
  switch (effect.type) {
    case "open-conversation":
      return [{ kind: "conversation.opened", more: {} }];
    case "change-conversation":
      return ofChange(effect.changes);
    case "say":
      return effect.internal ? [] : ofWords(effect);
    case "raise":
      return ofRaised(effect.incoming);
    case "alert":
      return breached(effect.alert.reason);
    case "rate":
      return [{ kind: "conversation.rated", more: { score: effect.score } }];
    case "write-request":
      return ofRequest(effect.request);
    case "set-timer":
    case "cancel-timer":
    case "write-escalation":
    case "change-agent":
    case "refuse":
      return [];
  }
}

/** What was withdrawn or expired nobody has to answer, and nobody did. */
function ofRequest({ state, id, kind, sumFen, words, askedBy, deciders, dueAt, decision }: DeskRequest): readonly Found[] {
  if (state === "withdrawn" || state === "expired") return [];
  const request = {
    ...{ id, kind, state, deciders, words: hidePersonal(words), askedBy: { id: askedBy.id, name: askedBy.name } },
    dueAt: new Date(dueAt).toISOString(),
    ...(sumFen === undefined ? {} : { sumFen }),
    ...(decision === undefined ? {} : { answeredBy: decision.by.name }),
    ...(decision?.sumFen === undefined ? {} : { grantedFen: decision.sumFen }),
    ...(decision?.reason === undefined ? {} : { reason: hidePersonal(decision.reason) }),
  };
  return [{ kind: state === "open" ? "request.asked" : "request.answered", more: { request } }];
}

function breached({ code, values }: Reason): readonly Found[] {
  if (code !== "alert-clock-breached") return [];
  const reply = values.reply === "next" ? "next" : "first";
  return [{ kind: "conversation.breached", more: { reply, waitedSeconds: Number(values.seconds) } }];
}

function ofChange({ status, agent }: Extract<Effect, { type: "change-conversation" }>["changes"]): readonly Found[] {
  if (status === "closed") return [{ kind: "conversation.closed", more: {} }];
  return status === "assigned" && agent !== undefined ? [{ kind: "conversation.assigned", more: {} }] : [];
}

// What the system says (somebody comes, nobody is there) is told by the other kinds.
function ofWords({ author, body }: Extract<Effect, { type: "say" }>): readonly Found[] {
  const more = { text: hidePersonal(body.text) };
  if (author.type === "bot") return [{ kind: "conversation.answered", more }];
  return author.type === "agent" ? [{ kind: "conversation.replied", more }] : [];
}

function ofRaised(raised: Incoming): readonly Found[] {
  if (raised.type === "escalation-opened") {
    const { skill, urgency, priority } = raised;
    return [{ kind: "conversation.escalated", more: { skill, urgency, priority } }];
  }
  if (raised.type !== "escalation-transferred") return [];
  const { from, skill } = raised;
  return [{ kind: "conversation.transferred", more: { from: { id: from.id, name: from.name }, skill } }];
}

/** Only what the shopper was really told is a promise. */
function promised(incoming: Incoming, effects: readonly Effect[]): readonly Found[] {
  if (incoming.type !== "handover-routed" || incoming.outcome.type !== "after-hours") return [];
  const { next } = incoming.outcome;
  const isTold = effects.some((effect) => effect.type === "say" && !effect.internal);
  return next === undefined || !isTold ? [] : [{ kind: "conversation.promised", more: { until: new Date(next).toISOString() } }];
}

function toldConversation({ id, status, place, person, language, openedAt, agent }: Conversation) {
  return {
    id,
    status,
    channel: place.channel,
    shopper: { number: visitorNumber(person.id) },
    language,
    openedAt: new Date(openedAt).toISOString(),
    ...(agent === undefined ? {} : { agent: { id: agent.id, name: agent.name } }),
  };
}

/** A webhook as far as it says what it wants to hear of. */
export interface Listening {
  readonly id: string;
  readonly stores: readonly string[];
  readonly kinds: readonly string[];
}

/** Whether a webhook is told of this. */
export function hears({ stores, kinds }: Listening, { kind, storeId }: Pick<Happening, "kind" | "storeId">): boolean {
  return kinds.includes(kind) && (stores.length === 0 || stores.includes(storeId));
}

interface Payload {
  /** A kind, or `test`. */
  readonly kind: string;
  readonly at: Instant;
  readonly data: WebhookMessage["data"] | Readonly<Record<string, string>>;
}

/** What is sent, as the Standard Webhooks have it; made once, so that every try sends the same bytes. */
export function payloadOf({ kind, at, data }: Payload): string {
  return JSON.stringify({ type: kind, timestamp: new Date(at).toISOString(), data });
}

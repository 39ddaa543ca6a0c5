import type { Conversation, Effect, Reason } from "../../core/decision.ts";
import { conversationOpenedBy } from "../../core/ids.ts";
import type { HumanRequested, MessageReceived } from "../../core/incoming.ts";
import type { StorePolicy } from "../../core/policy.ts";
import type { Author, Body, Language } from "../../core/words.ts";
import type { ContactFacts } from "./facts.ts";
import { textFor, type TextName } from "./texts.ts";

/** The conversation an event of the shopper belongs to, with the effects that open it when it is new. */
export interface Opened {
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
}

/** Goes on with the open conversation, or opens one that follows the closed one. */
export function openFor(facts: ContactFacts, incoming: MessageReceived | HumanRequested): Opened {
  const last = facts.conversation;
  const language = languageOf(facts, incoming);
  if (last !== undefined && last.closedAt === undefined) {
    const changes = { lastShopperAt: facts.now, language, person: { ...last.person, ...incoming.person } };
    return { conversation: { ...last, ...changes }, effects: [{ type: "change-conversation", changes }] };
  }
  const conversation: Conversation = {
    id: conversationOpenedBy(incoming.id),
    storeId: incoming.storeId,
    lane: incoming.lane,
    place: incoming.place,
    person: incoming.person,
    status: "bot",
    epoch: (last?.epoch ?? 0) + 1,
    language,
    openedAt: facts.now,
    lastShopperAt: facts.now,
    previousId: last?.id,
    previousAgent: last?.agent ?? last?.previousAgent,
    choices: [],
    urgency: "normal",
    misses: 0,
  };
  const dueAt = facts.now + facts.policy.closeAfterSilenceMs;
  const timer: Effect = { type: "set-timer", kind: "shopper-silent", thing: conversation.id, dueAt };
  return { conversation, effects: [{ type: "open-conversation", conversation }, timer] };
}

/** The shopper's own words, as a line of the conversation. */
export function heard(incoming: MessageReceived, conversation: Conversation): Effect {
  const body: Body =
    incoming.attachments.length === 0 ? { text: incoming.text } : { text: incoming.text, attachments: incoming.attachments };
  return {
    type: "say",
    author: { type: "shopper", name: incoming.person.name },
    body,
    internal: false,
    epoch: conversation.epoch,
  };
}

export const BOT: Author = { type: "bot" };
export const SYSTEM: Author = { type: "system" };

/** A line for the shopper. */
export function say(conversation: Pick<Conversation, "epoch">, author: Author, body: Body): Effect {
  return { type: "say", author, body, internal: false, epoch: conversation.epoch };
}

/** One of the desk's own texts for the shopper, in the conversation's language. */
export function sayText(
  spoken: {
    readonly policy: StorePolicy;
    readonly conversation: Pick<Conversation, "epoch" | "language">;
    readonly author?: Author;
  },
  name: TextName,
  values?: Readonly<Record<string, string | number>>,
): Effect {
  const { policy, conversation, author = BOT } = spoken;
  return say(conversation, author, { text: textFor(policy, { name, language: conversation.language, values: values ?? {} }) });
}

export function because(code: string, values: Reason["values"] = {}): Reason {
  return { code, values };
}

// The words themselves say more than the page: an English question on a Chinese page is answered in English. But “OK”, “XL”
// and numbers are of every language: they change none that was spoken.
function languageOf(facts: ContactFacts, incoming: MessageReceived | HumanRequested): Language {
  const page = incoming.language;
  const known = facts.conversation?.closedAt === undefined ? facts.conversation?.language : undefined;
  const { reading } = facts;
  if (known !== undefined && incoming.type === "message-received" && !tellsLanguage(incoming.text)) return known;
  if (reading?.language === "en") return "en";
  if (reading?.language !== "zh") return known ?? page ?? facts.policy.languages[0] ?? "zh-CN";
  if (reading.isTraditional) return "zh-TW";
  // Many Chinese sentences have no character that would tell which Chinese it is: then the one that was spoken before.
  return [known, page].find((language) => language === "zh-TW" || language === "zh-CN") ?? "zh-CN";
}

const MIN_CHINESE_CHARACTERS = 2;
const MIN_LATIN_WORDS = 3;

function tellsLanguage(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) >= MIN_CHINESE_CHARACTERS || count(/\p{Script=Latin}+/gu) >= MIN_LATIN_WORDS;
}

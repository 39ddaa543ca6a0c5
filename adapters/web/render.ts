import type { SpokenMessage } from "../../src/core/spine.ts";
import type { Storefront, TalkState, VisitAnswer, Visitor } from "../../src/core/visitor.ts";
import type { Attachment, Author, Language } from "../../src/core/words.ts";
import type { WidgetBye, FileAnswer, SessionAnswer, WidgetMessage, WidgetState, WidgetTyping } from "./api.ts";
import { eventId } from "./parse.ts";

/** A line of the ledger in the widget's words. */
export function renderMessage(message: SpokenMessage, visitor: Visitor): WidgetMessage {
  const { body, author } = message;
  const clientId = author.type === "shopper" ? clientIdOf(message.incomingId, visitor) : undefined;
  return {
    seq: message.seq,
    id: message.id,
    ...(clientId === undefined ? {} : { clientId }),
    conversationId: message.conversationId,
    author: renderAuthor(author),
    text: body.text,
    ...(body.source === undefined ? {} : { source: { title: body.source.title, phase: body.source.phase } }),
    ...(body.choices === undefined ? {} : { choices: body.choices.map(({ id, label }) => ({ id, label })) }),
    ...(body.attachments === undefined || body.attachments.length === 0 ? {} : { attachments: body.attachments.map(renderFile) }),
    ...(body.asksRating === undefined ? {} : { asksRating: true }),
    at: new Date(message.at).toISOString(),
  };
}

/** How the talk stands, in the widget's words. */
export function renderState(state: TalkState): WidgetState {
  return {
    status: state.status,
    ...(state.agentName === undefined ? {} : { agentName: state.agentName }),
    ...(state.position === undefined ? {} : { position: state.position }),
    ...(state.wait === undefined ? {} : { waitMinutes: { from: state.wait.fromMinutes, to: state.wait.toMinutes } }),
    ...(state.promisedAt === undefined ? {} : { promisedAt: new Date(state.promisedAt).toISOString() }),
    timezone: state.timezone,
    ...(state.rating === undefined ? {} : { rating: state.rating }),
  };
}

/** A file in the widget's words. */
export function renderFile({ id, name, type, bytes }: Attachment): FileAnswer {
  return { id, name, type, bytes };
}

/** The answer to `POST /sessions`. */
export function renderSession(
  { token, visitor, storefront }: Extract<VisitAnswer, { type: "opened" }>,
  limits: SessionAnswer["limits"],
): SessionAnswer {
  return {
    token,
    visitorId: visitor.id,
    expiresAt: new Date(visitor.expiresAt).toISOString(),
    store: {
      key: storefront.key,
      name: storefront.name,
      timezone: storefront.timezone,
      languages: storefront.languages,
      greeting: greetingIn(storefront, visitor.language),
      quickChoices: storefront.quickChoices.map(({ id, label }) => ({ id, label })),
    },
    limits,
  };
}

/** Lines as server-sent events, the number as event id. */
export function messageFrames(messages: readonly SpokenMessage[], visitor: Visitor): string {
  let frames = "";
  for (const message of messages)
    frames += `id: ${message.seq}\nevent: message\ndata: ${JSON.stringify(renderMessage(message, visitor))}\n\n`;
  return frames;
}

/** The state as one server-sent event; equal states give equal texts. */
export function stateFrame(state: TalkState): string {
  return `event: state\ndata: ${JSON.stringify(renderState(state))}\n\n`;
}

/** Somebody is writing. */
export function typingFrame(typing: WidgetTyping): string {
  return `event: typing\ndata: ${JSON.stringify(typing)}\n\n`;
}

/** The last event of a stream that we end: connect again, after a short while when it was one stream too many. */
export function byeFrame(because: WidgetBye["because"]): string {
  return `event: bye\ndata: ${JSON.stringify({ because })}\n\n`;
}

/** A comment that keeps proxies from closing a quiet stream. */
export const HEARTBEAT_FRAME = ":\n\n";

function greetingIn(storefront: Storefront, language: Language): string {
  const first = storefront.languages[0];
  return storefront.greeting[language] ?? (first === undefined ? undefined : storefront.greeting[first]) ?? "";
}

function renderAuthor(author: Author): WidgetMessage["author"] {
  const name = author.type === "agent" || author.type === "shopper" ? author.name : undefined;
  return { type: author.type, ...(name === undefined ? {} : { name }) };
}

function clientIdOf(incomingId: string, visitor: Visitor): string | undefined {
  const prefix = eventId(visitor, "");
  return incomingId.startsWith(prefix) ? incomingId.slice(prefix.length) : undefined;
}

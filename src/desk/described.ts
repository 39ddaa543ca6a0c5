import type { Descriptions } from "../infra/described.ts";
import { pageQuery } from "./routes.ts";
import { claimBody, endBody, replyBody } from "./routes/acts.ts";
import { earlierQuery } from "./routes/beside.ts";
import { eventsQuery } from "./routes/events.ts";
import { nameQuery } from "./routes/files.ts";
import { pageQuery as messagesQuery } from "./routes/messages.ts";
import { presenceBody } from "./routes/onlookers.ts";
import { refuseBody } from "./routes/refuse.ts";
import { revealBody } from "./routes/reveal.ts";
import { searchQuery } from "./routes/search.ts";
import { suggestionBody } from "./routes/suggestions.ts";
import { reassignBody, whisperBody } from "./routes/supervise.ts";
import { transferBody } from "./routes/transfer.ts";
import { noBody } from "./routes/typing.ts";

const BASE = "/api/console/conversations";
const ONE = `${BASE}/:id`;
const BYTES = ["application/octet-stream"] as const;

const reading: Descriptions = {
  [`GET ${BASE}`]: { summary: "List conversations.", query: pageQuery, answer: "ConversationPage" },
  [`GET ${ONE}`]: { summary: "Read a conversation with its newest messages.", answer: "ConversationDetail" },
  [`GET ${ONE}/messages`]: { summary: "Read earlier messages.", query: messagesQuery, answer: "MessagePage" },
  [`GET ${ONE}/earlier`]: {
    summary: "List what the same shopper talked about before, 10 a page.",
    query: earlierQuery,
    answer: "EarlierPage",
  },
  [`GET ${ONE}/rules`]: { summary: "Read what holds in its store at this moment.", answer: "RulesInForce" },
  [`GET ${ONE}/story`]: { summary: "Tell what was decided in a conversation, and why.", answer: "Story" },
  "GET /api/console/search": { summary: "Search conversations, 50 a page.", query: searchQuery, answer: "SearchPage" },
  "GET /api/console/events": {
    summary: "Hear what changes, as server-sent events, each under its number; go on after one.",
    query: eventsQuery,
    answer: ["text/event-stream"],
    refusals: [429],
  },
  "GET /api/console/parked": { summary: "List events that were set aside.", answer: "ParkedList" },
  "POST /api/console/parked/:id/retry": { summary: "Take up an event that was set aside." },
};

/** The desk decides in its own time: what it has stored may come back later, or be set aside. */
const ACT = { answer: "ActAnswer", refusals: [409], more: { 503: "ActSetAside" } } as const;

const acts: Descriptions = {
  [`POST ${ONE}/claim`]: { summary: "Take a conversation.", body: claimBody, ...ACT },
  [`POST ${ONE}/reply`]: {
    summary: "Say something to the shopper, or a remark to colleagues.",
    body: replyBody,
    ...ACT,
    refusals: [409, 422],
    more: { ...ACT.more, 409: "ReplyOvertaken", 422: "ReplyHeldBack" },
  },
  [`POST ${ONE}/refuse`]: { summary: "Refuse an offer to me.", body: refuseBody, ...ACT },
  [`POST ${ONE}/release`]: {
    summary: "Give a conversation back to the bot.",
    body: endBody,
    ...ACT,
  },
  [`POST ${ONE}/close`]: { summary: "Close a conversation.", body: endBody, ...ACT },
  [`GET ${ONE}/transfer`]: {
    summary: "List who could take a conversation over from me.",
    answer: "TransferTargets",
    refusals: [409],
  },
  [`POST ${ONE}/transfer`]: { summary: "Pass a conversation on.", body: transferBody, ...ACT },
  [`POST ${ONE}/whisper`]: {
    summary: "Remark something that only colleagues see.",
    body: whisperBody,
    ...ACT,
  },
  [`GET ${ONE}/reassign`]: { summary: "List whom a conversation could be given to.", answer: "ReassignTargets" },
  [`POST ${ONE}/reassign`]: {
    summary: "Give a conversation to somebody.",
    body: reassignBody,
    ...ACT,
  },
};

const tools: Descriptions = {
  [`POST ${ONE}/files`]: {
    summary: "Keep a file for a reply.",
    query: nameQuery,
    body: BYTES,
    answer: "KeptFile",
    status: [201],
    refusals: [409, 429],
  },
  [`GET ${ONE}/files/:fileId`]: { summary: "Get a file of a conversation.", answer: BYTES },
  [`POST ${ONE}/suggestions`]: { summary: "Say that a suggested answer does not fit.", body: suggestionBody, refusals: [409] },
  [`POST ${ONE}/reveal`]: {
    summary: "Show what is hidden, for a reason that is kept.",
    body: revealBody,
    answer: "RevealAnswer",
  },
  [`POST ${ONE}/presence`]: {
    summary: "Say that I look at a conversation, and hear who else does.",
    body: presenceBody,
    answer: "PresenceAnswer",
  },
  [`POST ${ONE}/typing`]: { summary: "Say that I am writing a reply.", body: noBody, refusals: [409, 429] },
};

export const deskDescribed: Descriptions = { ...reading, ...acts, ...tools };

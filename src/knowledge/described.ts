import type { Descriptions } from "../infra/described.ts";
import { EDIT_REQUEST, IMPORT_QUERY, LIST_QUERY, VERSION_REQUEST } from "./routes.ts";
import { REQUEST } from "./routes/golden.ts";
import { ACCEPT_REQUEST, LIST_QUERY as PROPOSALS_QUERY, REFUSE_REQUEST } from "./routes/proposals.ts";
import { PROPOSAL_REQUEST } from "./routes/proposed.ts";
import { REQUEST as TRY } from "./routes/try.ts";
import { TEXTS } from "./routes/topics.ts";

const STORE = "/api/console/stores/:storeId";
const CSV = ["text/csv", "application/octet-stream"] as const;

const articles: Descriptions = {
  [`GET ${STORE}/articles`]: { summary: "List a store's articles, 50 a page.", query: LIST_QUERY, answer: "ArticlePage" },
  [`GET ${STORE}/articles/export`]: { summary: "Export a store's active articles as CSV.", answer: ["text/csv"] },
  [`GET ${STORE}/articles/:id/history`]: { summary: "Read an article's history, the newest first.", answer: "ArticleHistory" },
  [`PUT ${STORE}/articles/:id`]: {
    summary: "Make or change an article.",
    body: EDIT_REQUEST,
    answer: "ArticleRow",
    refusals: [409],
    more: { 409: "ArticleMovedOn" },
  },
  [`POST ${STORE}/articles/:id/undo`]: {
    summary: "Put an article back as it was before its newest change.",
    body: VERSION_REQUEST,
    answer: "ArticleRow",
    refusals: [409],
    more: { 409: "ArticleMovedOn" },
  },
  [`POST ${STORE}/articles/:id/withdraw`]: {
    summary: "Withdraw an article.",
    body: VERSION_REQUEST,
    answer: "ArticleRow",
    refusals: [409],
    more: { 409: "ArticleMovedOn" },
  },
  [`POST ${STORE}/articles/preview`]: {
    summary: "Tell what a knowledge file would change; nothing is changed.",
    body: CSV,
    answer: "ImportPreview",
  },
  [`POST ${STORE}/articles/import`]: {
    summary: "Import a knowledge file that was previewed.",
    query: IMPORT_QUERY,
    body: CSV,
    answer: "ImportAnswer",
    refusals: [409, 422],
    more: { 422: "FileRefused" },
  },
  "GET /api/console/topics": { summary: "List what articles may be linked to.", answer: "TopicList" },
  "POST /api/console/topics/suggest": {
    summary: "Suggest links for words; nothing is stored.",
    body: TEXTS,
    answer: "SuggestionAnswer",
  },
};

const proposals: Descriptions = {
  "GET /api/console/proposals": { summary: "List proposals, 20 a page.", query: PROPOSALS_QUERY, answer: "ProposalPage" },
  [`POST ${STORE}/proposals`]: {
    summary: "Propose a change of a store's knowledge; 200 when this clientId did before.",
    body: PROPOSAL_REQUEST,
    answer: "ProposalRow",
    status: [201, 200],
    refusals: [409],
    more: { 409: "ArticleMovedOn" },
  },
  [`POST ${STORE}/proposals/:id/withdraw`]: {
    summary: "Withdraw my proposal.",
    answer: "ProposalRow",
    refusals: [409],
    more: { 409: "ProposalMovedOn" },
  },
  [`POST ${STORE}/proposals/:id/accept`]: {
    summary: "Accept a proposal, unless it breaks more golden questions than it mends.",
    body: ACCEPT_REQUEST,
    answer: "AcceptAnswer",
    refusals: [409, 422],
    more: { 409: "ProposalMovedOn", 422: "GoldenBroken" },
  },
  [`POST ${STORE}/proposals/:id/refuse`]: {
    summary: "Refuse a proposal with a reason.",
    body: REFUSE_REQUEST,
    answer: "ProposalRow",
    refusals: [409],
    more: { 409: "ProposalMovedOn" },
  },
};

const golden: Descriptions = {
  [`POST ${STORE}/try`]: {
    summary: "Ask what the bot would do with a question; nothing is kept.",
    body: TRY,
    answer: "TryAnswer",
  },
  [`GET ${STORE}/golden`]: { summary: "List a store's golden questions.", answer: "GoldenPage" },
  [`POST ${STORE}/golden/run`]: { summary: "Ask all golden questions and tell how they end today.", answer: "GoldenRun" },
  [`PUT ${STORE}/golden/:id`]: {
    summary: "Make or change a golden question.",
    body: REQUEST,
    answer: "GoldenRow",
    refusals: [409],
  },
  [`DELETE ${STORE}/golden/:id`]: { summary: "Remove a golden question." },
};

export const knowledgeDescribed: Descriptions = { ...articles, ...proposals, ...golden };

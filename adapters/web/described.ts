import { humanShape, messageShape, pollShape, ratingShape, sessionShape, signShape, streamShape } from "./parse.ts";

const FILE = ["multipart/form-data"];

/** The widget's API in words, by method and path. Answers are types of this folder's `api.ts`. */
export const widgetDescribed = {
  "POST /api/widget/sessions": {
    summary: "Begin or go on with a visit; 200 when the token was still good.",
    access: "everybody",
    body: sessionShape,
    answer: "WidgetSessionAnswer",
    status: [201, 200],
    refusals: [503],
  },
  "POST /api/widget/messages": {
    summary: "Say something; 200 when it was there already.",
    access: "visitor",
    body: messageShape,
    answer: "WidgetStoredAnswer",
    status: [202, 200],
    refusals: [409, 503],
  },
  "GET /api/widget/messages": {
    summary: "Read what was said after a message, waiting for it if wanted.",
    access: "visitor",
    query: pollShape,
    answer: "WidgetPollAnswer",
    refusals: [503],
  },
  "POST /api/widget/human": {
    summary: "Ask for a person; 200 when it was asked already.",
    access: "visitor",
    body: humanShape,
    answer: "WidgetStoredAnswer",
    status: [202, 200],
    refusals: [409, 503],
  },
  "POST /api/widget/rating": {
    summary: "Rate the conversation; 200 when it was rated already.",
    access: "visitor",
    body: ratingShape,
    answer: "WidgetStoredAnswer",
    status: [202, 200],
    refusals: [409, 503],
  },
  "POST /api/widget/signs": {
    summary: "Tell that the shopper types, and how far they have read.",
    access: "visitor",
    body: signShape,
    status: [204],
    refusals: [503],
  },
  "GET /api/widget/events": {
    summary: "Hear what is said, as server-sent events.",
    access: "visitor",
    query: streamShape,
    answer: ["text/event-stream"],
    refusals: [503],
  },
  "POST /api/widget/files": {
    summary: "Keep a file for a message, in the field `file`.",
    access: "visitor",
    body: FILE,
    answer: "WidgetFileAnswer",
    status: [201],
    refusals: [503],
  },
  "GET /api/widget/files/:id": {
    summary: "Get a file of the conversation.",
    access: "visitor",
    answer: ["application/octet-stream"],
    refusals: [503],
  },
} as const;

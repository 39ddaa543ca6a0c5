import { z } from "zod";
import type { ChannelEvent } from "../../src/core/channel.ts";
import { wrongInput } from "../../src/core/problem.ts";
import { isBlank, textFault } from "../../src/core/text.ts";
import type { Visitor } from "../../src/core/visitor.ts";
import { LANGUAGES, type Attachment, type Instant } from "../../src/core/words.ts";
import type { HumanRequest, MessageRequest, RatingRequest, SessionRequest, SignRequest } from "./api.ts";

/** Longest message, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 5_000;
const MAX_COMMENT_LENGTH = 1_000;
const MAX_ATTACHMENTS = 5;
/** Sequence numbers are 32-bit integers in the ledger. */
const MAX_SEQ = 2_147_483_647;
const MAX_WAIT_SECONDS = 25;

/** The body of `POST /sessions`. Like all parsers here it throws a problem that names the first wrong field. */
export const parseSession = (body: unknown): SessionRequest => parsed(sessionShape, body);
/** The body of `POST /messages`. */
export const parseMessage = (body: unknown): MessageRequest => parsed(messageShape, body);
/** The body of `POST /human`. */
export const parseHuman = (body: unknown): HumanRequest => parsed(humanShape, body);
/** The body of `POST /rating`. */
export const parseRating = (body: unknown): RatingRequest => parsed(ratingShape, body);
/** The body of `POST /signs`. */
export const parseSign = (body: unknown): Required<SignRequest> => parsed(signShape, body);
/** The query of `GET /messages`. */
export const parsePoll = (query: unknown) => parsed(pollShape, query);

/** Where a stream goes on: `Last-Event-ID` (what a reconnecting reader saw last) before `since`. */
export function parseCursor(query: unknown, lastEventId: string | undefined): number {
  const { since } = parsed(streamShape, query);
  return lastEventId === undefined ? since : parsed(header, { "Last-Event-ID": lastEventId })["Last-Event-ID"];
}

/** The id of an event: sending with the same clientId again is a redelivery. */
export function eventId(visitor: Visitor, clientId: string): string {
  return `web:${visitor.id}:${clientId}`;
}

/** A message in core's words. */
export function messageEvent(spoken: Spoken, body: MessageRequest, attachments: readonly Attachment[]): ChannelEvent {
  return { ...spokenBy(spoken, body.clientId), type: "message", text: body.text, choice: body.choice, attachments };
}

/** The wish for a human in core's words. */
export function humanEvent(spoken: Spoken, body: HumanRequest): ChannelEvent {
  return { ...spokenBy(spoken, body.clientId), type: "human" };
}

/** A rating in core's words. */
export function ratingEvent(spoken: Spoken, body: RatingRequest): ChannelEvent {
  return { ...spokenBy(spoken, body.clientId), type: "rating", score: body.score, comment: body.comment };
}

interface Spoken {
  readonly visitor: Visitor;
  readonly at: Instant;
}

function spokenBy({ visitor, at }: Spoken, clientId: string) {
  return {
    id: eventId(visitor, clientId),
    at,
    place: { channel: "web", room: visitor.id },
    person: visitor.person,
    storeId: visitor.storeId,
    language: visitor.language,
  };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wrongInput(result.error.issues);
}

const BODY = "one JSON object";

const typed = (maxLength: number) =>
  z.string("a text").superRefine((text, context) => {
    const fault = textFault(text, maxLength);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });

const clientId = z
  .string("a text of 8 to 64 letters, digits, - or _")
  .regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _");

const wholeNumber = (max: number) => {
  const allowed = `a whole number from 0 to ${max}`;
  return z
    .string(allowed)
    .regex(/^\d{1,10}$/, allowed)
    .transform(Number)
    .refine((value) => value <= max, allowed);
};

export const sessionShape = z.strictObject(
  {
    store: typed(100),
    language: z.enum(LANGUAGES, `one of ${LANGUAGES.join(", ")}`).exactOptional(),
    token: z.string("a text").max(200, "a token that POST /sessions gave").exactOptional(),
    identity: z
      .strictObject(
        {
          id: typed(200),
          name: typed(100).exactOptional(),
          hmac: z.string("a text of 64 hex digits").regex(/^[0-9a-fA-F]{64}$/, "64 hex digits"),
        },
        "an object with id, hmac and perhaps name",
      )
      .exactOptional(),
  },
  BODY,
);

export const messageShape = z
  .strictObject(
    {
      clientId,
      text: z.string("a text"),
      choice: typed(200).exactOptional(),
      attachments: z
        .array(
          z.string("an id that POST /files gave").regex(/^[A-Za-z0-9_-]{1,64}$/, "an id that POST /files gave"),
          "a list of ids",
        )
        .max(MAX_ATTACHMENTS, `at most ${MAX_ATTACHMENTS} files; send the others with another message`)
        .exactOptional(),
    },
    BODY,
  )
  .superRefine(({ text, attachments }, context) => {
    // A picture needs no words.
    if (
      text.length <= MAX_TEXT_LENGTH &&
      isBlank(text) &&
      attachments !== undefined &&
      attachments.length > 0 &&
      text.trim() === ""
    )
      return;
    const fault = textFault(text, MAX_TEXT_LENGTH);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault, path: ["text"] });
  });

export const humanShape = z.strictObject({ clientId }, BODY);

const line = z.int(`a whole number from 0 to ${MAX_SEQ}`).min(0, "0 or more").max(MAX_SEQ, `at most ${MAX_SEQ}`).default(0);
export const signShape = z.strictObject({ typing: z.boolean("true or false").default(false), got: line, read: line }, BODY);

const SCORE = "a whole number from 1 (bad) to 5 (good)";
export const ratingShape = z.strictObject(
  { clientId, score: z.int(SCORE).min(1, SCORE).max(5, SCORE), comment: typed(MAX_COMMENT_LENGTH).exactOptional() },
  BODY,
);

const since = wholeNumber(MAX_SEQ).default(0);
export const streamShape = z.strictObject({ since });
export const pollShape = z.strictObject({ since, wait: wholeNumber(MAX_WAIT_SECONDS).default(0) });
const header = z.strictObject({ "Last-Event-ID": wholeNumber(MAX_SEQ) });

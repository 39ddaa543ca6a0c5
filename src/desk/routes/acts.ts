import { z } from "zod";
import type { Decision } from "../../core/decision.ts";
import { conversationId, DESK_LANE, incomingId, laneId, storeId, type IncomingId, type StoreId } from "../../core/ids.ts";
import type { Incoming } from "../../core/incoming.ts";
import { problem, wrongField, type HttpProblem } from "../../core/problem.ts";
import { sentenceOf } from "../../core/reasons.ts";
import type { Spine } from "../../core/spine.ts";
import { textFault } from "../../core/text.ts";
import type { Agent, Attachment, Instant } from "../../core/words.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import type { Uploads } from "../../visitors/uploads.ts";
import type { ActAnswer } from "../api.ts";
import { findConversation, lastWords, type StoredConversation } from "../store.ts";
import { rowOf } from "../views.ts";
import { MOST_FILES } from "./files.ts";
import { noAgent } from "./held.ts";

export interface ActParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit" | "settled">;
  readonly clock: Clock;
  readonly uploads: Pick<Uploads, "attachments">;
  /** How long an act is waited for; shorter in tests. */
  readonly waitMs?: number | undefined;
}

/** The console gives up after 20 s: it must hear before that its act is stored. */
const WAIT_MS = 10_000;
const MAX_REPLY_LENGTH = 5_000;

/** What agents do with a conversation. Each act is an event of the spine, known by the console's own id. */
export function actRoutes(parts: ActParts): readonly Route[] {
  const route = (act: string, read: (body: unknown) => Act): Route => ({
    method: "post",
    path: `/api/console/conversations/:id/${act}`,
    roles: ["agent", "supervisor", "admin"],
    // The ledger keeps every reply with who wrote it.
    ...(act === "reply" ? { audit: "none" as const } : {}),
    run: (call) => carryOut(parts, call, read),
  });
  return [
    route("claim", (body) => ({ type: "claim", ...checked(claimBody, body) })),
    route("reply", (body) => ({ type: "reply", ...checked(replyBody, body) })),
    route("release", (body) => ({ type: "release", ...checked(epochBody, body) })),
    route("close", (body) => ({ type: "close", ...checked(epochBody, body) })),
  ];
}

type Act =
  | { readonly type: "claim"; readonly clientId: string }
  | {
      readonly type: "reply";
      readonly clientId: string;
      readonly epoch: number;
      readonly text: string;
      readonly internal: boolean;
      /** Ids of files this person uploaded. */
      readonly attachments: readonly string[];
    }
  | { readonly type: "release" | "close"; readonly clientId: string; readonly epoch: number };

const clientId = z.string("a text").regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _, made anew for each act");
const epoch = z.int("the conversation's epoch, a whole number").min(0, "0 or more").max(2_147_483_647, "at most 2147483647");
const claimBody = z.strictObject({ clientId }, "an object with clientId");
const epochBody = z.strictObject({ clientId, epoch }, "an object with clientId and epoch");
const fileIds = z
  .array(z.string("the id of a file").max(100, "the id of a file"), "a list of file ids")
  .max(MOST_FILES, `at most ${MOST_FILES} files`);
const replyBody = z
  .strictObject(
    { clientId, epoch, text: z.string("a text"), internal: z.boolean("true or false"), attachments: fileIds.default([]) },
    "an object with clientId, epoch, text and internal",
  )
  .superRefine(({ text, internal, attachments }, context) => {
    const fault = attachments.length > 0 && text === "" ? undefined : textFault(text, MAX_REPLY_LENGTH);
    if (fault !== undefined) context.addIssue({ code: "custom", path: ["text"], message: fault });
    if (internal && attachments.length > 0)
      context.addIssue({ code: "custom", path: ["attachments"], message: "none: a remark takes no files" });
  });

async function carryOut(parts: ActParts, call: Call, read: (body: unknown) => Act): Promise<ActAnswer> {
  const { principal, params, body } = call;
  const client = parts.db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const act = read(body);
  if (principal.agent === undefined) throw noAgent();
  const { agent, userId } = principal;
  const attachments = await attachmentsOf(parts, act, { storeId: storeId(conversation.storeId), userId });
  const incoming = incomingOf(act, { conversation, agent, userId, attachments, at: parts.clock.now() });
  const decision = await decisionAbout(parts, incoming);
  const now = (await findConversation(client, conversation.id)) ?? conversation;
  const row = rowOf(now, (await lastWords(client, [now.id])).get(now.id));
  const refusal = decision.effects.find((effect) => effect.type === "refuse");
  if (refusal === undefined) return { outcome: "done", conversation: row };
  return { outcome: "refused", reason: sentenceOf(refusal.reason), conversation: row };
}

async function attachmentsOf(
  { uploads }: ActParts,
  act: Act,
  owner: { readonly storeId: StoreId; readonly userId: string },
): Promise<readonly Attachment[]> {
  if (act.type !== "reply" || act.attachments.length === 0) return [];
  const found = await uploads.attachments(owner, [...new Set(act.attachments)]);
  if (found === undefined) throw wrongField(400, "attachments", "files that you uploaded for this store: send them first");
  return found;
}

interface ActFacts {
  readonly conversation: StoredConversation;
  readonly agent: Agent;
  readonly userId: string;
  readonly attachments: readonly Attachment[];
  readonly at: Instant;
}

function incomingOf(act: Act, { conversation, agent, userId, attachments, at }: ActFacts): Incoming {
  const common = {
    id: incomingId(`console:${userId}:${act.clientId}`),
    lane: laneId(conversation.laneId),
    at,
    storeId: storeId(conversation.storeId),
    conversationId: conversationId(conversation.id),
    agent,
  };
  switch (act.type) {
    case "claim":
      return { ...common, type: "claim-requested", lane: DESK_LANE };
    case "reply":
      return { ...common, type: "agent-replied", epoch: act.epoch, text: act.text, internal: act.internal, attachments };
    case "release":
      return { ...common, type: "agent-released", epoch: act.epoch };
    case "close":
      return { ...common, type: "agent-closed", epoch: act.epoch };
  }
}

/** Hands the act in and waits until it was decided, and until what it tells the conversation itself is done too. */
async function decisionAbout({ spine, waitMs = WAIT_MS }: ActParts, incoming: Incoming): Promise<Decision> {
  const received = await spine.submit(incoming);
  if (received === "conflict")
    throw problem(409, {
      title: "Conflict",
      detail: "clientId: was used before for something else. Make a new one for each act.",
      field: "clientId",
      remedy: "a new one for each act",
    });
  const decision = await within(waitMs, spine, incoming.id);
  if (decision === undefined) throw slow();
  if (decision === "parked") throw setAside(incoming.id);
  for (const effect of decision.effects)
    if (effect.type === "raise" && effect.incoming.type === "handover-routed") await within(waitMs, spine, effect.incoming.id);
  return decision;
}

/** What was decided within this time; undefined when it takes longer, and then nobody waits on. */
async function within(waitMs: number, spine: ActParts["spine"], id: IncomingId): Promise<Decision | "parked" | undefined> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), waitMs);
  try {
    return await spine.settled(id, giveUp.signal);
  } finally {
    clearTimeout(timer);
  }
}

function slow(): HttpProblem {
  return problem(503, {
    title: "Not done yet",
    detail:
      "It is stored and will be done; the desk is slow just now. Send it again with the same clientId to learn the outcome.",
    retryAfter: 5,
  });
}

function setAside(id: IncomingId): HttpProblem {
  return problem(503, {
    title: "Set aside",
    detail: "It is stored, but failed five times and was set aside; a supervisor can try it again under Parked.",
    more: { parked: id },
  });
}

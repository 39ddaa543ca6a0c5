import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actedBy } from "../../audit/actor.ts";
import type { ActedBy } from "../../core/event.ts";
import { conversationId, DESK_LANE, incomingId, laneId, storeId, type IncomingId, type StoreId } from "../../core/ids.ts";
import type { Incoming } from "../../core/incoming.ts";
import { wrongField } from "../../core/problem.ts";
import { textFault } from "../../core/text.ts";
import type { Agent, Attachment, Instant } from "../../core/words.ts";
import type { Call, Route } from "../../infra/http.ts";
import type { GuardBook } from "../../guard/store.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { Uploads } from "../../visitors/uploads.ts";
import type { ActAnswer } from "../api.ts";
import { findConversation, type StoredConversation } from "../store.ts";
import { recordSuggestion } from "../store/suggestions.ts";
import { suggestionBody } from "./suggestions.ts";
import { actClientId, actEpoch, answerTo, type SettleParts } from "../settled.ts";
import { MOST_FILES } from "./files.ts";
import { requireLookedAt } from "./look-first.ts";
import { noAgent } from "../held.ts";

export interface ActParts extends SettleParts {
  /** What stands in an agent's words that should not go out unseen. */
  readonly guard: GuardBook;
  readonly uploads: Pick<Uploads, "attachments">;
}

const MAX_REPLY_LENGTH = 5_000;
const MAX_REASON = 200;

/** What agents do with a conversation. Each act is an event of the spine, known by the console's own id. */
export function actRoutes(parts: ActParts): readonly Route[] {
  const route = (act: string, read: (body: unknown) => Act): Route => ({
    method: "post",
    path: `/api/console/conversations/:id/${act}`,
    roles: ["agent", "supervisor", "admin"],
    // In the transaction of the event's decision.
    audit: "own",
    run: (call) => carryOut(parts, call, read),
  });
  return [
    route("claim", (body) => ({ type: "claim", ...checked(claimBody, body) })),
    route("reply", (body) => ({ type: "reply", ...checked(replyBody, body) })),
    route("release", (body) => ({ type: "release", ...checked(endBody, body) })),
    route("close", (body) => ({ type: "close", ...checked(endBody, body) })),
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
      readonly confirmed?: { readonly reason: string } | undefined;
      /** The last line that was seen when it was sent. */
      readonly seen?: number | undefined;
      /** The suggested answer that it came from. */
      readonly suggestion?: { readonly message: string; readonly article: string } | undefined;
    }
  | {
      readonly type: "release" | "close";
      readonly clientId: string;
      readonly epoch: number;
      readonly reason?: string | undefined;
    };

const clientId = actClientId;
const epoch = actEpoch;
export const claimBody = z.strictObject({ clientId }, "an object with clientId");
export const endBody = z.strictObject(
  { clientId, epoch, reason: typedText(MAX_REASON).optional() },
  "an object with clientId, epoch and reason",
);
const fileIds = z
  .array(z.string("the id of a file").max(100, "the id of a file"), "a list of file ids")
  .max(MOST_FILES, `at most ${MOST_FILES} files`);
export const replyBody = z
  .strictObject(
    {
      clientId,
      epoch,
      text: z.string("a text"),
      internal: z.boolean("true or false"),
      attachments: fileIds.default([]),
      suggestion: suggestionBody.optional(),
      confirmed: z.strictObject({ reason: typedText(MAX_REASON) }, "an object with reason").optional(),
      seen: z.int("the number of a line").min(0, "0 or more").max(2_147_483_647, "at most 2147483647").optional(),
    },
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
  if (act.type === "reply" && !act.internal) {
    const files = attachments.map(({ name }) => name);
    const sender = { id: eventIdOf(act, userId), client, conversation, agent, isSupervisor: isSupervisor(principal) };
    await requireLookedAt(parts, sender, { ...act, files });
  }
  const at = parts.clock.now();
  const incoming = incomingOf(act, {
    conversation,
    agent,
    by: actedBy(call),
    attachments,
    at,
    isSupervisor: isSupervisor(principal),
  });
  const answer = await answerTo(parts, { client, conversation }, incoming);
  if (act.type === "reply" && !act.internal && act.suggestion !== undefined && answer.outcome === "done")
    await recordSuggestion(client, { conversation, ...act.suggestion }, { sent: act.text, userId, at: parts.clock.now() });
  return answer;
}

const isSupervisor = ({ role }: Principal): boolean => role === "supervisor" || role === "admin";

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
  readonly by: ActedBy;
  readonly attachments: readonly Attachment[];
  readonly at: Instant;
  readonly isSupervisor: boolean;
}

/** Sent again under the same clientId it is the same event, which is stored once. */
function eventIdOf(act: Act, userId: string): IncomingId {
  return incomingId(`console:${userId}:${act.clientId}`);
}

function incomingOf(act: Act, { conversation, agent, by, attachments, at, isSupervisor: asSupervisor }: ActFacts): Incoming {
  const common = {
    id: eventIdOf(act, by.userId),
    lane: laneId(conversation.laneId),
    at,
    storeId: storeId(conversation.storeId),
    conversationId: conversationId(conversation.id),
    agent,
    actedBy: by,
  };
  switch (act.type) {
    case "claim":
      return { ...common, type: "claim-requested", lane: DESK_LANE };
    case "reply":
      return { ...common, type: "agent-replied", ...wordsIn(act), attachments, ...(asSupervisor ? { asSupervisor } : {}) };
    case "release":
      return { ...common, type: "agent-released", epoch: act.epoch, reason: act.reason };
    case "close":
      return { ...common, type: "agent-closed", epoch: act.epoch, reason: act.reason };
  }
}

function wordsIn({ epoch: seen, text, internal, confirmed }: Extract<Act, { type: "reply" }>) {
  return { epoch: seen, text, internal, ...(confirmed === undefined ? {} : { confirmed }) };
}

import { z } from "zod";
import { actedBy } from "../../audit/actor.ts";
import { conversationId, DESK_LANE, incomingId, storeId } from "../../core/ids.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { ActAnswer } from "../api.ts";
import { findConversation } from "../store.ts";
import { noAgent } from "../held.ts";
import { actClientId, answerTo, type SettleParts } from "../settled.ts";

const MAX_REASON = 200;
export const refuseBody = z.strictObject(
  { clientId: actClientId, reason: typedText(MAX_REASON) },
  "an object with clientId and reason",
);

/** `POST …/:id/refuse`: the agent to whom it is offered does not take it, and says why; it goes to the next. */
export function refuseRoute(parts: SettleParts): Route {
  return {
    method: "post",
    path: "/api/console/conversations/:id/refuse",
    roles: ["agent", "supervisor", "admin"],
    audit: "own",
    run: (call) => refuse(parts, call),
  };
}

async function refuse(parts: SettleParts, call: Call): Promise<ActAnswer> {
  const { principal, params, body } = call;
  const client = parts.db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { clientId, reason } = checked(refuseBody, body);
  const { agent, userId } = principal;
  if (agent === undefined) throw noAgent();
  return answerTo(
    parts,
    { client, conversation },
    {
      type: "offer-refused",
      id: incomingId(`console:${userId}:${clientId}`),
      lane: DESK_LANE,
      at: parts.clock.now(),
      storeId: storeId(conversation.storeId),
      conversationId: conversationId(conversation.id),
      agent,
      actedBy: actedBy(call),
      reason,
    },
  );
}

import { problem, type HttpProblem } from "../core/problem.ts";
import type { Agent } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Call } from "../infra/http.ts";
import { notFound } from "../infra/problem.ts";
import { findConversation, type StoredConversation } from "./store.ts";

/** The conversation of the address, which the asking agent has now; throws 404, 403 or 409 otherwise. */
export async function requireHeld(db: Database, call: Call): Promise<Held> {
  const { principal, params } = call;
  const conversation = await findConversation(db.scoped(principal.stores), params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { agent } = principal;
  if (agent === undefined) throw noAgent();
  if (conversation.status !== "assigned" || conversation.agentId !== agent.id) throw notYours(conversation);
  return { conversation, agent };
}

export interface Held {
  readonly conversation: StoredConversation;
  readonly agent: Agent;
}

/** For people who sign in but answer nobody. */
export function noAgent(): HttpProblem {
  return problem(403, { title: "Not allowed", detail: "Link this person with an agent first: an admin does so under People." });
}

function notYours({ status, agentName }: StoredConversation): HttpProblem {
  const now = status === "assigned" ? `${agentName ?? "somebody"} has it` : `it is ${status}`;
  return problem(409, { title: "Not yours", detail: `You do not have this conversation (now: ${now}); claim it first.` });
}

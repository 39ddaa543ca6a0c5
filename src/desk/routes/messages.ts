import { z } from "zod";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import type { MessagePage } from "../api.ts";
import { deliveriesOf, findConversation, messagesOf, type StoredConversation } from "../store.ts";
import { messageOf } from "../views.ts";

/** `GET …/:id/messages?before=`: what was said before a message that is known. */
export function messagesRoute({ db }: { readonly db: Database }): Route {
  return {
    method: "get",
    path: "/api/console/conversations/:id/messages",
    roles: ["agent", "supervisor", "admin"],
    run: ({ principal, params, query }: Call) => readEarlier(db.scoped(principal.stores), params.id ?? "", query),
  };
}

const HIGHEST_SEQ = 2_147_483_647;
const BEFORE = "the seq of the first message that is known, a whole number from 1";
export const pageQuery = z.object({ before: z.coerce.number(BEFORE).int(BEFORE).min(1, BEFORE).max(HIGHEST_SEQ, BEFORE) });

async function readEarlier(client: ScopedPrisma, id: string, query: unknown): Promise<MessagePage> {
  const conversation = await findConversation(client, id);
  if (conversation === undefined) throw notFound("conversation");
  return messagePage(client, conversation, checked(pageQuery, query).before);
}

/** A page of what was said, oldest first: the newest one, or the one before this number. */
export async function messagePage(client: ScopedPrisma, conversation: StoredConversation, before?: number): Promise<MessagePage> {
  const { messages, hasEarlier } = await messagesOf(client, conversation, before);
  const deliveries = await deliveriesOf(
    client,
    messages.map(({ id }) => id),
  );
  return { messages: messages.map((message) => messageOf(message, deliveries.get(message.id))), hasEarlier };
}

import type { ScopedPrisma } from "../../infra/scope.ts";
import type { StoredConversation, StoredMessage } from "../store.ts";

/**
 * The newest line after a number that a colleague or the bot said, remarks included; not the shopper's, for whom the reply is,
 * nor the desk's own notices. Undefined when there is none.
 */
export async function newestByOthers(
  client: ScopedPrisma,
  { id, laneId }: Pick<StoredConversation, "id" | "laneId">,
  { after, than }: { readonly after: number; readonly than: string },
): Promise<StoredMessage | undefined> {
  const found = await client.message.findFirst({
    where: {
      laneId,
      conversationId: id,
      seq: { gt: after },
      OR: [{ author: "bot" }, { author: "agent", NOT: { authorId: than } }],
    },
    orderBy: { seq: "desc" },
  });
  return found ?? undefined;
}

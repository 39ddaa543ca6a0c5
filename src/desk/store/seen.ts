import type { ScopedPrisma } from "../../infra/scope.ts";
import type { StoredConversation } from "../store.ts";
import type { Seen } from "../workspace/api.ts";

/** How far the shopper's own page is, where the channel is one that tells; undefined elsewhere. */
export async function seenBy(
  client: ScopedPrisma,
  { channel, room }: Pick<StoredConversation, "channel" | "room">,
): Promise<Seen | undefined> {
  if (channel !== "web") return undefined;
  // A visitor's id is the room of their place.
  const found = await client.visitor.findFirst({ where: { id: room }, select: { gotSeq: true, readSeq: true } });
  return found === null ? undefined : { got: found.gotSeq, read: found.readSeq };
}

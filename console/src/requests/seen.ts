import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { RequestRow } from "../../../src/requests/api.ts";

type Talk = Pick<ConversationDetail, "requests" | "messages"> & {
  readonly conversation: Pick<ConversationDetail["conversation"], "status">;
};

/** What of its requests stands above a conversation's lines: the open ones, else the last answer nobody put away or passed on. */
export function shownInTalk({ requests, conversation, messages }: Talk, seen: readonly string[]): readonly RequestRow[] {
  if (conversation.status === "closed") return [];
  const open = requests.filter(({ state }) => state === "open");
  if (open.length > 0) return open;
  const told = messages.findLast(({ author, internal }) => author.type === "agent" && !internal)?.at ?? "";
  return requests
    .filter(({ decision }) => decision !== undefined && decision.at > told)
    .slice(-1)
    .filter(({ id }) => !seen.includes(id));
}

/** More than anybody put away and could still be shown. */
const MOST_SEEN = 50;

/** The requests whose answers were put away on this computer, as they were kept. */
export function keptSeen(text: string | undefined): readonly string[] {
  return (text ?? "").split(" ").filter((id) => id !== "");
}

export function seenWith(seen: readonly string[], id: string): readonly string[] {
  return [...seen.filter((other) => other !== id), id].slice(-MOST_SEEN);
}

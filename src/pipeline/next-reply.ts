import type { Conversation } from "../core/decision.ts";
import type { Incoming, ReplyClock } from "../core/incoming.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { Instant } from "../core/words.ts";
import { nextReplyClock } from "../routing/rules/reply-clock.ts";
import type { Roster } from "../staffing/rules/roster.ts";

/** Whether who answered last may be waited for after this event: then it is decided with who works when. */
export function mayBeginToWait(incoming: Incoming, conversation: Conversation | undefined): boolean {
  switch (incoming.type) {
    case "message-received":
      return conversation !== undefined && conversation.status !== "bot" && conversation.status !== "closed";
    case "agent-transferred":
      return true;
    case "handover-routed":
      return incoming.takenFrom !== undefined;
    default:
      return false;
  }
}

interface Waiting {
  readonly policy: StorePolicy;
  readonly roster: Roster | undefined;
  readonly conversation: Conversation | undefined;
}

/** By when somebody must have answered who begins to wait now; undefined where nobody can begin, or time always counts. */
export function nextReplyIn({ policy, roster, conversation }: Waiting, now: Instant): ReplyClock | undefined {
  const { replyLimits: limits } = policy;
  if (roster === undefined || limits?.hours !== "working") return undefined;
  if (conversation?.status !== "assigned" || conversation.waitingSince !== undefined) return undefined;
  const { storeId, skill = "presale", agent } = conversation;
  return nextReplyClock(roster, { storeId, skill, holder: agent?.id, at: now }, limits);
}

import type { Decision } from "../../core/decision.ts";
import type { ContactIncoming, TimerDue } from "../../core/incoming.ts";
import { askRequest, decideRequest, expireRequests, tellRequestDue, withdrawRequest } from "../../requests/rules/lane.ts";
import { closeByAgent, releaseToBot, replyByAgent } from "./agent-acts.ts";
import { answerMessage } from "./answer.ts";
import { tellClock } from "./clock.ts";
import { askedForHuman } from "./handover.ts";
import type { ContactFacts } from "./facts.ts";
import { noteLeft } from "./left.ts";
import { takeRating } from "./rating.ts";
import { tellRouting } from "./routed.ts";
import { closeWhenSilent } from "./silence.ts";
import { whisper } from "./supervised.ts";
import { transferByAgent } from "./transfer.ts";

/** What to do about one event of a shopper's lane. Pure: the same facts always give the same decision. */
export function decideContact(facts: ContactFacts, incoming: ContactIncoming): Decision {
  return expireRequests(facts, decideEvent(facts, incoming));
}

function decideEvent(facts: ContactFacts, incoming: ContactIncoming): Decision {
  switch (incoming.type) {
    case "message-received":
      return answerMessage(facts, incoming);
    case "human-requested":
      return askedForHuman(facts, incoming);
    case "rating-given":
      return takeRating(facts, incoming);
    case "agent-replied":
      return replyByAgent(facts, incoming);
    case "agent-released":
      return releaseToBot(facts, incoming);
    case "agent-closed":
      return closeByAgent(facts, incoming);
    case "agent-transferred":
      return transferByAgent(facts, incoming);
    case "supervisor-whispered":
      return whisper(facts, incoming);
    case "request-asked":
      return askRequest(facts, incoming);
    case "request-decided":
      return decideRequest(facts, incoming);
    case "request-withdrawn":
      return withdrawRequest(facts, incoming);
    case "handover-routed":
      return tellRouting(facts, incoming);
    case "holder-left":
      return noteLeft(facts, incoming);
    case "timer-due":
      return decideTimer(facts, incoming);
  }
}

function decideTimer(facts: ContactFacts, timer: TimerDue): Decision {
  if (timer.kind === "reply-clock") return tellClock(facts, timer);
  return timer.kind === "request-due" ? tellRequestDue(facts, timer) : closeWhenSilent(facts, timer);
}

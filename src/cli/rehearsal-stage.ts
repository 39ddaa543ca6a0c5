import { randomUUID } from "node:crypto";
import type { FakeChannel } from "../../adapters/fake/index.ts";
import type { Conversation, ConversationStatus, Reason } from "../core/decision.ts";
import { incomingId, type StoreId } from "../core/ids.ts";
import { sentenceOf, type Sentence } from "../core/reasons.ts";
import type { Instant, Skill } from "../core/words.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { RunningSpine } from "../pipeline/spine.ts";
import type { AgentStatus } from "../staffing/rules/roster.ts";
import { conversationOf, perform } from "./rehearsal-acts.ts";
import type { Expectation } from "./rehearsal-expect.ts";
import type { AGENT_ACTS } from "./rehearsal-line.ts";
import { actionOf, alertsIn, articlesOf, flagsIn, newReplies, newSteps, notesIn, placeIn, promisedIn, takerIn, type Step } from "./rehearsal-told.ts"; // prettier-ignore

/** What a rehearsal is played on. */
export interface Stage {
  readonly db: Database;
  readonly clock: Clock & { set(now: Instant): void };
  readonly spine: RunningSpine;
  readonly channel: FakeChannel;
  readonly store: StoreId;
  /** Number of the last event, and of messages, that were told about. */
  readonly seen: { n: string; sent: number };
}

/** One line of the script. */
export interface Act {
  readonly at: Instant;
  readonly from: "shopper" | "agent" | "clock";
  readonly who: string;
  readonly text: string;
  /** The shopper an agent answers; absent: who waits longest for this agent. */
  readonly to?: string | undefined;
  /** What an agent does; absent: they say something. */
  readonly act?: (typeof AGENT_ACTS)[number] | undefined;
  /** With `act` status: the one the agent takes. */
  readonly status?: AgentStatus | undefined;
  /** With `act` transfer or give: the agent to whom it goes. */
  readonly colleague?: string | undefined;
  /** With `act` transfer: the skill that is asked for. */
  readonly skill?: Skill | undefined;
  /** With `act` ask: how much money, in yuan; absent: something else. With grant: how much; absent: as asked. */
  readonly sum?: number | undefined;
  readonly expect?: Expectation | undefined;
}

/** What came of one line. */
export interface Played {
  /** What shoppers were told since the line before, in order. */
  readonly replies: readonly string[];
  readonly action:
    | "answer"
    | "clarify"
    | "handover"
    | "smalltalk"
    | "decline"
    | "quiet"
    | "reply"
    | "note"
    | "claim"
    | "refuse"
    | "transfer"
    | "whisper"
    | "take-over"
    | "give"
    | "ask"
    | "grant"
    | "refuse-request"
    | "release"
    | "close"
    | "status"
    | "refused"
    | "clock";
  /** The article answered from, or those offered as choices. */
  readonly articles: readonly string[];
  readonly skill: string | null;
  /** The agent who has the conversation now; for a clock line, who got one. */
  readonly assigned: string | null;
  /** ISO 8601: when somebody will be there, if nobody is. */
  readonly promised: string | null;
  readonly reasons: readonly Sentence[];
  /** As the conversation stands now; null on a clock line. */
  readonly status: ConversationStatus | null;
  /** The agent to whom it is offered and who has not taken it; for a clock line, to whom something was offered. */
  readonly offered: string | null;
  /** The place in the queue that a shopper was told since the line before. */
  readonly place: number | null;
  /** What was remarkable about who got it: `language-mismatch`, `overflow`. */
  readonly flags: readonly string[];
  /** What only colleagues read. */
  readonly notes: readonly string[];
  /** Codes of what agents or supervisors were alerted to. */
  readonly alerts: readonly string[];
}

/** Plays one line at its time and tells what came of it, with what happened while time passed. */
export async function playLine(stage: Stage, act: Act): Promise<Played> {
  const id = incomingId(`rehearsal:${randomUUID()}`);
  const shopper = await perform(stage, act, id);
  await stage.spine.fireTimers();
  await stage.spine.idle();
  const steps = await newSteps(stage);
  const main = steps.find(({ incoming }) => incoming.id === id);
  const conversation = shopper === undefined ? undefined : await conversationOf(stage, shopper);
  const isClock = act.from === "clock";
  return {
    replies: newReplies(stage),
    action: actionOf(act, main),
    articles: main === undefined ? [] : articlesOf(main.effects),
    skill: conversation === undefined || conversation.status === "bot" ? null : (conversation.skill ?? null),
    assigned: isClock ? takerIn(steps, ["assigned", "offered"]) : (conversation?.agent?.id ?? null),
    promised: promisedIn(steps),
    reasons: reasonsOf(act, main, steps).map(sentenceOf),
    status: conversation?.status ?? null,
    offered: isClock ? takerIn(steps, ["offered"]) : offeredOf(conversation),
    place: placeIn(steps),
    flags: flagsIn(steps),
    notes: notesIn(steps),
    alerts: alertsIn(steps),
  };
}

const offeredOf = (conversation: Conversation | undefined): string | null =>
  conversation?.status === "offered" ? (conversation.agent?.id ?? null) : null;

/** An agent whose line reached no conversation is told so, before what else happened. */
function reasonsOf(act: Act, main: Step | undefined, steps: readonly Step[]): readonly Reason[] {
  const reasons = steps.flatMap((step) => step.reasons);
  return act.from === "agent" && main === undefined ? [NOBODY, ...reasons] : reasons;
}

const NOBODY: Reason = { code: "refused-nobody", values: {} };

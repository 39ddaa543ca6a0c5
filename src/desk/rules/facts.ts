import type { Conversation } from "../../core/decision.ts";
import type { ReplyClock } from "../../core/incoming.ts";
import type { StorePolicy } from "../../core/policy.ts";
import type { Candidate, Reading } from "../../core/understanding.ts";
import type { Finding } from "../../guard/rules/finding.ts";
import type { Instant } from "../../core/words.ts";

/** What the rules for one shopper's lane may look at. Stored with the decision, so that it can be decided again. */
export interface ContactFacts {
  readonly type: "contact";
  readonly now: Instant;
  readonly policy: StorePolicy;
  /** The lane's newest conversation, open or closed; absent when nothing was ever said. */
  readonly conversation?: Conversation | undefined;
  /** What the text means; absent for events without a text. */
  readonly reading?: Reading | undefined;
  /** The article of the choice that was pressed or numbered, as it stands now. */
  readonly chosen?: Candidate | undefined;
  /** The article last answered with, as it stands now, for who asks to hear it again. */
  readonly lastAnswer?: Candidate | undefined;
  /**
   * By when somebody must have answered a shopper who begins to wait for a person's next words now, in working time; absent: time
   * always counts.
   */
  readonly nextReply?: ReplyClock | undefined;
  /** What the guard found in an agent's words; absent: nothing. */
  readonly findings?: readonly Finding[] | undefined;
  /** Of whoever wrote a reply that names a sum: how much they may promise by the roster, in fen; absent: nothing is said there. */
  readonly limitFen?: number | undefined;
}

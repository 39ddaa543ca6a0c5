import { conversationId, escalationId, type StoreId } from "../../core/ids.ts";
import type { Instant, Urgency } from "../../core/words.ts";
import type { RoutableEscalation, RoutingDecision } from "../../routing/rules/facts.ts";
import { route } from "../../routing/rules/route.ts";
import type { AgentState, Roster } from "../../staffing/rules/roster.ts";

/** A matter that nobody has brought yet. */
export interface Matter {
  readonly at: Instant;
  readonly store: StoreId;
  readonly skill: string;
  /** A language tag; empty: it does not matter. */
  readonly language: string;
  readonly urgency: Urgency;
}

/** Who would get it, if nothing else waited: decided as the desk decides, with the same sentence. */
export function whoWouldGet(
  desk: { readonly roster: Roster; readonly agents: readonly AgentState[] },
  { at, store, skill, language, urgency }: Matter,
): RoutingDecision {
  const asked: RoutableEscalation = {
    id: escalationId("asked"),
    storeId: store,
    conversationId: conversationId("asked"),
    skill,
    language,
    urgency,
    priority: 0,
    state: "waiting",
    waitingSince: at,
  };
  const [decision] = route<RoutableEscalation>({ ...desk, escalations: [asked], acceptAtOnce: true }, at).decisions;
  if (decision === undefined) throw new Error("Routing decided nothing about the one matter it was asked: see route.ts");
  return decision;
}

import type { Escalation } from "../../core/decision.ts";
import { conversationId, escalationId, storeId, type AgentId } from "../../core/ids.ts";
import type { Instant, Urgency } from "../../core/words.ts";
import type { AgentState, Roster } from "../../staffing/rules/roster.ts";
import type { RoutableEscalation, RoutingDecision } from "./facts.ts";
import { NO_STORE } from "./pass.ts";
import { route } from "./route.ts";

/** A matter that nobody has brought yet: who would get it? */
export interface Asked {
  readonly at: Instant;
  readonly skill: string;
  /** A language tag; empty: it does not matter. */
  readonly language: string;
  readonly urgency: Urgency;
  /** Absent: of no particular store; then no agent is left out for the store's sake. */
  readonly store?: string | undefined;
  readonly previousAgent?: AgentId | undefined;
}

interface DeskNow {
  readonly roster: Roster;
  readonly agents: readonly AgentState[];
  /** What people hold, where conversations weigh differently. */
  readonly held?: readonly Escalation[] | undefined;
}

/** Decides it as the desk would if nothing else waited: the same rules, the same sentence. */
export function whoTakes(desk: DeskNow, { at, store, previousAgent, skill, language, urgency }: Asked): RoutingDecision {
  const escalation: RoutableEscalation = {
    id: escalationId("asked"),
    storeId: storeId(store ?? NO_STORE),
    conversationId: conversationId("asked"),
    skill,
    language,
    urgency,
    priority: 0,
    state: "waiting",
    waitingSince: at,
    previousAgent,
  };
  const roster = store === undefined ? openToEveryStore(desk.roster) : desk.roster;
  // Offers to others are not looked at again: they keep their place.
  const held = (desk.held ?? []).map((one) => ({ ...one, state: "assigned" as const }));
  const facts = { roster, agents: desk.agents, escalations: [...held, escalation], acceptAtOnce: true };
  const [decision] = route<RoutableEscalation>(facts, at).decisions;
  if (decision === undefined) throw new Error("Routing decided nothing about the one matter it was asked: see route.ts");
  return decision;
}

// Made once for each roster: thousands of cases are asked of one.
const opened = new WeakMap<Roster, Roster>();

function openToEveryStore(roster: Roster): Roster {
  const known = opened.get(roster);
  if (known !== undefined) return known;
  const open = { ...roster, agents: roster.agents.map((agent) => ({ ...agent, stores: undefined, notStores: undefined })) };
  opened.set(roster, open);
  return open;
}

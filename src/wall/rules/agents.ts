import type { Instant } from "../../core/words.ts";
import type { StoreId } from "../../core/ids.ts";
import { mayServe } from "../../routing/rules/eligibility.ts";
import type { RoutableEscalation } from "../../routing/rules/facts.ts";
import { inUnits, loadsOf, placesTaken } from "../../routing/rules/load.ts";
import { dutyOf } from "../../staffing/rules/on-shift.ts";
import type { AgentState, Roster } from "../../staffing/rules/roster.ts";
import type { AgentStanding } from "../api.ts";

/** An agent at one moment. */
export interface AgentAt {
  readonly id: string;
  readonly name: string;
  readonly standing: AgentStanding;
  readonly shiftUntil?: Instant | undefined;
  readonly load: number;
  readonly capacity: number;
}

interface DeskNow {
  readonly roster: Roster;
  readonly states: readonly AgentState[];
  /** What people hold, where conversations weigh differently; else each weighs one unit. */
  readonly held?: readonly RoutableEscalation[] | undefined;
}

/** Everybody who serves one of these stores: on shift first, the fullest of them first, then by name. */
export function agentsAt(
  { roster, states, held: escalations = [] }: DeskNow,
  stores: readonly StoreId[],
  now: Instant,
): readonly AgentAt[] {
  const loads = loadsOf({ agents: states, escalations }, roster.routing ?? {}, now);
  const known = new Map(states.map((state) => [state.agentId, state]));
  const people = roster.agents.filter((agent) => stores.some((store) => mayServe(agent, store)));
  const found = people.map((agent): AgentAt => {
    const { status = "ready" } = known.get(agent.id) ?? {};
    const held = loads.get(agent.id) ?? 0;
    const shiftUntil = dutyOf(roster, agent, now)?.end;
    const { id, name, capacity } = agent;
    const standing = standingOf({ status, load: inUnits(held), capacity, isOnShift: shiftUntil !== undefined });
    return { id, name, standing, shiftUntil, load: placesTaken(held), capacity };
  });
  return found.toSorted(fullestFirst);
}

interface Facts {
  readonly status: AgentState["status"];
  readonly load: number;
  readonly capacity: number;
  readonly isOnShift: boolean;
}

function standingOf({ status, load, capacity, isOnShift }: Facts): AgentStanding {
  if (!isOnShift) return "off-shift";
  return status === "ready" && load >= capacity ? "full" : status;
}

/** How many stand how. */
export function countStandings(agents: readonly AgentAt[]): Readonly<Record<AgentStanding, number>> {
  const counts = { ready: 0, full: 0, break: 0, away: 0, offline: 0, "off-shift": 0 };
  for (const { standing } of agents) counts[standing] += 1;
  return counts;
}

function fullestFirst(a: AgentAt, b: AgentAt): number {
  const off = Number(a.standing === "off-shift") - Number(b.standing === "off-shift");
  if (off !== 0) return off;
  // Products instead of quotients: a capacity of 0 divides nothing.
  const fuller = b.load * a.capacity - a.load * b.capacity;
  if (fuller !== 0) return fuller;
  return a.name === b.name ? Number(a.id > b.id) - Number(a.id < b.id) : Number(a.name > b.name) - Number(a.name < b.name);
}

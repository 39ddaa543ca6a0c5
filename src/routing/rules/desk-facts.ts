import type { Effect, Escalation } from "../../core/decision.ts";
import type { AgentId, EscalationId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { zoneOf, type AgentState } from "../../staffing/rules/roster.ts";
import { startOfDay } from "../../staffing/rules/wall-clock.ts";
import type { RoutingFacts } from "./facts.ts";
import { holderOf } from "./load.ts";

/** What the desk's lane may look at: routing's facts and the time. Stored with the decision. */
export interface DeskFacts extends RoutingFacts {
  readonly type: "desk";
  readonly now: Instant;
}

/** The desk's facts after these effects: for what is decided next. Ended escalations are gone, loads and statuses are as they will be. */
export function deskAfter(facts: DeskFacts, effects: readonly Effect[]): DeskFacts {
  const written = effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation] : []));
  const changed = effects.flatMap((effect) => (effect.type === "change-agent" ? [effect] : []));
  if (written.length === 0 && changed.length === 0) return facts;
  // Of thousands that are open few are written.
  const after = new Map(written.map((escalation) => [escalation.id, escalation]));
  const before = new Map<EscalationId, Escalation>();
  for (const one of facts.escalations) if (after.has(one.id)) before.set(one.id, one);
  const opened = [...after.values()].filter(({ id }) => !before.has(id));
  const moves = movesOf([...after].map(([id, one]) => ({ before: before.get(id), after: one })));
  const changes = new Map<AgentId, Partial<AgentState>>();
  for (const { agentId, changes: one } of changed) {
    const { status, missedOffers } = one;
    const set = { ...(status === undefined ? {} : { status }), ...(missedOffers === undefined ? {} : { missedOffers }) };
    changes.set(agentId, { ...changes.get(agentId), ...set });
  }
  return {
    ...facts,
    escalations: [...facts.escalations.map((one) => after.get(one.id) ?? one), ...opened].filter(
      ({ state }) => state !== "ended",
    ),
    agents: facts.agents.map((agent) => {
      const move = moves.get(agent.agentId);
      if (move === undefined && !changes.has(agent.agentId)) return agent;
      const lastAssignedAt = laterOf(agent.lastAssignedAt, move?.givenAt);
      const load = agent.load + (move?.by ?? 0);
      return { ...agent, load, lastAssignedAt, ...givenToday(facts, agent, move), ...changes.get(agent.agentId) };
    }),
  };
}

/** When it was given to who has it. */
export function givenAt({ state, offeredAt, assignedAt }: Escalation): Instant | undefined {
  return state === "assigned" ? assignedAt : offeredAt;
}

interface Move {
  by: number;
  givenAt: Instant | undefined;
  /** Of what they no longer have, and did not end: when it was assigned to them; an offer never was. */
  readonly lost: (Instant | undefined)[];
  given: number;
}

/** What a trainee was given today, counted as the store counts it: what ended stays in the day, what went to somebody else does not. */
function givenToday({ roster, now }: DeskFacts, state: AgentState, move: Move | undefined): Pick<AgentState, "assignedToday"> {
  if (state.assignedToday === undefined || move === undefined) return {};
  const agent = roster.agents.find(({ id }) => id === state.agentId);
  const midnight = startOfDay(agent === undefined ? roster.timezone : zoneOf(roster, agent), now);
  const lost = move.lost.filter((at) => at === undefined || at >= midnight).length;
  return { assignedToday: Math.max(0, state.assignedToday + move.given - lost) };
}

interface Touched {
  readonly before: Escalation | undefined;
  readonly after: Escalation | undefined;
}

function movesOf(touched: readonly Touched[]): ReadonlyMap<AgentId, Move> {
  const moves = new Map<AgentId, Move>();
  const moveOf = (agent: AgentId): Move => {
    const move = moves.get(agent) ?? { by: 0, givenAt: undefined, lost: [], given: 0 };
    moves.set(agent, move);
    return move;
  };
  for (const { before, after } of touched) {
    const [had, has] = [holderOf(before), holderOf(after)];
    if (had !== undefined) {
      const move = moveOf(had);
      move.by -= 1;
      const isKeptInDay = after?.state === "ended" && before?.assignedAt !== undefined;
      if (had !== has && !isKeptInDay) move.lost.push(before?.assignedAt);
    }
    if (has === undefined || after === undefined) continue;
    const move = moveOf(has);
    move.by += 1;
    if (had !== has) move.given += 1;
    move.givenAt = laterOf(move.givenAt, givenAt(after));
  }
  return moves;
}

function laterOf(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}

import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { AgentState, AgentStatus, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { isOnShiftWhen, zoneOf } from "../../staffing/rules/roster.ts";
import type { WallTime } from "../../staffing/rules/wall-clock.ts";
import { wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import type { IneligibleReason, RoutableEscalation } from "./facts.ts";

/** Where nothing else is known each conversation weighs this much of an agent's capacity. */
export const WEIGHT = 1;

/** The skill that matches everything, whether an agent has it or an escalation asks for it. */
export const ANY_SKILL = "any";

/** An agent as routing sees them at one moment. */
export interface OnDesk {
  readonly agent: RosterAgent;
  readonly onShift: boolean;
  readonly status: AgentStatus;
  readonly load: number;
  readonly lastAssignedAt?: Instant | undefined;
}

/** Every agent of the roster with what is known of them now. */
export function peopleOnDesk(
  facts: { readonly roster: Roster; readonly agents: readonly AgentState[] },
  now: Instant,
): Map<AgentId, OnDesk> {
  const states = new Map(facts.agents.map((state) => [state.agentId, state]));
  // A desk knows a handful of zones: asking each what its wall shows once makes a big desk quick.
  const walls = new Map<string, WallTime>();
  return new Map(
    facts.roster.agents.map((agent) => {
      const zone = zoneOf(facts.roster, agent);
      const wall = walls.get(zone) ?? wallTimeAt(zone, now);
      walls.set(zone, wall);
      const onShift = isOnShiftWhen(facts.roster, agent, wall);
      const { status = "ready", load = 0, lastAssignedAt } = states.get(agent.id) ?? {};
      return [agent.id, { agent, onShift, status, load, lastAssignedAt }];
    }),
  );
}

/** P1: the first reason, in the fixed order, why this person may not take it; undefined when they may. */
export function firstObstacle(person: OnDesk, escalation: RoutableEscalation): IneligibleReason | undefined {
  if (!mayServe(person.agent, escalation.storeId)) return "not-authorised-for-store";
  if (!person.onShift) return "off-shift";
  if (person.status !== "ready") return "not-ready";
  if (person.load + WEIGHT > person.agent.capacity) return "at-capacity";
  if (!hasSkill(person.agent, escalation.skill)) return "skill-missing";
  return undefined;
}

/** P6, P7: at work with the skill, though perhaps full, away or on a break. Offline is not working. */
export function isWorkingWithSkill(person: OnDesk, escalation: RoutableEscalation): boolean {
  return person.onShift && person.status !== "offline" && couldTake(person.agent, escalation);
}

/** Allowed and able, at any hour. */
export function couldTake(agent: RosterAgent, escalation: Pick<RoutableEscalation, "storeId" | "skill">): boolean {
  return mayServe(agent, escalation.storeId) && hasSkill(agent, escalation.skill);
}

export function mayServe(agent: RosterAgent, store: string): boolean {
  return agent.stores === undefined || agent.stores.includes(store);
}

/** P4: by the main language: who speaks `zh` is asked for `zh-TW` too. No language asked: everybody speaks it. */
export function speaks(agent: RosterAgent, language: string): boolean {
  if (language === "") return true;
  const wanted = mainLanguage(language);
  return agent.languages.some((spoken) => mainLanguage(spoken) === wanted);
}

function hasSkill(agent: RosterAgent, skill: string): boolean {
  return skill === ANY_SKILL || agent.skills.includes(skill) || agent.skills.includes(ANY_SKILL);
}

function mainLanguage(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
}

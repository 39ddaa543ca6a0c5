import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { onShiftAt } from "../../staffing/rules/on-shift.ts";
import type { AgentState, AgentStatus, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { EXCLUDED_MINUTES, type RoutingPolicy, SHIFT_ENDING_MINUTES } from "../../staffing/rules/routing-policy.ts";
import type { IneligibleReason, RoutableEscalation } from "./facts.ts";
import { LAST_RUNG, ownValue, type Rung } from "./ladder.ts";
import { hasRoom, loadsOf } from "./load.ts";
import { weightOf } from "./weight.ts";

/** The skill that matches everything, whether an agent has it or an escalation asks for it. */
export const ANY_SKILL = "any";

/** A level that nobody wrote down counts as the middle one. */
export const UNSTATED_LEVEL = 3;

const MINUTE_MS = 60_000;

/** An agent as routing sees them at one moment. */
export interface OnDesk {
  readonly agent: RosterAgent;
  readonly onShift: boolean;
  /** On shift, but no longer when work that begins now would still go on. */
  readonly isEnding: boolean;
  readonly status: AgentStatus;
  /** In hundredths of a unit. */
  readonly load: number;
  readonly lastAssignedAt?: Instant | undefined;
  /** Of the day, for supervised trainees. */
  readonly assignedToday: number;
}

/** An agent as they stand within a pass; `before`: as they stood until this turn. */
export interface Standing extends OnDesk {
  /** Their place in the roster's list. */
  readonly place: number;
  readonly turn: number;
  readonly before?: Standing | undefined;
}

/** Every agent of the roster with what is known of them now, in the roster's order. */
export function peopleOnDesk(
  facts: {
    readonly roster: Roster;
    readonly agents: readonly AgentState[];
    readonly escalations?: readonly RoutableEscalation[] | undefined;
  },
  now: Instant,
): Standing[] {
  const { roster } = facts;
  const policy = roster.routing ?? {};
  const states = new Map(facts.agents.map((state) => [state.agentId, state]));
  const loads = loadsOf({ agents: facts.agents, escalations: facts.escalations ?? [] }, policy, now);
  const isOnShift = onShiftAt(roster, now);
  const isOnShiftLater = policy.longWork === undefined ? undefined : onShiftAt(roster, now + endingMs(policy));
  return roster.agents.map((agent, place) => {
    const { status = "ready", lastAssignedAt, assignedToday = 0 } = states.get(agent.id) ?? {};
    const onShift = isOnShift(agent);
    const isEnding = onShift && isOnShiftLater?.(agent) === false;
    return {
      agent,
      onShift,
      isEnding,
      status,
      load: loads.get(agent.id) ?? 0,
      lastAssignedAt,
      assignedToday,
      place,
      turn: 0,
      before: undefined,
    };
  });
}

/** What a matter asks of who takes it, beside the steps of the ladder. */
export interface Matter {
  readonly escalation: RoutableEscalation;
  /** Of a conversation given out now, in hundredths of a unit. */
  readonly weight: number;
  readonly excluded: ReadonlySet<AgentId>;
}

/** The matter of an escalation, now. */
export function matterOf(policy: RoutingPolicy, escalation: RoutableEscalation, now: Instant): Matter {
  return { escalation, weight: weightOf(policy, escalation), excluded: excludedFrom(policy, escalation, now) };
}

/** The first reason, in the fixed order, why this person may not take it on this step; undefined when they may. */
export function obstacleOn(rung: Rung, person: OnDesk, matter: Matter): IneligibleReason | undefined {
  if (!mayServe(person.agent, matter.escalation.storeId)) return "not-authorised-for-store";
  return obstacleWithin(rung, person, matter);
}

/** The same of somebody who may serve the store. */
export function obstacleWithin(
  rung: Rung,
  person: OnDesk,
  { escalation, weight, excluded }: Matter,
): IneligibleReason | undefined {
  const { agent } = person;
  if (!person.onShift) return "off-shift";
  if (person.status !== "ready") return "not-ready";
  if (person.isEnding && !rung.takesEnding) return "shift-ending";
  if (!hasRoom(person.load, agent.capacity, weight)) return "at-capacity";
  if (!mayTakeMoreToday(person)) return "trainee-limit";
  if (!hasSkill(agent, escalation.skill) || !hasAll(agent, rung.secondary)) return "skill-missing";
  if (rung.level !== undefined && levelOf(agent, escalation.skill) < rung.level) return "level-too-low";
  if (excluded.has(agent.id)) return "excluded";
  if (rung.employer !== undefined && agent.employer !== rung.employer) return "other-employer";
  return undefined;
}

/** P1: the first reason why this person may not take it on any step; undefined when they may. Without a policy it weighs one unit. */
export function firstObstacle(
  person: OnDesk,
  escalation: RoutableEscalation,
  policy: RoutingPolicy = {},
): IneligibleReason | undefined {
  return obstacleOn(LAST_RUNG, person, { escalation, weight: weightOf(policy, escalation), excluded: NOBODY });
}

/** At work, and would do for this step, though perhaps full, away or on a break. Offline is not working (P6, P7). */
export function isWorkingFor(rung: Rung, person: OnDesk, { escalation }: Matter): boolean {
  const { agent } = person;
  return (
    isWorkingWithSkill(person, escalation) &&
    (rung.takesEnding || !person.isEnding) &&
    hasAll(agent, rung.secondary) &&
    (rung.level === undefined || levelOf(agent, escalation.skill) >= rung.level) &&
    (rung.employer === undefined || agent.employer === rung.employer)
  );
}

/** P6, P7: at work with the skill. A trainee who may take nothing more today is not waited for. */
export function isWorkingWithSkill(person: OnDesk, escalation: RoutableEscalation): boolean {
  return person.onShift && person.status !== "offline" && mayTakeMoreToday(person) && couldTake(person.agent, escalation);
}

/** Allowed and able, at any hour. */
export function couldTake(agent: RosterAgent, escalation: Pick<RoutableEscalation, "storeId" | "skill">): boolean {
  return agent.trainee?.stage !== "shadow" && hasSkill(agent, escalation.skill) && mayServe(agent, escalation.storeId);
}

/** Whether the roster lets this agent see the store at all; a store that does not want them counts more. */
export function mayServe({ stores, notStores }: RosterAgent, store: string): boolean {
  return (stores === undefined || stores.includes(store)) && notStores?.includes(store) !== true;
}

/** Whether a trainee's day has room; everybody else's has. */
export function mayTakeMoreToday({ agent, assignedToday }: Pick<OnDesk, "agent" | "assignedToday">): boolean {
  const { trainee } = agent;
  return trainee === undefined || (trainee.stage === "supervised" && assignedToday < trainee.dailyLimit);
}

/** P4: by the main language: who speaks `zh` is asked for `zh-TW` too. No language asked: everybody speaks it. */
export function speaks(agent: RosterAgent, language: string): boolean {
  if (language === "") return true;
  if (agent.languages.includes(language)) return true;
  const wanted = mainLanguage(language);
  return agent.languages.some((spoken) => mainLanguage(spoken) === wanted);
}

/** `zh` of `zh-TW`. */
function mainLanguage(tag: string): string {
  const end = tag.search(/[-_]/);
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

/** The level that counts for this skill. */
export function levelOf(agent: RosterAgent, skill: string): number {
  return statedLevelOf(agent, skill) ?? UNSTATED_LEVEL;
}

/** The level somebody wrote down for this skill, or for all of them. */
export function statedLevelOf({ levels }: RosterAgent, skill: string): number | undefined {
  return ownValue(levels, skill) ?? ownValue(levels, ANY_SKILL);
}

/** Whether they have this skill, or all of them. */
export function hasSkill(agent: RosterAgent, skill: string): boolean {
  return skill === ANY_SKILL || agent.skills.includes(skill) || agent.skills.includes(ANY_SKILL);
}

function hasAll(agent: RosterAgent, skills: readonly string[]): boolean {
  return skills.length === 0 || skills.every((skill) => hasSkill(agent, skill));
}

const NOBODY: ReadonlySet<AgentId> = new Set();

/** Who declined it lately: it is not offered to them again before it was tried with others for a while. */
function excludedFrom(policy: RoutingPolicy, { declined }: RoutableEscalation, now: Instant): ReadonlySet<AgentId> {
  if (declined === undefined || declined.length === 0) return NOBODY;
  return new Set(declined.filter(({ at }) => now < at + excludedMs(policy)).map(({ agent }) => agent));
}

/** How long a refusal, or an offer let pass, counts: the policy alone says it. */
export function excludedMs(policy: RoutingPolicy): number {
  return (policy.excludedMinutes ?? EXCLUDED_MINUTES) * MINUTE_MS;
}

/** How long before the end of a shift no long work begins. */
export function endingMs(policy: RoutingPolicy): number {
  return (policy.shiftEndingMinutes ?? SHIFT_ENDING_MINUTES) * MINUTE_MS;
}

import type { Reason } from "../../core/decision.ts";
import { agentId, type StoreId } from "../../core/ids.ts";
import type { TransferTarget } from "../../core/incoming.ts";
import { SKILLS, type Agent, type Instant, type Phase, type Skill } from "../../core/words.ts";
import { mayServe } from "../../routing/rules/eligibility.ts";
import { standingInWords } from "../../routing/rules/standing.ts";
import { couldTakeSkill, colleaguesFor, standingFor, type OnDeskFacts } from "../../routing/rules/transfer.ts";
import { placesTaken } from "../../routing/rules/load.ts";
import type { TransferTargets } from "../workspace/api.ts";
import { because } from "./conversation.ts";

/** Who passes on what, and who there is. */
export interface Choice {
  readonly facts: OnDeskFacts;
  readonly now: Instant;
  readonly store: StoreId;
  /** What the conversation needs now. */
  readonly skill: Skill;
  /** What it is about: it may weigh by that. */
  readonly phase?: Phase | undefined;
  readonly asking: Agent;
}

/** A target as the console names it. */
export type NamedTarget =
  | { readonly type: "agent"; readonly id: string }
  | { readonly type: "skill"; readonly skill: Skill }
  | { readonly type: "queue" };

/** Whom the console may offer: colleagues of this store with how they stand, those who can take it first; and skills. */
export function targetsOf(choice: Choice): TransferTargets {
  const colleagues = colleaguesOf(choice);
  const agents = colleagues.map(({ person: { agent, load }, standing }) => ({
    id: agent.id,
    name: agent.name,
    load: placesTaken(load),
    capacity: agent.capacity,
    skills: agent.skills,
    ...(standing.type === "yes" ? {} : { obstacle: { code: standing.because, ...standingInWords(standing.because) } }),
  }));
  return {
    agents: agents.toSorted((a, b) => Number("obstacle" in a) - Number("obstacle" in b) || a.load - b.load),
    skills: SKILLS.map((skill) => ({ skill, ready: readyWith(choice, skill) })),
  };
}

/** Why it may not go there; undefined when it may. */
export function refusalOf(choice: Choice, to: NamedTarget): Reason | undefined {
  switch (to.type) {
    case "queue":
      return undefined;
    case "skill": {
      const able = colleaguesOf(choice).some(({ person }) => couldTakeSkill(person.agent, choice.store, to.skill));
      return able ? undefined : because("refused-transfer-nobody", { skill: to.skill });
    }
    case "agent": {
      if (to.id === choice.asking.id) return because("refused-transfer-self");
      const standing = standingFor(choice.facts, { ...choice, agent: to.id }, choice.now);
      if (standing.type === "yes") return undefined;
      // Other stores' people are nobody here: a guessed id must not tell that there is somebody.
      if (standing.because === "not-authorised-for-store") return because("refused-transfer-unknown");
      const code = REFUSALS.find((known) => known.endsWith(`-${standing.because}`)) ?? "refused-transfer-other";
      return because(code, { to: nameOf(choice, to.id) });
    }
  }
}

/** The target as the spine knows it, an agent with the name of the roster. */
export function targetNamed(choice: Choice, to: NamedTarget): TransferTarget {
  return to.type === "agent" ? { type: "agent", agent: { id: agentId(to.id), name: nameOf(choice, to.id) } } : to;
}

function nameOf({ facts, store }: Choice, id: string): string {
  return facts.roster.agents.find((agent) => agent.id === id && mayServe(agent, store))?.name ?? id;
}

const REFUSALS = [
  "refused-transfer-unknown",
  "refused-transfer-off-shift",
  "refused-transfer-not-ready",
  "refused-transfer-at-capacity",
  "refused-transfer-skill-missing",
];

function colleaguesOf({ facts, now, store, skill, phase, asking }: Choice) {
  return colleaguesFor(facts, { store, skill, phase, asking: asking.id }, now);
}

function readyWith(choice: Choice, skill: Skill): number {
  return colleaguesOf({ ...choice, skill }).filter(
    ({ person, standing }) => standing.type === "yes" && couldTakeSkill(person.agent, choice.store, skill),
  ).length;
}

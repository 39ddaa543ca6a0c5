import type { Declined, Escalation, Reason } from "../../core/decision.ts";
import { conversationId, escalationId, type StoreId } from "../../core/ids.ts";
import type { EscalationTransferred, TransferTarget } from "../../core/incoming.ts";
import { wordInChinese } from "../../core/reasons.ts";
import { SKILLS, type Agent, type Instant, type Phase, type Skill } from "../../core/words.ts";
import type { RosterAgent } from "../../staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../staffing/rules/routing-policy.ts";
import { ANY_SKILL, couldTake, firstObstacle, mayServe, peopleOnDesk, type OnDesk } from "./eligibility.ts";
import type { IneligibleReason, RoutableEscalation, RoutingDecision, RoutingFacts } from "./facts.ts";
import { withoutAgent } from "./happening.ts";
import { standingInWords } from "./standing.ts";

/** What a transfer makes of an escalation before routing looks again. */
export interface PassedOn {
  /** Waiting, without an agent, and in the transferring agent's words no work of theirs. */
  readonly escalation: Escalation;
  /** To the colleague it is meant for, where they can take it now. */
  readonly offer?: RoutingDecision | undefined;
  readonly reason: Reason;
}

/**
 * A transfer at the desk: who gave it up is among those who declined it, so that it does not come straight back; its place in the
 * work order stays. A colleague who cannot take it now is passed over: it then goes the usual way.
 */
export function passedOn(facts: RoutingFacts, incoming: EscalationTransferred, now: Instant): PassedOn {
  const { from, to } = incoming;
  const { conversationId: conversation } = incoming;
  const before = facts.escalations.find((one) => one.conversationId === conversation);
  const escalation: Escalation = {
    ...withoutAgent(before ?? openedAnew(incoming)),
    skill: incoming.skill,
    previousAgent: undefined,
    told: undefined,
    promisedAt: undefined,
    declined: [...(before?.declined ?? []), declinedBy(incoming, now)],
  };
  const values = { escalation: escalation.id, agent: from.name, ...targetInWords(to) };
  if (to.type !== "agent") return { escalation, reason: { code: "escalation-transferred", values } };
  const { storeId: store, skill, phase } = escalation;
  const standing = standingFor(facts, { store, skill, phase, agent: to.agent.id }, now);
  if (standing.type === "no") {
    const { zh: obstacle, en: obstacleEn } = standingInWords(standing.because);
    return { escalation, reason: { code: "transfer-missed", values: { ...values, obstacle, obstacleEn } } };
  }
  const meant = { ...escalation, skill: standing.skill };
  return {
    escalation: meant,
    offer: offering(meant, { from, to: to.agent }),
    reason: { code: "escalation-transferred", values },
  };
}

/** Whether a colleague may be given this store's conversation now, and under which skill: the one it needs, else one they have. */
export type Standing =
  { readonly type: "yes"; readonly skill: Skill } | { readonly type: "no"; readonly because: IneligibleReason | "unknown" };

interface Wanted {
  readonly store: StoreId;
  readonly skill: Skill;
  readonly agent: string;
  /** What it weighs may depend on it. */
  readonly phase?: Phase | undefined;
}

/** Who there is and what they hold; without escalations each conversation weighs one unit. */
export type OnDeskFacts = Pick<RoutingFacts, "roster" | "agents"> &
  Partial<Pick<RoutingFacts<RoutableEscalation>, "escalations">>;

/** How one colleague stands for a transfer. */
export function standingFor(facts: OnDeskFacts, wanted: Wanted, now: Instant): Standing {
  const person = [...peopleOnDesk(facts, now).values()].find(({ agent }) => agent.id === wanted.agent);
  return person === undefined ? { type: "no", because: "unknown" } : standingOf(person, wanted, facts.roster.routing);
}

/** Everybody else who serves the store, with how they stand; those of other stores are nobody's business. */
export function colleaguesFor(
  facts: OnDeskFacts,
  wanted: Omit<Wanted, "agent"> & { readonly asking: string },
  now: Instant,
): readonly { readonly person: OnDesk; readonly standing: Standing }[] {
  const colleagues = [...peopleOnDesk(facts, now).values()].filter(
    ({ agent }) => agent.id !== wanted.asking && mayServe(agent, wanted.store),
  );
  return colleagues.map((person) => ({ person, standing: standingOf(person, wanted, facts.roster.routing) }));
}

/** Whether somebody serves the store and has the skill, at any hour. */
export function couldTakeSkill(agent: RosterAgent, store: StoreId, skill: Skill): boolean {
  return couldTake(agent, asked(store, skill));
}

function standingOf(person: OnDesk, { store, skill, phase }: Omit<Wanted, "agent">, policy?: RoutingPolicy): Standing {
  const suited = suitedSkill(person, { store, skill });
  const because = firstObstacle(person, { ...asked(store, suited ?? skill), phase }, policy);
  return because === undefined ? { type: "yes", skill: suited ?? skill } : { type: "no", because };
}

// Whoever passes it to this colleague means what this colleague can do.
function suitedSkill({ agent }: OnDesk, { store, skill }: Pick<Wanted, "store" | "skill">): Skill | undefined {
  if (couldTake(agent, asked(store, skill)) || agent.skills.includes(ANY_SKILL)) return skill;
  return SKILLS.find((known) => agent.skills.includes(known));
}

/** An escalation of nobody, to ask who could take such a one. */
function asked(store: StoreId, skill: Skill): RoutableEscalation {
  return { ...NOBODYS, storeId: store, skill };
}

const NOBODYS: Omit<RoutableEscalation, "storeId" | "skill"> = {
  id: escalationId("nobody"),
  conversationId: conversationId("nobody"),
  language: "",
  urgency: "normal",
  priority: 0,
  state: "waiting",
  waitingSince: 0,
};

function openedAnew(incoming: EscalationTransferred): Escalation {
  const { escalationId: id, storeId, contactLane, skill, language, urgency, priority, phase, namedMoney, at } = incoming;
  const matter = { id, storeId, conversationId: incoming.conversationId, contactLane, skill, language, urgency, priority };
  return { ...matter, phase, namedMoney, state: "waiting", waitingSince: at };
}

function declinedBy({ from, reason }: EscalationTransferred, at: Instant): Declined {
  return { agent: from.id, at, how: "refused", reason };
}

function offering(escalation: Escalation, { from, to }: { readonly from: Agent; readonly to: Agent }): RoutingDecision {
  return {
    escalationId: escalation.id,
    storeId: escalation.storeId,
    conversationId: escalation.conversationId,
    outcome: { type: "assign", agent: to, flags: [] },
    changed: true,
    candidates: [{ agentId: to.id, eligible: true }],
    named: { candidates: [{ agentId: to.id, eligible: true }], leftOut: 0, elsewhere: 0 },
    tieBreak: "only-one",
    why: { zh: `${from.name}转接给${to.name}`, en: `${from.name} passed it on to ${to.name}` },
  };
}

/** The target in both languages, as values of a reason. */
export function targetInWords(to: TransferTarget): { readonly to: string; readonly toEn: string } {
  switch (to.type) {
    case "agent":
      return { to: to.agent.name, toEn: to.agent.name };
    case "skill":
      return { to: `会「${wordInChinese("skill", to.skill)}」的同事`, toEn: `somebody with the skill ${to.skill}` };
    case "queue":
      return { to: "排队", toEn: "the queue" };
  }
}

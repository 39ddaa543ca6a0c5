import type { Decision, Effect, Escalation, Reason } from "../../core/decision.ts";
import { DESK_LANE, incomingId, type IncomingId } from "../../core/ids.ts";
import type { ClaimRequested, DeskIncoming, EscalationOpened, RoutingOutcome } from "../../core/incoming.ts";
import type { Agent, Instant } from "../../core/words.ts";
import { claim } from "./claim.ts";
import { escalationAfter, outcomeToTell } from "./consequences.ts";
import type { Bilingual, RoutingDecision, RoutingFacts } from "./facts.ts";
import { nextRosterChange } from "./roster-change.ts";
import { route, routeArrival } from "./route.ts";

/** What the desk's lane may look at: routing's facts and the time. Stored with the decision. */
export interface DeskFacts extends RoutingFacts {
  readonly type: "desk";
  readonly now: Instant;
}

/** Routing as an event of its own, and the only writer of offers, assignments and claims. Pure. */
export function decideDesk(facts: DeskFacts, incoming: DeskIncoming): Decision {
  const first = firstEffects(facts, incoming);
  const after = { ...facts, escalations: replaced(facts.escalations, first.written) };
  const counted = { ...after, agents: loadsAfter(facts, first.written) };
  const [arrived] = incoming.type === "escalation-opened" ? first.written : [];
  const pass = arrived === undefined ? route(counted, facts.now) : routeArrival(counted, arrived.id, facts.now);
  const changed = pass.decisions.filter(({ changed: isChanged }) => isChanged);
  const routed = changed.map((decision) => carryOut(after, decision, incoming.id));
  const escalations = replaced(
    after.escalations,
    routed.map(({ escalation }) => escalation),
  );
  return {
    rule: `routing/${incoming.type}`,
    effects: [...first.effects, ...routed.flatMap(({ effects }) => effects), ...lookAgain(facts, escalations)],
    reasons: [...first.reasons, ...changed.map(reasonOf)],
  };
}

interface First {
  readonly written: readonly Escalation[];
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}

function firstEffects(facts: DeskFacts, incoming: DeskIncoming): First {
  switch (incoming.type) {
    case "escalation-opened": {
      const { skill, urgency, feeling, priority } = incoming;
      const first = writing(opened(facts, incoming), { code: "escalation-opened", values: { skill, urgency } });
      if (feeling === undefined) return first;
      return { ...first, reasons: [...first.reasons, { code: "escalation-feeling", values: { feeling, priority } }] };
    }
    case "escalation-ended": {
      const open = facts.escalations.find(({ conversationId }) => conversationId === incoming.conversationId);
      if (open === undefined) return { written: [], effects: [], reasons: [{ code: "nothing-to-end", values: {} }] };
      return writing({ ...open, state: "ended" }, { code: "escalation-ended", values: { agent: open.agent?.name ?? "-" } });
    }
    case "claim-requested":
      return claimed(facts, incoming);
    case "staffing-changed":
    case "timer-due":
      return { written: [], effects: [], reasons: [{ code: "looked-again", values: { cause: incoming.type } }] };
  }
}

/** A second call for the same conversation (danger said while waiting) raises the one that waits. */
function opened(facts: DeskFacts, incoming: EscalationOpened): Escalation {
  const known = facts.escalations.find(({ conversationId }) => conversationId === incoming.conversationId);
  const { skill, language, urgency, priority, previousAgent } = incoming;
  if (known !== undefined) {
    // Who only turned angry is told nothing anew: it is the same queue.
    const told = known.skill === skill && known.urgency === urgency ? known.told : undefined;
    return { ...known, skill, urgency, priority: Math.max(known.priority, priority), told };
  }
  return {
    id: incoming.escalationId,
    storeId: incoming.storeId,
    conversationId: incoming.conversationId,
    contactLane: incoming.contactLane,
    skill,
    language,
    urgency,
    priority,
    state: "waiting",
    previousAgent,
    waitingSince: incoming.at,
  };
}

function claimed(facts: DeskFacts, incoming: ClaimRequested): First {
  const wanted = { agentId: incoming.agent.id, matter: { conversationId: incoming.conversationId } };
  const outcome = claim(facts, wanted, facts.now);
  if (outcome.type === "refused") {
    const reason = { code: `refused-${outcome.code}`, values: { agent: outcome.by?.name ?? incoming.agent.name } };
    return { written: [], effects: [{ type: "refuse", reason }], reasons: [reason] };
  }
  const { escalation } = outcome;
  const had = facts.escalations.find(({ id }) => id === escalation.id);
  const isAccepted = had?.state === "offered" && had.agent?.id === incoming.agent.id;
  const reason = { code: isAccepted ? "accepted" : "claimed", values: { agent: incoming.agent.name } };
  if (had?.state === "assigned") return { written: [], effects: [], reasons: [reason] };
  const why = whyTaken(incoming.agent, had);
  const tell = telling(
    { escalation, outcome: { type: "assigned", agent: incoming.agent }, why, isOverflow: false },
    facts.now,
    incoming.id,
  );
  const first = writing(escalation, reason);
  return { ...first, effects: [...first.effects, tell] };
}

/** Accepting an offer, taking what waits, and taking what a colleague has not answered are three things. */
function whyTaken({ id, name }: Agent, had: Escalation | undefined): Bilingual {
  const offeredTo = had?.state === "offered" ? had.agent : undefined;
  if (offeredTo === undefined) return { zh: `${name}从排队中主动接入`, en: `${name} claimed it from the queue` };
  if (offeredTo.id === id) return { zh: `${name}接受派单`, en: `${name} accepted the offer` };
  return {
    zh: `${name}主动接入（原派给${offeredTo.name}，还没有接）`,
    en: `${name} claimed it (it was offered to ${offeredTo.name}, who had not answered)`,
  };
}

function writing(escalation: Escalation, reason: Reason): First {
  return { written: [escalation], effects: [{ type: "write-escalation", escalation }], reasons: [reason] };
}

function carryOut(facts: DeskFacts, decision: RoutingDecision, cause: IncomingId): { escalation: Escalation; effects: Effect[] } {
  const before = facts.escalations.find(({ id }) => id === decision.escalationId);
  if (before === undefined) throw new Error(`Routing decided about escalation ${decision.escalationId}, which it was not given.`);
  const { acceptAtOnce } = facts;
  const escalation = escalationAfter(before, { decision, acceptAtOnce }, facts.now);
  const told = outcomeToTell(decision, acceptAtOnce);
  const isOverflow = decision.outcome.type === "assign" && decision.outcome.flags.includes("overflow");
  const tell = telling({ escalation, outcome: told, why: decision.why, isOverflow }, facts.now, cause);
  return { escalation, effects: [{ type: "write-escalation", escalation }, tell] };
}

interface Told {
  readonly escalation: Escalation;
  readonly outcome: RoutingOutcome;
  readonly why: Bilingual;
  readonly isOverflow: boolean;
}

function telling({ escalation, outcome, why, isOverflow }: Told, now: Instant, cause: IncomingId): Effect {
  return {
    type: "raise",
    incoming: {
      type: "handover-routed",
      id: incomingId(`${cause}>${escalation.id}`),
      lane: escalation.contactLane,
      at: now,
      storeId: escalation.storeId,
      conversationId: escalation.conversationId,
      outcome,
      isOverflow,
      why,
    },
  };
}

// One timer for the desk: the next moment at which the roster alone could change an outcome.
function lookAgain(facts: DeskFacts, escalations: readonly Escalation[]): readonly Effect[] {
  const waiting = escalations.filter(({ state }) => state === "waiting" || state === "offered");
  const dueAt = nextRosterChange(facts.roster, waiting, facts.now);
  const timer = { kind: "roster-change", thing: DESK_LANE } as const;
  return [dueAt === undefined ? { type: "cancel-timer", ...timer } : { type: "set-timer", ...timer, dueAt }];
}

function reasonOf(decision: RoutingDecision): Reason {
  const values = {
    escalation: decision.escalationId,
    zh: decision.why.zh,
    en: decision.why.en,
    tieBreak: decision.tieBreak ?? "-",
    candidates: decision.candidates.map((one) => `${one.agentId}:${one.reason ?? "eligible"}`).join(","),
  };
  return { code: `decided-${decision.outcome.type}`, values };
}

function replaced(all: readonly Escalation[], written: readonly Escalation[]): readonly Escalation[] {
  const byId = new Map(all.map((escalation) => [escalation.id, escalation]));
  for (const escalation of written) byId.set(escalation.id, escalation);
  return [...byId.values()].filter(({ state }) => state !== "ended");
}

// A load counts what is offered or assigned; what was just written counts before routing looks.
function loadsAfter(facts: DeskFacts, written: readonly Escalation[]): DeskFacts["agents"] {
  if (written.length === 0) return facts.agents;
  const holder = (escalation: Escalation | undefined) =>
    escalation?.state === "offered" || escalation?.state === "assigned" ? escalation.agent?.id : undefined;
  return facts.agents.map((state) => {
    let load = state.load;
    for (const escalation of written) {
      const before = facts.escalations.find(({ id }) => id === escalation.id);
      if (holder(before) === state.agentId) load -= 1;
      if (holder(escalation) === state.agentId) load += 1;
    }
    return { ...state, load };
  });
}

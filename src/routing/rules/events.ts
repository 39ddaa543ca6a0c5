import type { Decision, Escalation } from "../../core/decision.ts";
import { incomingId } from "../../core/ids.ts";
import type {
  ClaimRequested,
  DeskIncoming,
  EscalationOpened,
  EscalationTransferred,
  HolderMissed,
  OfferRefused,
  ReplyClock,
} from "../../core/incoming.ts";
import { shiftAt } from "../../staffing/rules/roster.ts";
import { claim } from "./claim.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { backAtWork } from "./back-at-work.ts";
import { telling, whyTaken, withoutAgent, writing, type Happening } from "./happening.ts";
import { takeBack } from "./leaving.ts";
import { reassigned } from "./reassign.ts";
import { firstReplyClock } from "./reply-clock.ts";
import { passedOn } from "./transfer.ts";

/** What an event at the desk comes to by itself, before anybody looks who takes what. */
export function happen(facts: DeskFacts, incoming: DeskIncoming): Happening {
  switch (incoming.type) {
    case "escalation-opened":
      return opened(facts, incoming);
    case "escalation-transferred":
      return transferred(facts, incoming);
    case "escalation-ended": {
      const open = facts.escalations.find(({ conversationId }) => conversationId === incoming.conversationId);
      if (open === undefined) return { effects: [], reasons: [{ code: "nothing-to-end", values: {} }] };
      return writing({ ...open, state: "ended" }, { code: "escalation-ended", values: { agent: open.agent?.name ?? "-" } });
    }
    case "claim-requested":
      return claimed(facts, incoming);
    case "reassign-requested":
      return reassigned(facts, incoming);
    case "offer-refused":
      return refused(facts, incoming);
    case "holder-missed":
      return missed(facts, incoming);
    case "staffing-changed":
    case "timer-due":
      return { effects: [], reasons: [{ code: "looked-again", values: { cause: incoming.type } }] };
  }
}

function opened(facts: DeskFacts, incoming: EscalationOpened): Happening {
  const { skill, urgency, feeling, priority } = incoming;
  const clock = clockFor(facts, incoming);
  const escalation = escalationOf(facts, incoming, clock);
  const first = writing(escalation, { code: "escalation-opened", values: { skill, urgency } });
  const felt = feeling === undefined ? [] : [{ code: "escalation-feeling", values: { feeling, priority } }];
  const besides = clock === undefined ? new Map() : new Map([[escalation.id, { clock }]]);
  return { ...first, reasons: [...first.reasons, ...felt], besides };
}

/** A second call for the same conversation (danger said while waiting) raises the one that waits; its clock runs on. */
function escalationOf(facts: DeskFacts, incoming: EscalationOpened, clock: ReplyClock | undefined): Escalation {
  const known = knownFor(facts, incoming);
  const { skill, language, urgency, priority, previousAgent, phase, namedMoney } = incoming;
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
    phase,
    namedMoney,
    ...(clock === undefined ? {} : { dueAt: clock.dueAt }),
  };
}

function clockFor(facts: DeskFacts, incoming: EscalationOpened): ReplyClock | undefined {
  if (incoming.firstReply === undefined || knownFor(facts, incoming) !== undefined) return undefined;
  return firstReplyClock(facts.roster, incoming, incoming.firstReply);
}

function knownFor({ escalations }: DeskFacts, { conversationId }: EscalationOpened): Escalation | undefined {
  return escalations.find((one) => one.conversationId === conversationId);
}

/** What a supervisor gave to somebody else meanwhile, or somebody claimed, is not the agent's to pass on any more. */
function transferred(facts: DeskFacts, incoming: EscalationTransferred): Happening {
  const held = facts.escalations.find((one) => one.conversationId === incoming.conversationId);
  if (held?.state === "assigned" && held.agent?.id !== incoming.from.id) return refusal("refused-not-yours", held);
  const { escalation, offer, reason } = passedOn(facts, incoming, facts.now);
  const besides = new Map([[escalation.id, { passedOnBy: incoming.from }]]);
  return { ...writing(escalation, reason), besides, ...(offer === undefined ? {} : { decided: [offer] }) };
}

function claimed(facts: DeskFacts, incoming: ClaimRequested): Happening {
  const wanted = { agentId: incoming.agent.id, matter: { conversationId: incoming.conversationId } };
  const outcome = claim(facts, wanted, facts.now);
  if (outcome.type === "refused") {
    const reason = { code: `refused-${outcome.code}`, values: { agent: outcome.by?.name ?? incoming.agent.name } };
    return { effects: [{ type: "refuse", reason }], reasons: [reason] };
  }
  const { escalation } = outcome;
  const had = facts.escalations.find(({ id }) => id === escalation.id);
  const isAccepted = had?.state === "offered" && had.agent?.id === incoming.agent.id;
  const reason = { code: isAccepted ? "accepted" : "claimed", values: { agent: incoming.agent.name } };
  if (had?.state === "assigned") return { effects: [], reasons: [reason] };
  const taken: Escalation = { ...escalation, ...(isOnShift(facts, incoming) ? {} : { takenOffShift: true }) };
  const first = writing(taken, reason);
  const told = { escalation: taken, outcome: { type: "assigned", agent: incoming.agent }, isOverflow: false } as const;
  const besides = had?.told === "after-hours" ? { promisedAt: had.promisedAt } : undefined;
  const id = incomingId(`${incoming.id}>${taken.id}`);
  const tell = telling({ ...told, why: whyTaken(incoming.agent, had), besides }, facts.now, id);
  return { ...first, effects: [...first.effects, ...backAtWork(facts, incoming.agent.id), tell] };
}

function isOnShift({ roster, now }: DeskFacts, { agent }: ClaimRequested): boolean {
  const entry = roster.agents.find(({ id }) => id === agent.id);
  return entry !== undefined && shiftAt(roster, entry, now) !== undefined;
}

/** So many refusals and lapses of one conversation are kept; who declined earlier may be asked again. */
const MOST_DECLINED = 20;

/** Notes who did not take an offer, and puts it back into the queue. */
export function declinedBy(escalation: Escalation, declined: NonNullable<Escalation["declined"]>[number]): Escalation {
  const all = [...(escalation.declined ?? []), declined].slice(-MOST_DECLINED);
  // The conversation was told of the offer last: whatever comes now is news.
  return { ...withoutAgent(escalation), told: undefined, declined: all };
}

function refused(facts: DeskFacts, { conversationId, agent, reason }: OfferRefused): Happening {
  const offered = facts.escalations.find((one) => one.conversationId === conversationId);
  if (offered?.state !== "offered" || offered.agent?.id !== agent.id) return refusal("refused-not-offered", offered);
  const back = declinedBy(offered, { agent: agent.id, at: facts.now, how: "refused", reason });
  const first = writing(back, { code: "offer-refused", values: { agent: agent.name, reason } });
  const missed = facts.agents.find(({ agentId }) => agentId === agent.id)?.missedOffers ?? 0;
  if (missed === 0) return first;
  // Who refuses is there.
  return { ...first, effects: [...first.effects, { type: "change-agent", agentId: agent.id, changes: { missedOffers: 0 } }] };
}

function refusal(code: string, escalation: Escalation | undefined): Pick<Decision, "effects" | "reasons"> {
  const reason = { code, values: { agent: escalation?.agent?.name ?? "-" } };
  return { effects: [{ type: "refuse", reason }], reasons: [reason] };
}

/** The shopper wrote to somebody who is gone: somebody else now. */
function missed(facts: DeskFacts, { conversationId }: HolderMissed): Happening {
  const held = facts.escalations.find((one) => one.conversationId === conversationId);
  if (held?.state !== "assigned" || held.leftAt === undefined)
    return { effects: [], reasons: [{ code: "holder-is-there", values: { agent: held?.agent?.name ?? "-" } }] };
  return takeBack(facts, held, "written");
}

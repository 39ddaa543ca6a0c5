import fc from "fast-check";
import type { Decision, Escalation } from "../../src/core/decision.ts";
import { agentId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { DeskIncoming } from "../../src/core/incoming.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { AGENTS, NOW, somePolicyFacts } from "./routing-chance.ts";
import { escalation } from "./routing-people.ts";
import { at, look } from "./time-people.ts";

const common = { lane: DESK_LANE, at: NOW } as const;
// The first ones are often open already.
const nth = (n: number) => escalation(`e${n}`);
const someStore = fc.constantFrom(...["A", "B"].map((id) => escalation("", { storeId: id as Escalation["storeId"] }).storeId));
const somebody = fc.constantFrom(...AGENTS).map((id) => ({ id: agentId(id), name: id }));

/** Anything that may happen at the desk, about a few conversations. */
const someEvent: fc.Arbitrary<DeskIncoming> = fc
  .record({
    n: fc.nat(5),
    agent: somebody,
    to: somebody,
    storeId: someStore,
    urgency: fc.constantFrom("normal" as const, "normal" as const, "high" as const),
    phase: fc.constantFrom(undefined, "presale" as const, "aftersale" as const),
    what: fc.constantFrom("open", "open", "claim", "claim", "refuse", "end", "give", "pass", "miss", "look"),
    isConfirmed: fc.boolean(),
  })
  .map(({ n, agent, to, storeId, urgency, phase, what, isConfirmed }): DeskIncoming => {
    const { conversationId, id: escalationId, contactLane, skill, language, priority } = nth(n);
    const about = { ...common, id: incomingId(`${what}-${n}`), storeId, conversationId };
    const asked = { escalationId, contactLane, skill, language, urgency, priority, phase };
    switch (what) {
      case "open":
        return { ...about, ...asked, type: "escalation-opened" };
      case "claim":
        return { ...about, type: "claim-requested", agent };
      case "refuse":
        return { ...about, type: "offer-refused", agent, reason: "忙" };
      case "end":
        return { ...about, type: "escalation-ended" };
      case "give": {
        const by = { userId: "u", name: "陈主管" };
        return { ...about, type: "reassign-requested", by, to, from: agent.id, isOwn: false, isConfirmed, reason: "忙" };
      }
      case "pass":
        return {
          ...about,
          ...asked,
          type: "escalation-transferred",
          from: agent,
          to: { type: "agent", agent: to },
          reason: "忙",
        };
      case "miss":
        return { ...about, type: "holder-missed" };
      default:
        return look(NOW);
    }
  });

const LEARNS = { stage: "supervised", dailyLimit: 2 } as const;
const THERE = { stores: undefined, notStores: undefined, shifts: [{ days: WEEKDAYS, start: "09:00", end: "18:00" }] };

/** A desk where most people are there and may take something, trainees too: else most of what people do is refused. */
const someWorkingDesk: fc.Arbitrary<RoutingFacts> = fc
  .tuple(
    somePolicyFacts,
    fc.tuple(...AGENTS.map(() => fc.constantFrom("there" as const, "there" as const, "learns" as const, "as drawn" as const))),
  )
  .map(([facts, stand]) => {
    const agents = facts.roster.agents.map((one, i) => {
      if (stand[i] === "as drawn") return one;
      return { ...one, ...THERE, trainee: stand[i] === "learns" ? LEARNS : undefined, capacity: 1 + (one.capacity % 3) };
    });
    const states = facts.agents.map((one, i) => (stand[i] === "as drawn" ? one : { ...one, status: "ready" as const }));
    return { ...facts, roster: { ...facts.roster, agents }, agents: states };
  });

/** A desk, and what happens at it. */
export const someHistory = fc.tuple(someWorkingDesk, fc.array(someEvent, { maxLength: 12, size: "max" }));

/** A supervisor sees who has it; whoever passes it on has it, or had it until a moment ago. */
function asSeen({ escalations }: DeskFacts, event: DeskIncoming): DeskIncoming {
  if (event.type !== "reassign-requested" && event.type !== "escalation-transferred") return event;
  const held = escalations.find(({ conversationId }) => conversationId === event.conversationId);
  if (event.type === "escalation-transferred") {
    return held?.state === "assigned" && held.agent !== undefined && event.phase !== "presale"
      ? { ...event, from: held.agent }
      : event;
  }
  return { ...event, from: held?.agent?.id };
}

export interface DeskStep {
  readonly incoming: DeskIncoming;
  readonly decision: Decision;
  readonly before: DeskFacts;
  readonly after: DeskFacts;
}

/** Each event of a history with the desk before and after it. */
export function* steps([facts, events]: readonly [RoutingFacts, readonly DeskIncoming[]]): Generator<DeskStep> {
  let before: DeskFacts = { ...facts, type: "desk", now: NOW };
  for (const event of events) {
    const incoming = asSeen(before, event);
    const { decision, after } = at(before, NOW, incoming);
    yield { incoming, decision, before, after };
    before = after;
  }
}

import type { Effect, Escalation, Reason } from "../../core/decision.ts";
import type { IncomingId } from "../../core/ids.ts";
import type { Agent } from "../../core/words.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { declinedBy } from "./events.ts";
import { together, type Happening } from "./happening.ts";
import { lapsesAt, type DeskWaits } from "./waits.ts";

/**
 * Offers that nobody answered in time: they go back into the queue, and who let them pass is left out for a while. Who lets several in
 * a row pass, as many as the desk says, counts as away, and the supervisors are told. Several that lapse at one moment count as one.
 */
export function lapses(facts: DeskFacts, waits: DeskWaits, cause: IncomingId): Happening {
  const lapsed = facts.escalations.flatMap((escalation) => {
    const at = lapsesAt(escalation, waits);
    return at === undefined || at > facts.now || escalation.agent === undefined ? [] : [{ escalation, agent: escalation.agent }];
  });
  const parts = lapsed.map(({ escalation, agent }) => lapse(escalation, agent, facts));
  const byAgent = new Map(lapsed.map((one) => [one.agent.id, one]));
  return together([...parts, ...[...byAgent.values()].map((one) => countMissed({ ...facts, waits }, one, cause))]);
}

function lapse(escalation: Escalation, agent: Agent, { now }: DeskFacts): Happening {
  const back = declinedBy(escalation, { agent: agent.id, at: now, how: "timed-out" });
  const seconds = Math.round((now - (escalation.offeredAt ?? now)) / 1000);
  const values = { escalation: escalation.id, agent: agent.name, seconds };
  return { effects: [{ type: "write-escalation", escalation: back }], reasons: [{ code: "offer-timed-out", values }] };
}

interface Lapsed {
  readonly escalation: Escalation;
  readonly agent: Agent;
}

function countMissed(
  facts: DeskFacts & { readonly waits: DeskWaits },
  { escalation, agent }: Lapsed,
  cause: IncomingId,
): Happening {
  const state = facts.agents.find(({ agentId }) => agentId === agent.id);
  const missedOffers = (state?.missedOffers ?? 0) + 1;
  const change = (changes: Extract<Effect, { type: "change-agent" }>["changes"]): Effect => ({
    type: "change-agent",
    agentId: agent.id,
    changes,
  });
  // Who is away already is not sent away.
  if (missedOffers < facts.waits.mostMissed || state?.status !== "ready")
    return { effects: [change({ missedOffers })], reasons: [] };
  const reason: Reason = { code: "agent-set-away", values: { agent: agent.name, missed: missedOffers } };
  const alert = {
    type: "alert",
    alert: {
      id: `${cause}>away>${agent.id}`,
      storeId: escalation.storeId,
      to: { type: "supervisors" },
      reason: { code: "alert-agent-away", values: { agent: agent.name, missed: missedOffers } },
    },
  } as const;
  const ownReason: Reason = { code: "alert-own-away", values: { missed: missedOffers } };
  const own: Effect = {
    type: "alert",
    alert: { ...alert.alert, id: `${alert.alert.id}>own`, to: { type: "agent", agentId: agent.id }, reason: ownReason },
  };
  const told: Reason = { ...reason, values: { escalation: escalation.id, ...reason.values } };
  return { effects: [change({ status: "away", was: "ready", missedOffers: 0 }), alert, own], reasons: [told] };
}

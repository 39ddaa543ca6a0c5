import fc from "fast-check";
import { expect, it } from "vitest";
import type { RoutingDecision, RoutingFacts } from "../../src/routing/rules/facts.ts";
import { route } from "../../src/routing/rules/route.ts";
import { decideByHand } from "./routing-by-hand.ts";
import { heldBy, NOW, someFacts, somePolicyFacts } from "./routing-chance.ts";

/** The same desk where one matter waits, and all others are with somebody. */
function withOneWaiting(given: RoutingFacts, which: number): RoutingFacts | undefined {
  const matter = given.escalations[which % Math.max(1, given.escalations.length)];
  if (matter === undefined) return undefined;
  const held = given.escalations.filter((one) => one !== matter && one.agent !== undefined);
  const escalations = [
    ...held.map((one) => ({ ...one, state: "assigned" as const })),
    { ...matter, state: "waiting" as const, agent: undefined },
  ];
  return { ...given, escalations, agents: given.agents.map((one) => ({ ...one, load: heldBy(escalations, one.agentId) })) };
}

function inWords({ outcome, step }: RoutingDecision): string {
  if (outcome.type === "queue") return "queue";
  if (outcome.type === "after-hours") return `after-hours ${outcome.next ?? ""}`;
  const overflow = outcome.flags.includes("overflow") ? " overflow" : "";
  return `${outcome.agent.id} ${step}${overflow}`;
}

it.each([
  ["without a policy", someFacts],
  ["with levels, secondary skills, sides, shares, weights, silence, times and trainees", somePolicyFacts],
])(
  "who takes a matter, on which step, and the first reason why not of everybody, is what routing is said to do: %s",
  (_, desks) => {
    fc.assert(
      fc.property(desks, fc.nat(), (given, which) => {
        const facts = withOneWaiting(given, which);
        fc.pre(facts !== undefined);
        const [decision] = route(facts, NOW).decisions;
        if (decision === undefined) throw new Error("Routing decided nothing.");
        const byHand = decideByHand(facts, NOW);
        expect(inWords(decision)).toBe(byHand.outcome);
        if (!decision.changed || decision.outcome.type === "queue") return;
        const reasons = new Map(decision.candidates.map(({ agentId, reason }) => [agentId as string, reason ?? "may"]));
        expect(reasons).toEqual(new Map(byHand.reasons));
      }),
      { numRuns: 700 },
    );
  },
);

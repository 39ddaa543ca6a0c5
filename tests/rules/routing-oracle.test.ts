import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingDecision, RoutingFacts } from "../../src/routing/rules/facts.ts";
import { route } from "../../src/routing/rules/route.ts";
import { someFacts, NOW, somePolicyFacts } from "./routing-chance.ts";
import { routePlainly, type Reference } from "./routing-reference.ts";

describe("The quick search decides as the plain one does", () => {
  it("on desks without a policy", () => {
    fc.assert(fc.property(someFacts, decideAlike), { numRuns: 500 });
  });

  it("with levels, secondary skills, sides, weights, times and trainees", () => {
    fc.assert(fc.property(somePolicyFacts, decideAlike), { numRuns: 1_000 });
  });

  it("whatever is read of the decisions, and in whatever order", () => {
    fc.assert(
      fc.property(somePolicyFacts, (facts) => {
        const forwards = route(facts, NOW).decisions.map(inShort);
        const backwards = [...route(facts, NOW).decisions].reverse().map(inShort).reverse();
        expect(backwards).toEqual(forwards);
      }),
      { numRuns: 200 },
    );
  });
});

function decideAlike(facts: RoutingFacts): void {
  const decided = route(facts, NOW).decisions;
  const plainly = routePlainly(facts, NOW);
  // What changed nothing names nobody.
  const isTold = new Set(decided.filter(({ changed }) => changed).map(({ escalationId }) => escalationId as string));
  expect(decided.map(inShort)).toEqual(plainly.map((one) => (isTold.has(one.id) ? one : { ...one, candidates: [] })));
}

function inShort(decision: RoutingDecision): Reference {
  const { outcome, step, tieBreak } = decision;
  const candidates = decision.candidates.map((one) => (one.eligible ? one.agentId : `${one.agentId}:${one.reason}`));
  return { id: decision.escalationId, outcome: said(outcome, step, tieBreak), candidates };
}

function said(outcome: RoutingDecision["outcome"], step: string | undefined, tieBreak: string | undefined): string {
  switch (outcome.type) {
    case "assign":
      return `assign ${outcome.agent.id} ${step} ${tieBreak}`;
    case "queue":
      return `queue ${outcome.position}`;
    case "after-hours":
      return `after-hours ${outcome.next ?? "for long"}`;
  }
}

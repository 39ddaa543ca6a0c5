import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { escalationAfter } from "../../src/routing/rules/consequences.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import { route, routeArrival } from "../../src/routing/rules/route.ts";
import { heldBy, NOW, someFacts, somePolicyFacts } from "./routing-chance.ts";
import { agent, escalation, facts, inFull, roster, state, WORKING_TIME } from "./routing-people.ts";

/** The desk once everybody on it was looked at, and one more who just came. */
function settledWithOneMore(given: RoutingFacts): RoutingFacts | undefined {
  const [newcomer, ...others] = given.escalations;
  if (newcomer === undefined) return undefined;
  const before = withLoads({ ...given, escalations: others });
  const decisions = new Map(route(before, NOW).decisions.map((decision) => [decision.escalationId, decision]));
  const after = others.map((one) => {
    const decision = decisions.get(one.id);
    return decision === undefined ? one : escalationAfter(one, { decision, acceptAtOnce: given.acceptAtOnce }, NOW);
  });
  const arrived = { ...newcomer, state: "waiting" as const, agent: undefined, told: undefined };
  const more = (id: string) => heldBy(after, agentId(id)) - heldBy(others, agentId(id));
  const agents = given.agents.map((one) => ({
    ...one,
    assignedToday: (one.assignedToday ?? 0) + Math.max(0, more(one.agentId)),
  }));
  return withLoads({ ...given, agents, escalations: [...after, arrived] });
}

function withLoads(given: RoutingFacts): RoutingFacts {
  return { ...given, agents: given.agents.map((one) => ({ ...one, load: heldBy(given.escalations, one.agentId) })) };
}

describe("An arrival on a desk where everybody was looked at", () => {
  it.each([
    ["without a policy", someFacts],
    ["with one", somePolicyFacts],
  ])("is decided as the whole pass would decide it, %s", (_, desks) => {
    fc.assert(
      fc.property(desks, (given) => {
        const desk = settledWithOneMore(given);
        const newcomer = desk?.escalations.at(-1);
        fc.pre(desk !== undefined && newcomer !== undefined);
        // A trainee's day may have filled, and a step's time is looked at anew: then it is not settled.
        fc.pre(route({ ...desk, escalations: desk.escalations.slice(0, -1) }, NOW).decisions.every(({ changed }) => !changed));
        const whole = route(desk, NOW).decisions.filter(({ changed }) => changed);
        const alone = routeArrival(desk, newcomer.id, NOW).decisions.filter(({ changed }) => changed);
        expect(alone.map(inFull)).toEqual(whole.map(inFull));
      }),
      { numRuns: 500 },
    );
  });

  it("takes no place that somebody else waits for: then all are looked at", () => {
    const waiting = escalation("e1", { told: "queued" });
    const given = facts({
      roster: roster([agent("li", { capacity: 1 })]),
      escalations: [waiting, escalation("e2", { waitingSince: WORKING_TIME })],
    });
    const { decisions } = routeArrival(given, escalation("e2").id, WORKING_TIME);
    expect(decisions.map((one) => [one.escalationId, one.outcome.type])).toEqual([
      ["e1", "assign"],
      ["e2", "queue"],
    ]);
  });

  it("has its place in the queue counted without deciding about the others", () => {
    const told = ["e1", "e2"].map((id) => escalation(id, { told: "queued" }));
    const newcomer = escalation("e3", { waitingSince: WORKING_TIME });
    const given = facts({ roster: roster([agent("li")]), agents: [state("li", { load: 5 })], escalations: [...told, newcomer] });
    const { decisions } = routeArrival(given, newcomer.id, WORKING_TIME);
    expect(decisions.map(({ outcome }) => outcome)).toEqual([{ type: "queue", position: 3 }]);
  });
});

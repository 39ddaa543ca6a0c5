import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { AgentId } from "../../src/core/ids.ts";
import type { Instant } from "../../src/core/words.ts";
import { claim } from "../../src/routing/rules/claim.ts";
import { escalationAfter } from "../../src/routing/rules/consequences.ts";
import { firstObstacle, peopleOnDesk, speaks } from "../../src/routing/rules/eligibility.ts";
import type { RoutingDecision, RoutingFacts, RoutingPass } from "../../src/routing/rules/facts.ts";
import { nextRosterChange } from "../../src/routing/rules/roster-change.ts";
import { route } from "../../src/routing/rules/route.ts";
import { byWorkOrder } from "../../src/routing/rules/work-order.ts";
import { shiftAt } from "../../src/staffing/rules/roster.ts";
import { escalation, inFull } from "./routing-people.ts";
import { AGENTS, heldBy, NOW, someFacts } from "./routing-chance.ts";

describe("whatever the facts", () => {
  it("nobody gets more than they can hold, except the supervisor by overflow", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const pass = route(facts, NOW);
        const after = carriedOut(facts, pass, NOW);
        for (const { decision, id } of assignments(pass)) {
          if (isOverflow(decision)) continue;
          const overflowed = assignments(pass).filter((one) => one.id === id && isOverflow(one.decision)).length;
          const capacity = after.roster.agents.find((one) => one.id === id)?.capacity ?? 0;
          expect(heldBy(after.escalations, id) - overflowed).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("nobody off shift or not ready gets anything, except the supervisor by overflow", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { decision, id } of assignments(route(facts, NOW))) {
          if (isOverflow(decision)) continue;
          const person = facts.roster.agents.find((one) => one.id === id);
          expect(person && shiftAt(facts.roster, person, NOW)).toBeDefined();
          expect(facts.agents.find((one) => one.agentId === id)?.status).toBe("ready");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("nobody gets a conversation of a store they may not serve, not even by overflow", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { decision, id } of assignments(route(facts, NOW))) {
          const stores = facts.roster.agents.find((one) => one.id === id)?.stores;
          expect(stores === undefined || stores.includes(decision.storeId)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("overflow is for what is urgent, to the supervisor on call, when nobody else may take it", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { decision, id } of assignments(route(facts, NOW)).filter((one) => isOverflow(one.decision))) {
          const matter = facts.escalations.find((one) => one.id === decision.escalationId);
          expect([matter?.urgency, id]).toEqual(["high", facts.roster.supervisorOnCall]);
          expect(decision.candidates.some((candidate) => candidate.eligible)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("what is urgent never waits while a supervisor of the store is on call", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const boss = facts.roster.agents.find((one) => one.id === facts.roster.supervisorOnCall);
        for (const decision of route(facts, NOW).decisions) {
          const matter = facts.escalations.find((one) => one.id === decision.escalationId);
          const isReachable = boss !== undefined && (boss.stores === undefined || boss.stores.includes(decision.storeId));
          if (matter?.urgency === "high" && isReachable) expect(decision.outcome.type).toBe("assign");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("the same facts in any order give the same decisions", () => {
    fc.assert(
      fc.property(someFacts, fc.infiniteStream(fc.nat()), (facts, numbers) => {
        const shuffled = {
          ...facts,
          roster: { ...facts.roster, agents: inAnotherOrder(facts.roster.agents, numbers) },
          escalations: inAnotherOrder(facts.escalations, numbers),
          agents: inAnotherOrder(facts.agents, numbers),
        };
        expect(route(shuffled, NOW).decisions.map(inFull)).toEqual(route(facts, NOW).decisions.map(inFull));
      }),
      { numRuns: 500 },
    );
  });

  it("routing again after carrying out the decisions changes nothing", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const after = carriedOut(facts, route(facts, NOW), NOW);
        const again = route(after, NOW);
        expect(again.decisions.filter((decision) => decision.changed)).toEqual([]);
        expect(carriedOut(after, again, NOW)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it("nothing waits while somebody may take it", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const after = carriedOut(facts, route(facts, NOW), NOW);
        const people = peopleOnDesk(after, NOW);
        for (const matter of after.escalations.filter((one) => one.state === "waiting")) {
          expect(people.filter((person) => firstObstacle(person, matter) === undefined)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("freed capacity takes the oldest due of what that agent may take", () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...AGENTS), (facts, freed) => {
        const settled = carriedOut(facts, route(facts, NOW), NOW);
        const done = settled.escalations.find((one) => one.state === "assigned" && one.agent?.id === freed);
        fc.pre(done !== undefined);
        const free = withLoads({ ...settled, escalations: settled.escalations.filter((one) => one !== done) });
        const person = peopleOnDesk(free, NOW).find((one) => one.agent.id === agentId(freed));
        const due = free.escalations
          .filter((one) => one.state === "waiting" && person !== undefined && firstObstacle(person, one) === undefined)
          .sort(byWorkOrder);
        const [first] = assignments(route(free, NOW));
        expect(first?.decision.escalationId).toBe(due[0]?.id);
      }),
      { numRuns: 500 },
    );
  });

  it("nobody who does not speak the language is chosen while a speaker may take it, unless they had it before", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { decision, id } of assignments(route(facts, NOW))) {
          const matter = facts.escalations.find((one) => one.id === decision.escalationId);
          if (matter === undefined || matter.previousAgent === id || isOverflow(decision)) continue;
          const eligible = decision.candidates.filter((candidate) => candidate.eligible).map((candidate) => candidate.agentId);
          const speakers = facts.roster.agents.filter((one) => eligible.includes(one.id) && speaks(one, matter.language));
          const isFlagged = decision.outcome.type === "assign" && decision.outcome.flags.includes("language-mismatch");
          expect(isFlagged).toBe(speakers.length === 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("queue means somebody able is at work, after-hours that nobody is", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const decision of route(facts, NOW).decisions) {
          const matter = facts.escalations.find((one) => one.id === decision.escalationId);
          const atWork = facts.roster.agents.filter((one) => {
            const hasSkill = one.skills.includes("any") || one.skills.some((skill) => skill === matter?.skill);
            const isHere = facts.agents.find((state) => state.agentId === one.id)?.status !== "offline";
            const isStore = one.stores === undefined || one.stores.includes(decision.storeId);
            return hasSkill && isHere && isStore && shiftAt(facts.roster, one, NOW) !== undefined;
          });
          if (decision.outcome.type === "queue") expect(atWork.length).toBeGreaterThan(0);
          if (decision.outcome.type === "after-hours") expect(atWork).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("of many who claim, one has it, and nobody by a claim holds more than they can", () => {
    fc.assert(
      fc.property(someFacts, fc.array(fc.tuple(fc.constantFrom(...AGENTS), fc.nat(8)), { maxLength: 30 }), (facts, claims) => {
        let current = facts;
        for (const [id, n] of claims) {
          const wanted = { agentId: agentId(id), matter: { escalationId: escalation(`e${n}`).id } };
          const outcome = claim(current, wanted, NOW);
          if (outcome.type === "refused") continue;
          const before = current.escalations.find((one) => one.id === outcome.escalation.id);
          if (before?.state === "assigned") expect(outcome.escalation).toBe(before);
          const isOverflowed = outcome.escalation.urgency === "high" && current.roster.supervisorOnCall === id;
          const room = current.roster.agents.find((one) => one.id === id)?.capacity ?? 0;
          const held = heldBy(current.escalations, agentId(id));
          current = withLoads({
            ...current,
            escalations: current.escalations.map((one) => (one.id === outcome.escalation.id ? outcome.escalation : one)),
          });
          const holds = heldBy(current.escalations, agentId(id));
          if (holds > held && !isOverflowed) expect(holds).toBeLessThanOrEqual(room);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("with nothing but time passing, no decision changes before the next roster change", () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 1, max: 24 * 60 }), (facts, minutes) => {
        const settled = carriedOut(facts, route(facts, NOW), NOW);
        const change = nextRosterChange(settled.roster, settled.escalations, NOW) ?? Number.POSITIVE_INFINITY;
        const later = NOW + minutes * 60_000;
        fc.pre(later < change);
        expect(route(settled, later).decisions.filter((decision) => decision.changed)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function assignments(pass: RoutingPass): readonly { readonly decision: RoutingDecision; readonly id: AgentId }[] {
  return pass.decisions.flatMap((decision) =>
    decision.outcome.type === "assign" ? [{ decision, id: decision.outcome.agent.id }] : [],
  );
}

function isOverflow(decision: RoutingDecision): boolean {
  return decision.outcome.type === "assign" && decision.outcome.flags.includes("overflow");
}

/** The desk as it is once the decisions are written. */
function carriedOut(facts: RoutingFacts, pass: RoutingPass, now: Instant): RoutingFacts {
  const decisions = new Map(pass.decisions.map((decision) => [decision.escalationId, decision]));
  const escalations = facts.escalations.map((one) => {
    const decision = decisions.get(one.id);
    return decision === undefined ? one : escalationAfter(one, { decision, acceptAtOnce: facts.acceptAtOnce }, now);
  });
  return withLoads({ ...facts, escalations });
}

function withLoads(facts: RoutingFacts): RoutingFacts {
  return { ...facts, agents: facts.agents.map((one) => ({ ...one, load: heldBy(facts.escalations, one.agentId) })) };
}

function inAnotherOrder<T>(items: readonly T[], numbers: Iterator<number>): readonly T[] {
  return items
    .map((item) => ({ item, key: Number(numbers.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

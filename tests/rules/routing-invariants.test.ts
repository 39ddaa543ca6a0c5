import fc from "fast-check";
import { expect, it } from "vitest";
import type { AgentId } from "../../src/core/ids.ts";
import { mayServe, mayTakeMoreToday } from "../../src/routing/rules/eligibility.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { loadsOf } from "../../src/routing/rules/load.ts";
import { UNIT } from "../../src/routing/rules/weight.ts";
import { route } from "../../src/routing/rules/route.ts";
import { shiftAt } from "../../src/staffing/rules/roster.ts";
import { NOW, somePolicyFacts } from "./routing-chance.ts";
import { someHistory, steps, type DeskStep } from "./routing-history.ts";
import { inFull } from "./routing-people.ts";
import { at, told, written } from "./time-people.ts";

// What routing.md promises, under any policy: weights, silence, trainees, steps with times, sides, refused stores. Without a policy
// routing-properties.test.ts holds the same; the ladder's order is held by routing-ladder.test.ts, time by time-steps.test.ts.

/** Those who got something in this step, by routing's choice: not by their own act, nor a supervisor's. */
function chosen({ incoming, decision, before }: DeskStep) {
  const had = new Map(before.escalations.map((one) => [one.id, one]));
  const isAct = incoming.type === "claim-requested" || incoming.type === "reassign-requested";
  return written(decision).flatMap((one) => {
    const isOwnAct = isAct && one.conversationId === incoming.conversationId;
    const isNew = one.agent !== undefined && one.state !== "ended" && had.get(one.id)?.agent?.id !== one.agent.id;
    const isSupervisor = one.urgency === "high" && one.agent?.id === before.roster.supervisorOnCall;
    return isNew && !isOwnAct ? [{ one, agent: one.agent.id, isSupervisor }] : [];
  });
}

const person = ({ roster }: DeskFacts, id: AgentId) => {
  const found = roster.agents.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the roster`);
  return found;
};
const loadOf = (facts: DeskFacts, id: AgentId): number => loadsOf(facts, facts.roster.routing ?? {}, NOW).get(id) ?? 0;

it("nobody is given more than they can hold, whatever it weighs, nor by a claim; but the supervisor on call in danger", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        const { incoming } = step;
        const claimed = incoming.type === "claim-requested" ? [incoming.agent.id] : [];
        if (incoming.type === "reassign-requested" && !incoming.isConfirmed) claimed.push(incoming.to.id);
        const dangers = chosen(step).filter(({ isSupervisor }) => isSupervisor);
        for (const id of new Set([...claimed, ...chosen(step).map(({ agent }) => agent)])) {
          if (dangers.length > 0 || id === step.before.roster.supervisorOnCall) continue;
          const [before, after] = [loadOf(step.before, id), loadOf(step.after, id)];
          if (after > before) expect(after).toBeLessThanOrEqual(person(step.after, id).capacity * UNIT);
        }
      }
    }),
    { numRuns: 120 },
  );
});

it("nobody passes on what another has, and who has it keeps it", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const { incoming, before, after } of steps(history)) {
        if (incoming.type !== "escalation-transferred") continue;
        const [had, has] = [before, after].map(({ escalations }) =>
          escalations.find(({ conversationId }) => conversationId === incoming.conversationId),
        );
        if (had?.state === "assigned" && had.agent?.id !== incoming.from.id) expect(has?.agent).toEqual(had.agent);
      }
    }),
    { numRuns: 120 },
  );
});

it("nobody is given anything off shift, unready, of a store that is not theirs, or over a trainee's day", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        for (const { one, agent, isSupervisor } of chosen(step)) {
          const who = person(step.before, agent);
          expect(mayServe(who, one.storeId)).toBe(true);
          if (isSupervisor) continue;
          expect(shiftAt(step.before.roster, who, NOW)).toBeDefined();
          const given = step.after.agents.find(({ agentId: id }) => id === agent);
          expect(given?.status).toBe("ready");
          const today = given?.assignedToday ?? 0;
          expect(mayTakeMoreToday({ agent: who, assignedToday: today - 1 })).toBe(true);
        }
      }
    }),
    { numRuns: 120 },
  );
});

it("every open conversation is in exactly one place, with one agent or none, and is told of each place it comes to", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const { decision, before, after } of steps(history)) {
        const open = after.escalations.map(({ conversationId }) => conversationId);
        expect(new Set(open).size).toBe(open.length);
        const had = new Map(before.escalations.map((one) => [one.id, one]));
        const heard = told(decision);
        for (const one of after.escalations) {
          expect([one.id, one.agent !== undefined]).toEqual([one.id, one.state !== "waiting"]);
          const was = had.get(one.id);
          const isMoved = was?.state !== one.state || was.agent?.id !== one.agent?.id;
          const last = heard.findLast(({ conversationId }) => conversationId === one.conversationId);
          if (!isMoved || last === undefined) continue;
          const place = { waiting: ["queued", "after-hours"], offered: ["offered"], assigned: ["assigned"], ended: [] }[
            one.state
          ];
          expect(place).toContain(last.outcome.type);
        }
        for (const one of written(decision)) {
          if (one.state === "waiting" || one.state === "ended" || had.get(one.id)?.agent?.id === one.agent?.id) continue;
          expect(heard.some(({ conversationId }) => conversationId === one.conversationId)).toBe(true);
        }
      }
    }),
    { numRuns: 120 },
  );
});

it("the same facts in any order give the same decisions, read whole", () => {
  fc.assert(
    fc.property(somePolicyFacts, fc.infiniteStream(fc.nat()), (facts, numbers) => {
      const mixed = <T>(items: readonly T[]): readonly T[] =>
        items
          .map((item) => ({ item, key: Number(numbers.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const agents = mixed(facts.roster.agents);
      const other = {
        ...facts,
        roster: { ...facts.roster, agents },
        escalations: mixed(facts.escalations),
        agents: mixed(facts.agents),
      };
      expect(route(other, NOW).decisions.map(inFull)).toEqual(route(facts, NOW).decisions.map(inFull));
    }),
    { numRuns: 150 },
  );
});

it("the desk that looks twice at one moment does nothing the second time", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const { after } of steps(history)) {
        expect(written(at(at(after, NOW).after, NOW).decision)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

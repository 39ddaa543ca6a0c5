import fc from "fast-check";
import { expect, it } from "vitest";
import type { Escalation } from "../../src/core/decision.ts";
import { agentId, type AgentId } from "../../src/core/ids.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { inUnits, loadsOf } from "../../src/routing/rules/load.ts";
import { nextLook } from "../../src/routing/rules/next-look.ts";
import { route } from "../../src/routing/rules/route.ts";
import { DEFAULT_WAITS } from "../../src/routing/rules/waits.ts";
import { weightOf } from "../../src/routing/rules/weight.ts";
import { workOrder } from "../../src/routing/rules/work-order.ts";
import { shiftAt } from "../../src/staffing/rules/roster.ts";
import { AGENTS, NOW, somePolicyFacts } from "./routing-chance.ts";
import { someHistory, steps, type DeskStep } from "./routing-history.ts";
import { inShort } from "./routing-people.ts";
import { at, only, written } from "./time-people.ts";

// What people do at the desk, under any policy: claims, gifts of supervisors, conversations passed on, dangers, shifts that end.

const matterIn = ({ escalations }: DeskFacts, conversation: string): Escalation | undefined =>
  escalations.find(({ conversationId }) => conversationId === conversation);
const refusalOf = ({ decision }: DeskStep): string | undefined => only(decision, "refuse")[0]?.reason.code;
const agentIn = ({ roster }: DeskFacts, id: AgentId) => roster.agents.find((one) => one.id === id);
const serves = (desk: DeskFacts, id: AgentId, { storeId }: Escalation): boolean => {
  const { stores, notStores } = agentIn(desk, id) ?? {};
  return (stores?.includes(storeId) ?? true) && !(notStores?.includes(storeId) ?? false);
};

/** Whether so much more fits, and whether a trainee's day has room. An offer to them has its place in both already. */
function roomFor(desk: DeskFacts, id: AgentId, matter: Escalation) {
  const policy = desk.roster.routing ?? {};
  const { capacity = 0, trainee } = agentIn(desk, id) ?? {};
  const isTheirs = matter.state === "offered" && matter.agent?.id === id;
  const units = inUnits((loadsOf(desk, policy, NOW).get(id) ?? 0) + (isTheirs ? 0 : weightOf(policy, matter)));
  const today = (desk.agents.find((one) => one.agentId === id)?.assignedToday ?? 0) - (isTheirs ? 1 : 0);
  return {
    fits: units <= capacity,
    isTaught: trainee !== undefined && (trainee.stage === "shadow" || today >= trainee.dailyLimit),
  };
}

it("a claim is carried out exactly when it is of the claimant's stores, with nobody, and there is room for what it weighs", () => {
  let taken = 0;
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        const { incoming, before, after } = step;
        if (incoming.type !== "claim-requested") continue;
        const { id } = incoming.agent;
        const matter = matterIn(before, incoming.conversationId);
        const { fits, isTaught } = matter === undefined ? { fits: false, isTaught: false } : roomFor(before, id, matter);
        const isBoss = matter?.urgency === "high" && before.roster.supervisorOnCall === id;
        const isTheirs = matter?.state === "assigned" && matter.agent?.id === id;
        const isFree =
          matter !== undefined && matter.state !== "assigned" && serves(before, id, matter) && !isTaught && (fits || isBoss);
        const isMeant = isTheirs ? serves(before, id, matter) : isFree;
        expect([incoming.id, refusalOf(step) === undefined]).toEqual([incoming.id, isMeant]);
        if (!isMeant || isTheirs) continue;
        taken += 1;
        expect(matterIn(after, incoming.conversationId)).toMatchObject({ state: "assigned", agent: { id } });
      }
    }),
    { numRuns: 60, unbiased: true },
  );
  expect(taken).toBeGreaterThan(5);
});

it("a supervisor gives to whoever serves the store and is at work, over what they can hold or while they rest only when that is confirmed", () => {
  let given = 0;
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        const { incoming, before, after } = step;
        const matter = incoming.type === "reassign-requested" ? matterIn(before, incoming.conversationId) : undefined;
        if (incoming.type !== "reassign-requested" || matter === undefined) continue;
        const { id } = incoming.to;
        const who = agentIn(before, id);
        const status = before.agents.find((one) => one.agentId === id)?.status ?? "ready";
        const isThere = who !== undefined && shiftAt(before.roster, who, NOW) !== undefined && status !== "offline";
        const isFine = incoming.isConfirmed || (status === "ready" && roomFor(before, id, matter).fits);
        const isNews = !(matter.state === "assigned" && matter.agent?.id === id);
        const isMeant = isNews && serves(before, id, matter) && isThere && isFine;
        expect([incoming.id, refusalOf(step) === undefined]).toEqual([incoming.id, isMeant]);
        if (!isMeant) continue;
        given += 1;
        const now = matterIn(after, incoming.conversationId);
        expect(now).toMatchObject({ id: matter.id, state: "assigned", agent: { id }, waitingSince: matter.waitingSince });
      }
    }),
    { numRuns: 60, unbiased: true },
  );
  expect(given).toBeGreaterThan(5);
});

it("what is passed on keeps its place and its time, does not come back at once, and goes to the one it is meant for if they may take it", () => {
  let passed = 0;
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        const { incoming, before, after } = step;
        const matter = incoming.type === "escalation-transferred" ? matterIn(before, incoming.conversationId) : undefined;
        if (incoming.type !== "escalation-transferred" || matter === undefined || refusalOf(step) !== undefined) continue;
        const now = matterIn(after, incoming.conversationId);
        const isBoss = now?.urgency === "high" && now.agent?.id === before.roster.supervisorOnCall;
        expect([now?.id, now?.waitingSince, now?.priority]).toEqual([matter.id, matter.waitingSince, matter.priority]);
        expect(now?.declined?.at(-1)).toMatchObject({ agent: incoming.from.id, at: NOW });
        const { to, from } = incoming;
        if (to.type !== "agent" || isBoss) continue;
        if (to.agent.id !== from.id) expect(now?.agent?.id).not.toBe(from.id);
        const without = { ...before, escalations: before.escalations.filter((one) => one !== matter) };
        const free = { ...matter, state: "waiting" as const, agent: undefined, shopperSilentSince: undefined };
        const left = matter.agent?.id;
        const agents = before.agents.map((one) => (one.agentId === left ? { ...one, load: one.load - 1 } : one));
        const { fits, isTaught } = roomFor({ ...without, agents }, to.agent.id, free);
        const who = agentIn(before, to.agent.id);
        const status = before.agents.find((one) => one.agentId === to.agent.id)?.status ?? "ready";
        const isAble =
          who !== undefined &&
          shiftAt(before.roster, who, NOW) !== undefined &&
          status === "ready" &&
          serves(before, who.id, matter);
        const isSkilled = who !== undefined && who.skills.length > 0;
        if (to.agent.id === from.id || left === to.agent.id) continue;
        if (isAble && isSkilled && fits && !isTaught) {
          passed += 1;
          expect([incoming.id, now?.agent?.id]).toEqual([incoming.id, to.agent.id]);
        }
      }
    }),
    { numRuns: 60, unbiased: true },
  );
  expect(passed).toBeGreaterThan(0);
});

it("what is refused changes nothing of its conversation", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const step of steps(history)) {
        if (refusalOf(step) === undefined || !("conversationId" in step.incoming)) continue;
        const [had, has] = [step.before, step.after].map((desk) =>
          matterIn(desk, String(Reflect.get(step.incoming, "conversationId"))),
        );
        if (had?.state === "assigned" && had.leftAt === undefined)
          expect([step.incoming.id, has?.state, has?.agent]).toEqual([step.incoming.id, "assigned", had.agent]);
      }
    }),
    { numRuns: 60, unbiased: true },
  );
});

it("a danger never waits while a supervisor of the store is on call, whenever it is said and whoever lets it go", () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      for (const { incoming, after } of steps(history)) {
        const boss = after.roster.supervisorOnCall;
        for (const one of after.escalations) {
          if (one.urgency !== "high" || boss === undefined || !serves(after, boss, one)) continue;
          expect([incoming.type, one.id, one.state]).not.toEqual([incoming.type, one.id, "waiting"]);
        }
      }
    }),
    { numRuns: 60, unbiased: true },
  );
});

it("nobody is let before who comes first in the work order, unless they could not take the first", () => {
  fc.assert(
    fc.property(somePolicyFacts, (given) => {
      const policy = { ...given.roster.routing, waitSeconds: undefined };
      const facts = { ...given, roster: { ...given.roster, routing: policy } };
      const inOrder = workOrder(policy, NOW);
      const byId = new Map(facts.escalations.map((one) => [one.id, one]));
      const { decisions } = route(facts, NOW);
      const order = decisions.flatMap(({ escalationId }) => byId.get(escalationId) ?? []);
      expect(order.map(({ id }) => id)).toEqual([...order].sort(inOrder).map(({ id }) => id));
      // Whoever got something while another one waits could not have taken that one: it says why.
      for (const [i, decision] of decisions.entries()) {
        if (decision.outcome.type === "assign" || !decision.changed) continue;
        const later = decisions
          .slice(i + 1)
          .flatMap(({ outcome }) => (outcome.type === "assign" && outcome.flags.length === 0 ? [outcome.agent.id] : []));
        const matter = byId.get(decision.escalationId);
        for (const id of later) {
          const who = facts.roster.agents.find((one) => one.id === id);
          if (matter === undefined || who === undefined) continue;
          const alone = {
            ...facts,
            roster: { ...facts.roster, agents: [who], supervisorOnCall: undefined },
            escalations: [...facts.escalations.filter((one) => one.agent?.id === id && one.state === "assigned"), matter],
          };
          const [would] = route(
            {
              ...alone,
              agents: facts.agents.map((one) => ({
                ...one,
                load: alone.escalations.filter(({ agent }) => agent?.id === one.agentId).length,
              })),
            },
            NOW,
          ).decisions;
          const before = decisions.slice(0, i).some(({ outcome }) => outcome.type === "assign" && outcome.agent.id === id);
          const isOffered = facts.escalations.some((one) => one.state === "offered" && one.agent?.id === id);
          if (!before && !isOffered)
            expect([decision.escalationId, id, would?.outcome.type]).not.toEqual([decision.escalationId, id, "assign"]);
        }
      }
    }),
    { numRuns: 60, unbiased: true },
  );
});

it("how much people may promise, and what money a shopper named, change only what is said", () => {
  const limits = fc.array(fc.option(fc.constantFrom(0, 500, 100_000), { nil: undefined }), {
    minLength: AGENTS.length,
    maxLength: AGENTS.length,
  });
  fc.assert(
    fc.property(somePolicyFacts, limits, fc.constantFrom(undefined, "199元", "$20"), (given, fen, namedMoney) => {
      const agents = given.roster.agents.map((one, i) => ({ ...one, compensationLimitFen: fen[i] }));
      const facts = {
        ...given,
        roster: { ...given.roster, agents },
        escalations: given.escalations.map((one) => ({ ...one, namedMoney })),
      };
      const said = route(facts, NOW).decisions;
      expect(said.map(inShort)).toEqual(route(given, NOW).decisions.map(inShort));
      for (const { outcome, why } of said) {
        if (outcome.type !== "assign") continue;
        const limit = agents.find(({ id }) => id === outcome.agent.id)?.compensationLimitFen;
        expect(why.zh.includes("赔付权限")).toBe(limit !== undefined);
      }
    }),
    { numRuns: 100 },
  );
});

it("whoever is gone keeps nothing longer than the grace time, and what they had keeps its first waiting time", () => {
  fc.assert(
    fc.property(
      somePolicyFacts,
      fc.constantFrom(...AGENTS).map(agentId),
      fc.constantFrom(1, 5, 10, 60),
      (given, gone, minutes) => {
        let desk: DeskFacts = at({ ...given, type: "desk", now: NOW }, NOW).after;
        const since = new Map(desk.escalations.map(({ id, waitingSince }) => [id, waitingSince]));
        desk = {
          ...desk,
          agents: desk.agents.map((one) => (one.agentId === gone ? { ...one, status: "offline" as const } : one)),
        };
        for (let now = NOW; now <= NOW + 20 * 60_000;) {
          desk = at(desk, now).after;
          for (const one of desk.escalations) {
            expect(one.waitingSince).toBe(since.get(one.id));
            if (one.state !== "assigned" || one.agent?.id !== gone) continue;
            const isBoss = one.urgency === "high" && desk.roster.supervisorOnCall === gone;
            if (!isBoss)
              expect([one.id, one.leftAt !== undefined, now < NOW + DEFAULT_WAITS.graceMs]).toEqual([one.id, true, true]);
          }
          now = Math.max(now + 1, Math.min(nextLook(desk, DEFAULT_WAITS) ?? Number.POSITIVE_INFINITY, now + minutes * 60_000));
        }
        expect(written(at(desk, desk.now).decision)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

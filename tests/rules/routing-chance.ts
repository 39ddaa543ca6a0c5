import fc from "fast-check";
import type { Declined, Escalation } from "../../src/core/decision.ts";
import { agentId, storeId } from "../../src/core/ids.ts";
import type { AgentId } from "../../src/core/ids.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import { AGENT_STATUSES, WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../src/staffing/rules/routing-policy.ts";
import { agent, at, escalation, roster } from "./routing-people.ts";

/** A Wednesday morning within some shifts. */
export const NOW = at("2026-09-16T10:00");
const STORES = ["A", "B"];
/** Everybody, by id. */
export const AGENTS = ["li", "han", "wang", "zhao", "boss"];

const someAgent = (id: string) =>
  fc.record({
    agent: fc
      .record({
        skills: fc.subarray(["aftersale", "refund", "any"]),
        languages: fc.subarray(["zh", "en"]),
        capacity: fc.integer({ min: 0, max: 3 }),
        levels: fc.constantFrom({}, { aftersale: 2 }, { aftersale: 4 }),
        employer: fc.constantFrom("vendor", "merchant"),
        stores: fc.option(fc.subarray(STORES), { nil: undefined }),
        shifts: fc.constantFrom(
          [],
          [{ days: WEEKDAYS, start: "09:00", end: "18:00" }],
          [{ days: WEEKDAYS, start: "18:00", end: "10:00" }],
          [{ days: WEEKDAYS, start: "10:00", end: "02:00" }],
        ),
      })
      .map((changes) => agent(id, changes)),
    status: fc.constantFrom(...AGENT_STATUSES, "ready" as const, "ready" as const),
    lastAssignedAt: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  });

const someEscalation = (id: string): fc.Arbitrary<Escalation> =>
  fc
    .record({
      storeId: fc.constantFrom(...STORES).map(storeId),
      skill: fc.constantFrom("aftersale" as const, "refund" as const),
      language: fc.constantFrom("zh-CN", "en"),
      urgency: fc.constantFrom("normal" as const, "normal" as const, "high" as const),
      priority: fc.integer({ min: 0, max: 2 }),
      waitingSince: fc.integer({ min: 0, max: 4 }),
      state: fc.constantFrom("waiting" as const, "waiting" as const, "offered" as const, "assigned" as const),
      holder: fc.constantFrom(...AGENTS),
      previousAgent: fc.option(fc.constantFrom(...AGENTS).map(agentId), { nil: undefined }),
    })
    .map(({ holder, ...changes }) =>
      escalation(id, changes.state === "waiting" ? changes : { ...changes, agent: { id: agentId(holder), name: holder } }),
    );

/** Any desk: people, what is open, and who has it. */
export const someFacts: fc.Arbitrary<RoutingFacts> = fc
  .record({
    people: fc.tuple(...AGENTS.map(someAgent)),
    escalations: fc
      .integer({ min: 0, max: 9 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => someEscalation(`e${i}`)))),
    supervisorOnCall: fc.option(fc.constant(agentId("boss")), { nil: undefined }),
    acceptAtOnce: fc.boolean(),
    employerShare: fc.option(fc.constant({ vendor: 2, merchant: 1 }), { nil: undefined }),
  })
  .map(({ people, escalations, supervisorOnCall, acceptAtOnce, employerShare }) => ({
    roster: roster(
      people.map((one) => one.agent),
      { supervisorOnCall },
    ),
    escalations,
    agents: people.map((one) => ({
      agentId: one.agent.id,
      status: one.status,
      load: heldBy(escalations, one.agent.id),
      lastAssignedAt: one.lastAssignedAt,
    })),
    acceptAtOnce,
    employerShare,
  }));

/** How much somebody holds. */
export function heldBy(escalations: readonly Escalation[], id: AgentId): number {
  return escalations.filter((one) => (one.state === "offered" || one.state === "assigned") && one.agent?.id === id).length;
}

const someStep = fc.constantFrom(0, 0, 1, 3);

const somePolicy: fc.Arbitrary<RoutingPolicy> = fc.record(
  {
    longWork: fc.subarray(["aftersale", "refund"]),
    shiftEndingMinutes: fc.constantFrom(15, 8 * 60),
    preferredLevels: fc.constantFrom({}, { aftersale: 4 }, { aftersale: 3, refund: 2 }),
    spareExperts: fc.boolean(),
    secondarySkills: fc.constantFrom({}, { aftersale: ["refund"] }),
    employerFirst: fc.constantFrom({}, { A: "merchant" }, { A: "merchant", B: "vendor" }),
    employerShare: fc.constant({ vendor: 2, merchant: 1 }),
    waitSeconds: fc.record(
      {
        "any-level": someStep,
        "without-secondary-skills": someStep,
        "other-employer": someStep,
        "shift-ending": someStep,
        supervisor: someStep,
      },
      { requiredKeys: [] },
    ),
    weights: fc.constantFrom({ aftersale: 2 }, { presale: 1, aftersale: 3 }),
    silence: fc.constantFrom(
      [],
      [{ afterMinutes: 1, percent: 50 }],
      [
        { afterMinutes: 1, percent: 50 },
        { afterMinutes: 3, percent: 0 },
      ],
    ),
    ageing: fc.constant({ everyMinutes: 1, most: 2 }),
  },
  { requiredKeys: [] },
);

/** Any desk whose roster has a policy, with trainees, refused stores, offers declined lately, silent shoppers and ages. */
export const somePolicyFacts: fc.Arbitrary<RoutingFacts> = fc
  .record({
    facts: someFacts,
    policy: somePolicy,
    people: fc.array(
      fc.record({
        trainee: fc.constantFrom(
          undefined,
          undefined,
          { stage: "shadow" as const },
          { stage: "supervised" as const, dailyLimit: 2 },
        ),
        notStores: fc.constantFrom(undefined, undefined, ["A"]),
        assignedToday: fc.integer({ min: 0, max: 2 }),
        capacity: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: AGENTS.length, maxLength: AGENTS.length },
    ),
    matters: fc.array(
      fc.record({
        phase: fc.constantFrom(undefined, "presale" as const, "aftersale" as const),
        waitedSeconds: fc.constantFrom(0, 1, 2, 4, 100, 200),
        silentSeconds: fc.option(fc.constantFrom(30, 60, 200), { nil: undefined }),
        dueInSeconds: fc.option(fc.constantFrom(10, 31, 600), { nil: undefined }),
        declinedBy: fc.constantFrom(undefined, undefined, ...AGENTS),
        declinedAgoMinutes: fc.constantFrom(1, 9, 10, 30),
      }),
      { minLength: 9, maxLength: 9 },
    ),
  })
  .map(({ facts, policy, people, matters }) => ({
    ...facts,
    employerShare: undefined,
    roster: {
      ...facts.roster,
      routing: policy,
      agents: facts.roster.agents.map((one, i) => ({ ...one, ...pick(people[i], ["trainee", "notStores", "capacity"]) })),
    },
    agents: facts.agents.map((one, i) => ({ ...one, assignedToday: people[i]?.assignedToday })),
    escalations: facts.escalations.map((one, i) => {
      const matter = matters[i];
      if (matter === undefined) return one;
      const declined = matter.declinedBy === undefined ? undefined : [declinedBy(matter.declinedBy, matter.declinedAgoMinutes)];
      const times = {
        waitingSince: NOW - matter.waitedSeconds * 1_000,
        dueAt: matter.dueInSeconds === undefined ? undefined : NOW + matter.dueInSeconds * 1_000,
        shopperSilentSince: matter.silentSeconds === undefined ? undefined : NOW - matter.silentSeconds * 1_000,
      };
      return { ...one, ...times, phase: matter.phase, declined };
    }),
  }));

function declinedBy(id: string, agoMinutes: number): Declined {
  return { agent: agentId(id), at: NOW - agoMinutes * 60_000, how: "timed-out" };
}

function pick<T extends object, K extends keyof T>(from: T | undefined, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (from !== undefined) picked[key] = from[key];
  return picked;
}

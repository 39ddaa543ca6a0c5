import fc from "fast-check";
import type { Escalation } from "../../src/core/decision.ts";
import { agentId, storeId } from "../../src/core/ids.ts";
import type { AgentId } from "../../src/core/ids.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import { AGENT_STATUSES, WEEKDAYS } from "../../src/staffing/rules/roster.ts";
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

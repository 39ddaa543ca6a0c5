import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import type { AgentId } from "../../core/ids.ts";
import { problem, type HttpProblem } from "../../core/problem.ts";
import type { Spine } from "../../core/spine.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import { dateShape, endShape, startShape } from "../../staffing/rules/roster-file-shape.ts";
import type { RosterAgent } from "../../staffing/rules/roster.ts";

export interface PlanningParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit">;
  readonly clock: Clock;
}

export const PLANNERS = ["supervisor", "admin"] as const;
export const WEEK_DAYS = 7;

/** A date of the address or the body. */
export const dateField = z
  .string("a date such as 2026-11-23")
  .refine((text) => dateShape.safeParse(text).success, "a date such as 2026-11-23");
export const hoursField = z.strictObject({
  start: z.string("a time such as 09:00").refine((text) => startShape.safeParse(text).success, "a time from 00:00 to 23:59"),
  end: z.string("a time such as 18:00").refine((text) => endShape.safeParse(text).success, "a time from 00:00 to 24:00"),
});

/** Whether somebody sees this person in the roster at all: they share a store. */
export function seesAgent(principal: Principal, agent: RosterAgent): boolean {
  return principal.role === "admin" || (agent.stores?.some((store) => holds(principal, store)) ?? true);
}

/** Whether somebody may change this person's days: whose working time serves a store, is that store's business too. */
export function mayPlan(principal: Principal, agent: RosterAgent, all: readonly string[]): boolean {
  return principal.role === "admin" || (agent.stores ?? all).every((store) => holds(principal, store));
}

const holds = (principal: Principal, store: string): boolean => principal.stores.some((own) => own === store);

export function notYours(agent: RosterAgent): HttpProblem {
  return problem(403, {
    title: "Not allowed",
    detail: `${agent.name} also serves stores that you do not see; somebody who sees all of them plans their days.`,
  });
}

export function changedMeanwhile(): HttpProblem {
  return problem(409, {
    title: "Changed meanwhile",
    detail: "Somebody changed the roster meanwhile. Nothing was written; look at it again, then repeat.",
  });
}

export type ById = ReadonlyMap<AgentId, RosterAgent>;
export const byId = (agents: readonly RosterAgent[]): ById => new Map(agents.map((agent) => [agent.id, agent]));

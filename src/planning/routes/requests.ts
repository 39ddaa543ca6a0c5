import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { problem } from "../../core/problem.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { dateOf, dayOf, wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import type { DecideRequest, RequestConflictRow, RequestsAnswer } from "../api.ts";
import { leaveConflicts, swapChanges, swapConflicts, type RequestConflict } from "../rules/requests.ts";
import { allStores, ifUnchanged, readRoster, writeDays } from "../store.ts";
import {
  findLeave,
  findSwap,
  listLeave,
  listSwaps,
  moveLeave,
  moveSwap,
  noteRequest,
  type LeaveRequest,
  type SwapRequest,
} from "../store-requests.ts";
import { leaveRow, swapRow } from "./mine.ts";
import { byId, changedMeanwhile, mayPlan, notYours, seesAgent, type ById, type PlanningParts } from "./parts.ts";

interface Known {
  readonly roster: Roster;
  readonly version: number;
  readonly agents: ById;
  readonly all: readonly string[];
  readonly today: string;
}

async function know({ db, clock }: PlanningParts): Promise<Known> {
  const { roster, version } = await readRoster(db);
  const today = dateOf(dayOf(wallTimeAt(roster.timezone, clock.now())));
  return { roster, version, agents: byId(roster.agents), all: await allStores(db), today };
}

/** What waits for a decision, and granted leave, of those whom the reader sees; with what speaks against it. */
export async function readRequests(parts: PlanningParts, { principal }: Call): Promise<RequestsAnswer> {
  const known = await know(parts);
  const leave = (await listLeave(parts.db, { since: known.today, states: ["asked", "granted"] })).filter((one) =>
    sees(principal, [one.agentId], known),
  );
  const swaps = (await listSwaps(parts.db, { since: known.today, states: ["asked", "accepted"] })).filter((one) =>
    sees(principal, [one.agentId, one.withId], known),
  );
  return {
    leave: leave.map((one) => ({
      ...leaveRow(one, known.roster),
      mayDecide: decides(principal, [one.agentId], known),
      conflicts: one.state === "asked" ? rowsOf(leaveConflicts(known.roster, one, known.all), known.agents) : [],
    })),
    swaps: swaps.map((one) => ({
      ...swapRow(one, known.roster),
      mayDecide: one.state === "accepted" && decides(principal, [one.agentId, one.withId], known),
      conflicts: rowsOf(swapConflicts(known.roster, one, known.all), known.agents),
    })),
  };
}

export const DECISION = z.strictObject({
  decision: z.enum(["yes", "no"], "yes or no"),
  anyway: z.boolean("true or false").optional(),
});

/** Grants or refuses leave; a granted one is taken back by no. */
export async function decideLeave(parts: PlanningParts, call: Call): Promise<RequestsAnswer> {
  const known = await know(parts);
  const found = await findLeave(parts.db, call.params["leaveId"] ?? "");
  if (found === undefined || !sees(call.principal, [found.agentId], known)) throw notFound("leave");
  refuseOthers(call.principal, [found], known);
  const asked: DecideRequest = checked(DECISION, call.body);
  const step = stepOfLeave(found, asked.decision);
  if (step === undefined) throw changedMeanwhile();
  if (step.to === "granted") refuseConflicts(rowsOf(leaveConflicts(known.roster, found, known.all), known.agents), asked);
  const actor = actorOf(call, parts.clock.now());
  const { roster } = known;
  await changeRoster(parts, known, async (client) => {
    const by = { name: call.principal.name, at: actor.at };
    if (!(await moveLeave(client, { id: found.id, ...step }, by))) throw changedMeanwhile();
    await noteRequest(client, { act: "planning.leave.decide", request: found, ...step, roster, actor });
  });
  return readRequests(parts, call);
}

function stepOfLeave({ state }: LeaveRequest, decision: "yes" | "no") {
  if (state === "asked") return { from: state, to: decision === "yes" ? "granted" : "refused" } as const;
  if (state === "granted" && decision === "no") return { from: state, to: "withdrawn" } as const;
  return undefined;
}

/** Approves a swap that the colleague accepted, and writes both people's days; or refuses it. */
export async function decideSwap(parts: PlanningParts, call: Call): Promise<RequestsAnswer> {
  const known = await know(parts);
  const found = await findSwap(parts.db, call.params["swapId"] ?? "");
  if (found === undefined || !sees(call.principal, [found.agentId, found.withId], known)) throw notFound("swap");
  refuseOthers(call.principal, [found, { agentId: found.withId }], known);
  const asked: DecideRequest = checked(DECISION, call.body);
  if (found.state !== "accepted") throw changedMeanwhile();
  const isYes = asked.decision === "yes";
  if (isYes) refuseConflicts(rowsOf(swapConflicts(known.roster, found, known.all), known.agents), asked);
  const actor = actorOf(call, parts.clock.now());
  const { roster } = known;
  await changeRoster(parts, known, async (client) => {
    const step = { from: "accepted", to: isYes ? "approved" : "refused" } as const;
    if (!(await moveSwap(client, { id: found.id, ...step }, { name: call.principal.name, at: actor.at })))
      throw changedMeanwhile();
    await noteRequest(client, { act: "planning.swaps.decide", request: found, ...step, roster, actor });
    if (isYes) await writeDays(client, { roster, changes: swapChanges(roster, found) }, actor);
  });
  return readRequests(parts, call);
}

async function changeRoster(parts: PlanningParts, { version }: Known, write: Parameters<typeof ifUnchanged>[2]): Promise<void> {
  if (!(await ifUnchanged(parts.db, version, write))) throw changedMeanwhile();
  await tellRouting(parts);
}

type Ids = readonly LeaveRequest["agentId"][];

// Both of a swap: people of other stores are not there, not even by name.
function sees(principal: Principal, ids: Ids, { agents }: Known): boolean {
  return ids.every((id) => {
    const agent = agents.get(id);
    return agent !== undefined && seesAgent(principal, agent);
  });
}

function decides(principal: Principal, ids: Ids, { agents, all }: Known): boolean {
  return ids.every((id) => {
    const agent = agents.get(id);
    return agent !== undefined && mayPlan(principal, agent, all);
  });
}

function refuseOthers(principal: Principal, of: readonly Pick<SwapRequest, "agentId">[], { agents, all }: Known): void {
  for (const { agentId } of of) {
    const agent = agents.get(agentId);
    if (agent === undefined) throw notFound("agent");
    if (!mayPlan(principal, agent, all)) throw notYours(agent);
  }
}

function refuseConflicts(conflicts: readonly RequestConflictRow[], { anyway }: DecideRequest): void {
  if (conflicts.length === 0 || anyway === true) return;
  throw problem(409, {
    title: "Something speaks against it",
    detail: "See conflicts; send anyway: true to decide so in spite of them. Nothing was changed.",
    field: "anyway",
    remedy: "true, when it shall be so in spite of the conflicts",
    more: { conflicts },
  });
}

function rowsOf(conflicts: readonly RequestConflict[], agents: ById): readonly RequestConflictRow[] {
  return conflicts.map((conflict) =>
    conflict.type === "nobody-left"
      ? conflict
      : { type: conflict.type, date: conflict.date, name: agents.get(conflict.agentId)?.name ?? conflict.agentId },
  );
}

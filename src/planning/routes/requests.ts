import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { writeAudit } from "../../audit/store.ts";
import { agentId } from "../../core/ids.ts";
import { problem, wrongField } from "../../core/problem.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { toldOf } from "../../staffing/rules/changes.ts";
import { keepChange } from "../../staffing/store-changes.ts";
import { dateOf, dayOf, wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import type { DecideRequest, RequestConflictRow, RequestsAnswer } from "../api.ts";
import { storeOfAll } from "../rules/logged.ts";
import { leaveConflicts, swapChanges, swapConflicts, swapFault, swapHours, type RequestConflict } from "../rules/requests.ts";
import { allStores, ifUnchanged, readRoster, writeDays } from "../store.ts";
import {
  findLeave,
  findSwap,
  grantLeave,
  listLeave,
  listSwaps,
  moveLeave,
  moveSwap,
  noteRequest,
  type LeaveRequest,
  type SwapRequest,
} from "../store-requests.ts";
import { LEAVE, leaveRow, refuseOtherLeave, swapRow, wrongSwap } from "./mine.ts";
import { byOf } from "./changes.ts";
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
  const { today: since, roster } = known;
  const among = roster.agents.filter((agent) => seesAgent(principal, agent)).map(({ id }) => id);
  // Apart: what was granted long ago must not hide what waits.
  const asked = await listLeave(parts.db, { since, states: ["asked"], among });
  const leave = [...asked, ...(await listLeave(parts.db, { since, states: ["granted"], among }))];
  const swaps = await listSwaps(parts.db, { since, states: ["asked", "accepted"], among });
  return {
    leave: leave.map((one) => ({
      ...leaveRow(one, known.roster),
      mayDecide: decides(principal, [one.agentId], known),
      conflicts: one.state === "asked" ? rowsOf(leaveConflicts(known.roster, one, known.all), { principal, known }) : [],
    })),
    swaps: swaps.map((one) => ({
      ...swapRow(one, known.roster),
      mayDecide: one.state === "accepted" && decides(principal, [one.agentId, one.withId], known),
      conflicts: rowsOf(swapConflicts(known.roster, one, known.all), { principal, known }),
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
  if (step.to === "granted")
    refuseConflicts(rowsOf(leaveConflicts(known.roster, found, known.all), { principal: call.principal, known }), asked);
  const actor = actorOf(call, parts.clock.now());
  const { roster } = known;
  await changeRoster(parts, known, async (client) => {
    const by = { name: call.principal.name, at: actor.at };
    if (!(await moveLeave(client, { id: found.id, ...step }, by))) throw changedMeanwhile();
    await noteRequest(client, { act: "planning.leave.decide", request: found, ...step, roster, actor });
  });
  return readRequests(parts, call);
}

/** Enters leave for somebody who said so on the telephone; it holds at once. Past days too: somebody was ill. */
export async function enterLeave(parts: PlanningParts, call: Call): Promise<RequestsAnswer> {
  const known = await know(parts);
  const { agentId: named, anyway, ...leave } = checked(ENTRY, call.body);
  const of = agentId(named);
  if (!sees(call.principal, [of], known)) throw notFound("agent");
  refuseOthers(call.principal, [{ agentId: of }], known);
  await refuseOtherLeave(parts, of, leave);
  const entry = { ...leave, agentId: of };
  refuseConflicts(rowsOf(leaveConflicts(known.roster, entry, known.all), { principal: call.principal, known }), {
    decision: "yes",
    anyway,
  });
  const actor = { name: call.principal.name, at: parts.clock.now() };
  let entered = "";
  await changeRoster(parts, known, async (client) => {
    entered = await grantLeave(client, entry, actor);
    const { from, until } = entry;
    const agent = known.agents.get(of);
    const thing = { thing: `agent:${of}`, thingName: agent?.name, storeId: storeOfAll([agent]) };
    // Why somebody is on leave is nobody's but their supervisor's.
    await writeAudit(client, { ...actorOf(call, actor.at), act: "leave.entered", ...thing, after: { from, until } });
    const back = { type: "leave", leaveId: entered, agentId: of } as const;
    const told = toldOf([agent?.name ?? of], [from, until]);
    await keepChange(client, { kind: "leave", told, back }, byOf(call, actor.at));
  });
  return { ...(await readRequests(parts, call)), entered };
}

export const ENTRY = LEAVE.extend({
  agentId: z.string("an agent's id").max(100),
  anyway: z.boolean("true or false").optional(),
});

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
  if (isYes) refuseChanged(known, found);
  if (isYes) refuseConflicts(rowsOf(swapConflicts(known.roster, found, known.all), { principal: call.principal, known }), asked);
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

// The colleague said yes to certain hours: others are not theirs to work.
function refuseChanged({ roster, today }: Known, found: SwapRequest): void {
  const fault = swapFault(roster, found, today);
  if (fault !== undefined) throw wrongSwap(409, fault);
  if (found.hours === undefined || found.hours === swapHours(roster, found)) return;
  throw wrongField(409, "decision", "no: the hours were changed since the colleague accepted. Let them be asked anew");
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

interface Reader {
  readonly principal: Principal;
  readonly known: Known;
}

// Stores that the reader does not see are not named, though they count.
function rowsOf(conflicts: readonly RequestConflict[], { principal, known }: Reader): readonly RequestConflictRow[] {
  const isTheirs = (store: string): boolean => principal.stores.some((own) => own === store);
  return conflicts.map((conflict) =>
    conflict.type === "nobody-left"
      ? { ...conflict, stores: conflict.stores.filter(isTheirs), elsewhere: !conflict.stores.every(isTheirs) }
      : { type: conflict.type, date: conflict.date, name: known.agents.get(conflict.agentId)?.name ?? conflict.agentId },
  );
}

import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import type { AgentId } from "../../core/ids.ts";
import { problem, wrongField, type HttpProblem } from "../../core/problem.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { LEAVE_KINDS, zoneOf, type Roster, type RosterAgent } from "../../staffing/rules/roster.ts";
import { dateOf, dayOf, dayOfDate, wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import type { LeaveAsk, LeaveRow, MineAnswer, SwapAsk, SwapRow } from "../api.ts";
import { swapFault, swapHours, type SwapFault } from "../rules/requests.ts";
import { daysOf, overnightInto } from "../rules/week.ts";
import { readRoster } from "../store.ts";
import {
  askLeave,
  askSwap,
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
import { changedMeanwhile, dateField, type PlanningParts } from "./parts.ts";

const SHOWN_DAYS = 14;
const LONGEST_LEAVE_DAYS = 366;
const LONGEST_NOTE = 500;

interface Mine {
  readonly roster: Roster;
  readonly me: RosterAgent;
  readonly today: string;
}

async function mine({ db, clock }: PlanningParts, principal: Principal): Promise<Mine> {
  const { roster } = await readRoster(db);
  const me = roster.agents.find(({ id }) => id === principal.agent?.id);
  if (me === undefined) throw noAgent();
  return { roster, me, today: dateOf(dayOf(wallTimeAt(zoneOf(roster, me), clock.now()))) };
}

function noAgent(): HttpProblem {
  return problem(403, { title: "Not allowed", detail: "You stand in no roster: an admin links you with an agent under People." });
}

/** My next two weeks, my leave, my swaps, and who may swap with me. */
export async function readMine(parts: PlanningParts, { principal }: Call): Promise<MineAnswer> {
  const { roster, me, today } = await mine(parts, principal);
  const leave = await listLeave(parts.db, { since: today, of: me.id });
  const swaps = await listSwaps(parts.db, { since: today, of: me.id });
  const overnight = overnightInto(roster, me, dayOfDate(today));
  return {
    timezone: zoneOf(roster, me),
    today,
    ...(overnight === undefined ? {} : { overnight }),
    days: daysOf(roster, me, { from: dayOfDate(today), count: SHOWN_DAYS }),
    leave: leave.map((one) => leaveRow(one, roster)),
    swaps: swaps.map((one) => swapRow(one, roster)),
    colleagues: colleaguesOf(roster, me).map(({ id, name }) => ({ id, name })),
  };
}

/** Asks for leave; a supervisor grants it. */
export async function askForLeave(parts: PlanningParts, call: Call): Promise<MineAnswer> {
  const { roster, me, today } = await mine(parts, call.principal);
  const { note, ...asked }: LeaveAsk = checked(LEAVE, call.body);
  if (asked.from < today) throw wrongField(400, "from", "today or later");
  await refuseOtherLeave(parts, me.id, asked);
  const actor = actorOf(call, parts.clock.now());
  const wish = { agentId: me.id, ...asked };
  await parts.db.transaction(async (client) => {
    const id = await askLeave(client, { ...wish, note }, { name: call.principal.name, at: actor.at });
    if (id === undefined) throw touchesOther();
    await noteRequest(client, { act: "planning.mine.leave", request: { id, ...wish }, to: "asked", roster, actor });
  });
  return readMine(parts, call);
}

/** Leave has an order, an end, and touches no other leave of the same person. */
export async function refuseOtherLeave(
  { db }: PlanningParts,
  of: AgentId,
  asked: Pick<LeaveAsk, "from" | "until">,
): Promise<void> {
  if (asked.until < asked.from) throw wrongField(400, "until", "not before the first day");
  if (dayOfDate(asked.until) - dayOfDate(asked.from) >= LONGEST_LEAVE_DAYS) throw wrongField(400, "until", "within a year");
  const existing = await listLeave(db, { since: asked.from, of, states: ["asked", "granted"] });
  const isTaken = existing.some(({ from, until }) => from <= asked.until && asked.from <= until);
  if (isTaken) throw touchesOther();
}

function touchesOther(): HttpProblem {
  return wrongField(409, "from", "days that no other leave of the same person touches");
}

const note = z.string().max(LONGEST_NOTE, `at most ${LONGEST_NOTE} characters`).default("");
/** What is said of leave. */
export const LEAVE = z.strictObject({
  from: dateField,
  until: dateField,
  kind: z.enum(LEAVE_KINDS, `one of ${LEAVE_KINDS.join(", ")}`),
  note,
});

/** Takes my own wish for leave back, before it was decided. */
export async function withdrawLeave(parts: PlanningParts, call: Call): Promise<MineAnswer> {
  if (call.principal.agent === undefined) throw notFound("leave");
  const { me, roster } = await mine(parts, call.principal);
  const found = await findLeave(parts.db, call.params["leaveId"] ?? "");
  if (found?.agentId !== me.id) throw notFound("leave");
  const actor = actorOf(call, parts.clock.now());
  const step = { from: "asked", to: "withdrawn" } as const;
  await parts.db.transaction(async (client) => {
    const by = { name: call.principal.name, at: actor.at };
    if (!(await moveLeave(client, { id: found.id, ...step }, by))) throw changedMeanwhile();
    await noteRequest(client, { act: "planning.mine.leave.withdraw", request: found, ...step, roster, actor });
  });
  return readMine(parts, call);
}

/** Asks a colleague to work a day of mine. */
export async function askForSwap(parts: PlanningParts, call: Call): Promise<MineAnswer> {
  const { roster, me, today } = await mine(parts, call.principal);
  const { note: said, withId, date, withDate }: SwapAsk = checked(SWAP, call.body);
  const colleague = colleaguesOf(roster, me).find(({ id }) => id === withId);
  if (colleague === undefined) throw notFound("agent");
  const swap = { agentId: me.id, date, withId: colleague.id, ...(withDate === undefined ? {} : { withDate }) };
  const fault = swapFault(roster, swap, today);
  if (fault !== undefined) throw wrongSwap(400, fault);
  const actor = actorOf(call, parts.clock.now());
  await parts.db.transaction(async (client) => {
    const id = await askSwap(client, { swap, note: said }, actor.at);
    if (id === undefined) throw wrongField(409, "date", "a day that you have not asked to swap already: withdraw that first");
    await noteRequest(client, { act: "planning.mine.swaps", request: { id, ...swap }, to: "asked", roster, actor });
  });
  return readMine(parts, call);
}

export const SWAP = z.strictObject({
  date: dateField,
  withId: z.string("an agent's id").max(100),
  withDate: dateField.optional(),
  note,
});

/** Why it cannot be asked for, or no longer be approved. */
export function wrongSwap(status: 400 | 409, fault: SwapFault): Error {
  return wrongField(status, FIELDS[fault], REMEDIES[fault]);
}

const FIELDS: Readonly<Record<SwapFault, string>> = {
  nobody: "withId",
  "same-person": "withId",
  "other-zone": "withId",
  past: "date",
  "no-shift": "date",
  "no-shift-back": "withDate",
};
const REMEDIES: Readonly<Record<SwapFault, string>> = {
  nobody: "a colleague of the roster",
  "same-person": "somebody else",
  "other-zone": "a colleague in your own time zone",
  past: "today or later",
  "no-shift": "a day on which you work",
  "no-shift-back": "a day on which your colleague works",
};

/** Answers a colleague's wish, or takes my own back. */
export async function answerSwap(parts: PlanningParts, call: Call): Promise<MineAnswer> {
  if (call.principal.agent === undefined) throw notFound("swap");
  const { me, roster } = await mine(parts, call.principal);
  const found = await findSwap(parts.db, call.params["swapId"] ?? "");
  if (found === undefined || (found.agentId !== me.id && found.withId !== me.id)) throw notFound("swap");
  const { answer, hours: seen } = checked(ANSWER, call.body);
  const isMine = found.agentId === me.id;
  if (isMine !== (answer === "withdrawn"))
    throw wrongField(403, "answer", isMine ? "withdrawn: the answer is your colleague's" : "accepted or refused");
  // A wish can be taken back until it is approved; an answer is given once.
  const from = answer === "withdrawn" ? found.state : "asked";
  if (from !== "asked" && from !== "accepted") throw changedMeanwhile();
  const hours = swapHours(roster, found);
  if (answer === "accepted" && seen !== undefined && seen !== hours)
    throw wrongField(409, "hours", `${hours}, as they are by now: look at the wish again`);
  const actor = actorOf(call, parts.clock.now());
  await parts.db.transaction(async (client) => {
    const by = { name: call.principal.name, at: actor.at };
    if (!(await moveSwap(client, { id: found.id, from, to: answer, hours }, by))) throw changedMeanwhile();
    await noteRequest(client, { act: "planning.mine.swaps.answer", request: found, from, to: answer, roster, actor });
  });
  return readMine(parts, call);
}

export const ANSWER = z.strictObject({
  answer: z.enum(["accepted", "refused", "withdrawn"], "one of accepted, refused, withdrawn"),
  /** As they were seen by who says yes. */
  hours: z.string("the hours of the wish").max(LONGEST_NOTE, "the hours of the wish").optional(),
});

/** Who serves a store that I serve, in my own time zone. */
function colleaguesOf(roster: Roster, me: RosterAgent): readonly RosterAgent[] {
  return roster.agents.filter((other) => {
    if (other.id === me.id || zoneOf(roster, other) !== zoneOf(roster, me)) return false;
    return me.stores === undefined || other.stores === undefined || other.stores.some((store) => me.stores?.includes(store));
  });
}

const nameOf = ({ agents }: Roster, id: AgentId): string => agents.find((agent) => agent.id === id)?.name ?? id;

export function leaveRow({ id, agentId: of, from, until, kind, note: said, state }: LeaveRequest, roster: Roster): LeaveRow {
  return { id, agentId: of, name: nameOf(roster, of), from, until, kind, note: said, state };
}

export function swapRow(swap: SwapRequest, roster: Roster): SwapRow {
  const { id, agentId: of, date, withId, withDate, hours, note: said, state } = swap;
  const back = withDate === undefined ? {} : { withDate };
  return {
    id,
    agentId: of,
    name: nameOf(roster, of),
    date,
    withId,
    withName: nameOf(roster, withId),
    ...back,
    hours: hours ?? swapHours(roster, swap),
    note: said,
    state,
  };
}

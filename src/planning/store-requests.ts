import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Actor as AuditActor } from "../audit/rules/entry.ts";
import { writeAudit } from "../audit/store.ts";
import { agentId, type AgentId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { LEAVE_KINDS, type LeaveKind, type Roster } from "../staffing/rules/roster.ts";
import { storeOfAll } from "./rules/logged.ts";
import type { Swap } from "./rules/requests.ts";

export type LeaveState = "asked" | "granted" | "refused" | "withdrawn";
export type SwapState = "asked" | "accepted" | "approved" | "refused" | "withdrawn";

export interface LeaveRequest {
  readonly id: string;
  readonly agentId: AgentId;
  readonly from: string;
  readonly until: string;
  readonly kind: LeaveKind;
  readonly note: string;
  readonly state: LeaveState;
}

export interface SwapRequest extends Swap {
  readonly id: string;
  readonly note: string;
  readonly state: SwapState;
  /** What the colleague said yes to, see `swapHours`; absent before they did, and in those of earlier versions. */
  readonly hours?: string | undefined;
}

const MOST_LISTED = 200;

/** Which are asked for: not over on this day (`YYYY-MM-DD`), of this agent, in one of these states. */
export interface Wanted<State> {
  readonly since: string;
  readonly of?: AgentId;
  readonly states?: readonly State[];
  /** All of whom a request speaks are among these. */
  readonly among?: readonly AgentId[];
}

/** The next first. */
export async function listLeave(
  { prisma }: Database,
  { since, of, states, among }: Wanted<LeaveState>,
): Promise<readonly LeaveRequest[]> {
  const rows = await prisma.leave.findMany({
    where: { until: { gte: since }, AND: [ofAgent(of), isAmong("agentId", among)], ...inStates(states), agent: { active: true } },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map(leaveOf);
}

/** Undefined when there is none, or its agent has left. */
export async function findLeave({ prisma }: Database, id: string): Promise<LeaveRequest | undefined> {
  const row = await prisma.leave.findFirst({ where: { id, agent: { active: true } } });
  return row === null ? undefined : leaveOf(row);
}

/** Of an agent: what they asked for, and what they were asked. The next first. */
export async function listSwaps(
  { prisma }: Database,
  { since, of, states, among }: Wanted<SwapState>,
): Promise<readonly SwapRequest[]> {
  const whose = of === undefined ? {} : { OR: [{ agentId: of }, { withId: of }] };
  const rows = await prisma.shiftSwap.findMany({
    where: { date: { gte: since }, ...inStates(states), AND: [whose, isAmong("agentId", among), isAmong("withId", among)] },
    orderBy: [{ date: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map(swapOf);
}

/** Undefined when there is none. */
export async function findSwap({ prisma }: Database, id: string): Promise<SwapRequest | undefined> {
  const row = await prisma.shiftSwap.findUnique({ where: { id } });
  return row === null ? undefined : swapOf(row);
}

function ofAgent(of: AgentId | undefined): { readonly agentId?: AgentId } {
  return of === undefined ? {} : { agentId: of };
}

function isAmong(field: "agentId" | "withId", among: readonly AgentId[] | undefined): Record<string, { in: string[] }> {
  return among === undefined ? {} : { [field]: { in: [...among] } };
}

function inStates(states: readonly string[] | undefined): { readonly state?: { readonly in: string[] } } {
  return states === undefined ? {} : { state: { in: [...states] } };
}

function leaveOf(row: LeaveRow): LeaveRequest {
  const { id, from, until, note } = row;
  return {
    id,
    agentId: agentId(row.agentId),
    from,
    until,
    kind: kindOf.parse(row.kind),
    note,
    state: leaveStateOf.parse(row.state),
  };
}

function swapOf(row: SwapRow): SwapRequest {
  const { id, date, withDate, note, hours } = row;
  const back = { ...(withDate === null ? {} : { withDate }), ...(hours === null ? {} : { hours }) };
  return {
    id,
    agentId: agentId(row.agentId),
    date,
    withId: agentId(row.withId),
    ...back,
    note,
    state: swapStateOf.parse(row.state),
  };
}

type LeaveRow = Omit<LeaveRequest, "agentId" | "kind" | "state"> & {
  readonly agentId: string;
  readonly kind: string;
  readonly state: string;
};
type SwapRow = Pick<SwapRequest, "id" | "date" | "note"> & {
  readonly agentId: string;
  readonly withId: string;
  readonly withDate: string | null;
  readonly state: string;
  readonly hours: string | null;
};

/** Somebody who acts: their name as it is now. */
export interface Actor {
  readonly name: string;
  readonly at: Instant;
}

// One after another, so that who asks twice at once has asked once.
async function lockAgent(client: Client, id: AgentId): Promise<void> {
  await client.query(`SELECT 1 FROM "Agent" WHERE "id" = $1 FOR NO KEY UPDATE`, [id]);
}

/** Keeps a wish for leave; returns its id. Undefined when it touches other leave of theirs. */
export async function askLeave(
  client: Client,
  { agentId: of, from, until, kind, note }: Omit<LeaveRequest, "id" | "state">,
  { name, at }: Actor,
): Promise<string | undefined> {
  const id = randomUUID();
  await lockAgent(client, of);
  const kept = await client.query(
    `INSERT INTO "Leave" ("id", "agentId", "from", "until", "kind", "note", "state", "askedAt", "askedBy")
     SELECT $1, $2, $3, $4, $5, $6, 'asked', $7::timestamptz, $8 WHERE NOT EXISTS (
       SELECT 1 FROM "Leave" WHERE "agentId" = $2 AND "state" IN ('asked', 'granted') AND "from" <= $4 AND "until" >= $3)`,
    [id, of, from, until, kind, note, new Date(at).toISOString(), name],
  );
  return kept.rowCount === 1 ? id : undefined;
}

/** Keeps leave that a supervisor grants without a wish before it; returns its id. */
export async function grantLeave(
  client: Client,
  { agentId: of, from, until, kind, note }: Omit<LeaveRequest, "id" | "state">,
  { name, at }: Actor,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "Leave" ("id", "agentId", "from", "until", "kind", "note", "state", "askedAt", "askedBy", "decidedAt", "decidedBy")
     VALUES ($1, $2, $3, $4, $5, $6, 'granted', $7::timestamptz, $8, $7::timestamptz, $8)`,
    [id, of, from, until, kind, note, new Date(at).toISOString(), name],
  );
  return id;
}

/** Keeps a wish to swap; returns its id. Undefined when they ask for that day already. */
export async function askSwap(
  client: Client,
  { swap, note }: { readonly swap: Swap; readonly note: string },
  at: Instant,
): Promise<string | undefined> {
  const id = randomUUID();
  const { agentId: of, date, withId, withDate = null } = swap;
  await lockAgent(client, of);
  const kept = await client.query(
    `INSERT INTO "ShiftSwap" ("id", "agentId", "date", "withId", "withDate", "note", "state", "askedAt")
     SELECT $1, $2, $3, $4, $5, $6, 'asked', $7::timestamptz WHERE NOT EXISTS (
       SELECT 1 FROM "ShiftSwap" WHERE "agentId" = $2 AND "date" = $3 AND "state" IN ('asked', 'accepted'))`,
    [id, of, date, withId, withDate, note, new Date(at).toISOString()],
  );
  return kept.rowCount === 1 ? id : undefined;
}

/** What the audit log keeps of a request; of leave neither the kind nor the words: why somebody is away is their supervisor's to know. */
export async function noteRequest(client: Client, { act, request, from, to, roster, actor }: Noted): Promise<void> {
  const nameOf = (id: AgentId): string => roster.agents.find((agent) => agent.id === id)?.name ?? id;
  const people = "withId" in request ? [request.agentId, request.withId] : [request.agentId];
  const said =
    "withId" in request
      ? { date: request.date, with: nameOf(request.withId), withDate: request.withDate }
      : { from: request.from, until: request.until };
  await writeAudit(client, {
    ...actor,
    act,
    storeId: storeOfAll(people.map((id) => roster.agents.find((agent) => agent.id === id))),
    thing: `planning:${request.id}`,
    thingName: nameOf(request.agentId),
    before: from === undefined ? undefined : { status: from },
    after: { status: to, ...said },
  });
}

export interface Noted {
  readonly act: string;
  readonly request: Omit<LeaveRequest, "state" | "note" | "kind"> | Omit<SwapRequest, "state" | "note">;
  readonly from?: LeaveState | SwapState;
  readonly to: LeaveState | SwapState;
  readonly roster: Roster;
  readonly actor: AuditActor;
}

type Client = Pick<PoolClient, "query">;

/** Takes leave from one state to the next; false when it is no longer in it. */
export async function moveLeave(
  client: Client,
  { id, from, to }: { readonly id: string; readonly from: LeaveState; readonly to: LeaveState },
  { name, at }: Actor,
): Promise<boolean> {
  const moved = await client.query(
    `UPDATE "Leave" SET "state" = $3, "decidedAt" = $4::timestamptz, "decidedBy" = $5 WHERE "id" = $1 AND "state" = $2`,
    [id, from, to, new Date(at).toISOString(), name],
  );
  return moved.rowCount === 1;
}

/** Takes a swap from one state to the next; false when it is no longer in it. `hours`: what the colleague says yes to. */
export async function moveSwap(
  client: Client,
  { id, from, to, hours }: { readonly id: string; readonly from: SwapState; readonly to: SwapState; readonly hours?: string },
  { name, at }: Actor,
): Promise<boolean> {
  // The colleague's answer and the supervisor's decision are kept apart.
  const [columns, value] =
    from === "asked" && to === "accepted"
      ? [`"answeredAt" = $4::timestamptz, "hours" = $5`, hours ?? null]
      : [`"decidedAt" = $4::timestamptz, "decidedBy" = $5`, name];
  const values = [id, from, to, new Date(at).toISOString(), value];
  const moved = await client.query(`UPDATE "ShiftSwap" SET "state" = $3, ${columns} WHERE "id" = $1 AND "state" = $2`, values);
  return moved.rowCount === 1;
}

const kindOf = z.enum(LEAVE_KINDS);
const leaveStateOf = z.enum(["asked", "granted", "refused", "withdrawn"]);
const swapStateOf = z.enum(["asked", "accepted", "approved", "refused", "withdrawn"]);

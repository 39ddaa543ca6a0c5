import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import { agentId, type AgentId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { LEAVE_KINDS, type LeaveKind } from "../staffing/rules/roster.ts";
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
}

const MOST_LISTED = 200;

/** Leave that still matters: not over yet. The next first. */
export async function listLeave(
  { prisma }: Database,
  { since, of }: { readonly since: string; readonly of?: AgentId },
): Promise<readonly LeaveRequest[]> {
  const rows = await prisma.leave.findMany({
    where: { until: { gte: since }, ...(of === undefined ? {} : { agentId: of }), agent: { active: true } },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map((row) => ({
    id: row.id,
    agentId: agentId(row.agentId),
    from: row.from,
    until: row.until,
    kind: kindOf.parse(row.kind),
    note: row.note,
    state: leaveStateOf.parse(row.state),
  }));
}

/** Swaps whose day has not passed. */
export async function listSwaps(
  { prisma }: Database,
  { since, of }: { readonly since: string; readonly of?: AgentId },
): Promise<readonly SwapRequest[]> {
  const rows = await prisma.shiftSwap.findMany({
    where: { date: { gte: since }, ...(of === undefined ? {} : { OR: [{ agentId: of }, { withId: of }] }) },
    orderBy: [{ date: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map((row) => ({
    id: row.id,
    agentId: agentId(row.agentId),
    date: row.date,
    withId: agentId(row.withId),
    ...(row.withDate === null ? {} : { withDate: row.withDate }),
    note: row.note,
    state: swapStateOf.parse(row.state),
  }));
}

/** Somebody who acts: their name as it is now. */
export interface Actor {
  readonly name: string;
  readonly at: Instant;
}

/** Keeps a wish for leave. */
export async function askLeave(
  { prisma }: Database,
  { agentId: of, from, until, kind, note }: Omit<LeaveRequest, "id" | "state">,
  { name, at }: Actor,
): Promise<void> {
  const data = { id: randomUUID(), agentId: of, from, until, kind, note, state: "asked", askedAt: new Date(at), askedBy: name };
  await prisma.leave.create({ data });
}

/** Keeps a wish to swap. */
export async function askSwap(
  { prisma }: Database,
  { swap, note }: { readonly swap: Swap; readonly note: string },
  at: Instant,
): Promise<void> {
  const data = { id: randomUUID(), ...swap, withDate: swap.withDate ?? null, note, state: "asked", askedAt: new Date(at) };
  await prisma.shiftSwap.create({ data });
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

/** Takes a swap from one state to the next; false when it is no longer in it. */
export async function moveSwap(
  client: Client,
  { id, from, to }: { readonly id: string; readonly from: SwapState; readonly to: SwapState },
  { name, at }: Actor,
): Promise<boolean> {
  // The colleague's answer and the supervisor's decision are kept apart.
  const columns =
    from === "asked" && to === "accepted" ? `"answeredAt" = $4::timestamptz` : `"decidedAt" = $4::timestamptz, "decidedBy" = $5`;
  const values = [id, from, to, new Date(at).toISOString(), ...(columns.includes("$5") ? [name] : [])];
  const moved = await client.query(`UPDATE "ShiftSwap" SET "state" = $3, ${columns} WHERE "id" = $1 AND "state" = $2`, values);
  return moved.rowCount === 1;
}

const kindOf = z.enum(LEAVE_KINDS);
const leaveStateOf = z.enum(["asked", "granted", "refused", "withdrawn"]);
const swapStateOf = z.enum(["asked", "accepted", "approved", "refused", "withdrawn"]);

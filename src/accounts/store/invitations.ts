import { randomUUID } from "node:crypto";
import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { Prisma } from "../../infra/generated/client.ts";
import type { InvitationRequest, InvitationRow } from "../api.ts";
import { isRole } from "../rules.ts";
import { MOST_OPEN, VALID_FOR_MS } from "../rules/invitation.ts";
import { createPersonIn, faultOf, type PersonFault, type PersonSaved } from "./people.ts";
import { hashOf, randomSecret } from "./tokens.ts";

export interface NewInvitation {
  readonly request: InvitationRequest;
  readonly actor: Actor;
}

export type InvitationMade =
  | { readonly type: "made"; readonly row: InvitationRow; readonly token: string }
  | { readonly type: "refused"; readonly fault: PersonFault }
  | { readonly type: "too-many" };

/** Makes an invitation; its token is told here and nowhere else. */
export async function createInvitation(db: Database, { request, actor }: NewInvitation): Promise<InvitationMade> {
  const token = randomSecret();
  return db.prisma.$transaction(async (tx) => {
    const fault = await faultOf(tx, { name: "", ...request }, undefined);
    if (fault !== undefined) return { type: "refused", fault };
    const open = { usedAt: null, revokedAt: null, expiresAt: { gt: new Date(actor.at) } };
    if ((await tx.invitation.count({ where: { ...open, createdBy: actor.by } })) >= MOST_OPEN) return { type: "too-many" };
    const row = await tx.invitation.create({
      data: {
        id: randomUUID(),
        tokenHash: hashOf(token),
        email: request.email.toLowerCase(),
        role: request.role,
        agentId: request.agentId ?? null,
        stores: [...new Set(request.stores)],
        createdAt: new Date(actor.at),
        createdBy: actor.by,
        createdByName: actor.byName,
        expiresAt: new Date(actor.at + VALID_FOR_MS),
      },
    });
    const { email, role, stores, agentId } = request;
    await writeAudit(tx, { ...actor, act: "invitation.created", ...thingOf(row), after: { email, role, stores, agentId } });
    return { type: "made", row: rowOf(row, actor.at), token };
  });
}

/** Invitations that nobody took and nobody revoked, the newest first; with `createdBy` only theirs. */
export async function listInvitations(
  { prisma }: Database,
  { createdBy, now }: { readonly createdBy: string | undefined; readonly now: Instant },
): Promise<readonly InvitationRow[]> {
  const rows = await prisma.invitation.findMany({
    where: { usedAt: null, revokedAt: null, ...(createdBy === undefined ? {} : { createdBy }) },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.map((row) => rowOf(row, now));
}

const MOST_LISTED = 500;

/** Makes an invitation worthless; false when none waits under this id, or with `createdBy` when it is not theirs. */
export async function revokeInvitation(
  db: Database,
  which: { readonly id: string; readonly createdBy: string | undefined },
  actor: Actor,
): Promise<boolean> {
  const { id, createdBy } = which;
  return db.prisma.$transaction(async (tx) => {
    const waiting = { id, usedAt: null, revokedAt: null, ...(createdBy === undefined ? {} : { createdBy }) };
    const { count } = await tx.invitation.updateMany({ where: waiting, data: { revokedAt: new Date(actor.at) } });
    if (count === 0) return false;
    const row = await tx.invitation.findUniqueOrThrow({ where: { id } });
    await writeAudit(tx, { ...actor, act: "invitation.revoked", ...thingOf(row) });
    return true;
  });
}

/** An invitation that still holds, with who made it. */
export interface OpenInvitation extends InvitationRow {
  readonly createdBy: string;
}

/** The invitation of this token; undefined when it was used, revoked, ran out or never was. */
export async function findInvitation({ prisma }: Database, token: string, now: Instant): Promise<OpenInvitation | undefined> {
  const row = await prisma.invitation.findUnique({ where: { tokenHash: hashOf(token) } });
  if (row === null || row.usedAt !== null || row.revokedAt !== null || row.expiresAt.getTime() <= now) return undefined;
  return { ...rowOf(row, now), createdBy: row.createdBy };
}

export interface Acceptance {
  readonly invitation: OpenInvitation;
  readonly name: string;
  readonly passwordHash: string;
  readonly at: Instant;
  /** Network address. */
  readonly from: string;
}

/** Makes the person whom the invitation is for; `gone` when somebody used or revoked it meanwhile. Of any number at once one succeeds. */
export async function acceptInvitation(db: Database, accepted: Acceptance): Promise<PersonSaved | { readonly type: "gone" }> {
  const { invitation, name, passwordHash, at, from } = accepted;
  const { id, email, role, stores, agentId, createdBy, createdByName } = invitation;
  return db.prisma.$transaction(async (tx) => {
    const waiting = await tx.$queryRaw<readonly { id: string }[]>`
      SELECT "id" FROM "Invitation" WHERE "id" = ${id} AND "usedAt" IS NULL AND "revokedAt" IS NULL FOR UPDATE`;
    if (waiting.length === 0) return { type: "gone" };
    const request = { name, email, role, stores, ...(agentId === undefined ? {} : { agentId }) };
    const actor = { at, by: createdBy, byName: createdByName, from, via: "invitation" };
    const saved = await createPersonIn(tx, { request, passwordHash, actor });
    if (saved.type === "refused") return saved;
    await tx.invitation.update({ where: { id }, data: { usedAt: new Date(at) } });
    const self = { at, by: saved.row.id, byName: name, from };
    await writeAudit(tx, { ...self, act: "invitation.accepted", thing: `invitation:${id}`, thingName: email });
    return saved;
  });
}

type StoredInvitation = Prisma.InvitationGetPayload<object>;

function rowOf(row: StoredInvitation, now: Instant): InvitationRow {
  if (!isRole(row.role)) throw new Error(`The invitation ${row.id} has the role "${row.role}", which is none; revoke it.`);
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    ...(row.agentId === null ? {} : { agentId: row.agentId }),
    stores: row.stores,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt.getTime() <= now,
  };
}

const thingOf = ({ id, email }: StoredInvitation) => ({ thing: `invitation:${id}`, thingName: email });

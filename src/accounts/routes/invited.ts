import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import { wrongField } from "../../core/problem.ts";
import { readJson } from "../../infra/body.ts";
import type { Database } from "../../infra/database.ts";
import { checked, notFound, problem, typedText } from "../../infra/problem.ts";
import type { InvitationShown } from "../api.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../passwords.ts";
import { faultInInvitation } from "../rules/invitation.ts";
import { acceptInvitation, findInvitation, type OpenInvitation } from "../store/invitations.ts";
import { agentStores } from "../store/people.ts";
import { findPrincipal } from "../store/principal.ts";
import { countTry, ofAddress, takeBackTry } from "../store/tries.ts";
import { addressOf } from "./allowance.ts";
import { isForeign, type SignInParts } from "./library.ts";
import { letIn } from "./sign-in.ts";

export interface InvitedParts extends Omit<SignInParts, "db"> {
  readonly db: Database;
}

const BODY_LIMIT = "8kb";

/** What somebody with an invitation's link does before they can sign in: look at it, and accept it. */
export function invitedRouter(parts: InvitedParts): Router {
  const router = express.Router();
  const json = readJson(BODY_LIMIT);
  router.post("/api/auth/invitation/look", json, (request, response) => look(parts, request, response));
  router.post("/api/auth/invitation/accept", json, (request, response) => accept(parts, request, response));
  return router;
}

const token = z.string("a text").regex(/^[A-Za-z0-9_-]{43}$/, "what stands behind the # of the link, whole");
export const lookBody = z.strictObject({ token }, "an object with token");
export const acceptBody = z.strictObject(
  {
    token,
    name: typedText(60).transform((name) => name.trim()),
    password: z
      .string("a text")
      .min(MIN_PASSWORD_LENGTH, `at least ${MIN_PASSWORD_LENGTH} characters`)
      .max(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`),
  },
  "an object with token, name and password",
);

async function look(parts: InvitedParts, request: Request, response: Response): Promise<void> {
  const invitation = await openInvitation(parts, request, checked(lookBody, request.body).token);
  const { email, role, stores, createdByName: invitedBy, expiresAt } = invitation;
  const named = await parts.db.prisma.store.findMany({
    where: { id: { in: [...stores] } },
    select: { name: true },
    orderBy: { id: "asc" },
  });
  const told: InvitationShown = { email, role, stores: named.map(({ name }) => name), invitedBy, expiresAt };
  response.setHeader("Cache-Control", "no-store");
  response.json(told);
}

async function accept(parts: InvitedParts, request: Request, response: Response): Promise<void> {
  const { db, accounts, clock } = parts;
  const body = checked(acceptBody, request.body);
  const invitation = await openInvitation(parts, request, body.token);
  const passwordHash = await accounts.hash(body.password);
  const at = clock.now();
  const saved = await acceptInvitation(db, { invitation, name: body.name, passwordHash, at, from: request.ip ?? "unknown" });
  if (saved.type === "gone") throw gone();
  if (saved.type === "refused") throw wrongField(409, saved.fault.field, saved.fault.remedy);
  await letIn(parts, { request, response }, { email: saved.row.email, password: body.password });
}

/** Also asks whether whoever made it may still do so: an invitation is worth no more than its inviter. */
async function openInvitation(parts: InvitedParts, request: Request, shown: string): Promise<OpenInvitation> {
  const { db, clock, config } = parts;
  if (isForeign(request, config.baseUrl))
    throw problem(403, { title: "Not allowed", detail: "This request came from a page of another site." });
  const now = clock.now();
  const tries = ofAddress(addressOf(request));
  const verdict = await countTry(db.pool, tries, now);
  if (!verdict.isAllowed) {
    const retryAfter = Math.max(1, Math.ceil((verdict.until - now) / 1000));
    throw problem(429, { title: "Too many tries", detail: `Too many tries. Try again in ${retryAfter} s.`, retryAfter });
  }
  const invitation = await findInvitation(db, shown, now);
  if (invitation === undefined) throw gone();
  const inviter = await findPrincipal(db.pool, invitation.createdBy);
  const agent = invitation.agentId === undefined ? undefined : { stores: await agentStores(db, invitation.agentId) };
  if (inviter === undefined || faultInInvitation(inviter, { ...invitation, agent }) !== undefined) throw gone();
  await takeBackTry(db.pool, tries);
  return invitation;
}

const gone = () => notFound("invitation");

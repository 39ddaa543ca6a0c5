import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { problem, wrongField } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Config } from "../../infra/config.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { InvitationCreated, InvitationList, InvitationRequest } from "../api.ts";
import { ROLES, type Principal } from "../rules.ts";
import { faultInInvitation, MOST_OPEN } from "../rules/invitation.ts";
import { createInvitation, listInvitations, revokeInvitation } from "../store/invitations.ts";
import { agentStores } from "../store/people.ts";

export interface InvitationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Pick<Config, "baseUrl">;
}

const PATH = "/api/console/invitations";
const INVITERS = ["supervisor", "admin"] as const;

/** Links with which somebody makes their own way in: admins invite anybody, supervisors agents of their stores. */
export function invitationRoutes(parts: InvitationParts): readonly Route[] {
  const common = { roles: INVITERS, isForPeople: true } as const;
  return [
    { ...common, method: "get", path: PATH, run: (call) => list(parts, call) },
    { ...common, method: "post", path: PATH, audit: "own", run: (call) => invite(parts, call) },
    { ...common, method: "delete", path: `${PATH}/:id`, audit: "own", run: (call) => revoke(parts, call) },
  ];
}

async function list({ db, clock }: InvitationParts, { principal }: Call): Promise<InvitationList> {
  return { items: await listInvitations(db, { createdBy: onlyBy(principal), now: clock.now() }) };
}

async function invite({ db, clock, config }: InvitationParts, call: Call): Promise<Reply> {
  const { agentId, ...rest } = checked(INVITATION_REQUEST, call.body);
  const request: InvitationRequest = { ...rest, ...(agentId === undefined ? {} : { agentId }) };
  const agent = agentId === undefined ? undefined : { stores: await agentStores(db, agentId) };
  const fault = faultInInvitation(call.principal, { ...request, agent });
  if (fault !== undefined) throw wrongField(fault.field === "role" ? 403 : 400, fault.field, fault.remedy);
  const made = await createInvitation(db, { request, actor: actorOf(call, clock.now()) });
  if (made.type === "too-many") throw tooMany();
  if (made.type === "refused") throw wrongField(made.fault.type === "unknown" ? 400 : 409, made.fault.field, made.fault.remedy);
  // Behind the # it is sent to no server and stands in no log.
  const told: InvitationCreated = { row: made.row, link: `${config.baseUrl}/console/invite#${made.token}` };
  return { reply: { status: 201, body: told } };
}

async function revoke({ db, clock }: InvitationParts, call: Call): Promise<undefined> {
  const which = { id: call.params.id ?? "", createdBy: onlyBy(call.principal) };
  if (!(await revokeInvitation(db, which, actorOf(call, clock.now())))) throw notFound("invitation");
  return undefined;
}

/** Supervisors see what they made themselves. */
function onlyBy({ role, userId }: Principal): string | undefined {
  return role === "admin" ? undefined : userId;
}

function tooMany() {
  const remedy = "revoke some";
  return problem(409, { title: "Too many", detail: `You have ${MOST_OPEN} invitations open; ${remedy}.`, remedy });
}

export const INVITATION_REQUEST = z.strictObject(
  {
    email: z.string("a text").max(254, "at most 254 characters").pipe(z.email("an e-mail address such as name@example.com")),
    role: z.enum(ROLES, `one of ${ROLES.join(", ")}`),
    agentId: typedText(100).optional(),
    stores: z.array(typedText(100), "a list of store ids").max(500, "at most 500 stores"),
  },
  "an object with email, role and stores",
);

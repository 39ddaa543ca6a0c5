import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { problem, type HttpProblem } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { LinkPage, LinkRow } from "../api.ts";
import { readPlatformPerson, type LinkedAs, type LinkFault, type StoredLink } from "../rules/link.ts";
import { linkPerson, listLinks, unlinkPerson } from "../store/links.ts";

export interface LinkParts {
  readonly db: Database;
  readonly clock: Clock;
}

const PATH = "/api/console/links";
const PAGE_SIZE = 50;

/** Which agent, or whose merchant, somebody of a platform is. Admins only: who is linked may claim and approve. */
export function linkRoutes(parts: LinkParts): readonly Route[] {
  const common = { roles: ["admin"], isForPeople: true } as const;
  return [
    { ...common, method: "get", path: PATH, run: (call) => list(parts, call) },
    { ...common, method: "post", path: PATH, audit: "own", run: (call) => link(parts, call) },
    { ...common, method: "delete", path: `${PATH}/:id`, audit: "own", run: (call) => unlink(parts, call) },
  ];
}

async function list({ db }: LinkParts, { query }: Call): Promise<LinkPage> {
  const { text, page } = checked(LIST_QUERY, query);
  const { items, total } = await listLinks(db, {
    text: text === "" ? undefined : text,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  return { items: items.map(asRow), total };
}

async function link({ db, clock }: LinkParts, call: Call): Promise<Reply> {
  const { person, ...as } = checked(LINK_REQUEST, call.body);
  const read = readPlatformPerson(person);
  if (read.type === "refused") throw faultProblem(400, read.fault);
  const linked = await linkPerson(db, { ...read.person, linkedAs: linkedAs(as), actor: actorOf(call, clock.now()) });
  if (linked.type === "refused") throw faultProblem(linked.fault.field === "person" ? 409 : 400, linked.fault);
  return { reply: { status: linked.type === "linked" ? 201 : 200, body: asRow(linked.link) } };
}

async function unlink({ db, clock }: LinkParts, call: Call): Promise<undefined> {
  const count = await unlinkPerson(db, { id: call.params.id ?? "" }, actorOf(call, clock.now()));
  if (count === 0) throw notFound("link");
  return undefined;
}

function linkedAs({ agentId, storeId, approver }: Omit<z.output<typeof LINK_REQUEST>, "person">): LinkedAs {
  if (agentId !== undefined) return { type: "agent", agentId };
  return { type: "merchant", storeId: storeId ?? "", isApprover: approver ?? false };
}

const FIELDS = { person: "person", agent: "agentId", merchant: "storeId" } as const;

function faultProblem(status: 400 | 409, { field: which, reason }: LinkFault): HttpProblem {
  const field = FIELDS[which];
  const told = { field, remedy: reason.en, more: { reason } };
  return problem(status, { title: status === 400 ? "Bad request" : "Conflict", detail: `${field}: ${reason.en}.`, ...told });
}

function asRow({ id, channel, person, linkedAs: as, name, createdAt, createdBy }: StoredLink): LinkRow {
  const since = { createdAt: createdAt.toISOString(), createdBy };
  if (as.type === "agent")
    return { id, channel, person, as: "agent", target: { id: as.agentId, name }, approver: false, ...since };
  return { id, channel, person, as: "merchant", target: { id: as.storeId, name }, approver: as.isApprover, ...since };
}

export const LIST_QUERY = z.object({
  text: z.string().max(200, "at most 200 characters").default(""),
  page: z.coerce.number("a page number from 1").int().min(1).max(100_000).default(1),
});
export const LINK_REQUEST = z
  .strictObject(
    {
      person: typedText(1_000),
      agentId: typedText(100).optional(),
      storeId: typedText(100).optional(),
      approver: z.boolean("true or false").optional(),
    },
    "an object with person, and agentId or storeId",
  )
  .superRefine(({ agentId, storeId, approver }, context) => {
    const issue = (path: string, message: string): void => void context.addIssue({ code: "custom", path: [path], message });
    if (agentId === undefined && storeId === undefined) issue("agentId", "the id of an agent, or a storeId instead");
    if (agentId !== undefined && storeId !== undefined) issue("storeId", "either an agentId or a storeId");
    if (agentId !== undefined && approver === true) issue("approver", "only merchants approve: leave this out");
  });

import { actorOf } from "../../audit/actor.ts";
import { z } from "zod";
import { wrongField } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound, problem, typedText, type HttpProblem } from "../../infra/problem.ts";
import type { Accounts } from "../accounts.ts";
import type { UserCreated, UserList, UserRequest, UserRow } from "../api.ts";
import { ROLES } from "../rules.ts";
import type { PersonFault } from "../store/people.ts";

interface Parts {
  readonly accounts: Accounts;
  readonly clock: Clock;
}

const PATH = "/api/console/users";

/** Endpoints with which admins look after the people who sign in. */
export function userRoutes(accounts: Accounts, clock: Clock): readonly Route[] {
  const parts = { accounts, clock };
  const reading = { roles: ["admin"], isForPeople: true } as const;
  const acting = { ...reading, audit: "own" } as const;
  return [
    { ...reading, method: "get", path: PATH, run: async (): Promise<UserList> => ({ items: await accounts.list() }) },
    { ...acting, method: "post", path: PATH, run: (call) => create(parts, call) },
    { ...acting, method: "put", path: `${PATH}/:id`, run: (call) => change(parts, call) },
    { ...acting, method: "put", path: `${PATH}/:id/approvals`, run: (call) => approve(parts, call) },
    { ...acting, method: "post", path: `${PATH}/:id/password`, run: (call) => resetPassword(parts, call) },
    { ...acting, method: "post", path: `${PATH}/:id/second-step/off`, run: (call) => dropSecondStep(parts, call) },
  ];
}

async function create({ accounts, clock }: Parts, call: Call): Promise<Reply> {
  const made = await accounts.create(readRequest(call.body), actorOf(call, clock.now()));
  if (made.type === "refused") throw faultProblem(made.fault);
  const told: UserCreated = { user: made.user, password: made.password };
  return { reply: { status: 201, body: told } };
}

async function change({ accounts, clock }: Parts, call: Call): Promise<UserRow> {
  const saved = await accounts.change(call.params.id ?? "", readRequest(call.body), actorOf(call, clock.now()));
  if (saved === undefined) throw notFound("person");
  if (saved.type === "refused") throw faultProblem(saved.fault);
  return saved.row;
}

async function approve({ accounts, clock }: Parts, call: Call): Promise<UserRow> {
  const { stores } = checked(approvalsRequest, call.body);
  const saved = await accounts.approve({ id: call.params.id ?? "", stores, actor: actorOf(call, clock.now()) });
  if (saved === undefined) throw notFound("person");
  switch (saved.type) {
    case "saved":
      return saved.row;
    case "not-theirs":
      throw wrongField(400, "stores", "stores that this person sees");
    case "not-merchant":
      throw problem(409, { title: "Conflict", detail: "Only merchants decide for a merchant; nothing was changed." });
  }
}

async function resetPassword({ accounts, clock }: Parts, call: Call): Promise<UserCreated> {
  const reset = await accounts.resetPassword({ id: call.params.id ?? "" }, actorOf(call, clock.now()));
  if (reset === undefined) throw notFound("person");
  return reset;
}

async function dropSecondStep({ accounts, clock }: Parts, call: Call): Promise<undefined> {
  const id = call.params.id ?? "";
  if (!(await accounts.list()).some((person) => person.id === id)) throw notFound("person");
  if (!(await accounts.dropSecondStep(id, actorOf(call, clock.now())))) throw noSecondStep();
  return undefined;
}

function noSecondStep(): HttpProblem {
  return problem(409, { title: "Conflict", detail: "This person has no second step; nothing was changed." });
}

const MAX_STORES = 500;

const storeIds = z.array(typedText(100), "a list of store ids").max(MAX_STORES, `at most ${MAX_STORES} stores`);
export const approvalsRequest = z.strictObject({ stores: storeIds }, "an object with stores");

export const userRequest = z.strictObject(
  {
    name: typedText(60),
    email: z.string("a text").max(254, "at most 254 characters").pipe(z.email("an e-mail address such as name@example.com")),
    role: z.enum(ROLES, `one of ${ROLES.join(", ")}`),
    agentId: typedText(100).optional(),
    stores: storeIds,
    disabled: z.boolean("true or false").optional(),
  },
  "an object with name, email, role and stores",
);

function readRequest(body: unknown): UserRequest {
  const { name, email, role, stores, agentId, disabled } = checked(userRequest, body);
  return {
    name: name.trim(),
    email,
    role,
    stores,
    ...(agentId === undefined ? {} : { agentId }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

function faultProblem({ type, field, remedy }: PersonFault): HttpProblem {
  return wrongField(type === "unknown" ? 400 : 409, field, remedy);
}

import { actorOf } from "../../audit/actor.ts";
import type { Actor } from "../../audit/rules/entry.ts";
import { z } from "zod";
import { wrongField } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, typedText, type HttpProblem } from "../../infra/problem.ts";
import type { Accounts } from "../accounts.ts";
import type { UserCreated, UserList, UserRequest } from "../api.ts";
import { ROLES } from "../rules.ts";
import type { PersonFault } from "../store/people.ts";

/** Endpoints with which admins look after the people who sign in. */
export function userRoutes(accounts: Accounts, clock: Clock): readonly Route[] {
  const actor = (call: Call): Actor => actorOf(call, clock.now());
  return [
    {
      method: "get",
      path: "/api/console/users",
      roles: ["admin"],
      isForPeople: true,
      run: async (): Promise<UserList> => ({ items: await accounts.list() }),
    },
    {
      method: "post",
      path: "/api/console/users",
      roles: ["admin"],
      audit: "own",
      isForPeople: true,
      run: async (call) => {
        const made = await accounts.create(readRequest(call.body), actor(call));
        if (made.type === "refused") throw faultProblem(made.fault);
        const told: UserCreated = { user: made.user, password: made.password };
        return { reply: { status: 201, body: told } };
      },
    },
    {
      method: "put",
      path: "/api/console/users/:id",
      roles: ["admin"],
      audit: "own",
      isForPeople: true,
      run: async (call) => {
        const saved = await accounts.change(call.params.id ?? "", readRequest(call.body), actor(call));
        if (saved === undefined) throw notFound("person");
        if (saved.type === "refused") throw faultProblem(saved.fault);
        return saved.row;
      },
    },
    {
      method: "post",
      path: "/api/console/users/:id/password",
      roles: ["admin"],
      audit: "own",
      isForPeople: true,
      run: async (call) => {
        const reset = await accounts.resetPassword({ id: call.params.id ?? "" }, actor(call));
        if (reset === undefined) throw notFound("person");
        return reset;
      },
    },
  ];
}

const MAX_STORES = 500;

const userRequest = z.strictObject(
  {
    name: typedText(60),
    email: z.string("a text").max(254, "at most 254 characters").pipe(z.email("an e-mail address such as name@example.com")),
    role: z.enum(ROLES, `one of ${ROLES.join(", ")}`),
    agentId: typedText(100).optional(),
    stores: z.array(typedText(100), "a list of store ids").max(MAX_STORES, `at most ${MAX_STORES} stores`),
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

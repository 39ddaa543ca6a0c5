import { SHARED_STORE } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { Accounts } from "./accounts.ts";
import type { UserCreated, UserRequest } from "./api.ts";

interface FirstUsersParts {
  readonly db: Database;
  readonly accounts: Pick<Accounts, "create" | "count">;
  /** The demo was loaded: its agents, a supervisor and a merchant can sign in too. */
  readonly demo: boolean;
}

/**
 * Where nobody can sign in yet, makes an admin (for the demo also its people) with random passwords, and returns them:
 * this is the only time they are known. Otherwise makes nobody and returns nothing.
 */
export async function ensureFirstUsers({ db, accounts, demo }: FirstUsersParts): Promise<readonly UserCreated[]> {
  if ((await accounts.count()) > 0) return [];
  const wanted = [ADMIN, ...(demo ? await demoPeople(db) : [])];
  const made: UserCreated[] = [];
  for (const request of wanted) {
    const person = await accounts.create(request);
    // Refused: another process, starting at the same moment, made and told this one.
    if (person.type === "created") made.push({ user: person.user, password: person.password });
  }
  return made;
}

const ADMIN: UserRequest = { name: "管理员", email: "admin@counterbell.local", role: "admin", stores: [] };

async function demoPeople({ prisma }: Database): Promise<readonly UserRequest[]> {
  const agents = await prisma.agent.findMany({ where: { active: true }, include: { stores: true }, orderBy: { id: "asc" } });
  const stores = await prisma.store.findMany({ where: { id: { not: SHARED_STORE } }, orderBy: { createdAt: "asc" } });
  const all = stores.map((store) => store.id);
  return [
    ...agents.map((agent): UserRequest => ({
      name: agent.name,
      email: `${agent.id.toLowerCase()}@demo.local`,
      role: "agent",
      agentId: agent.id,
      stores: agent.stores.length === 0 ? all : agent.stores.map((store) => store.storeId),
    })),
    { name: "客服主管", email: "supervisor@demo.local", role: "supervisor", stores: all },
    { name: "商家", email: "merchant@demo.local", role: "merchant", stores: all.slice(0, 1) },
  ];
}

import { randomUUID } from "node:crypto";
import { SHARED_STORE } from "../../core/ids.ts";
import type { Actor, Values } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import type { Database } from "../../infra/database.ts";
import type { Prisma } from "../../infra/generated/client.ts";
import type { UserRequest, UserRow } from "../api.ts";
import { isRole } from "../rules.ts";

/** What a request names that is not there or is taken. `taken`: somebody else has it. */
export interface PersonFault {
  readonly type: "unknown" | "taken" | "last-admin";
  readonly field: string;
  readonly remedy: string;
}

export type PersonSaved =
  { readonly type: "saved"; readonly row: UserRow } | { readonly type: "refused"; readonly fault: PersonFault };

/** The channel on which every process hears that a person's rights or sessions changed; the payload is their id. */
export const ACCOUNTS_CHANNEL = "accounts";

/** Everybody who may sign in, by name. */
export async function listPeople({ prisma }: Database): Promise<readonly UserRow[]> {
  const users = await prisma.user.findMany({ include: { stores: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return users.map(rowOf);
}

export function countPeople({ prisma }: Database): Promise<number> {
  return prisma.user.count();
}

export interface NewPerson {
  readonly request: UserRequest;
  readonly passwordHash: string;
  /** Who makes them; absent at a first start. */
  readonly actor?: Actor | undefined;
}

/** Makes a person with their password's hash, or says what is wrong with the request. */
export async function createPerson(db: Database, person: NewPerson): Promise<PersonSaved> {
  return db.prisma.$transaction((tx) => createPersonIn(tx, person));
}

/** As `createPerson`, as a part of somebody's transaction; with `refused` nothing was written. */
export async function createPersonIn(tx: Tx, { request, passwordHash, actor }: NewPerson): Promise<PersonSaved> {
  const fault = await faultOf(tx, request, undefined);
  if (fault !== undefined) return { type: "refused", fault };
  const id = randomUUID();
  const made = await tx.user.createMany({ data: { id, ...columnsOf(request) }, skipDuplicates: true });
  // Between the look and the write somebody else took the address or the agent.
  if (made.count === 0) return { type: "refused", fault: EMAIL_TAKEN };
  await tx.account.create({
    data: { id: randomUUID(), accountId: id, providerId: "credential", userId: id, password: passwordHash },
  });
  await replaceStores(tx, id, request.stores);
  const row = await readRow(tx, id);
  await auditAct(tx, actor, { act: "person.created", ...thingOf(row), after: valuesOf(row) });
  return { type: "saved", row };
}

export interface ChangedPerson {
  readonly id: string;
  readonly request: UserRequest;
  readonly actor?: Actor | undefined;
}

/** Changes a person; undefined when there is none. Switching off ends their sessions in the same transaction. */
export async function changePerson(db: Database, { id, request, actor }: ChangedPerson): Promise<PersonSaved | undefined> {
  return db.prisma.$transaction(async (tx) => {
    // One after another, so that two admins cannot each take away the other's role.
    const admins = await tx.$queryRaw<readonly { id: string }[]>`
      SELECT "id" FROM "User" WHERE "role" = 'admin' AND NOT "disabled" ORDER BY "id" FOR UPDATE`;
    const found = await tx.user.findUnique({ where: { id }, include: { stores: true } });
    if (found === null) return undefined;
    const before = rowOf(found);
    const staysAdmin = request.role === "admin" && !(request.disabled ?? before.disabled);
    if (!staysAdmin && admins.every((admin) => admin.id === id) && admins.length > 0)
      return { type: "refused", fault: LAST_ADMIN };
    const fault = await faultOf(tx, request, id);
    if (fault !== undefined) return { type: "refused", fault };
    await tx.user.update({ where: { id }, data: columnsOf(request) });
    await replaceStores(tx, id, request.stores);
    if (request.disabled === true) await tx.session.deleteMany({ where: { userId: id } });
    await tellOthers(tx, id);
    const row = await readRow(tx, id);
    await auditAct(tx, actor, { act: "person.changed", ...thingOf(row), before: valuesOf(before), after: valuesOf(row) });
    return { type: "saved", row };
  });
}

export interface ReplacedPassword {
  readonly id: string;
  readonly passwordHash: string;
  readonly actor?: Actor | undefined;
}

/**
 * Sets a password and ends all sessions, and with them the tokens: whoever needs a new password may have lost more.
 * Undefined when nobody has this id.
 */
export async function replacePassword(db: Database, { id, passwordHash, actor }: ReplacedPassword): Promise<UserRow | undefined> {
  return db.prisma.$transaction(async (tx) => {
    const changed = await tx.account.updateMany({
      where: { userId: id, providerId: "credential" },
      data: { password: passwordHash },
    });
    if (changed.count === 0) return undefined;
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.apiToken.deleteMany({ where: { userId: id } });
    await tellOthers(tx, id);
    const row = await readRow(tx, id);
    await auditAct(tx, actor, { act: "password.replaced", ...thingOf(row) });
    return row;
  });
}

/** The stores that the roster lets an agent serve; undefined: all of them, as for an agent that nobody knows. */
export async function agentStores({ prisma }: Database, agentId: string): Promise<readonly string[] | undefined> {
  const rows = await prisma.agentStore.findMany({ where: { agentId }, select: { storeId: true } });
  return rows.length === 0 ? undefined : rows.map(({ storeId }) => storeId).filter((store) => store !== SHARED_STORE);
}

/** Whose address this is, whatever its capital letters. */
export async function findPersonByEmail({ prisma }: Database, email: string): Promise<string | undefined> {
  const user = await prisma.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
  return user?.id;
}

/** Whose address this is, with their name. */
export async function findNamedByEmail(
  { pool }: Pick<Database, "pool">,
  email: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await pool.query<{ id: string; name: string }>(`SELECT "id", "name" FROM "User" WHERE "email" = $1`, [
    email.trim().toLowerCase(),
  ]);
  return rows[0];
}

/** Ends every session of a person, in every process at once. */
export async function announceChange({ pool }: Pick<Database, "pool">, id: string): Promise<void> {
  await pool.query("SELECT pg_notify($1, $2)", [ACCOUNTS_CHANNEL, id]);
}

/** A transaction on people. */
export type Tx = Prisma.TransactionClient;

/** How the audit log names a person, and what it keeps of them. */
export const thingOf = ({ id, name }: UserRow) => ({ thing: `person:${id}`, thingName: name });
export const valuesOf = ({ id: _id, hasSecondStep: _step, ...values }: UserRow): Values => values;

const EMAIL_TAKEN: PersonFault = { type: "taken", field: "email", remedy: "another address: somebody has this one already" };
const LAST_ADMIN: PersonFault = {
  type: "last-admin",
  field: "role",
  remedy: "make somebody else an admin first: this is the last one",
};

/** What is wrong with a request about people; `id`: whom it is about, absent for a new person. */
export async function faultOf(tx: Tx, request: UserRequest, id: string | undefined): Promise<PersonFault | undefined> {
  const sameEmail = await tx.user.findUnique({ where: { email: request.email.toLowerCase() }, select: { id: true } });
  if (sameEmail !== null && sameEmail.id !== id) return EMAIL_TAKEN;
  const stores = await tx.store.findMany({ where: { id: { in: [...request.stores] } }, select: { id: true } });
  const known = new Set(stores.map((store) => store.id).filter((store) => store !== SHARED_STORE));
  const unknown = request.stores.findIndex((store) => !known.has(store));
  if (unknown >= 0) return { type: "unknown", field: `stores.${unknown}`, remedy: "the id of a store that exists" };
  return request.agentId === undefined ? undefined : agentFault(tx, request.agentId, id);
}

async function agentFault(tx: Tx, agentId: string, id: string | undefined): Promise<PersonFault | undefined> {
  const agent = await tx.agent.findUnique({ where: { id: agentId }, select: { id: true } });
  if (agent === null) return { type: "unknown", field: "agentId", remedy: "the id of an agent in the roster" };
  const holder = await tx.user.findUnique({ where: { agentId }, select: { id: true } });
  if (holder === null || holder.id === id) return undefined;
  return { type: "taken", field: "agentId", remedy: "another agent: somebody works as this one already" };
}

function columnsOf(request: UserRequest) {
  return {
    name: request.name,
    email: request.email.toLowerCase(),
    role: request.role,
    agentId: request.agentId ?? null,
    ...(request.disabled === undefined ? {} : { disabled: request.disabled }),
  };
}

async function replaceStores(tx: Tx, userId: string, stores: readonly string[]): Promise<void> {
  await tx.userStore.deleteMany({ where: { userId, storeId: { notIn: [...stores] } } });
  // Who approves for a store goes on to do so.
  await tx.userStore.createMany({ data: [...new Set(stores)].map((storeId) => ({ userId, storeId })), skipDuplicates: true });
}

/** Lets every process know when this transaction holds. */
export async function tellOthers(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${ACCOUNTS_CHANNEL}, ${id})::text`;
}

/** As `UserRow` tells it; for `approvals.ts`, which changes nothing else of a person. */
export async function readRow(tx: Tx, id: string): Promise<UserRow> {
  return rowOf(await tx.user.findUniqueOrThrow({ where: { id }, include: { stores: true } }));
}

type StoredUser = Prisma.UserGetPayload<{ include: { stores: true } }>;

function rowOf(user: StoredUser): UserRow {
  if (!isRole(user.role))
    throw new Error(`The person ${user.id} has the role "${user.role}", which is none; mend the table User.`);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    ...(user.agentId === null ? {} : { agentId: user.agentId }),
    stores: user.stores.map((store) => store.storeId).sort(),
    ...approvesOf(user),
    disabled: user.disabled,
    hasSecondStep: user.twoFactorEnabled,
  };
}

/** Only merchants decide so: what others were given before they became something else waits until they are merchants again. */
function approvesOf({ role, stores }: StoredUser): Pick<UserRow, "approves"> {
  const approves = stores.filter(({ approver }) => approver && role === "merchant").map(({ storeId }) => storeId);
  return approves.length === 0 ? {} : { approves: approves.sort() };
}

import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";

/**
 * A database client that sees only rows of the given stores: a foreign id reads nothing and changes nothing, a foreign
 * write throws. The one place where scoped clients are made. Tables that belong to no store (agents, holidays) pass unchanged.
 */
export type ScopedPrisma = ReturnType<typeof scopedClient>;

/** Makes a client for these stores; the shared knowledge layer must be named (`SHARED_STORE`) like any other. */
export function scopedClient(prisma: PrismaClient, stores: readonly StoreId[]) {
  const allowed = [...new Set<string>(stores)];
  return prisma.$extends({
    name: "store-scope",
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => query(limitTo({ model, operation, args, allowed })),
      },
      $queryRaw: () => refuseRaw(),
      $executeRaw: () => refuseRaw(),
      $queryRawUnsafe: () => refuseRaw(),
      $executeRawUnsafe: () => refuseRaw(),
    },
  });
}

/** What a signed-in person of these stores may read: theirs, and the knowledge all stores share. */
export function readable(stores: readonly StoreId[]): readonly StoreId[] {
  return [...stores, SHARED_STORE];
}

interface Call {
  readonly model: string;
  readonly operation: string;
  readonly args: unknown;
  readonly allowed: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

function limitTo({ model, operation, args, allowed }: Call): never {
  const column = scopeColumn(model);
  const given = isFields(args) ? args : {};
  if (column === undefined) return given as never;
  const limited: Record<string, unknown> = { ...given };
  if (!operation.startsWith("create")) limited.where = within(given.where, column, allowed);
  for (const name of ["data", "create", "update"]) {
    for (const row of rowsOf(given[name])) refuseForeign(row, column, { model, operation, args, allowed });
  }
  if (operation.startsWith("create")) {
    for (const row of rowsOf(given.data)) {
      if (typeof row[column] !== "string") throw new Error(`A new ${model} must name its ${column}; add it to the row.`);
    }
  }
  return limited as never;
}

// The store column is taken from the schema, so that a table added later is scoped without being listed anywhere.
function scopeColumn(model: string): "storeId" | "id" | undefined {
  if (model === "Store") return "id";
  const fields: unknown = Object.entries(Prisma).find(([name]) => name === `${model}ScalarFieldEnum`)?.[1];
  if (!isFields(fields)) throw new Error(`The table ${model} is not in the generated client; run the generation again.`);
  return "storeId" in fields ? "storeId" : undefined;
}

function within(where: unknown, column: string, allowed: readonly string[]): Fields {
  const given = isFields(where) ? where : {};
  const conditions = [{ [column]: { in: allowed } }, ...rowsOf(given.AND)];
  return { ...given, AND: conditions };
}

function refuseForeign(row: Fields, column: string, call: Call): void {
  const value = row[column];
  if (value === undefined) return;
  if (typeof value !== "string" || !call.allowed.includes(value))
    throw new Error(
      `${call.operation} on ${call.model} names a store outside of this client's scope; use the scoped client of that store.`,
    );
}

function refuseRaw(): never {
  throw new Error(
    "A scoped client runs no raw SQL, which it could not limit; use the pool with the store's id in the statement.",
  );
}

function rowsOf(value: unknown): readonly Fields[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isFields);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

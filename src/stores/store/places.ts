import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import { storeId, type StoreId } from "../../core/ids.ts";
import type { Place } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { planBinding, PURPOSES, SIDES, type Binding, type BindingPlan, type Purpose, type StoredBinding } from "../rules/place.ts"; // prettier-ignore

/** The rooms that serve these stores, the newest last. */
export async function listBindings(db: Database, stores: readonly StoreId[]): Promise<readonly StoredBinding[]> {
  const rows = await db.scoped(stores).placeBinding.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(asBinding);
}

export type Bound = { readonly type: "bound"; readonly binding: StoredBinding } | Exclude<BindingPlan, { type: "bind" }>;

/** Lets a room serve a store from this moment on, unless that would mix people up. Two who bind at once come one after the other. */
export async function bindPlace(db: Database, given: Binding & { readonly storeId: StoreId }, actor: Actor): Promise<Bound> {
  const { place, purpose, side, storeId: store } = given;
  return db.transaction(async (client) => {
    // Whoever reads bindings is not held up.
    await client.query(`LOCK TABLE "PlaceBinding" IN SHARE ROW EXCLUSIVE MODE`);
    const found = await client.query(
      `SELECT * FROM "PlaceBinding" WHERE "channel" = $1 AND "room" = $2 ORDER BY "createdAt", "id"`,
      [place.channel, place.room],
    );
    const counted = await client.query<{ rooms: number }>(
      `SELECT COUNT(*)::int AS rooms FROM "PlaceBinding" WHERE "storeId" = $1`,
      [store],
    );
    const plan = planBinding(given, { ofRoom: found.rows.map(asBinding), ofStore: counted.rows[0]?.rooms ?? 0 });
    if (plan.type !== "bind") return plan;
    const binding: StoredBinding = { ...given, id: randomUUID(), createdAt: new Date(actor.at) };
    await client.query(
      `INSERT INTO "PlaceBinding" ("id", "channel", "room", "storeId", "purpose", "side", "createdAt") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [binding.id, place.channel, place.room, store, purpose, side ?? null, binding.createdAt],
    );
    await writeAudit(client, { ...actor, act: "place.bound", ...thingOf(binding), after: { purpose, side } });
    return { type: "bound", binding };
  });
}

/** Takes a binding of these stores away; its conversations stay. False when they have none with this id. */
export async function unbindById(
  db: Database,
  { id, stores }: { readonly id: string; readonly stores: readonly StoreId[] },
  actor: Actor,
): Promise<boolean> {
  const gone = `DELETE FROM "PlaceBinding" WHERE "id" = $1 AND "storeId" = ANY($2::text[]) RETURNING *`;
  return (await unbind(db, { text: gone, values: [id, stores] }, actor)) > 0;
}

export interface Unbinding {
  readonly storeId: StoreId;
  readonly place: Place;
  /** Absent: whatever the room is for. */
  readonly purpose?: Purpose | undefined;
}

/** Takes a room away from a store; returns for how many purposes it served it. */
export async function unbindPlace(db: Database, { storeId: store, place, purpose }: Unbinding, actor: Actor): Promise<number> {
  const gone = `DELETE FROM "PlaceBinding" WHERE "storeId" = $1 AND "channel" = $2 AND "room" = $3
    AND ($4::text IS NULL OR "purpose" = $4::text) RETURNING *`;
  return unbind(db, { text: gone, values: [store, place.channel, place.room, purpose ?? null] }, actor);
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function unbind(db: Database, { text, values }: Statement, actor: Actor): Promise<number> {
  return db.transaction(async (client) => {
    const { rows } = await client.query(text, [...values]);
    for (const binding of rows.map(asBinding)) {
      const { purpose, side } = binding;
      await writeAudit(client, { ...actor, act: "place.unbound", ...thingOf(binding), before: { purpose, side } });
    }
    return rows.length;
  });
}

function thingOf({ place, storeId: store }: StoredBinding) {
  const named = `${place.channel}:${place.room}`;
  return { thing: `place:${named}`, thingName: named, storeId: store };
}

const row = z.object({
  id: z.string(),
  channel: z.string(),
  room: z.string(),
  storeId: z.string(),
  purpose: z.enum(PURPOSES),
  side: z.enum(SIDES).nullable(),
  createdAt: z.date(),
});

function asBinding(found: unknown): StoredBinding {
  const { channel, room, side, storeId: store, ...rest } = row.parse(found);
  return { ...rest, storeId: storeId(store), place: { channel, room }, ...(side === null ? {} : { side }) };
}

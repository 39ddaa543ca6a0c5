import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { storeId, type StoreId } from "../core/ids.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Reply, Route } from "../infra/http.ts";
import { checked, notFound, typedText } from "../infra/problem.ts";
import type { ChannelHealth, PlaceList, PlaceRow } from "./api.ts";
import { scriptTag } from "./rules.ts";
import { faultOf, PURPOSES, readBinding, ROOM_CHANNELS, SIDES, type Binding, type Fault, type StoredBinding } from "./rules/place.ts"; // prettier-ignore
import { listStores, storeName } from "./store.ts";
import { parkedCount, trafficOf, type Traffic } from "./store/health.ts";
import { bindPlace, listBindings, unbindById } from "./store/places.ts";

export interface PlaceParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Where the desk is reached. */
  readonly baseUrl: string;
  /** Names of the channels this desk speaks. */
  readonly channels: readonly string[];
}

const PATH = "/api/console/places";
const KEEPERS = ["supervisor", "admin"] as const;

/** Which rooms serve which store, and how its pages get the widget. */
export function placeRoutes(parts: PlaceParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: KEEPERS, run: (call) => list(parts, call) },
    { method: "post", path: PATH, roles: KEEPERS, audit: "own", run: (call) => bind(parts, call) },
    { method: "delete", path: `${PATH}/:id`, roles: KEEPERS, audit: "own", run: (call) => unbind(parts, call) },
  ];
}

async function list({ db, clock, baseUrl, channels }: PlaceParts, { principal, query }: Call): Promise<PlaceList> {
  const asked = query.store ?? "";
  const stores = asked === "" ? principal.stores : [ownStore(principal, asked)];
  const widgets = (await listStores(db, stores)).map(({ id, key }) => ({
    store: id,
    script: scriptTag(baseUrl, key),
    demo: `${baseUrl}/demo/${encodeURIComponent(key)}`,
  }));
  const items = (await listBindings(db, stores)).map(asRow);
  const traffic = await trafficOf(db, stores, clock.now());
  const health = healthOf(traffic, { spoken: channels, bound: items.map(({ channel }) => channel) });
  return { items, widgets, spoken: channels, channels: ROOM_CHANNELS, health, parked: await parkedCount(db, stores) };
}

interface Channels {
  readonly spoken: readonly string[];
  /** Those in which rooms are bound. */
  readonly bound: readonly string[];
}

function healthOf(traffic: readonly Traffic[], { spoken, bound }: Channels): readonly ChannelHealth[] {
  const names = [...new Set(["web", ...bound, ...traffic.map(({ channel }) => channel)])];
  return names.map((channel) => {
    const { heardAt, waitingSince, ...counts } = traffic.find((one) => one.channel === channel) ?? { channel, ...SILENT };
    return {
      ...counts,
      isSpoken: spoken.includes(channel),
      ...(heardAt === undefined ? {} : { heardAt: new Date(heardAt).toISOString() }),
      ...(waitingSince === undefined ? {} : { waitingSince: new Date(waitingSince).toISOString() }),
    };
  });
}

const SILENT = { heardAt: undefined, waitingSince: undefined, waiting: 0, uncertain: 0, refused: 0 };

async function bind({ db, clock }: PlaceParts, call: Call): Promise<Reply> {
  const { principal, body } = call;
  const { store, channel, room, purpose, side } = checked(placeRequest, body);
  const id = ownStore(principal, store);
  const binding = taken(readBinding({ place: { channel, room }, purpose, side }));
  const bound = await bindPlace(db, { ...binding, storeId: id }, actorOf(call, clock.now()));
  switch (bound.type) {
    case "bound":
      return { reply: { status: 201, body: asRow(bound.binding) } };
    case "already":
      return { reply: { status: 200, body: asRow(bound.binding) } };
    case "too-many":
      throw faultProblem(409, faultOf(bound, undefined));
    case "refused": {
      const other = bound.conflict.storeId;
      // Other stores' names are none of this person's business.
      throw faultProblem(409, faultOf(bound, seesStore(principal, other) ? await storeName(db, other) : undefined));
    }
  }
}

async function unbind({ db, clock }: PlaceParts, call: Call): Promise<undefined> {
  const { principal, params } = call;
  const which = { id: params.id ?? "", stores: principal.stores };
  if (!(await unbindById(db, which, actorOf(call, clock.now())))) throw notFound("binding");
}

function ownStore(principal: Principal, id: string): StoreId {
  const store = storeId(id);
  if (!seesStore(principal, store)) throw notFound("store");
  return store;
}

function taken(read: ReturnType<typeof readBinding>): Binding {
  if (read.type === "read") return read.value;
  throw faultProblem(400, read.fault);
}

function faultProblem(status: 400 | 409, { field, reason }: Fault): HttpProblem {
  const told = { field, remedy: reason.en, more: { reason } };
  return problem(status, { title: status === 400 ? "Bad request" : "Conflict", detail: `${field}: ${reason.en}.`, ...told });
}

function asRow({ id, storeId: store, place, purpose, side, createdAt }: StoredBinding): PlaceRow {
  const since = createdAt.toISOString();
  return { id, store, channel: place.channel, room: place.room, purpose, ...(side === undefined ? {} : { side }), since };
}

/** What a room is, exactly, the rules say; this only keeps out what is no room at all. */
const MAX_TEXT = 1_000;

export const placeRequest = z.strictObject(
  {
    store: typedText(100),
    channel: typedText(MAX_TEXT),
    room: typedText(MAX_TEXT),
    purpose: z.enum(PURPOSES, `one of ${PURPOSES.join(", ")}`),
    side: z.enum(SIDES, `one of ${SIDES.join(", ")}`).optional(),
  },
  "an object with store, channel, room, purpose and, for coordination, side",
);

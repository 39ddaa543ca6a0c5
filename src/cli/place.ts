import type { Actor } from "../audit/rules/entry.ts";
import type { Database } from "../infra/database.ts";
import { faultOf, readBinding, readPlace, readPurpose, type Fault } from "../stores/rules/place.ts";
import { findStore, storeName, type StoreNamed } from "../stores/store.ts";
import { bindPlace, unbindPlace } from "../stores/store/places.ts";

export interface PlaceParts {
  readonly db: Database;
  /** Who gives the command. */
  readonly actor: Actor;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

export interface PlaceCommand {
  /** As it is typed: `slack:C0123`. */
  readonly place: string;
  /** The store's key. */
  readonly store: string;
  readonly as?: string | undefined;
  readonly side?: string | undefined;
}

/** `counterbell bind <place> --store KEY --as PURPOSE [--side SIDE]`: lets a room serve a store. Returns the exit code. */
export async function runBind(command: PlaceCommand, { db, actor, write }: PlaceParts): Promise<0 | 1> {
  const place = readPlace(command.place);
  if (place.type === "refused") return refused(write, place.fault);
  const binding = readBinding({ place: place.value, purpose: command.as ?? "", side: command.side });
  if (binding.type === "refused") return refused(write, binding.fault);
  const store = await findStore(db, command.store);
  if (store === undefined) return noStore(write, command.store);
  const bound = await bindPlace(db, { ...binding.value, storeId: store.id }, actor);
  const { channel, room } = place.value;
  switch (bound.type) {
    case "bound":
      write(`已绑定 ${channel}:${room} → ${nameOf(store)} · bound`);
      write(`  ${channel} 接通后生效 · takes effect once ${channel} is connected to this desk`);
      return 0;
    case "already":
      write(`${channel}:${room} 已经这样绑定，没有改动 · was bound so already, nothing was changed`);
      return 0;
    case "refused":
      return refused(write, faultOf(bound, await storeName(db, bound.conflict.storeId)));
    case "too-many":
      return refused(write, faultOf(bound, undefined));
  }
}

/** `counterbell unbind <place> --store KEY [--as PURPOSE]`: the room serves the store no more; its conversations stay. */
export async function runUnbind(command: PlaceCommand, { db, actor, write }: PlaceParts): Promise<0 | 1> {
  const place = readPlace(command.place);
  if (place.type === "refused") return refused(write, place.fault);
  const purpose = command.as === undefined ? undefined : readPurpose(command.as);
  if (purpose?.type === "refused") return refused(write, purpose.fault);
  const store = await findStore(db, command.store);
  if (store === undefined) return noStore(write, command.store);
  const { channel, room } = place.value;
  const which = { storeId: store.id, place: place.value, purpose: purpose?.value };
  if ((await unbindPlace(db, which, actor)) === 0) {
    write(`${channel}:${room} 没有这样绑定到${nameOf(store)}，没有改动 · it is not bound so to this store, nothing was changed`);
    return 1;
  }
  write(`已解除 ${channel}:${room} → ${nameOf(store)}，原有会话都保留 · unbound; its conversations stay`);
  return 0;
}

const nameOf = ({ name, key }: StoreNamed): string => `“${name}”（${key}）`;

function refused(write: PlaceParts["write"], { field, reason }: Fault): 1 {
  write(`${OPTIONS[field]}：${reason.zh} · ${reason.en}`);
  write("没有改动 · nothing was changed");
  return 1;
}

const OPTIONS = {
  place: "<place>",
  channel: "<place>",
  room: "<place>",
  purpose: "--as",
  side: "--side",
  store: "--store",
} as const;

function noStore(write: PlaceParts["write"], key: string): 1 {
  write(`没有店铺“${key}” · there is no store with the key ${key}`);
  return 1;
}

import { inOrder, OUTBOX_LIMIT, readOutboxItem, type OutboxItem } from "../rules/outbox.ts";

/** What this device remembers of one visitor of one store. Never throws: where nothing can be kept, it lasts as long as the page. */
export interface Memory {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
  /** In the order they were made, also those of other tabs. */
  outbox(): readonly OutboxItem[];
  keep(item: OutboxItem): void;
  forget(item: OutboxItem): void;
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export function openMemory(prefix: string): Memory {
  const shelf = findShelf();
  const spare = new Map<string, string>();
  const read = (name: string): string | undefined => spare.get(name) ?? shelf?.getItem(prefix + name) ?? undefined;
  const write = (name: string, text: string): void => {
    try {
      if (shelf === undefined) spare.set(name, text);
      else shelf.setItem(prefix + name, text);
    } catch {
      spare.set(name, text); // The device is full.
    }
  };
  const remove = (name: string): void => {
    spare.delete(name);
    shelf?.removeItem(prefix + name);
  };
  // One key per item: two tabs that write at the same time never overwrite each other's.
  const nameOf = (item: OutboxItem): string => `out:${item.order}:${item.clientId}`;
  return {
    read,
    write,
    remove,
    outbox: () => inOrder(names(shelf, prefix, spare).flatMap((name) => parseItem(read(name)) ?? [])).slice(-OUTBOX_LIMIT),
    keep: (item) => write(nameOf(item), JSON.stringify(item)),
    forget: (item) => remove(nameOf(item)),
  };
}

function names(shelf: Shelf | undefined, prefix: string, spare: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>(spare.keys());
  for (let at = 0; at < (shelf?.length ?? 0); at++) {
    const key = shelf?.key(at);
    if (key?.startsWith(prefix) === true) found.add(key.slice(prefix.length));
  }
  return [...found].filter((name) => name.startsWith("out:"));
}

function parseItem(text: string | undefined): OutboxItem | undefined {
  try {
    return text === undefined ? undefined : readOutboxItem(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Undefined where the browser forbids keeping things: even looking may throw there. */
function findShelf(): Shelf | undefined {
  try {
    const shelf = globalThis.localStorage;
    shelf.setItem("counterbell:probe", "1");
    shelf.removeItem("counterbell:probe");
    return shelf;
  } catch {
    return undefined;
  }
}

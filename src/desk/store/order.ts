import type { Instant } from "../../core/words.ts";
import type { Prisma } from "../../infra/generated/client.ts";

export const LISTS = ["waiting", "mine", "open", "closed"] as const;
export type ListName = (typeof LISTS)[number];

/** Where the next page goes on: after the row with these. Absent moments are those the row does not have. */
export interface Cursor {
  readonly urgency?: "high" | "normal" | undefined;
  /** Since when it waits, or when it was closed. */
  readonly at?: Instant | undefined;
  /** When the shopper last wrote; of what is open. */
  readonly wrote?: Instant | undefined;
  readonly id: string;
}

/** What a row is ordered by. */
export interface Ordered {
  readonly id: string;
  readonly urgency: string;
  readonly waitingSince: Date | null;
  readonly lastShopperAt: Date;
  readonly closedAt: Date | null;
}

type Where = Prisma.ConversationWhereInput;
type OrderBy = Prisma.ConversationOrderByWithRelationInput;

interface Order {
  readonly by: readonly OrderBy[];
  /** What stands after the row that a cursor names. */
  readonly after: (cursor: Cursor) => Where;
  readonly cursorOf: (row: Ordered) => Cursor;
}

const BY_ID = { id: "asc" } as const;
// “high” comes before “normal” in the alphabet too.
const URGENT_FIRST = { urgency: "asc" } as const;
const LONGEST_FIRST = { waitingSince: { sort: "asc", nulls: "last" } } as const;

/** Danger first, so that it is on the first page however many wait; then who waits longest. */
const WAITING: Order = {
  by: [URGENT_FIRST, LONGEST_FIRST, BY_ID],
  after: (cursor) => afterUrgency(cursor, afterWait(cursor, { id: { gt: cursor.id } })),
  cursorOf: ({ id, urgency, waitingSince }) => ({ id, ...urgencyOf(urgency), at: waitingSince?.getTime() }),
};

/** As what waits; who waits for nothing stands last, newest words first. */
const OPEN: Order = {
  by: [URGENT_FIRST, LONGEST_FIRST, { lastShopperAt: "desc" }, BY_ID],
  after: (cursor) => afterUrgency(cursor, afterWait(cursor, olderWords(cursor))),
  cursorOf: (row) => ({ ...WAITING.cursorOf(row), wrote: row.lastShopperAt.getTime() }),
};

const CLOSED: Order = {
  by: [{ closedAt: { sort: "desc", nulls: "last" } }, BY_ID],
  after: ({ at, id }) => {
    if (at === undefined) return { closedAt: null, id: { gt: id } };
    const closedAt = new Date(at);
    return { OR: [{ closedAt: { lt: closedAt } }, { closedAt, id: { gt: id } }, { closedAt: null }] };
  },
  cursorOf: ({ id, closedAt }) => ({ id, at: closedAt?.getTime() }),
};

/** How each list is ordered, and where its pages go on. */
export const ORDERS: Readonly<Record<ListName, Order>> = { waiting: WAITING, mine: WAITING, open: OPEN, closed: CLOSED };

function urgencyOf(urgency: string): Pick<Cursor, "urgency"> {
  return { urgency: urgency === "high" ? "high" : "normal" };
}

// A cursor of before urgency counted goes on among what is not urgent.
function afterUrgency({ urgency }: Cursor, after: Where): Where {
  const same = { AND: [{ urgency: urgency ?? "normal" }, after] };
  return urgency === "high" ? { OR: [{ urgency: { gt: "high" } }, same] } : same;
}

function afterWait({ at }: Cursor, tied: Where): Where {
  if (at === undefined) return { AND: [{ waitingSince: null }, tied] };
  const waitingSince = new Date(at);
  return { OR: [{ waitingSince: { gt: waitingSince } }, { waitingSince: null }, { AND: [{ waitingSince }, tied] }] };
}

function olderWords({ wrote, id }: Cursor): Where {
  const lastShopperAt = new Date(wrote ?? 0);
  return { OR: [{ lastShopperAt: { lt: lastShopperAt } }, { lastShopperAt, id: { gt: id } }] };
}

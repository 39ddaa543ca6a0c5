import type { StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { MOST_MISSED, resumeAfter, type Kept, type Resumption } from "../rules/resume.ts";
import { consoleEventsAfter, keptConsoleEvents, type ConsoleEvent } from "../store/console-events.ts";

/** Somebody who listens. */
export interface Listener {
  /** The stores of whose conversations they are told; may change while they listen. */
  stores(): readonly StoreId[];
  /** How they go on; `missed` events are told next. */
  begin(how: Resumption, missed: number): void;
  tell(event: ConsoleEvent): void;
}

/** Tells everybody who listens in this process what is stored for consoles: in order, each once, of their stores only. */
export interface EventTail {
  /** `heard`: the last number they heard, where they were here before. */
  join(listener: Listener, heard: number | undefined): Promise<void>;
  leave(listener: Listener): void;
  /** The number up to which they were told everything of their stores; undefined before they have begun. */
  heardBy(listener: Listener): number | undefined;
  /** Something was committed here or elsewhere: tells what is new. One question to the database for all who listen. */
  look(): void;
}

/** So many are read at once. */
const PAGE = 1_000;

export function createEventTail(db: Pick<Database, "pool">, report: (error: unknown) => void): EventTail {
  /** With the number up to which each has heard everything already. */
  const listeners = new Map<Listener, number>();
  const inTurn = oneAtATime();
  let readUpTo = 0;
  let isAsked = false;

  const tellNew = async (): Promise<void> => {
    isAsked = false;
    while (listeners.size > 0) {
      const events = await consoleEventsAfter(db, { after: readUpTo, limit: PAGE });
      for (const event of events) tellAll(listeners, event);
      readUpTo = events.at(-1)?.n ?? readUpTo;
      if (events.length < PAGE) return;
    }
  };

  return {
    join: (listener, heard) =>
      inTurn(async () => {
        const kept = await keptConsoleEvents(db);
        const { how, missed } = await missedBy(db, listener, { heard, kept });
        // While nobody listened nothing was read.
        if (listeners.size === 0) readUpTo = kept.last;
        listener.begin(how, missed.length);
        for (const event of missed) listener.tell(event);
        listeners.set(listener, kept.last);
      }),
    leave: (listener) => void listeners.delete(listener),
    heardBy: (listener) => {
      const begunAt = listeners.get(listener);
      return begunAt === undefined ? undefined : Math.max(begunAt, readUpTo);
    },
    look: () => {
      if (isAsked || listeners.size === 0) return;
      isAsked = true;
      inTurn(tellNew).catch(report);
    },
  };
}

function tellAll(listeners: ReadonlyMap<Listener, number>, event: ConsoleEvent): void {
  for (const [listener, heard] of listeners)
    if (event.n > heard && listener.stores().includes(event.storeId)) listener.tell(event);
}

async function missedBy(
  db: Pick<Database, "pool">,
  listener: Listener,
  { heard, kept }: { readonly heard: number | undefined; readonly kept: Kept },
): Promise<{ readonly how: Resumption; readonly missed: readonly ConsoleEvent[] }> {
  const how = resumeAfter(heard, kept);
  if (how.type !== "resumed") return { how, missed: [] };
  const { after, upTo } = how;
  const missed = await consoleEventsAfter(db, { after, upTo, stores: listener.stores(), limit: MOST_MISSED + 1 });
  return missed.length > MOST_MISSED ? { how: { type: "reset", at: kept.last }, missed: [] } : { how, missed };
}

/** Runs one after another what it is given; a failure is its caller's and keeps nobody after it. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

import type { Arrival } from "../rules/arrivals.ts";
import type { LinkState } from "./desk.ts";

/** What tabs of one visitor tell each other. */
export type TabWord =
  | { readonly type: "arrival"; readonly after: number; readonly arrival: Arrival }
  | { readonly type: "link"; readonly link: LinkState }
  /** Is somebody leading? */
  | { readonly type: "ping" }
  | { readonly type: "outbox" }
  | { readonly type: "session" }
  | { readonly type: "read"; readonly seq: number };

export interface Tabs {
  say(word: TabWord): void;
  listen(hear: (word: TabWord) => void): void;
  /** Runs `act` while no other tab holds the lock of this name. Where browsers have no locks, at once. */
  alone<Result>(lock: string, act: () => Promise<Result>): Promise<Result>;
  /** Whether tabs can agree on a leader; else each tab looks after itself. */
  readonly canShare: boolean;
}

/** `name` is the same in all tabs of one visitor of one store. */
export function joinTabs(name: string): Tabs {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : undefined;
  // Locks exist only on https and localhost.
  const locks = "locks" in navigator ? navigator.locks : undefined;
  return {
    canShare: channel !== undefined && locks !== undefined,
    say: (word) => channel?.postMessage(word),
    listen: (hear) => {
      if (channel !== undefined) channel.onmessage = ({ data }: MessageEvent<TabWord>) => hear(data);
    },
    alone: async (lock, act) => {
      if (locks === undefined) return act();
      return await locks.request(`${name}:${lock}`, act);
    },
  };
}

import type { AgentId } from "../../core/ids.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { compareText } from "./work-order.ts";

/** What is found of a roster once and used for every decision made on it. */
export interface RosterIndex {
  /** Agent → their place in the roster's list. */
  readonly position: ReadonlyMap<AgentId, number>;
  /** By place in the list: the rank of the agent's id among all ids. */
  readonly idRank: readonly number[];
  /** The same text for stores that the same agents may serve. */
  readonly teamOf: (store: string) => string;
}

// A roster never changes: another one is another object.
const indexes = new WeakMap<Roster, RosterIndex>();

export function indexOf(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const { agents } = roster;
  const idRank: number[] = new Array<number>(agents.length).fill(0);
  const byId = agents.map((_, place) => place).sort((a, b) => compareText(agents[a]?.id ?? "", agents[b]?.id ?? ""));
  for (const [rank, place] of byId.entries()) idRank[place] = rank;
  const teams = teamsIn(roster);
  const index: RosterIndex = {
    position: new Map(agents.map(({ id }, place) => [id, place])),
    idRank,
    teamOf: (store) => teams.get(store) ?? "",
  };
  indexes.set(roster, index);
  return index;
}

/** Store → who of the roster names it, allowing or refusing it. Stores that nobody names have the same team: those who name none. */
function teamsIn({ agents }: Roster): ReadonlyMap<string, string> {
  const naming = new Map<string, string[]>();
  const name = (store: string, who: string) => {
    const known = naming.get(store);
    if (known === undefined) naming.set(store, [who]);
    else known.push(who);
  };
  for (const [place, { stores = [], notStores = [] }] of agents.entries()) {
    for (const store of new Set(stores)) name(store, String(place));
    for (const store of new Set(notStores)) name(store, `-${place}`);
  }
  return new Map([...naming].map(([store, who]) => [store, who.join(",")]));
}

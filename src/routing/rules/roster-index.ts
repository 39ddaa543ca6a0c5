import type { AgentId } from "../../core/ids.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { hasSkill, mayServe } from "./eligibility.ts";
import { compareText } from "./work-order.ts";

/** What is found of a roster once and used for every decision made on it. */
export interface RosterIndex {
  /** Agent → their place in the roster's list. */
  readonly position: ReadonlyMap<AgentId, number>;
  /** By place in the list: the rank of the agent's id among all ids. */
  readonly idRank: readonly number[];
  /** Places, in the order of the agents' ids. */
  readonly byId: readonly number[];
  /** The same number for stores that the same agents may serve. */
  readonly teamOf: (store: string) => number;
  /** Places of those whom the roster lets serve the store, in the order of their ids. */
  readonly servingById: (store: string) => readonly number[];
  /** By place in the list: 1 for whom the roster lets serve the store. */
  readonly isServing: (store: string) => Uint8Array;
  /** Places of those whom the roster lets serve the store and who have the skill, trainees included. */
  readonly ableFor: (store: string, skill: string) => readonly number[];
}

// A roster never changes: another one is another object.
const indexes = new WeakMap<Roster, RosterIndex>();

export function indexOf(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const index = makeIndex(roster);
  indexes.set(roster, index);
  return index;
}

function makeIndex(roster: Roster): RosterIndex {
  const { agents } = roster;
  const byId = agents.map((_, place) => place).sort((a, b) => compareText(agents[a]?.id ?? "", agents[b]?.id ?? ""));
  const idRank = new Array<number>(agents.length).fill(0);
  for (const [rank, place] of byId.entries()) idRank[place] = rank;
  const teams = teamsIn(roster);
  const teamOf = (store: string): number => teams.get(store) ?? OTHERS;
  const serving = new Map<number, readonly number[]>();
  const marks = new Map<number, Uint8Array>();
  const servingById = (store: string): readonly number[] =>
    kept(serving, teamOf(store), () =>
      byId.filter((place) => {
        const agent = agents[place];
        return agent !== undefined && mayServe(agent, store);
      }),
    );
  const able = new Map<string, Map<number, readonly number[]>>();
  return {
    position: new Map(agents.map(({ id }, place) => [id, place])),
    idRank,
    byId,
    teamOf,
    servingById,
    isServing: (store) =>
      kept(marks, teamOf(store), () => {
        const marked = new Uint8Array(agents.length);
        for (const place of servingById(store)) marked[place] = 1;
        return marked;
      }),
    ableFor: (store, skill) => {
      const team = teamOf(store);
      const ofSkill = kept(able, skill, () => new Map<number, readonly number[]>());
      return kept(ofSkill, team, () =>
        servingById(store).filter((place) => {
          const agent = agents[place];
          return agent !== undefined && hasSkill(agent, skill);
        }),
      );
    },
  };
}

/** The team of stores that nobody names. */
const OTHERS = 0;

/** Store → a number for the set of agents who name it, allowing or refusing it. */
function teamsIn({ agents }: Roster): ReadonlyMap<string, number> {
  const naming = new Map<string, string[]>();
  for (const [place, { stores = [], notStores = [] }] of agents.entries()) {
    for (const store of new Set(stores)) kept(naming, store, () => []).push(String(place));
    for (const store of new Set(notStores)) kept(naming, store, () => []).push(`-${place}`);
  }
  const numbers = new Map<string, number>();
  return new Map([...naming].map(([store, who]) => [store, kept(numbers, who.join(), () => OTHERS + 1 + numbers.size)]));
}

/** What a map has for a key, made when it is asked for first. */
export function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

import type { Matter, Standing } from "./eligibility.ts";
import { levelOf, mayTakeMoreToday, obstacleWithin, speaks } from "./eligibility.ts";
import type { Rung } from "./ladder.ts";
import { hasRoom } from "./load.ts";
import type { Held, Pass } from "./pass.ts";
import { fitOf, shortfallOf } from "./pass.ts";
import { kept } from "./roster-index.ts";

/** Who comes first of those who may take a matter on a step, and who next. The previous agent is not looked for. */
export interface Found {
  readonly best: Standing;
  readonly second?: Standing | undefined;
}

export type Search = (matter: Matter, rung: Rung) => Found | undefined;

/**
 * Finds who comes first without asking everybody each time. Matters that ask for the same share a list of those who may take
 * them. Within a pass people only get busier: who can take no more leaves the list for good, so that of ten thousand
 * who wait most find it empty.
 */
export function openSearch(pass: Pass): Search {
  const kinds = new Map<Rung, Map<string, Map<number, Kind>>>();
  const listsOf = openLists(pass);
  return (matter, rung) => {
    if (matter.excluded.size > 0) return bestOf(pass, matter, listAlone(pass, matter, rung));
    const lists = listsOf(matter);
    let list = lists.get(rung);
    if (list === undefined) {
      const ofLanguage = kept(kept(kinds, rung, newLanguages), matter.escalation.language, newKinds);
      const kind = kept(ofLanguage, matter.weight, () => kindFor(pass, matter, rung));
      lists.set(rung, (list = listFor(pass, matter, kind)));
    }
    return list.start === list.places.length ? undefined : bestOf(pass, matter, list);
  };
}

/** The same for one matter alone: only those are asked who could take it at some hour. */
export function openSearchAlone(pass: Pass): Search {
  return (matter, rung) => bestOf(pass, matter, listAlone(pass, matter, rung));
}

/** The lists that matters share which ask for the same of the same team; the steps of one matter come one after the other. */
function openLists(pass: Pass): (matter: Matter) => Map<Rung, List> {
  const all = new Map<string, Map<string, Map<number, Map<Rung, List>[]>>>();
  let last: Matter | undefined;
  let lists: Map<Rung, List> = new Map();
  return (matter) => {
    if (matter === last) return lists;
    const { storeId, skill, language } = matter.escalation;
    const byTeam = kept(kept(kept(all, skill, newBySkill), language, newByLanguage), matter.weight, newByWeight);
    const team = pass.index.teamOf(storeId);
    last = matter;
    return (lists = byTeam[team] ??= new Map());
  };
}

/** All that asks for the same on a step, of whatever store: who may take it if they may serve the store, highest merit first. */
interface Kind {
  readonly places: readonly number[];
  /** By place in the roster. */
  readonly merits: readonly number[];
}

/** Of one team; highest merit first, from `start` on: who stood before it can take no more. */
interface List {
  readonly places: number[];
  readonly merits: number[];
  start: number;
}

const newLanguages = (): Map<string, Map<number, Kind>> => new Map();
const newKinds = (): Map<number, Kind> => new Map();
const newBySkill = (): Map<string, Map<number, Map<Rung, List>[]>> => new Map();
const newByLanguage = (): Map<number, Map<Rung, List>[]> => new Map();
const newByWeight = (): Map<Rung, List>[] => [];
const NOTHING_HELD: Held = new Map();

const SPEAKS = 1_000;

interface On {
  readonly matter: Matter;
  readonly rung: Rung;
  readonly person: Standing;
}

/**
 * What is compared first and never changes within a pass: who speaks the language before who does not, then how well the level
 * fits; higher is better.
 */
function meritOn({ policy }: Pass, { matter, rung, person }: On): number {
  if (obstacleWithin(rung, person, matter) !== undefined) return NOT_ELIGIBLE;
  const { skill, language } = matter.escalation;
  const fit = fitOf(policy, skill, levelOf(person.agent, skill));
  return speaks(person.agent, language) ? SPEAKS + fit : fit;
}

function kindFor(pass: Pass, matter: Matter, rung: Rung): Kind {
  const merits = pass.people.map((person) => meritOn(pass, { matter, rung, person }));
  const meritOf = (place: number): number => merits[place] ?? NOT_ELIGIBLE;
  const eligible = [...merits.keys()].filter((place) => meritOf(place) !== NOT_ELIGIBLE);
  return { places: eligible.sort((a, b) => meritOf(b) - meritOf(a)), merits };
}

const NOT_ELIGIBLE = -SPEAKS;

function listAlone(pass: Pass, matter: Matter, rung: Rung): List {
  const { storeId, skill } = matter.escalation;
  const merits = new Map<number, number>();
  for (const place of pass.index.ableFor(storeId, skill)) {
    const person = pass.people[place];
    const merit = person === undefined ? NOT_ELIGIBLE : meritOn(pass, { matter, rung, person });
    if (merit !== NOT_ELIGIBLE) merits.set(place, merit);
  }
  const ranked = [...merits].sort(([, a], [, b]) => b - a);
  return { places: ranked.map(([place]) => place), merits: ranked.map(([, merit]) => merit), start: 0 };
}

function listFor(pass: Pass, { escalation }: Matter, kind: Kind): List {
  const isServing = pass.index.isServing(escalation.storeId);
  const places = kind.places.filter((place) => isServing[place] === 1);
  return { places, merits: places.map((place) => kind.merits[place] ?? NOT_ELIGIBLE), start: 0 };
}

/** The first two of a list. Who is full by now is dropped of those looked at; who is of less merit than both need not be. */
function bestOf(pass: Pass, { escalation, weight }: Matter, list: List): Found | undefined {
  const { places, merits } = list;
  const order: Order = { idRank: pass.index.idRank, shares: sharesOf(pass, pass.held.get(escalation.storeId) ?? NOTHING_HELD) };
  let [best, second]: [Standing | undefined, Standing | undefined] = [undefined, undefined];
  let [bestMerit, secondMerit] = [-Infinity, -Infinity];
  let end = list.start;
  let stay = list.start;
  for (; end < places.length; end += 1) {
    const [place = 0, merit = 0] = [places[end], merits[end]];
    if (merit < secondMerit) break;
    const person = pass.people[place];
    if (person === undefined || !hasRoom(person.load, person.agent.capacity, weight) || !mayTakeMoreToday(person)) continue;
    places[stay] = place;
    merits[stay] = merit;
    stay += 1;
    if (best === undefined || (merit === bestMerit && comesBefore(order, person, best))) {
      [second, secondMerit] = [best, bestMerit];
      [best, bestMerit] = [person, merit];
    } else if (second === undefined || (merit === secondMerit && comesBefore(order, person, second))) {
      [second, secondMerit] = [person, merit];
    }
  }
  moveUp(list, stay, end);
  return best && { best, second };
}

/** Those who stay move up to those who were not looked at. */
function moveUp(list: List, stay: number, end: number): void {
  const by = end - stay;
  if (by === 0) return;
  list.places.copyWithin(list.start + by, list.start, stay);
  list.merits.copyWithin(list.start + by, list.start, stay);
  list.start += by;
}

interface Order {
  readonly idRank: readonly number[];
  /** How far each employer is below its share of the store now; absent where no shares are wanted. */
  readonly shares: ((employer: string) => number) | undefined;
}

function sharesOf({ employerShare }: Pass, held: Held): Order["shares"] {
  if (employerShare === undefined) return undefined;
  // Most often load alone decides, and nobody asks.
  let known: Map<string, number> | undefined;
  return (employer) => kept((known ??= new Map()), employer, () => shortfallOf(employerShare, held, employer));
}

/** P5 of two who speak the language alike and are of one level: the order of rank.ts. */
function comesBefore({ idRank, shares }: Order, a: Standing, b: Standing): boolean {
  const byLoad = a.load * b.agent.capacity - b.load * a.agent.capacity;
  if (byLoad !== 0) return byLoad < 0;
  const isOfOneSide = a.agent.employer === b.agent.employer;
  const byShare = shares === undefined || isOfOneSide ? 0 : shares(b.agent.employer) - shares(a.agent.employer);
  if (byShare !== 0) return byShare < 0;
  const [idleA, idleB] = [a.lastAssignedAt ?? -Infinity, b.lastAssignedAt ?? -Infinity];
  if (idleA !== idleB) return idleA < idleB;
  return (idRank[a.place] ?? 0) < (idRank[b.place] ?? 0);
}

import type { Matter, Standing } from "./eligibility.ts";
import { levelOf, mayTakeMoreToday, obstacleWithin, speaks } from "./eligibility.ts";
import type { Rung } from "./ladder.ts";
import type { Held, Pass } from "./pass.ts";
import { fitOf, shortfallOf } from "./pass.ts";
import { kept } from "./roster-index.ts";
import { UNIT } from "./weight.ts";

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
  return (matter, rung) => {
    if (matter.excluded.size > 0) return bestOf(pass, matter, listFor(pass, matter, meritsFor(pass, matter, rung)));
    const { storeId, language } = matter.escalation;
    const ofLanguage = kept(kept(kinds, rung, newLanguages), language, newKinds);
    let kind = ofLanguage.get(matter.weight);
    if (kind === undefined) ofLanguage.set(matter.weight, (kind = { merits: meritsFor(pass, matter, rung), lists: new Map() }));
    const team = pass.index.teamOf(storeId);
    let list = kind.lists.get(team);
    if (list === undefined) kind.lists.set(team, (list = listFor(pass, matter, kind.merits)));
    return list.places.length === 0 ? undefined : bestOf(pass, matter, list);
  };
}

/** All that asks for the same, of whatever store. */
interface Kind {
  readonly merits: readonly number[];
  /** Team → those of it who may take it. */
  readonly lists: Map<number, List>;
}

interface List {
  readonly places: number[];
  readonly merits: number[];
}

const newLanguages = (): Map<string, Map<number, Kind>> => new Map();
const newKinds = (): Map<number, Kind> => new Map();
const NOTHING_HELD: Held = new Map();

const SPEAKS = 1_000;

/**
 * By place, of those who may take it if they may serve the store: what is compared first and never changes within a pass.
 * Who speaks the language before who does not, then how well the level fits: higher is better.
 */
function meritsFor(pass: Pass, matter: Matter, rung: Rung): readonly number[] {
  const { skill, language } = matter.escalation;
  return pass.people.map((person) => {
    if (obstacleWithin(rung, person, matter) !== undefined) return NOT_ELIGIBLE;
    const fit = fitOf(pass.policy, skill, levelOf(person.agent, skill));
    return speaks(person.agent, language) ? SPEAKS + fit : fit;
  });
}

const NOT_ELIGIBLE = -SPEAKS;

function listFor(pass: Pass, { escalation }: Matter, merits: readonly number[]): List {
  const list: List = { places: [], merits: [] };
  for (const place of pass.index.ableFor(escalation.storeId, escalation.skill)) {
    const merit = merits[place] ?? NOT_ELIGIBLE;
    if (merit === NOT_ELIGIBLE) continue;
    list.places.push(place);
    list.merits.push(merit);
  }
  return list;
}

/** The first two of a list, from which those who are full by now are dropped. */
function bestOf(pass: Pass, { escalation, weight }: Matter, { places, merits }: List): Found | undefined {
  const order: Order = { idRank: pass.index.idRank, shares: sharesOf(pass, pass.held.get(escalation.storeId) ?? NOTHING_HELD) };
  let [best, second]: [Standing | undefined, Standing | undefined] = [undefined, undefined];
  let [bestMerit, secondMerit] = [-Infinity, -Infinity];
  let stay = 0;
  for (let i = 0; i < places.length; i += 1) {
    const [place = 0, merit = 0] = [places[i], merits[i]];
    const person = pass.people[place];
    if (person === undefined || person.load + weight > person.agent.capacity * UNIT || !mayTakeMoreToday(person)) continue;
    places[stay] = place;
    merits[stay] = merit;
    stay += 1;
    if (best === undefined || merit > bestMerit || (merit === bestMerit && comesBefore(order, person, best))) {
      [second, secondMerit] = [best, bestMerit];
      [best, bestMerit] = [person, merit];
    } else if (second === undefined || merit > secondMerit || (merit === secondMerit && comesBefore(order, person, second))) {
      [second, secondMerit] = [person, merit];
    }
  }
  places.length = stay;
  merits.length = stay;
  return best && { best, second };
}

interface Order {
  readonly idRank: readonly number[];
  /** How far each employer is below its share of the store now; absent where no shares are wanted. */
  readonly shares: ((employer: string) => number) | undefined;
}

function sharesOf({ employerShare }: Pass, held: Held): Order["shares"] {
  if (employerShare === undefined) return undefined;
  const known = new Map<string, number>();
  return (employer) => kept(known, employer, () => shortfallOf(employerShare, held, employer));
}

/** P5 of two who speak the language alike and are of one level: the order of rank.ts. */
function comesBefore({ idRank, shares }: Order, a: Standing, b: Standing): boolean {
  const byLoad = a.load * b.agent.capacity - b.load * a.agent.capacity;
  if (byLoad !== 0) return byLoad < 0;
  const byShare = shares === undefined ? 0 : shares(b.agent.employer) - shares(a.agent.employer);
  if (byShare !== 0) return byShare < 0;
  const [idleA, idleB] = [a.lastAssignedAt ?? -Infinity, b.lastAssignedAt ?? -Infinity];
  if (idleA !== idleB) return idleA < idleB;
  return (idRank[a.place] ?? 0) < (idRank[b.place] ?? 0);
}

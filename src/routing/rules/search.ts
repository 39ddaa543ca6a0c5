import type { Matter } from "./eligibility.ts";
import { mainLanguage, mayTakeMoreToday, levelOf, obstacleOn, speaks } from "./eligibility.ts";
import type { Rung } from "./ladder.ts";
import type { Held, Pass, Standing } from "./pass.ts";
import { fitOf, shortfallOf } from "./pass.ts";
import { UNIT } from "./weight.ts";

/** Who comes first of those who may take a matter on a step, and who next. The previous agent is not looked for. */
export interface Found {
  readonly best: Standing;
  readonly second?: Standing | undefined;
}

export type Search = (matter: Matter, rung: Rung) => Found | undefined;

/**
 * Finds who comes first without ranking everybody each time. Matters that ask for the same share a heap of those who may take
 * them. Within a pass people only get busier, so an entry that is older than its person can only have sunk: it is put
 * right when it comes up. The employers' shares change with each assignment; so each employer has a heap of its own, and
 * only the heads are compared by share.
 */
export function openSearch(pass: Pass): Search {
  const heaps = new Map<Rung, Map<string, readonly Heap[]>>();
  const free = pass.people.filter((person) => person.onShift && person.status === "ready" && mayTakeMoreToday(person));
  return (matter, rung) => {
    const { storeId, language } = matter.escalation;
    const held = pass.held.get(storeId) ?? NOTHING_HELD;
    if (matter.excluded.size > 0) return bestOf(pass, held, heapsOf(pass, free, { matter, rung }));
    let ofRung = heaps.get(rung);
    if (ofRung === undefined) heaps.set(rung, (ofRung = new Map()));
    const key = `${pass.index.teamOf(storeId)}\u0000${mainLanguage(language)}\u0000${matter.weight}`;
    let known = ofRung.get(key);
    if (known === undefined) ofRung.set(key, (known = heapsOf(pass, free, { matter, rung })));
    return bestOf(pass, held, known);
  };
}

const NOTHING_HELD: Held = new Map();

/** Somebody who may take it; what is compared and never changes within a pass stands here. */
interface Entry {
  person: Standing;
  readonly speaks: number;
  readonly fit: number;
}

interface Heap {
  readonly entries: Entry[];
  readonly weight: number;
  readonly employer: string;
}

function heapsOf(pass: Pass, free: readonly Standing[], asked: { matter: Matter; rung: Rung }): readonly Heap[] {
  const { matter, rung } = asked;
  const { escalation, weight } = matter;
  const byEmployer = new Map<string, Heap>();
  for (const { place } of free) {
    const person = pass.people[place];
    if (person === undefined || obstacleOn(rung, person, matter) !== undefined) continue;
    const employer = pass.employerShare === undefined ? "" : person.agent.employer;
    let heap = byEmployer.get(employer);
    if (heap === undefined) byEmployer.set(employer, (heap = { entries: [], weight, employer }));
    const fit = fitOf(pass.policy, escalation.skill, levelOf(person.agent, escalation.skill));
    heap.entries.push({ person, speaks: speaks(person.agent, escalation.language) ? 1 : 0, fit });
  }
  for (const heap of byEmployer.values()) {
    for (let i = (heap.entries.length >> 1) - 1; i >= 0; i -= 1) sink(pass, heap, i);
  }
  return [...byEmployer.values()];
}

function bestOf(pass: Pass, held: Held, heaps: readonly Heap[]): Found | undefined {
  let best: { readonly entry: Entry; readonly heap: Heap } | undefined;
  let second: Entry | undefined;
  const better = (a: Entry, heap: Heap, b: Entry, other: Heap): boolean => {
    const byShare = heap === other ? 0 : shareOf(pass, held, other) - shareOf(pass, held, heap);
    return compare(pass, a, b, byShare) < 0;
  };
  const heapOf = new Map<Entry, Heap>();
  for (const heap of heaps) {
    const entry = freshAt(pass, heap, 0);
    if (entry === undefined) continue;
    heapOf.set(entry, heap);
    if (best === undefined || better(entry, heap, best.entry, best.heap)) {
      second = best?.entry;
      best = { entry, heap };
    } else if (second === undefined || better(entry, heap, second, heapOf.get(second) ?? heap)) second = entry;
  }
  if (best === undefined) return undefined;
  for (const child of [1, 2]) {
    const entry = freshAt(pass, best.heap, child);
    if (entry === undefined) continue;
    if (second === undefined || better(entry, best.heap, second, heapOf.get(second) ?? best.heap)) second = entry;
    heapOf.set(entry, best.heap);
  }
  return { best: best.entry.person, second: second?.person };
}

function shareOf(pass: Pass, held: Held, heap: Heap): number {
  return shortfallOf(pass.employerShare, held, heap.employer);
}

/** The entry at this place once it says how its person stands now; who can take no more is dropped. */
function freshAt(pass: Pass, heap: Heap, at: number): Entry | undefined {
  const { entries, weight } = heap;
  for (;;) {
    const entry = entries[at];
    const now = entry && pass.people[entry.person.place];
    if (entry === undefined || now === undefined || now === entry.person) return entry;
    if (now.load + weight > now.agent.capacity * UNIT || !mayTakeMoreToday(now)) {
      const last = entries.pop();
      if (last === undefined || at === entries.length) return undefined;
      entries[at] = last;
    } else entry.person = now;
    sink(pass, heap, at);
  }
}

function sink(pass: Pass, { entries }: Heap, from: number): void {
  let at = from;
  const entry = entries[at];
  if (entry === undefined) return;
  for (;;) {
    let child = 2 * at + 1;
    let next = entries[child];
    if (next === undefined) break;
    const right = entries[child + 1];
    if (right !== undefined && compare(pass, right, next, 0) < 0) [next, child] = [right, child + 1];
    if (compare(pass, next, entry, 0) >= 0) break;
    entries[at] = next;
    at = child;
  }
  entries[at] = entry;
}

/** P5 without the previous agent: the order of rank.ts in numbers made beforehand. Negative: `a` comes first. */
function compare(pass: Pass, a: Entry, b: Entry, byShare: number): number {
  if (a.speaks !== b.speaks) return b.speaks - a.speaks;
  if (a.fit !== b.fit) return b.fit - a.fit;
  const byLoad = a.person.load * b.person.agent.capacity - b.person.load * a.person.agent.capacity;
  if (byLoad !== 0) return byLoad;
  if (byShare !== 0) return byShare;
  const [idleA, idleB] = [a.person.lastAssignedAt ?? -Infinity, b.person.lastAssignedAt ?? -Infinity];
  if (idleA !== idleB) return idleA - idleB;
  return (pass.index.idRank[a.person.place] ?? 0) - (pass.index.idRank[b.person.place] ?? 0);
}

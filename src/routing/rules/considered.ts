import type { Candidate, IneligibleReason, Named, RankKey } from "./facts.ts";
import { obstacleWithin, type Matter, type Standing } from "./eligibility.ts";
import type { Rung } from "./ladder.ts";
import type { Held, Pass } from "./pass.ts";
import { rankKeyOf, standingAt } from "./pass.ts";
import { compareRank } from "./rank.ts";

/** Who was looked at for a matter, on the step that decided, as the desk stood then. */
export interface Looked {
  readonly pass: Pass;
  readonly matter: Matter;
  readonly rung: Rung;
  /** How much had been given out. */
  readonly turn: number;
  readonly held: Held;
}

/** So many of those who may take it are kept with a decision, and so many of those who came nearest to it. */
const MOST_ELIGIBLE = 10;
const MOST_MISSES = 10;

/** How many could not take it for a reason, and the first of them by id. */
export interface Missing {
  readonly reason: IneligibleReason;
  readonly first: readonly Standing[];
  readonly count: number;
}

/** What one look at everybody who serves the store finds. */
export interface Considered {
  readonly named: Named;
  /** In the order of the checks: those who failed first are furthest from it. */
  readonly missing: readonly Missing[];
}

/** In the order in which they are checked, of those who may serve the store. */
const CHECKS: readonly IneligibleReason[] = [
  "off-shift",
  "not-ready",
  "shift-ending",
  "at-capacity",
  "trainee-limit",
  "skill-missing",
  "level-too-low",
  "excluded",
  "other-employer",
];

export function consider(looked: Looked): Considered {
  const { pass, matter, rung, turn, held } = looked;
  const best: RankKey[] = [];
  const missing = CHECKS.map((reason) => ({ reason, first: [] as Standing[], count: 0 }));
  const byReason = new Map(missing.map((one) => [one.reason, one]));
  const serving = pass.index.servingById(matter.escalation.storeId);
  for (const place of serving) {
    const person = standingAt(pass, place, turn);
    if (person === undefined) continue;
    const reason = obstacleWithin(rung, person, matter);
    if (reason === undefined) {
      keepBest(best, rankKeyOf(pass, matter.escalation, { person, held }));
      continue;
    }
    const miss = byReason.get(reason);
    if (miss === undefined) continue;
    miss.count += 1;
    if (miss.first.length < MOST_MISSES) miss.first.push(person);
  }
  if (pass.people.length <= MOST_ELIGIBLE + MOST_MISSES) {
    return { named: { candidates: everybody(looked), leftOut: 0, elsewhere: 0 }, missing };
  }
  const nearest = missing.toReversed().flatMap(({ reason, first }) => first.map((person) => missed(person, reason)));
  const candidates = [...best.map(({ agentId }) => ({ agentId, eligible: true })), ...nearest.slice(0, MOST_MISSES)];
  const leftOut = serving.length - candidates.length;
  return { named: { candidates, leftOut, elsewhere: pass.people.length - serving.length }, missing };
}

/** Those who could not take it, beside who was chosen all the same: the supervisor on call may be full. */
export function missingBeside(
  { missing }: Pick<Considered, "missing">,
  chosen: Standing,
  { rung, matter }: Pick<Looked, "rung" | "matter">,
): readonly Missing[] {
  const reason = obstacleWithin(rung, chosen, matter);
  if (reason === undefined) return missing;
  return missing.map((one) => {
    if (one.reason !== reason) return one;
    return { reason, first: one.first.filter(({ agent }) => agent !== chosen.agent), count: one.count - 1 };
  });
}

function missed({ agent }: Standing, reason: IneligibleReason): Candidate {
  return { agentId: agent.id, eligible: false, reason };
}

function keepBest(best: RankKey[], key: RankKey): void {
  const last = best.at(-1);
  if (best.length === MOST_ELIGIBLE && last !== undefined && compareRank(last, key) < 0) return;
  const place = best.findIndex((one) => compareRank(key, one) < 0);
  best.splice(place < 0 ? best.length : place, 0, key);
  if (best.length > MOST_ELIGIBLE) best.pop();
}

/** Everybody: those who may take it on this step, best first, then the others by id with the first reason why not. */
export function everybody({ pass, matter, rung, turn, held }: Looked): readonly Candidate[] {
  const eligible: RankKey[] = [];
  const others: Candidate[] = [];
  const serving = new Set(pass.index.servingById(matter.escalation.storeId));
  for (const place of pass.index.byId) {
    const person = standingAt(pass, place, turn);
    if (person === undefined) continue;
    const reason = serving.has(place) ? obstacleWithin(rung, person, matter) : "not-authorised-for-store";
    if (reason === undefined) eligible.push(rankKeyOf(pass, matter.escalation, { person, held }));
    else others.push(missed(person, reason));
  }
  eligible.sort(compareRank);
  return [...eligible.map(({ agentId }) => ({ agentId, eligible: true })), ...others];
}

import type { Matter, Standing } from "./eligibility.ts";
import { ANY_SKILL, obstacleOn } from "./eligibility.ts";
import type { RoutableEscalation, RoutingDecision } from "./facts.ts";
import type { Rung } from "./ladder.ts";
import { LAST_RUNG, opensAt } from "./ladder.ts";
import type { Pass } from "./pass.ts";
import { matterIn, personOf, rungsOf, supervisorFor, take } from "./pass.ts";
import type { Choice } from "./record.ts";
import { assignment } from "./record.ts";
import { openSearch, openSearchAlone, type Found, type Search } from "./search.ts";
import { isSomebodyWorking, openPools, type Pools } from "./unmet.ts";

/** Where a matter got on the ladder. `held`: the step it still waits for, although a later one is there. */
export type Climbed =
  | { readonly type: "assigned"; readonly decision: RoutingDecision }
  | { readonly type: "unmet"; readonly held?: Rung | undefined };

/** What a pass decides with. */
export interface Tools {
  readonly search: Search;
  readonly pools: Pools;
}

/** To be opened when offers that lost their agent are taken back. */
export function openTools(pass: Pass): Tools {
  return { search: openSearch(pass), pools: openPools(pass) };
}

/** The same for one matter alone. */
export function openToolsAlone(pass: Pass): Tools {
  return { search: openSearchAlone(pass), pools: openPools(pass) };
}

/** Up the ladder, step by step, to the first on which somebody may take it. */
export function climb(pass: Pass, { search, pools }: Tools, escalation: RoutableEscalation): Climbed {
  const matter = matterIn(pass, escalation);
  const { previous, besidePrevious, regular } = rungsOf(pass, escalation);
  const before = escalation.previousAgent && personOf(pass, escalation.previousAgent);
  for (const rung of before === undefined ? regular : [previous, ...regular]) {
    const held = pools.heldBefore(matter, rung);
    if (held !== undefined) return overflow(pass, matter) ?? { type: "unmet", held };
    const beside = rung === previous ? besidePrevious : rung;
    const choice =
      before === undefined ? foundOn(rung, search(matter, beside)) : chosen(search, { matter, rung, before, beside });
    if (choice !== undefined) return { type: "assigned", decision: give(pass, matter, choice) };
  }
  return overflow(pass, matter) ?? overdue(pass, matter) ?? UNMET;
}

// The same for thousands: what a pass keeps until its end has to be carried along by whoever collects garbage.
const UNMET: Climbed = { type: "unmet" };

interface At {
  readonly matter: Matter;
  readonly rung: Rung;
  /** Who had the conversation before. */
  readonly before: Standing;
  /** The step to look for others on. */
  readonly beside: Rung;
}

/** P5: who had the conversation before comes first, if they may. */
function chosen(search: Search, { matter, rung, before, beside }: At): Choice | undefined {
  const mayBefore = obstacleOn(rung, before, matter) === undefined;
  if (rung.step === "previous-agent" && !mayBefore) return undefined;
  const found = search(matter, beside);
  if (!mayBefore) return foundOn(rung, found);
  return { rung, person: before, second: found?.best.place === before.place ? found.second : found?.best, flags: NO_FLAGS };
}

function foundOn(rung: Rung, found: Found | undefined): Choice | undefined {
  return found && { rung, person: found.best, second: found.second, flags: NO_FLAGS };
}

const NO_FLAGS: Choice["flags"] = [];

/** P8: danger reaches the supervisor on call instead of waiting, at any hour and over capacity. */
function overflow(pass: Pass, matter: Matter): Climbed | undefined {
  if (matter.escalation.urgency !== "high") return undefined;
  const person = supervisorFor(pass, matter.escalation);
  if (person === undefined) return undefined;
  return { type: "assigned", decision: give(pass, matter, { rung: SUPERVISOR, person, flags: ["overflow"] }) };
}

/** What has waited too long goes to the supervisor on call: within working time (P7), and only if they have room. */
function overdue(pass: Pass, matter: Matter): Climbed | undefined {
  const { escalation } = matter;
  if (pass.policy.waitSeconds?.supervisor === undefined || pass.now < opensAt(pass.policy, escalation, "supervisor"))
    return undefined;
  const person = supervisorFor(pass, escalation);
  const ofAnySkill = { ...matter, escalation: { ...escalation, skill: ANY_SKILL } };
  if (person === undefined || obstacleOn(LAST_RUNG, person, ofAnySkill) !== undefined) return undefined;
  if (!isSomebodyWorking(pass, escalation)) return undefined;
  return { type: "assigned", decision: give(pass, matter, { rung: SUPERVISOR, person, flags: [] }) };
}

const SUPERVISOR: Rung = { ...LAST_RUNG, step: "supervisor" };

function give(pass: Pass, matter: Matter, choice: Choice): RoutingDecision {
  const decision = assignment(pass, matter, choice);
  take(pass, matter, choice.person);
  return decision;
}

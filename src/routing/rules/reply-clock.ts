import type { AgentId, StoreId } from "../../core/ids.ts";
import type { EscalationOpened, ReplyClock } from "../../core/incoming.ts";
import type { ReplyLimits } from "../../core/policy.ts";
import type { Instant, Skill } from "../../core/words.ts";
import { nextStartOf, shiftOf } from "../../staffing/rules/on-shift.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { couldTake } from "./eligibility.ts";

type Limit = NonNullable<EscalationOpened["firstReply"]>;

/** By when somebody must have said something to this shopper, and when that is said to whom it concerns. */
export function firstReplyClock(
  roster: Roster,
  { storeId, skill, at }: Pick<EscalationOpened, "storeId" | "skill" | "at">,
  limit: Limit,
): ReplyClock {
  const able = (): readonly RosterAgent[] => roster.agents.filter((agent) => couldTake(agent, { storeId, skill }));
  return { kind: "first", ...momentsOf({ roster, able }, at, limit), ...slowAfter(limit) };
}

/** When an agent is reminded, where the store says so. */
export function slowAfter({ slowReplyMs }: Pick<ReplyLimits, "slowReplyMs">): Pick<ReplyClock, "slowAfterMs"> {
  return slowReplyMs === undefined ? {} : { slowAfterMs: slowReplyMs };
}

/** What a shopper says now to somebody who has their conversation, or waits for the next one. */
export interface NextReply {
  readonly storeId: StoreId;
  readonly skill: Skill;
  /** Who has it; they need not have the skill. */
  readonly holder?: AgentId | undefined;
  readonly at: Instant;
}

/** By when somebody must have answered what is said now: counted as the first reply's, in the working time of who could take it. */
export function nextReplyClock(roster: Roster, { storeId, skill, holder, at }: NextReply, limits: ReplyLimits): ReplyClock {
  const { nextReplyMs: limitMs, warnAtShare, hours } = limits;
  const able = (): readonly RosterAgent[] =>
    roster.agents.filter((agent) => agent.id === holder || couldTake(agent, { storeId, skill }));
  return { kind: "next", ...momentsOf({ roster, able }, at, { limitMs, warnAtShare, hours }), ...slowAfter(limits) };
}

function momentsOf(
  { roster, able }: { readonly roster: Roster; readonly able: () => readonly RosterAgent[] },
  at: Instant,
  { limitMs, warnAtShare, hours }: Limit,
): Pick<ReplyClock, "warnAt" | "dueAt"> {
  const warnMs = Math.round(limitMs * warnAtShare);
  if (hours === "always") return { warnAt: at + warnMs, dueAt: at + limitMs };
  const people = able();
  const after = (ms: number): Instant => workingTimeAfter({ roster, able: people }, at, ms);
  return { warnAt: after(warnMs), dueAt: after(limitMs) };
}

interface Able {
  readonly roster: Roster;
  readonly able: readonly RosterAgent[];
}

/** A limit spans so many stretches of work at most; a roster that needs more has minutes of work a day. */
const MOST_STRETCHES = 100;

/**
 * The moment at which somebody of these was at work for so long since `from`. Where the roster names nobody within the days it
 * looks ahead, the clock runs on from there as if somebody was: it must end some day.
 */
export function workingTimeAfter({ roster, able }: Able, from: Instant, ms: number): Instant {
  let moment = from;
  let left = ms;
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch += 1) {
    const end = latest(able.map((agent) => shiftOf(roster, agent, moment)?.end));
    if (end !== undefined) {
      if (moment + left <= end) return moment + left;
      left -= end - moment;
      moment = end;
      continue;
    }
    const next = earliest(able.map((agent) => nextStartOf(roster, agent, moment)));
    if (next === undefined) break;
    moment = next;
  }
  return moment + left;
}

const latest = (moments: readonly (Instant | undefined)[]): Instant | undefined => extreme(moments, (a, b) => a > b);
const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined => extreme(moments, (a, b) => a < b);

function extreme(moments: readonly (Instant | undefined)[], isMore: (a: Instant, b: Instant) => boolean): Instant | undefined {
  let found: Instant | undefined;
  for (const moment of moments) if (moment !== undefined && (found === undefined || isMore(moment, found))) found = moment;
  return found;
}

import type { EscalationOpened, ReplyClock } from "../../core/incoming.ts";
import type { Instant } from "../../core/words.ts";
import { nextShiftStart, shiftAt, type Roster, type RosterAgent } from "../../staffing/rules/roster.ts";
import { couldTake } from "./eligibility.ts";

/** By when somebody must have said something to this shopper, and when that is said to whom it concerns. */
export function firstReplyClock(
  roster: Roster,
  { storeId, skill, at }: Pick<EscalationOpened, "storeId" | "skill" | "at">,
  { limitMs, warnAtShare, hours }: NonNullable<EscalationOpened["firstReply"]>,
): ReplyClock {
  const warnMs = Math.round(limitMs * warnAtShare);
  if (hours === "always") return { kind: "first", warnAt: at + warnMs, dueAt: at + limitMs };
  const able = roster.agents.filter((agent) => couldTake(agent, { storeId, skill }));
  const after = (ms: number): Instant => workingTimeAfter({ roster, able }, at, ms);
  return { kind: "first", warnAt: after(warnMs), dueAt: after(limitMs) };
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
    const end = latest(able.map((agent) => shiftAt(roster, agent, moment)?.end));
    if (end !== undefined) {
      if (moment + left <= end) return moment + left;
      left -= end - moment;
      moment = end;
      continue;
    }
    const next = earliest(able.map((agent) => nextShiftStart(roster, agent, moment)));
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

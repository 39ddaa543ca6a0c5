import { describe, expect, it } from "vitest";
import type { Escalation } from "../../src/core/decision.ts";
import { DESK_LANE, incomingId, storeId } from "../../src/core/ids.ts";
import type { DeskIncoming } from "../../src/core/incoming.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agentsAt } from "../../src/wall/rules/agents.ts";
import { agent, at as moment, decideOne, escalation, roster, state } from "./routing-people.ts";
import { at, codes, desk, HAN, LI, look, lookAt, MINUTE, only, told, written } from "./time-people.ts";

const END = moment("2026-09-16T18:00");
const since = moment("2026-09-16T17:58");
const held = escalation("e1", { state: "assigned", agent: LI, assignedAt: since, waitingSince: since });
const late = agent("han", { shifts: [{ days: WEEKDAYS, start: "14:00", end: "22:00" }] });
const evening = desk({
  roster: roster([agent("li"), late]),
  escalations: [held],
  agents: [state("li", { load: 1 }), state("han")],
});
const written1 = (decision: Parameters<typeof written>[0]): Escalation | undefined => written(decision)[0];
const missed: DeskIncoming = {
  type: "holder-missed",
  id: incomingId("i9"),
  lane: DESK_LANE,
  at: END,
  storeId: storeId("A"),
  conversationId: held.conversationId,
};

describe("The end of a shift", () => {
  it("is announced to who still has conversations, five minutes before, once for each", () => {
    const early = at(evening, END - 6 * MINUTE);
    expect([only(early.decision, "alert"), lookAt(early.decision)]).toEqual([[], END - 5 * MINUTE]);
    const first = at(evening, END - 5 * MINUTE);
    expect(only(first.decision, "alert").map(({ alert }) => [alert.to, alert.conversationId, alert.reason])).toEqual([
      [
        { type: "agent", agentId: "li" },
        held.conversationId,
        { code: "alert-hand-over", values: { minutes: 5, end: new Date(END).toISOString() } },
      ],
    ]);
    const second = at(first.after, END - 4 * MINUTE);
    expect([only(second.decision, "alert"), written(second.decision), lookAt(second.decision)]).toEqual([[], [], END]);
  });

  it("leaves what is open where it is for the grace time, tells the conversation, and then queues it again", () => {
    const left = at(evening, END);
    expect(written1(left.decision)).toMatchObject({ state: "assigned", agent: LI, leftAt: END });
    expect(only(left.decision, "raise").map(({ incoming }) => incoming.type)).toEqual(["holder-left"]);
    expect(lookAt(left.decision)).toBe(END + 10 * MINUTE);
    const before = at(left.after, END + 9 * MINUTE);
    expect(written(before.decision)).toEqual([]);
    const { decision } = at(left.after, END + 10 * MINUTE);
    expect(written1(decision)).toMatchObject({ state: "offered", agent: HAN, previousAgent: "li", waitingSince: since });
    expect(told(decision)).toMatchObject([{ takenFrom: LI, outcome: { type: "offered", agent: HAN } }]);
    expect(codes(decision)).toContain("taken-back-grace");
  });

  it("gives it away as soon as the shopper writes to who is gone", () => {
    const left = at(evening, END);
    const { decision } = at(left.after, END + MINUTE, missed);
    expect(written1(decision)).toMatchObject({ state: "offered", agent: HAN, previousAgent: "li", waitingSince: since });
    expect(told(decision)).toMatchObject([{ takenFrom: LI }]);
  });

  it("takes nothing from somebody who is there", () => {
    const { decision } = at(evening, END - MINUTE * 6, missed);
    expect([written(decision), codes(decision)]).toEqual([[], ["holder-is-there"]]);
  });

  it("with nobody coming after makes a promise, not silence", () => {
    const alone = desk({ roster: roster([agent("li")]), escalations: [held], agents: [state("li", { load: 1 })] });
    const left = at(alone, END);
    const { decision } = at(left.after, END + 10 * MINUTE);
    expect(written1(decision)).toMatchObject({ state: "waiting", agent: undefined, promisedAt: moment("2026-09-17T09:00") });
    expect(told(decision)).toMatchObject([{ takenFrom: LI, outcome: { type: "after-hours" } }]);
  });

  it("forgets that they left when they are back before the grace time is over", () => {
    const left = at(evening, END);
    const longer = {
      ...left.after,
      roster: roster([agent("li", { shifts: [{ days: WEEKDAYS, start: "09:00", end: "20:00" }] }), late]),
    };
    const { decision, after } = at(longer, END + 5 * MINUTE);
    expect(written1(decision)).toMatchObject({ state: "assigned", agent: LI, leftAt: undefined });
    expect(only(decision, "raise").map(({ incoming }) => incoming)).toMatchObject([{ type: "holder-left", leftAt: undefined }]);
    expect(written(at(after, END + 11 * MINUTE).decision)).toEqual([]);
  });

  it("means nothing for what was taken outside of a shift, by one's own will", () => {
    const own = { ...held, takenOffShift: true as const };
    const { decision } = at({ ...evening, escalations: [own] }, END + 60 * MINUTE);
    expect([written(decision), lookAt(decision)]).toEqual([[], undefined]);
  });

  it("leaves a danger with the supervisor on call", () => {
    const boss = roster([agent("li"), late], { supervisorOnCall: LI.id });
    const danger = { ...held, urgency: "high" as const };
    expect(written(at({ ...evening, roster: boss, escalations: [danger] }, END + 60 * MINUTE).decision)).toEqual([]);
  });
});

describe("Somebody who is gone in the middle of a shift", () => {
  const noon = moment("2026-09-16T15:00");

  it.each([
    ["offline", { agents: [state("li", { status: "offline" as const, load: 1 }), state("han")] }],
    ["out of the roster", { roster: roster([late]), agents: [state("han")] }],
  ])("because they are %s keeps nothing for ever", (_why, changes) => {
    const given = { ...evening, ...changes };
    const left = at(given, noon);
    expect(written1(left.decision)).toMatchObject({ leftAt: noon });
    const { decision } = at(left.after, noon + 10 * MINUTE);
    expect(written1(decision)).toMatchObject({ agent: HAN, previousAgent: "li" });
  });

  it.each(["break", "away"] as const)("on a %s keeps what they have", (status) => {
    const given = { ...evening, agents: [state("li", { status, load: 1 }), state("han")] };
    expect(written(at(given, noon).decision)).toEqual([]);
  });

  it("because their console is gone loses what they have, taken within a shift or outside, unless they said they take a break", () => {
    const agents = [state("li", { status: "away", isAbsent: true, load: 1 }), state("han")];
    const left = at({ ...evening, agents }, noon);
    expect(written1(left.decision)).toMatchObject({ leftAt: noon });
    expect(only(left.decision, "raise").map(({ incoming }) => incoming)).toMatchObject([{ type: "holder-left", isAway: true }]);
    const { decision } = at(left.after, noon + MINUTE, missed);
    expect(told(decision)).toMatchObject([{ takenFrom: LI, isFromAway: true, outcome: { type: "offered", agent: HAN } }]);
    expect(codes(decision)).toContain("taken-back-written-away");
    const own = { ...held, takenOffShift: true as const };
    expect(written1(at({ ...evening, agents, escalations: [own] }, END + MINUTE).decision)).toMatchObject({
      leftAt: END + MINUTE,
    });
    const onBreak = [state("li", { status: "break", isAbsent: true, load: 1 }), state("han")];
    expect(written(at({ ...evening, agents: onBreak }, noon).decision)).toEqual([]);
  });

  it("who went home at the end is not said to be away", () => {
    const left = at(evening, END);
    expect(only(left.decision, "raise").map(({ incoming }) => "isAway" in incoming)).toEqual([false]);
    expect(told(at(left.after, END + MINUTE, missed).decision).map((one) => "isFromAway" in one)).toEqual([false]);
  });

  it("is ready again when they claim something while offline", () => {
    const waiting = escalation("e2", { told: "queued" });
    const claim: DeskIncoming = { ...missed, type: "claim-requested", conversationId: waiting.conversationId, agent: LI };
    const given = desk({ escalations: [waiting], agents: [state("li", { status: "offline" }), state("han", { load: 5 })] });
    const { decision } = at(given, noon, claim);
    const changes = { status: "ready", was: "offline" };
    expect(only(decision, "change-agent")).toEqual([{ type: "change-agent", agentId: "li", changes }]);
  });
});

it("What is claimed outside of a shift is marked so, within one it is not", () => {
  const waiting = escalation("e2", { told: "queued" });
  const claim: DeskIncoming = { ...missed, type: "claim-requested", conversationId: waiting.conversationId, agent: LI };
  const given = desk({ escalations: [waiting], agents: [state("li", { status: "break" }), state("han", { load: 5 })] });
  expect(written1(at(given, END - MINUTE * 60, claim).decision)?.takenOffShift).toBeUndefined();
  expect(written1(at(given, END + MINUTE, claim).decision)?.takenOffShift).toBe(true);
});

it("Looking twice at the same moment does nothing the second time", () => {
  for (const now of [END - 5 * MINUTE, END, END + 10 * MINUTE]) {
    const first = at(at(at(evening, END - 5 * MINUTE).after, Math.min(now, END)).after, now);
    const second = at(first.after, now, look(now));
    expect([written(second.decision), told(second.decision), only(second.decision, "alert")]).toEqual([[], [], []]);
  }
});

describe("Shifts that follow each other without a gap", () => {
  const week = (...hours: readonly (readonly [string, string])[]) =>
    hours.map(([start, end]) => ({ days: WEEKDAYS, start, end }));
  const remindedAt = (shifts: ReturnType<typeof week>, now: string) => {
    const people = roster([agent("li", { shifts }), agent("han", { shifts: [] })]);
    const given = { ...evening, roster: people, escalations: [{ ...held, assignedAt: moment(now) }] };
    const { decision } = at(given, moment(now));
    return only(decision, "alert").map(({ alert }) => alert.reason.code);
  };

  it("do not end in between: nobody is asked to hand over at noon, or at midnight", () => {
    const noon = week(["09:00", "13:00"], ["13:00", "18:00"]);
    expect(remindedAt(noon, "2026-09-16T12:55")).toEqual([]);
    expect(remindedAt(noon, "2026-09-16T17:55")).toEqual(["alert-hand-over"]);
    const night = week(["18:00", "24:00"], ["00:00", "06:00"]);
    expect(remindedAt(night, "2026-09-16T23:55")).toEqual([]);
    expect(remindedAt(night, "2026-09-17T05:55")).toEqual(["alert-hand-over"]);
    expect(remindedAt(week(["09:00", "13:00"], ["14:00", "18:00"]), "2026-09-16T12:55")).toEqual(["alert-hand-over"]);
  });

  it("are told as one, to who reads why it was given to them and on the wall", () => {
    const shifts = week(["09:00", "13:00"], ["13:00", "18:00"]);
    const people = roster([agent("li", { shifts })]);
    expect(decideOne({ roster: people }).why.zh).toContain("09:00–18:00");
    const [wall] = agentsAt({ roster: people, states: [] }, [storeId("A")], moment("2026-09-16T10:00"));
    expect(wall?.shiftUntil).toBe(moment("2026-09-16T18:00"));
    const always = roster([agent("li", { shifts: week(["08:00", "20:00"], ["20:00", "08:00"]) })]);
    expect(decideOne({ roster: always }).why.zh).toContain("全天");
  });
});

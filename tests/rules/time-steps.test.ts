import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { storeId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { Escalation } from "../../src/core/decision.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { WEEKDAYS, type RosterAgent } from "../../src/staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../src/staffing/rules/routing-policy.ts";
import { NOW, somePolicyFacts } from "./routing-chance.ts";
import { agent, at as moment, escalation, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, desk, HAN, LI, look, lookAt, MINUTE, only, SECOND, written } from "./time-people.ts";

/** li is the one to be asked first and full; han would do only for a later step. One matter just came. */
function waitingDesk(policy: RoutingPolicy, people: { readonly li?: Partial<RosterAgent>; readonly han?: Partial<RosterAgent> }) {
  return desk({
    roster: roster([agent("li", { capacity: 1, ...people.li }), agent("han", people.han)], { routing: policy }),
    agents: [state("li", { load: 1 }), state("han")],
    escalations: [escalation("e1", { waitingSince: WORKING_TIME })],
  });
}

/** What is decided just before the desk's own next look, and at it; nothing else happens. */
function byTheClock(given: DeskFacts) {
  const first = at(given, WORKING_TIME);
  const looks = lookAt(first.decision) ?? WORKING_TIME;
  const before = at(first.after, looks - 1);
  const then = at(before.after, looks);
  return { waitedMs: looks - WORKING_TIME, first, before, then };
}

describe("By the clock alone, with no event", () => {
  it.each<[string, RoutingPolicy, Parameters<typeof waitingDesk>[1], number]>([
    ["a lower level", { preferredLevels: { aftersale: 4 }, waitSeconds: { "any-level": 30 } }, levels(4, 3), 30],
    ["the other employer", { employerFirst: { A: "vendor" }, waitSeconds: { "other-employer": 90 } }, sides(), 90],
    [
      "somebody without the secondary skill",
      { secondarySkills: { aftersale: ["refund"] }, waitSeconds: { "without-secondary-skills": 45 } },
      { li: { skills: ["aftersale", "refund"] } },
      45,
    ],
  ])("what waits for somebody else is offered to %s when its time has come", (_step, policy, people, seconds) => {
    const { waitedMs, first, before, then } = byTheClock(waitingDesk(policy, people));
    expect(written(first.decision)).toMatchObject([{ state: "waiting", told: "queued" }]);
    expect([waitedMs, written(before.decision)]).toEqual([seconds * SECOND, []]);
    expect(written(then.decision)).toMatchObject([{ state: "offered", agent: HAN, waitingSince: WORKING_TIME }]);
  });

  it("a step opens half a minute before the matter is due, however long its time", () => {
    const given = waitingDesk({ employerFirst: { A: "vendor" }, waitSeconds: { "other-employer": 600 } }, sides());
    const due = { ...given, escalations: [escalation("e1", { waitingSince: WORKING_TIME, dueAt: WORKING_TIME + 2 * MINUTE })] };
    expect(byTheClock(due)).toMatchObject({ waitedMs: 90 * SECOND, then: { after: { escalations: [{ agent: HAN }] } } });
  });

  it("what waited too long is offered to the supervisor on call, whatever their skills", () => {
    const given = waitingDesk({ waitSeconds: { supervisor: 120 } }, { han: { skills: [] } });
    const called = { ...given, roster: { ...given.roster, supervisorOnCall: HAN.id } };
    const { waitedMs, then } = byTheClock(called);
    expect([waitedMs, written(then.decision)[0]?.agent]).toEqual([120 * SECOND, HAN]);
  });

  it("who leaves soon is asked as soon as who was waited for leaves soon too", () => {
    const policy: RoutingPolicy = { longWork: ["aftersale"], waitSeconds: { "shift-ending": 3 * 60 * 60 } };
    const until = (end: string) => ({ shifts: [{ days: WEEKDAYS, start: "09:00", end }] });
    const { waitedMs, then } = byTheClock(waitingDesk(policy, { li: until("11:00"), han: until("10:10") }));
    expect(waitedMs).toBe(10 * MINUTE);
    expect(written(then.decision)).toEqual([]);
    const later = byTheClock(waitingDesk(policy, { li: until("10:20"), han: until("10:10") }));
    expect([later.waitedMs, written(later.then.decision)[0]?.agent]).toEqual([5 * MINUTE, HAN]);
  });

  it("a trainee whose day was full is asked again from their midnight on", () => {
    const night = moment("2026-09-16T23:50");
    const shifts = [{ days: WEEKDAYS, start: "18:00", end: "02:00" }];
    const li = agent("li", { shifts, trainee: { stage: "supervised", dailyLimit: 2 } });
    const given = desk({
      roster: roster([li]),
      agents: [state("li", { assignedToday: 2 })],
      escalations: [escalation("e1", { waitingSince: night })],
    });
    expect(lookAt(at(given, night).decision)).toBe(moment("2026-09-17T00:00"));
  });
});

describe("A shopper's silence", () => {
  const policy: RoutingPolicy = {
    silence: [
      { afterMinutes: 5, percent: 50 },
      { afterMinutes: 10, percent: 0 },
    ],
  };
  const held = (changes: Partial<Escalation> = {}) => escalation("h1", { state: "assigned", agent: LI, ...changes });
  const given = (one: Escalation, waiting = [escalation("e1", { told: "queued" })]) =>
    desk({
      roster: roster([agent("li", { capacity: 1 })], { routing: policy }),
      agents: [state("li", { load: 1 })],
      escalations: [one, ...waiting],
    });

  it("makes room at the moment it counts, and what waits is offered by the clock alone", () => {
    const silent = given(held({ shopperSilentSince: WORKING_TIME - 4 * MINUTE }));
    const first = at(silent, WORKING_TIME);
    expect([written(first.decision), lookAt(first.decision)]).toEqual([[], WORKING_TIME + MINUTE]);
    const half = at(first.after, WORKING_TIME + MINUTE);
    expect([written(half.decision), lookAt(half.decision)]).toEqual([[], WORKING_TIME + 6 * MINUTE]);
    expect(written(at(half.after, WORKING_TIME + 6 * MINUTE).decision)).toMatchObject([
      { id: "e1", state: "offered", agent: LI },
    ]);
  });

  it("counts at full five seconds, so that thousands do not wake the desk one by one", () => {
    const silent = given(held({ shopperSilentSince: WORKING_TIME - 4 * MINUTE - 1 }));
    expect(lookAt(at(silent, WORKING_TIME).decision)).toBe(WORKING_TIME + MINUTE);
  });

  it("that may begin in the next moment is looked for when it could count", () => {
    expect(lookAt(at(given(held()), WORKING_TIME).decision)).toBe(WORKING_TIME + 5 * MINUTE);
  });

  it("wakes nobody while nothing waits", () => {
    expect(lookAt(at(given(held(), []), WORKING_TIME).decision)).toBe(moment("2026-09-16T17:55"));
  });
});

it("Whatever the policy, with nothing but time and answers no decision changes before the desk's next look", () => {
  const someLater = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 24 * 3_600 }));
  fc.assert(
    fc.property(
      somePolicyFacts,
      someLater,
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      (facts, seconds, answered) => {
        const first = at({ ...facts, type: "desk", now: NOW }, NOW);
        const later = NOW + seconds * SECOND;
        fc.pre(later < (lookAt(first.decision) ?? Number.POSITIVE_INFINITY));
        const escalations = first.after.escalations.map((one, i) =>
          one.state === "assigned" && one.shopperSilentSince === undefined && answered[i] === true
            ? { ...one, shopperSilentSince: NOW + 1 }
            : one,
        );
        const { decision } = at({ ...first.after, escalations }, later);
        expect([written(decision), only(decision, "change-agent")]).toEqual([[], []]);
      },
    ),
    { numRuns: 200 },
  );
});

describe("A trainee's day", () => {
  const act = { lane: DESK_LANE, storeId: storeId("A"), at: WORKING_TIME } as const;
  const opened = (n: number) => {
    const { id: escalationId, conversationId, contactLane, skill, language, urgency, priority } = escalation(`n${n}`);
    const matter = { escalationId, conversationId, contactLane, skill, language, urgency, priority };
    return { type: "escalation-opened", id: incomingId(`open-${n}`), ...act, ...matter } as const;
  };
  const taken = (n: number) =>
    ({
      type: "claim-requested",
      id: incomingId(`claim-${n}`),
      ...act,
      ...of(n),
      agent: { id: agentId("li"), name: "li" },
    }) as const;
  const ended = (n: number) => ({ type: "escalation-ended", id: incomingId(`end-${n}`), ...act, ...of(n) }) as const;
  const refused = (n: number) =>
    ({ type: "offer-refused", id: incomingId(`no-${n}`), ...act, ...of(n), agent: LI, reason: "忙" }) as const;
  const of = (n: number) => ({ conversationId: escalation(`n${n}`).conversationId });
  const someEvents = fc.array(
    fc.oneof(
      fc.nat(6).map(opened),
      fc.nat(6).map(opened),
      fc.nat(6).map(taken),
      fc.nat(6).map(ended),
      fc.nat(6).map(refused),
      fc.constant(look(WORKING_TIME)),
    ),
    { maxLength: 40 },
  );

  it("is never more than full, however many events one batch has, and is counted as the store counts it", () => {
    fc.assert(
      fc.property(someEvents, fc.boolean(), fc.integer({ min: 1, max: 3 }), (events, acceptAtOnce, dailyLimit) => {
        const li = agent("li", { trainee: { stage: "supervised", dailyLimit } });
        let current = desk({ roster: roster([li]), agents: [state("li", { assignedToday: 0 })], acceptAtOnce });
        const ledger = new Map<string, Escalation>();
        for (const [i, event] of events.entries()) {
          const incoming = event.type === "escalation-opened" ? { ...event, escalationId: escalation(`once${i}`).id } : event;
          const { decision, after } = at(current, WORKING_TIME, incoming);
          for (const one of written(decision)) ledger.set(one.id, one);
          current = after;
          // As `countAssignedToday` in staffing/store.ts asks the database.
          const given = [...ledger.values()].filter(
            (one) => one.agent?.id === LI.id && (one.state === "offered" || (one.assignedAt ?? 0) >= moment("2026-09-16T00:00")),
          );
          expect(current.agents[0]?.assignedToday).toBe(given.length);
          expect(given.length).toBeLessThanOrEqual(dailyLimit);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function levels(li: number, han: number) {
  return { li: { levels: { aftersale: li } }, han: { levels: { aftersale: han } } };
}

function sides() {
  return { li: { employer: "vendor" }, han: { employer: "merchant" } };
}

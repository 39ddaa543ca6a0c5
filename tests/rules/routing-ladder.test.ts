import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId, storeId } from "../../src/core/ids.ts";
import { claim } from "../../src/routing/rules/claim.ts";
import type { RoutingFacts } from "../../src/routing/rules/facts.ts";
import { route } from "../../src/routing/rules/route.ts";
import type { RosterAgent } from "../../src/staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../src/staffing/rules/routing-policy.ts";
import { NOW, somePolicyFacts } from "./routing-chance.ts";
import { agent, at, decideOne, escalation, facts, inShort, roster, state, WORKING_TIME } from "./routing-people.ts";

const decide = (people: readonly RosterAgent[], routing: RoutingPolicy, changes: Partial<RoutingFacts> = {}) =>
  decideOne({ ...changes, roster: roster(people, { routing }) });
const waited = (seconds: number, changes = {}) => [
  escalation("e1", { waitingSince: WORKING_TIME - seconds * 1_000, ...changes }),
];
const why = (decision: ReturnType<typeof decideOne>, id: string) =>
  decision.candidates.find((candidate) => candidate.agentId === id)?.reason;

describe("The ladder takes the first step on which somebody may take it, and says which", () => {
  const expert = agent("wang", { levels: { aftersale: 4 } });
  const novice = agent("li", { levels: { aftersale: 2 } });
  const preferred = { preferredLevels: { aftersale: 4 } };

  it("the preferred level first, though busier; who is below has too low a level", () => {
    const decision = decide([novice, expert], preferred, { agents: [state("wang", { load: 4 })] });
    expect([inShort(decision), decision.step, why(decision, "li")]).toEqual(["assign wang", "preferred-level", "level-too-low"]);
    expect(decision.why.zh).toContain("达到优先的 4 级");
    expect(decision.why.zh).toContain("li熟练度不够");
  });

  it("then any level, at once where no time is set", () => {
    const decision = decide([novice, expert], preferred, { agents: [state("wang", { load: 5 })] });
    expect([inShort(decision), decision.step]).toEqual(["assign li", "any-level"]);
    expect(decision.why.zh).toContain("放宽熟练度");
  });

  it("who helped before comes before the preferred level", () => {
    const escalations = [escalation("e1", { previousAgent: agentId("li") })];
    const decision = decide([novice, expert], preferred, { escalations });
    expect([inShort(decision), decision.step]).toEqual(["assign li", "previous-agent"]);
  });

  it("secondary skills are dropped when nobody free has them", () => {
    const routing = { secondarySkills: { aftersale: ["technical"] } };
    const both = agent("wang", { skills: ["aftersale", "technical"] });
    const first = decide([agent("li"), both], routing, { agents: [state("wang", { load: 4 })] });
    const then = decide([agent("li"), both], routing, { agents: [state("wang", { load: 5 })] });
    expect([inShort(first), first.step, why(first, "li")]).toEqual(["assign wang", "any-level", "skill-missing"]);
    expect([inShort(then), then.step]).toEqual(["assign li", "without-secondary-skills"]);
  });

  it("the other employer comes when the store's first one has nobody", () => {
    const routing = { employerFirst: { A: "merchant" } };
    const own = agent("wang", { employer: "merchant" });
    const first = decide([agent("li"), own], routing, { agents: [state("wang", { load: 4 })] });
    const then = decide([agent("li"), own], routing, { agents: [state("wang", { load: 5 })] });
    const elsewhere = decide([agent("li"), own], routing, { escalations: [escalation("e1", { storeId: storeId("B") })] });
    expect([inShort(first), why(first, "li")]).toEqual(["assign wang", "other-employer"]);
    expect([inShort(then), then.step]).toEqual(["assign li", "other-employer"]);
    expect([inShort(elsewhere), elsewhere.step]).toEqual(["assign li", "any-level"]);
  });

  it("after hours the last step is the promise", () => {
    const decision = decideOne({ roster: roster([agent("li")], { routing: preferred }) }, at("2026-09-16T20:00"));
    expect([decision.outcome.type, decision.step]).toEqual(["after-hours", "promise"]);
  });
});

describe("Long work near the end of a shift", () => {
  const leaving = agent("li", { levels: { aftersale: 5 }, shifts: [{ days: ["Wed"], start: "02:00", end: "10:15" }] });
  const routing = { longWork: ["aftersale"] };

  it("goes to colleagues first, in the last fifteen minutes", () => {
    const last = decide([leaving, agent("wang")], routing);
    const before = decideOne({ roster: roster([leaving, agent("wang")], { routing }) }, WORKING_TIME - 1);
    expect([inShort(last), why(last, "li")]).toEqual(["assign wang", "shift-ending"]);
    expect(inShort(before)).toBe("assign li");
  });

  it("still goes to whoever leaves when nobody else may take it: never to the queue, never after hours", () => {
    const decision = decide([leaving, agent("wang")], routing, { agents: [state("wang", { load: 5 })] });
    expect([inShort(decision), decision.step]).toEqual(["assign li", "shift-ending"]);
    expect(decision.why.zh).toContain("快下班，但没有别人能接");
  });

  it("is not held back where the next shift follows at once, and no work is long unless the policy says so", () => {
    const shifts = [...leaving.shifts, { days: ["Wed" as const], start: "10:15", end: "18:00" }];
    expect(inShort(decide([{ ...leaving, shifts }, agent("wang")], routing))).toBe("assign li");
    expect(inShort(decide([leaving, agent("wang")], { longWork: ["refund"] }))).toBe("assign li");
  });
});

describe("A step with a time", () => {
  const expert = agent("wang", { levels: { aftersale: 4 } });
  const routing = { preferredLevels: { aftersale: 4 }, waitSeconds: { "any-level": 60 } };
  const busy = [state("wang", { load: 5 })];

  test.each([
    [59, "queue 1"],
    [60, "assign li"],
  ])("after %s seconds: %s", (seconds, expected) => {
    const decision = decide([agent("li"), expert], routing, { agents: busy, escalations: waited(seconds) });
    expect(inShort(decision)).toBe(expected);
    if (expected === "queue 1")
      expect([decision.step, decision.why.zh]).toEqual(["preferred-level", expect.stringContaining("先等售后 4 级以上")]);
  });

  it("is taken at once when nobody at work would do for an earlier one", () => {
    const gone = [state("wang", { status: "offline" })];
    expect(inShort(decide([agent("li"), expert], routing, { agents: gone, escalations: waited(0) }))).toBe("assign li");
    expect(inShort(decide([agent("li")], routing, { escalations: waited(0) }))).toBe("assign li");
  });

  it("is taken before the due time comes near, and at once in danger", () => {
    const due = waited(0, { dueAt: WORKING_TIME + 30_000 });
    const later = waited(0, { dueAt: WORKING_TIME + 31_000 });
    const danger = waited(0, { urgency: "high" });
    const outcomes = [due, later, danger].map((escalations) =>
      inShort(decide([agent("li"), expert], routing, { agents: busy, escalations })),
    );
    expect(outcomes).toEqual(["assign li", "queue 1", "assign li"]);
  });

  it("of the supervisor: what waits too long reaches them within working time, with room, whatever their skills", () => {
    const boss = agent("boss", { skills: [] });
    const of = (seconds: number, agents = [state("li", { load: 5 })], skill = "aftersale" as const) =>
      decideOne({
        roster: roster([agent("li"), boss], { supervisorOnCall: boss.id, routing: { waitSeconds: { supervisor: 600 } } }),
        agents,
        escalations: waited(seconds, { skill }),
      });
    const full = [state("li", { load: 5 }), state("boss", { load: 5 })];
    const off = [state("li", { status: "offline" as const })];
    expect([of(599), of(600), of(600, full), of(600, off)].map((one) => inShort(one).split(" ").slice(0, 2).join(" "))).toEqual([
      "queue 1",
      "assign boss",
      "queue 1",
      "after-hours 2026-09-17",
    ]);
    expect([of(600).step, of(600).why.zh]).toEqual(["supervisor", expect.stringContaining("等得太久，转值班主管")]);
  });
});

describe("Who declined it lately", () => {
  const declined = (minutes: number) => [
    escalation("e1", { declined: [{ agent: agentId("li"), at: WORKING_TIME - minutes * 60_000, how: "timed-out" }] }),
  ];

  it("is not offered it again for three minutes, or what the policy says", () => {
    const outcomes = [2, 3].map((minutes) =>
      inShort(decide([agent("li"), agent("wang")], {}, { escalations: declined(minutes) })),
    );
    expect(outcomes).toEqual(["assign wang", "assign li"]);
    expect(inShort(decide([agent("li")], { excludedMinutes: 5 }, { escalations: declined(5) }))).toBe("assign li");
    const alone = decide([agent("li")], {}, { escalations: declined(2) });
    expect([inShort(alone), why(alone, "li")]).toEqual(["queue 1", "excluded"]);
  });
});

describe("A trainee", () => {
  const supervised = agent("li", { trainee: { stage: "supervised", dailyLimit: 3 } });

  test.each([
    [
      "who watches gets nothing, and nobody waits for them",
      agent("li", { trainee: { stage: "shadow" } }),
      0,
      "after-hours for long",
    ],
    ["gets work until the day's limit", supervised, 2, "assign li"],
    ["and then is named for the next day", supervised, 3, "after-hours 2026-09-17 09:00"],
  ])("%s", (_, trainee, assignedToday, expected) => {
    const decision = decide([trainee], {}, { agents: [state("li", { assignedToday })] });
    expect(inShort(decision)).toBe(expected);
    if (expected !== "assign li") expect(why(decision, "li")).toBe("trainee-limit");
  });

  it("is counted within a pass", () => {
    const escalations = ["e1", "e2"].map((id) => escalation(id));
    const given = facts({ roster: roster([supervised]), escalations, agents: [state("li", { assignedToday: 2 })] });
    expect(route(given, WORKING_TIME).decisions.map((one) => one.outcome.type)).toEqual(["assign", "after-hours"]);
  });

  it("may not claim more than they would be given, but takes what was offered to them", () => {
    const mine = { agent: { id: agentId("li"), name: "li" }, state: "offered" as const };
    const outcomes = [escalation("e1"), escalation("e1", mine)].map((one) =>
      claim(
        facts({ roster: roster([supervised]), escalations: [one], agents: [state("li", { assignedToday: 3 })] }),
        { agentId: agentId("li"), matter: { escalationId: one.id } },
        WORKING_TIME,
      ),
    );
    expect(outcomes.map((one) => (one.type === "refused" ? one.code : one.type))).toEqual(["trainee-limit", "claimed"]);
  });
});

describe("A store that asked not to have somebody", () => {
  it("never gets them, even where their list names it, not by overflow and not by a claim", () => {
    const unwanted = agent("boss", { stores: ["A"], notStores: ["A"], shifts: [] });
    const people = roster([unwanted], { supervisorOnCall: unwanted.id });
    const decision = decideOne({ roster: people, escalations: [escalation("e1", { urgency: "high" })] });
    const matter = { escalationId: escalation("e1").id };
    const claimed = claim(facts({ roster: people }), { agentId: unwanted.id, matter }, WORKING_TIME);
    expect([decision.outcome.type, why(decision, "boss")]).toEqual(["after-hours", "not-authorised-for-store"]);
    expect(claimed).toEqual({ type: "refused", code: "not-authorised-for-store" });
  });
});

it("spares experts: the lowest level that is good enough", () => {
  const people = [5, 4, 3].map((level) => agent(`l${level}`, { levels: { aftersale: level } }));
  const decision = decide(people, { spareExperts: true, preferredLevels: { aftersale: 4 } });
  expect([inShort(decision), decision.tieBreak, decision.rankKey?.level]).toEqual(["assign l4", "level", 4]);
});

it("ages: a priority rises with waiting, as far as the policy says", () => {
  const older = escalation("e1", { waitingSince: WORKING_TIME - 21 * 60_000 });
  const urgent = (priority: number) => escalation("e2", { priority, waitingSince: WORKING_TIME });
  const first = (priority: number) => {
    const people = roster([agent("li", { capacity: 1 })], { routing: { ageing: { everyMinutes: 10, most: 1 } } });
    const [decision] = route(facts({ roster: people, escalations: [older, urgent(priority)] }), WORKING_TIME).decisions;
    return decision?.escalationId;
  };
  expect([first(1), first(2)]).toEqual(["e1", "e2"]);
});

it("whatever the policy, who P1 lets take it is not left without work for a shift's end, and a step is never skipped", () => {
  const order = [
    "previous-agent",
    "preferred-level",
    "any-level",
    "without-secondary-skills",
    "other-employer",
    "shift-ending",
    "supervisor",
  ];
  fc.assert(
    fc.property(somePolicyFacts, (given) => {
      const timeless = { ...given, roster: { ...given.roster, routing: { ...given.roster.routing, waitSeconds: undefined } } };
      for (const decision of route(timeless, NOW).decisions) {
        const reasons = decision.candidates.map((candidate) => candidate.reason);
        if (decision.outcome.type !== "assign") {
          // Nobody is left out for what a later step would forgive.
          for (const forgiven of ["shift-ending", "level-too-low", "other-employer"]) expect(reasons).not.toContain(forgiven);
          continue;
        }
        const step = order.indexOf(decision.step ?? "");
        expect(step).toBeGreaterThanOrEqual(0);
        const chosen = decision.outcome.agent.id;
        if (step < order.length - 1) expect(decision.candidates[0]?.agentId).toBe(chosen);
      }
    }),
    { numRuns: 300 },
  );
});

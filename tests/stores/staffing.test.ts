import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { AgentChanges } from "../../src/core/decision.ts";
import { agentId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { writeAgents } from "../../src/pipeline/alerts.ts";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";
import type { AgentStatus, Roster, RosterAgent } from "../../src/staffing/rules/roster.ts";
import { loadAgentStates, loadRoster, setAgentStatus } from "../../src/staffing/store.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

describeOnEachDatabase("Rosters in the database", (databases) => {
  let db: Database;

  beforeAll(async () => {
    db = await databases.open();
    for (const id of ["s1", "s2", "shared"]) await db.prisma.store.create({ data: { id, key: `key-${id}`, name: id } });
  });
  beforeEach(() => replaceRoster(db, ROSTER));

  it("come out as they went in", async () => {
    expect(await loadRoster(db)).toEqual(ROSTER);
  });

  it("come out equal when the same one is put in again", async () => {
    const before = JSON.stringify(await loadRoster(db));
    await replaceRoster(db, { ...ROSTER, agents: [...ROSTER.agents].reverse() });
    expect(JSON.stringify(await loadRoster(db))).toBe(before);
  });

  it("keep single days and leave, and lose neither to a roster that says nothing of them", async () => {
    const single = {
      dayPlans: [
        { date: "2026-09-15", agentId: agentId("li-lei"), hours: [{ start: "18:00", end: "02:00" }] },
        { date: "2026-09-16", agentId: agentId("li-lei"), hours: [] },
      ],
      leave: [{ agentId: agentId("han"), from: "2026-09-21", until: "2026-09-25", kind: "sick" as const }],
    };
    await replaceRoster(db, { ...ROSTER, ...single });
    await db.prisma.leave.updateMany({ data: { note: "发烧" } });
    await replaceRoster(db, { ...ROSTER, ...single });
    await replaceRoster(db, ROSTER);
    expect(await loadRoster(db)).toEqual({ ...ROSTER, ...single });
    expect(await db.prisma.leave.findMany({ select: { note: true } })).toEqual([{ note: "发烧" }]);
    await replaceRoster(db, { ...ROSTER, dayPlans: [], leave: [] });
    expect(await loadRoster(db)).toEqual(ROSTER);
  });

  it("keep the demo's roster with every field", async () => {
    const read = readRosterFile(JSON.parse(readFileSync("prisma/seed/demo/roster.json", "utf8")), new Map([["demo", "s1"], ["tea", "s2"]])); // prettier-ignore
    if (read.type === "refused") throw new Error(JSON.stringify(read.findings));
    // A file without a policy leaves the one there is; an empty one empties it.
    await replaceRoster(db, { ...read.roster, routing: {} }, { states: read.states });
    const loaded = await loadRoster(db);
    expect(byId(loaded)).toEqual(byId(read.roster));
    const dutiesOf = (roster: Roster) =>
      roster.holidayDuty.map((duty) => JSON.stringify([duty.date, duty.agentId, duty.start, duty.end])).sort();
    expect(dutiesOf(loaded)).toEqual(dutiesOf(read.roster));
    expect({ ...loaded, agents: [], holidayDuty: [] }).toEqual({ ...read.roster, agents: [], holidayDuty: [] });
  });

  it("let nobody be sent away, or called back, who said something else of themselves meanwhile", async () => {
    const set = async (said: AgentStatus, changes: AgentChanges) => {
      await setAgentStatus(db, "han", { status: said, at: 0 });
      await writeAgents(db.pool, [{ type: "change-agent", agentId: agentId("han"), changes }], NOW);
      return (await loadAgentStates(db, NOW)).find((state) => state.agentId === "han")?.status;
    };
    const away = { status: "away", was: "ready", missedOffers: 0 } as const;
    const back = { status: "ready", was: "offline" } as const;
    expect([await set("ready", away), await set("offline", away), await set("break", away)]).toEqual([
      "away",
      "offline",
      "break",
    ]);
    expect([await set("offline", back), await set("break", back)]).toEqual(["ready", "break"]);
    expect(await set("break", { missedOffers: 1 })).toBe("break");
    await setAgentStatus(db, "han", { status: "ready", at: 0 });
  });

  it("leave agents that are no longer named inactive, with what they did, and take them back", async () => {
    await setAgentStatus(db, "li-lei", { status: "break", at: 0 });
    await replaceRoster(db, { ...ROSTER, agents: ROSTER.agents.filter(({ id }) => id !== "li-lei") });
    expect((await loadRoster(db)).agents.map(({ id }) => id)).toEqual(["han", "none"]);
    expect((await loadAgentStates(db, NOW)).map((state) => state.agentId)).toEqual(["han", "none"]);
    expect(await setAgentStatus(db, "li-lei", { status: "ready", at: 0 })).toBe(false);
    expect(await db.prisma.agent.findUnique({ where: { id: "li-lei" } })).toMatchObject({
      active: false,
      status: "break",
      name: "李雷",
    });
    await replaceRoster(db, ROSTER);
    expect((await loadAgentStates(db, NOW)).find((state) => state.agentId === "li-lei")?.status).toBe("break");
    await replaceRoster(db, ROSTER, { states: [{ agentId: agentId("li-lei"), status: "ready", load: 0 }] });
    expect((await loadAgentStates(db, NOW)).find((state) => state.agentId === "li-lei")?.status).toBe("ready");
  });

  it("change nothing when a part cannot be written", async () => {
    const broken = {
      ...ROSTER,
      timezone: "UTC",
      agents: ROSTER.agents.map((agent) => ({ ...agent, stores: ["no-such-store"] })),
    };
    await expect(replaceRoster(db, broken)).rejects.toThrow();
    expect(await loadRoster(db)).toEqual(ROSTER);
  });

  it("rise a version that caches compare; a status, which is always read anew, does not", async () => {
    const version = async () => (await db.prisma.desk.findUniqueOrThrow({ where: { id: "desk" } })).rosterVersion;
    const before = await version();
    await replaceRoster(db, ROSTER);
    expect(await version()).toBe(before + 1);
    await setAgentStatus(db, "li-lei", { status: "ready", at: 0 });
    expect(await version()).toBe(before + 1);
  });

  it("count what an agent holds: offered and assigned, not waiting or ended", async () => {
    const conversation = { id: "v1", storeId: "s1", laneId: "l1", channel: "web", room: "r", personId: "p", status: "assigned", language: "zh-CN", openedAt: new Date(), lastShopperAt: new Date() }; // prettier-ignore
    await db.prisma.conversation.create({ data: conversation });
    const escalation = { storeId: "s1", conversationId: "v1", laneId: "l1", skill: "presale", language: "zh", urgency: "normal", priority: 0, waitingSince: new Date(), agentId: "han" }; // prettier-ignore
    const states = ["waiting", "offered", "assigned", "ended"];
    await db.prisma.escalation.createMany({ data: states.map((state) => ({ ...escalation, id: `e-${state}`, state })) });
    await db.prisma.agent.update({ where: { id: "han" }, data: { lastAssignedAt: new Date(1000) } });
    expect((await loadAgentStates(db, NOW)).find((state) => state.agentId === "han")).toMatchObject({ agentId: "han", status: "ready", load: 2, lastAssignedAt: 1000 }); // prettier-ignore
  });

  it("count what a supervised trainee was given since midnight of their own zone, ended or only offered", async () => {
    const conversation = { id: "v2", storeId: "s2", laneId: "l2", channel: "web", room: "r", personId: "p", status: "closed", language: "zh-CN", openedAt: new Date(), lastShopperAt: new Date() }; // prettier-ignore
    await db.prisma.conversation.create({ data: conversation });
    const escalation = { storeId: "s2", conversationId: "v2", laneId: "l2", skill: "refund", language: "zh", urgency: "normal", priority: 0, waitingSince: new Date(), agentId: "temp" }; // prettier-ignore
    const given = [
      // Midnight of the sixteenth in Urumqi, which is two hours behind Shanghai.
      { id: "t1", state: "ended", assignedAt: new Date("2026-09-16T01:59:59+08:00") },
      { id: "t2", state: "ended", assignedAt: new Date("2026-09-16T02:00:00+08:00") },
      { id: "t3", state: "assigned", assignedAt: new Date("2026-09-16T09:00:00+08:00") },
      { id: "t4", state: "offered", assignedAt: null },
    ];
    const temp = { ...HAN, id: agentId("temp"), trainee: { stage: "supervised", dailyLimit: 3 } } as const;
    await replaceRoster(db, { ...ROSTER, agents: [...ROSTER.agents, temp] });
    await db.prisma.escalation.createMany({ data: given.map((one) => ({ ...escalation, ...one })) });
    const states = await loadAgentStates(db, NOW);
    const counted = new Map<string, number | undefined>(states.map((state) => [state.agentId, state.assignedToday]));
    expect([counted.get("temp"), counted.get("li-lei")]).toEqual([3, undefined]);
  });
});

const NOW = Date.parse("2026-09-16T10:00:00+08:00");

const byId = (roster: Roster) => new Map(roster.agents.map((agent) => [agent.id, { ...agent, shifts: new Set(agent.shifts), stores: new Set(agent.stores) }])); // prettier-ignore

const HAN: RosterAgent = {
  id: agentId("han"),
  name: "韩梅梅",
  employer: "merchant",
  skills: ["refund", "complaint"],
  levels: { refund: 5 },
  languages: ["zh", "en"],
  capacity: 3,
  timezone: "Asia/Urumqi",
  stores: ["s1", "s2"],
  employedFrom: "2026-06-01",
  employedUntil: "2026-11-12",
  compensationLimitFen: 2_000,
  trainee: { stage: "supervised", dailyLimit: 3 },
  shifts: [
    { days: ["Mon", "Tue"], start: "18:00", end: "02:00" },
    { days: ["Sat"], start: "09:00", end: "24:00" },
  ],
};

const ROSTER: Roster = {
  timezone: "Asia/Shanghai",
  supervisorOnCall: agentId("han"),
  agents: [
    HAN,
    { id: agentId("li-lei"), name: "李雷", employer: "vendor", skills: ["any"], levels: {}, languages: ["zh"], capacity: 5, notStores: ["s1", "s2"], trainee: { stage: "shadow" }, shifts: [] }, // prettier-ignore
    { id: agentId("none"), name: "谁也不接", employer: "vendor", skills: [], levels: {}, languages: ["zh"], capacity: 0, stores: [], shifts: [] }, // prettier-ignore
  ],
  routing: {
    longWork: ["refund"],
    preferredLevels: { refund: 4 },
    secondarySkills: { refund: ["complaint"] },
    employerFirst: { s1: "merchant" },
    employerShare: { vendor: 2, merchant: 1 },
    waitSeconds: { "any-level": 30 },
    weights: { aftersale: 2 },
    silence: [{ afterMinutes: 10, percent: 50 }],
    ageing: { everyMinutes: 10, most: 2 },
    spareExperts: true,
  },
  holidays: ["2026-10-01", "2026-10-02"],
  workdays: [{ date: "2026-10-10", as: "Mon" }],
  holidayDuty: [{ date: "2026-10-01", agentId: agentId("han"), start: "10:00", end: "16:00" }],
};

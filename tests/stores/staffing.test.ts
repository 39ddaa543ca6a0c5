import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { loadAgentStates, loadRoster, replaceRoster, setAgentStatus } from "../../src/staffing/store.ts";
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

  it("keep the demo's roster with every field", async () => {
    const read = readRosterFile(JSON.parse(readFileSync("prisma/seed/demo/roster.json", "utf8")), new Map([["demo", "s1"], ["tea", "s2"]])); // prettier-ignore
    if (read.type === "refused") throw new Error(JSON.stringify(read.findings));
    await replaceRoster(db, read.roster, read.states);
    const loaded = await loadRoster(db);
    expect(byId(loaded)).toEqual(byId(read.roster));
    const dutiesOf = (roster: Roster) =>
      roster.holidayDuty.map((duty) => JSON.stringify([duty.date, duty.agentId, duty.start, duty.end])).sort();
    expect(dutiesOf(loaded)).toEqual(dutiesOf(read.roster));
    expect({ ...loaded, agents: [], holidayDuty: [] }).toEqual({ ...read.roster, agents: [], holidayDuty: [] });
  });

  it("leave agents that are no longer named inactive, with what they did, and take them back", async () => {
    await setAgentStatus(db, "li-lei", { status: "break", at: 0 });
    await replaceRoster(db, { ...ROSTER, agents: ROSTER.agents.filter(({ id }) => id !== "li-lei") });
    expect((await loadRoster(db)).agents.map(({ id }) => id)).toEqual(["han", "none"]);
    expect((await loadAgentStates(db)).map((state) => state.agentId)).toEqual(["han", "none"]);
    expect(await setAgentStatus(db, "li-lei", { status: "ready", at: 0 })).toBe(false);
    expect(await db.prisma.agent.findUnique({ where: { id: "li-lei" } })).toMatchObject({
      active: false,
      status: "break",
      name: "李雷",
    });
    await replaceRoster(db, ROSTER);
    expect((await loadAgentStates(db)).find((state) => state.agentId === "li-lei")?.status).toBe("break");
    await replaceRoster(db, ROSTER, [{ agentId: agentId("li-lei"), status: "ready", load: 0 }]);
    expect((await loadAgentStates(db)).find((state) => state.agentId === "li-lei")?.status).toBe("ready");
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
    expect((await loadAgentStates(db)).find((state) => state.agentId === "han")).toMatchObject({ agentId: "han", status: "ready", load: 2, lastAssignedAt: 1000 }); // prettier-ignore
  });
});

const byId = (roster: Roster) => new Map(roster.agents.map((agent) => [agent.id, { ...agent, shifts: new Set(agent.shifts), stores: new Set(agent.stores) }])); // prettier-ignore

const ROSTER: Roster = {
  timezone: "Asia/Shanghai",
  supervisorOnCall: agentId("han"),
  agents: [
    {
      id: agentId("han"),
      name: "韩梅梅",
      employer: "merchant",
      skills: ["refund", "complaint"],
      levels: { refund: 5 },
      languages: ["zh", "en"],
      capacity: 3,
      timezone: "Asia/Urumqi",
      stores: ["s1", "s2"],
      shifts: [
        { days: ["Mon", "Tue"], start: "18:00", end: "02:00" },
        { days: ["Sat"], start: "09:00", end: "24:00" },
      ],
    },
    { id: agentId("li-lei"), name: "李雷", employer: "vendor", skills: ["any"], levels: {}, languages: ["zh"], capacity: 5, shifts: [] }, // prettier-ignore
    { id: agentId("none"), name: "谁也不接", employer: "vendor", skills: [], levels: {}, languages: ["zh"], capacity: 0, stores: [], shifts: [] }, // prettier-ignore
  ],
  holidays: ["2026-10-01", "2026-10-02"],
  workdays: [{ date: "2026-10-10", as: "Mon" }],
  holidayDuty: [{ date: "2026-10-01", agentId: agentId("han"), start: "10:00", end: "16:00" }],
};

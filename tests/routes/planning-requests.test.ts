import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { MineAnswer, RequestsAnswer } from "../../src/planning/api.ts";
import { loadRoster } from "../../src/staffing/store.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish } from "../support/worlds.ts";
import { agent, roster } from "../rules/routing-people.ts";
import { WORKWEEK } from "../rules/shift-people.ts";

const OURS = storeId("ours");
const THEIRS = storeId("theirs");
const NINE = { start: "09:00", end: "18:00" };
const shifts = [{ days: WORKWEEK, ...NINE }];
const ROSTER = roster([
  agent("li", { name: "李雷", stores: [OURS], shifts }),
  agent("han", { name: "韩梅梅", stores: [OURS], shifts: [{ days: ["Sat"], ...NINE }] }),
  agent("other", { name: "赵六", stores: [THEIRS], shifts }),
]);
const MINE = "/api/console/planning/mine";
const REQUESTS = "/api/console/planning/requests";

// The world's clock stands at 2026-11-20T10:00 in Shanghai, a Friday.
describeOnEachDatabase("Leave and swaps", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let li: SignedIn;
  let han: SignedIn;
  let supervisor: SignedIn;
  let foreigner: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [OURS, THEIRS]) await furnish(db, { store });
    await replaceRoster(db, ROSTER);
    server = await startConsole(db);
    li = await server.person({ role: "agent", agentId: "li", stores: [OURS] });
    han = await server.person({ role: "agent", agentId: "han", stores: [OURS] });
    supervisor = await server.person({ role: "supervisor", stores: [OURS] });
    foreigner = await server.person({ role: "supervisor", stores: [THEIRS] });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await db.prisma.leave.deleteMany();
    await db.prisma.shiftSwap.deleteMany();
    await replaceRoster(db, { ...ROSTER, dayPlans: [] });
  });

  const mine = async (who: SignedIn) => (await who.get(MINE)).json as MineAnswer;
  const requests = async (who: SignedIn) => (await who.get(REQUESTS)).json as RequestsAnswer;
  const askLeave = (from: string, until = from) => li.post(`${MINE}/leave`, { from, until, kind: "annual", note: "回家" });
  const askSwap = (more: object = {}) => li.post(`${MINE}/swaps`, { date: "2026-11-23", withId: "han", note: "", ...more });

  it("shows an agent two weeks of their own, and who may swap with them", async () => {
    const shown = await mine(li);
    expect(shown.days.map(({ date }) => date)).toEqual(expect.arrayContaining(["2026-11-20", "2026-12-03"]));
    expect([shown.days.length, shown.days[0]?.shifts]).toEqual([14, [NINE]]);
    expect(shown.colleagues).toEqual([{ id: "han", name: "韩梅梅" }]);
    expect((await supervisor.get(MINE)).status).toBe(403);
  });

  it("puts leave in force only when it is granted, in spite of what speaks against it only on purpose", async () => {
    expect((await askLeave("2026-11-23", "2026-11-24")).status).toBe(200);
    expect((await loadRoster(db)).leave).toBeUndefined();
    const [wish] = (await requests(supervisor)).leave;
    expect(wish).toMatchObject({
      name: "李雷",
      mayDecide: true,
      note: "回家",
      conflicts: [{ type: "nobody-left" }, { type: "nobody-left" }],
    });
    const decide = (body: object) => supervisor.post(`/api/console/planning/leave/${wish?.id}/decide`, body);
    expect((await decide({ decision: "yes" })).status).toBe(409);
    expect((await decide({ decision: "yes", anyway: true })).status).toBe(200);
    expect((await loadRoster(db)).leave).toEqual([{ agentId: "li", from: "2026-11-23", until: "2026-11-24", kind: "annual" }]);
    expect((await mine(li)).days[3]).toMatchObject({ source: "leave", shifts: [] });
    expect((await decide({ decision: "no" })).status).toBe(200);
    expect((await loadRoster(db)).leave).toBeUndefined();
    expect((await decide({ decision: "yes" })).status).toBe(409);
  });

  it("names only stores that the reader sees among those that would have nobody, and says that there are others", async () => {
    const gaps = async () => (await requests(supervisor)).leave[0]?.conflicts;
    await askLeave("2026-11-23", "2026-11-23");
    expect(await gaps()).toMatchObject([{ stores: [OURS], elsewhere: false, start: "09:00", end: "18:00" }]);
    const [own, ...others] = ROSTER.agents;
    await replaceRoster(db, { ...ROSTER, agents: [...(own ? [{ ...own, stores: [OURS, THEIRS] }] : []), ...others.slice(0, 1)] });
    expect(await gaps()).toMatchObject([{ stores: [OURS], elsewhere: true }]);
  });

  it.each([
    ["that ends before it begins", "2026-11-24", "2026-11-23", 400],
    ["of yesterday", "2026-11-19", "2026-11-23", 400],
    ["of a day there is not", "2026-11-31", "2026-12-01", 400],
  ])("refuses leave %s", async (_what, from, until, status) => {
    expect((await askLeave(from, until)).status).toBe(status);
  });

  it("takes leave that a supervisor enters for somebody, at once; in spite of what speaks against it only on purpose", async () => {
    const entry = { agentId: "li", from: "2026-11-23", until: "2026-11-24", kind: "sick", note: "电话请假" };
    const refused = await supervisor.post("/api/console/planning/leave", entry);
    expect(refused).toMatchObject({ status: 409, json: { field: "anyway", conflicts: [{ type: "nobody-left" }, { type: "nobody-left" }] } }); // prettier-ignore
    const entered = await supervisor.post("/api/console/planning/leave", { ...entry, anyway: true });
    expect(entered.json).toMatchObject({ leave: [{ name: "李雷", state: "granted", from: "2026-11-23" }] });
    expect((await supervisor.post("/api/console/planning/leave", { ...entry, anyway: true })).json).toMatchObject({
      field: "from",
    });
    expect((await li.post("/api/console/planning/leave", entry)).status).toBe(403);
    expect((await supervisor.post("/api/console/planning/leave", { ...entry, agentId: "nobody" })).status).toBe(404);
    const entries = await db.prisma.auditEntry.findMany({ where: { act: "leave.entered" } });
    expect(entries).toMatchObject([{ thing: "agent:li", storeId: OURS, after: { from: "2026-11-23", until: "2026-11-24" } }]);
    expect(JSON.stringify(entries.map(({ after }) => after))).not.toMatch(/电话|sick/);
  });

  it("refuses leave that touches other leave of the same person, until that is taken back", async () => {
    await askLeave("2026-11-23", "2026-11-25");
    expect((await askLeave("2026-11-25")).status).toBe(409);
    const [wish] = (await mine(li)).leave;
    expect((await han.post(`${MINE}/leave/${wish?.id}/withdraw`, {})).status).toBe(404);
    expect((await li.post(`${MINE}/leave/${wish?.id}/withdraw`, {})).status).toBe(200);
    expect((await askLeave("2026-11-25")).status).toBe(200);
  });

  it("finds a new wish behind hundreds of old ones, and keeps why somebody is away out of the log", async () => {
    const old = { agentId: "li", kind: "annual", state: "withdrawn", askedAt: new Date(0), askedBy: "李雷" };
    const days = Array.from({ length: 250 }, (_, at) => ({ ...old, id: `old-${at}`, from: "2026-11-21", until: "2026-11-30" }));
    await db.prisma.leave.createMany({ data: days });
    const theirs = days.map((one) => ({ ...one, id: `their-${one.id}`, agentId: "other", state: "asked" }));
    await db.prisma.leave.createMany({ data: theirs });
    expect((await askLeave("2026-12-22")).status).toBe(200);
    const [wish] = (await requests(supervisor)).leave;
    expect(wish).toMatchObject({ from: "2026-12-22" });
    const decided = await supervisor.post(`/api/console/planning/leave/${wish?.id}/decide`, { decision: "no" });
    expect(decided.status).toBe(200);
    const entries = await db.prisma.auditEntry.findMany({ where: { act: "planning.mine.leave" } });
    expect(entries.length).toBeGreaterThan(0);
    expect(JSON.stringify(entries.map(({ after }) => after))).toContain("2026-12-22");
    expect(JSON.stringify(entries.map(({ after }) => after))).not.toContain("回家");
  });

  it("carries a swap from one agent over the other to the supervisor, and only then changes days", async () => {
    expect((await askSwap({ withDate: "2026-11-28" })).status).toBe(200);
    const [wish] = (await mine(han)).swaps;
    const answer = (who: SignedIn, said: string) => who.post(`${MINE}/swaps/${wish?.id}/answer`, { answer: said });
    const decide = (body: object) => supervisor.post(`/api/console/planning/swaps/${wish?.id}/decide`, body);
    expect((await decide({ decision: "yes" })).status).toBe(409);
    expect((await answer(li, "accepted")).status).toBe(403);
    expect((await answer(han, "accepted")).status).toBe(200);
    expect((await answer(han, "refused")).status).toBe(409);
    expect((await loadRoster(db)).dayPlans).toBeUndefined();
    expect((await decide({ decision: "yes" })).status).toBe(200);
    expect((await loadRoster(db)).dayPlans).toEqual([
      { date: "2026-11-23", agentId: "han", hours: [NINE] },
      { date: "2026-11-23", agentId: "li", hours: [] },
      { date: "2026-11-28", agentId: "han", hours: [] },
      { date: "2026-11-28", agentId: "li", hours: [NINE] },
    ]);
    expect((await mine(li)).swaps[0]?.state).toBe("approved");
    expect((await decide({ decision: "no" })).status).toBe(409);
  });

  it("approves no swap of other hours than the colleague said yes to, nor of a day that is gone", async () => {
    await askSwap();
    const [wish] = (await mine(han)).swaps;
    await han.post(`${MINE}/swaps/${wish?.id}/answer`, { answer: "accepted" });
    const decide = () => supervisor.post(`/api/console/planning/swaps/${wish?.id}/decide`, { decision: "yes", anyway: true });
    const plan = (hours: object[]) =>
      db.prisma.dayPlan.upsert({
        where: { agentId_date: { agentId: "li", date: "2026-11-23" } },
        create: { agentId: "li", date: "2026-11-23", hours, changedAt: new Date(0), changedBy: "x" },
        update: { hours },
      });
    await plan([{ start: "09:00", end: "21:00" }]);
    expect(await decide()).toMatchObject({ status: 409, json: { field: "decision" } });
    await plan([]);
    expect(await decide()).toMatchObject({ status: 409, json: { field: "date" } });
    await plan([NINE]);
    expect((await decide()).status).toBe(200);
  });

  it("lets nobody agree to other hours than they saw, and shows what was agreed", async () => {
    await askSwap({ withDate: "2026-11-28" });
    const wish = async () => (await mine(han)).swaps.find(({ state }) => state === "asked" || state === "accepted");
    const seen = await wish();
    expect(seen?.hours).toBe("09:00-18:00 09:00-18:00");
    await supervisor.put("/api/console/planning/days", {
      changes: [{ agentId: "li", date: "2026-11-23", shifts: [{ start: "22:00", end: "06:00" }], seen: [NINE] }],
    });
    const agree = (hours?: string) => han.post(`${MINE}/swaps/${seen?.id}/answer`, { answer: "accepted", hours });
    expect(await agree(seen?.hours)).toMatchObject({ status: 409, json: { field: "hours" } });
    expect((await agree((await wish())?.hours)).status).toBe(200);
    await db.prisma.dayPlan.deleteMany();
    expect((await wish())?.hours).toBe("22:00-06:00 09:00-18:00");
  });

  it("lets the one who asked take a swap back, also after the other agreed, and asks for a day once", async () => {
    await askSwap();
    expect((await askSwap()).status).toBe(409);
    const [wish] = (await mine(li)).swaps;
    await han.post(`${MINE}/swaps/${wish?.id}/answer`, { answer: "accepted" });
    expect((await li.post(`${MINE}/swaps/${wish?.id}/answer`, { answer: "withdrawn" })).status).toBe(200);
    expect((await supervisor.post(`/api/console/planning/swaps/${wish?.id}/decide`, { decision: "yes" })).status).toBe(409);
    expect((await askSwap()).status).toBe(200);
  });

  it("keeps one wish of several that are sent at once", async () => {
    const swaps = await Promise.all([askSwap(), askSwap(), askSwap()]);
    const leaves = await Promise.all([askLeave("2026-12-01"), askLeave("2026-12-01"), askLeave("2026-12-01")]);
    for (const answers of [swaps, leaves]) expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const asked = (await mine(li)).swaps.filter(({ state }) => state === "asked");
    expect(asked).toHaveLength(1);
  });

  it("approves a swap once, however many approve it", async () => {
    await askSwap();
    const [wish] = (await mine(han)).swaps;
    await han.post(`${MINE}/swaps/${wish?.id}/answer`, { answer: "accepted" });
    const address = `/api/console/planning/swaps/${wish?.id}/decide`;
    const answers = await Promise.all(["yes", "yes", "no", "yes"].map((decision) => supervisor.post(address, { decision })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });

  it("is no business of supervisors of other stores, nor a swap with people of other stores", async () => {
    await askLeave("2026-11-23");
    const [wish] = (await requests(supervisor)).leave;
    expect(await requests(foreigner)).toEqual({ leave: [], swaps: [] });
    expect(
      (await foreigner.post(`/api/console/planning/leave/${wish?.id}/decide`, { decision: "yes", anyway: true })).status,
    ).toBe(404);
    expect((await askSwap({ withId: "other" })).status).toBe(404);
    expect((await requests(supervisor)).leave).toHaveLength(1);
  });
});

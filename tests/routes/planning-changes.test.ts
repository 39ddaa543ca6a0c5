import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ChangesAnswer, ChangesMade, PatternAnswer, WeekAnswer } from "../../src/planning/api.ts";
import { loadRoster } from "../../src/staffing/store.ts";
import { dropOldChanges } from "../../src/staffing/store-changes.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish } from "../support/worlds.ts";
import { agent, roster } from "../rules/routing-people.ts";
import { WORKWEEK } from "../rules/shift-people.ts";

const OURS = storeId("ours");
const THEIRS = storeId("theirs");
const NINE = { start: "09:00", end: "18:00" };
const LATE = { start: "18:00", end: "02:00" };
const shifts = [{ days: WORKWEEK, ...NINE }];
const ROSTER = roster([
  agent("li", { name: "李雷", stores: [OURS], shifts }),
  agent("both", { name: "王芳", stores: [OURS, THEIRS], shifts }),
  agent("other", { name: "赵六", stores: [THEIRS], shifts }),
  agent("all", { name: "韩梅梅", shifts }),
]);

// The world's clock stands at 2026-11-20T10:00 in Shanghai, a Friday.
describeOnEachDatabase("Changes of the roster", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let supervisor: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [OURS, THEIRS]) await furnish(db, { store });
    server = await startConsole(db);
    supervisor = await server.person({ role: "supervisor", stores: [OURS] });
    admin = await server.person({ role: "admin" });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.world.clock.set("2026-11-20T10:00:00+08:00");
    await replaceRoster(db, { ...ROSTER, dayPlans: [], leave: [] });
  });

  const week = async (who: SignedIn, query = "from=2026-11-23"): Promise<WeekAnswer> => {
    const { status, json, text } = await who.get(`/api/console/planning/week?${query}`);
    if (status !== 200) throw new Error(`the week answered ${status}: ${text}`);
    return json as WeekAnswer;
  };
  const day = async (id: string, date: string) =>
    (await week(admin)).agents.find((one) => one.id === id)?.days.find((one) => one.date === date);
  const put = (who: SignedIn, ...changes: readonly object[]) =>
    who.send("PUT", "/api/console/planning/days", {
      body: JSON.stringify({ changes }),
      headers: { "content-type": "application/json" },
    });
  const change = (id: string, date: string, more: object = {}) => ({ agentId: id, date, shifts: [LATE], seen: [NINE], ...more });

  const CHANGES = "/api/console/planning/changes";
  const made = async (who: SignedIn): Promise<ChangesMade> => (await who.get(CHANGES)).json as ChangesMade;
  const undo = async (who: SignedIn, id: string | undefined, body: object = {}) => who.post(`${CHANGES}/${id}/undo`, body);

  it("offers somebody's own last change to be taken back for a day, on any page they open, once", async () => {
    const planner = await server.person({ role: "supervisor", stores: [OURS] });
    expect(await made(planner)).toEqual({ items: [] });
    await put(planner, change("li", "2026-11-24"), change("li", "2026-11-25", { shifts: [] }));
    const { items, last } = await made(planner);
    expect(items).toMatchObject([
      { id: last, kind: "days", names: ["李雷"], people: 1, from: "2026-11-24", until: "2026-11-25", mayTakeBack: true },
    ]);
    expect((await made(supervisor)).items.map(({ id }) => id)).not.toContain(last);
    expect((await undo(supervisor, last)).status).toBe(404);
    const undone = await undo(planner, last);
    expect([undone.status, undone.json]).toMatchObject([200, { items: [{ takenBack: { byName: expect.any(String) }, mayTakeBack: false }] }]); // prettier-ignore
    expect(undone.json).not.toHaveProperty("last");
    expect([(await day("li", "2026-11-24"))?.source, (await day("li", "2026-11-25"))?.shifts]).toEqual(["pattern", [NINE]]);
    expect((await undo(planner, last)).status).toBe(409);
    await put(planner, change("li", "2026-11-26"));
    server.world.clock.set("2026-11-21T10:00:00+08:00");
    expect(await made(planner)).not.toHaveProperty("last");
  });

  it("takes nothing back where something newer stands", async () => {
    const planner = await server.person({ role: "supervisor", stores: [OURS] });
    await put(planner, change("li", "2026-11-24"));
    await put(admin, change("li", "2026-11-24", { shifts: [NINE, LATE], seen: [LATE] }));
    const { last } = await made(planner);
    expect((await undo(planner, last)).status).toBe(409);
    expect((await day("li", "2026-11-24"))?.shifts).toEqual([NINE, LATE]);
    expect((await made(planner)).items[0]).not.toHaveProperty("takenBack");
  });

  it("gives a day of somebody on leave back as it was written, so that it is worked again when the leave is withdrawn", async () => {
    const planner = await server.person({ role: "supervisor", stores: [OURS] });
    const leave = { agentId: "li", from: "2026-11-24", until: "2026-11-24", kind: "sick", note: "", anyway: true };
    const { entered } = (await planner.post("/api/console/planning/leave", leave)).json as { readonly entered: string };
    expect((await put(planner, change("li", "2026-11-24", { seen: [] }))).status).toBe(200);
    expect((await undo(planner, (await made(planner)).last)).status).toBe(200);
    await planner.post(`/api/console/planning/leave/${entered}/decide`, { decision: "no" });
    expect(await day("li", "2026-11-24")).toMatchObject({ source: "pattern", shifts: [NINE] });
  });

  it("takes weekly shifts, leave and a copied week back", async () => {
    const planner = await server.person({ role: "supervisor", stores: [OURS] });
    const path = "/api/console/planning/patterns/li";
    const { version } = (await planner.get(path)).json as PatternAnswer;
    await planner.put(path, { shifts: [{ days: ["Mon"], start: "18:00", end: "22:00" }], timezone: "Europe/Berlin", version });
    expect((await undo(planner, (await made(planner)).last)).status).toBe(200);
    const pattern = (await planner.get(path)).json as PatternAnswer;
    expect([pattern.shifts, pattern.timezone]).toEqual([shifts, undefined]);
    const leave = { agentId: "li", from: "2026-11-24", until: "2026-11-25", kind: "sick", note: "", anyway: true };
    await planner.post("/api/console/planning/leave", leave);
    expect((await day("li", "2026-11-24"))?.source).toBe("leave");
    expect((await undo(planner, (await made(planner)).last)).status).toBe(200);
    expect((await day("li", "2026-11-24"))?.source).toBe("pattern");
    await put(planner, change("li", "2026-11-24"));
    const week2 = { from: "2026-11-23", to: "2026-11-30" };
    const preview = (await planner.post("/api/console/planning/copy", week2)).json as ChangesAnswer;
    await planner.post("/api/console/planning/copy", { ...week2, version: preview.version });
    const tuesday = async () =>
      (await week(admin, "from=2026-11-30")).agents.find(({ id }) => id === "li")?.days.find(({ date }) => date === "2026-12-01");
    expect((await tuesday())?.shifts).toEqual([LATE]);
    expect((await made(planner)).items[0]).toMatchObject({ kind: "copy", from: "2026-12-01" });
    expect((await undo(planner, (await made(planner)).last)).status).toBe(200);
    expect((await tuesday())?.shifts).toEqual([NINE]);
  });

  it("puts the roster before a file back, and over newer changes only when that is said", async () => {
    const file = { agents: [{ id: "li", name: "李雷", skills: ["any"], shifts: [] }] };
    const before = await loadRoster(db);
    expect((await admin.put("/api/console/roster?force=true", file)).status).toBe(200);
    expect((await loadRoster(db)).agents.map(({ id }) => id)).toEqual(["li"]);
    // Never by one click: it is confirmed first.
    expect(await made(admin)).not.toHaveProperty("last");
    const chief = await server.person({ role: "supervisor", stores: [OURS, THEIRS] });
    const [change1] = (await made(chief)).items;
    expect(change1).toMatchObject({ kind: "roster", names: ["李雷"], mayTakeBack: true });
    expect((await made(supervisor)).items.map(({ id }) => id)).not.toContain(change1?.id);
    expect((await undo(supervisor, change1?.id)).status).toBe(404);
    expect((await undo(chief, change1?.id)).status).toBe(200);
    expect(await loadRoster(db)).toEqual(before);
    expect((await admin.put("/api/console/roster?force=true", file)).status).toBe(200);
    await put(admin, change("li", "2026-11-24", { seen: [] }));
    const { last } = await made(admin);
    const [, change2] = (await made(admin)).items;
    expect([(await made(admin)).items[0]?.id, change2?.kind]).toEqual([last, "roster"]);
    const newer = await undo(admin, change2?.id);
    expect([newer.status, newer.json]).toMatchObject([409, { field: "version", by: expect.any(String), at: expect.any(String) }]); // prettier-ignore
    expect((await undo(admin, change2?.id, { force: true })).status).toBe(200);
    expect((await loadRoster(db)).agents).toEqual(before.agents);
  });

  it("forgets changes after thirty days", async () => {
    await put(admin, change("li", "2026-11-24"));
    await dropOldChanges(db, server.world.clock.now() + 30 * 86_400_000);
    expect((await made(admin)).items.length).toBeGreaterThan(0);
    await dropOldChanges(db, server.world.clock.now() + 30 * 86_400_000 + 1);
    expect(await made(admin)).toEqual({ items: [] });
  });
});

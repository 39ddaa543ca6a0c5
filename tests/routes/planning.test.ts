import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ChangesAnswer, HolidaysAnswer, PatternAnswer, WeekAnswer } from "../../src/planning/api.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom } from "../support/worlds.ts";
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
describeOnEachDatabase("Planning", (databases) => {
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

  it("shows a week of those whose store one sees, from Monday where no day is asked for", async () => {
    const shown = await week(supervisor, "");
    expect(shown.days.map(({ date }) => date)[0]).toBe("2026-11-16");
    expect(shown.today).toBe("2026-11-20");
    expect(shown.agents.map(({ id, mayChange }) => [id, mayChange])).toEqual([
      ["all", false],
      ["both", false],
      ["li", true],
    ]);
    expect((await week(supervisor, "search=%E6%9D%8E")).agents.map(({ id }) => id)).toEqual(["li"]);
    expect((await week(admin, "page=2")).agents).toEqual([]);
  });

  it("changes a day, tells routing, and shows it", async () => {
    const before = (await week(admin)).version;
    const answer = await put(supervisor, change("li", "2026-11-24", { shifts: [LATE, { start: "10:00", end: "12:00" }] }));
    expect([answer.status, answer.json]).toEqual([200, { version: before + 1 }]);
    expect(await day("li", "2026-11-24")).toMatchObject({ source: "planned", shifts: [{ start: "10:00", end: "12:00" }, LATE] });
    const told = await db.prisma.incoming.findMany({ where: { laneId: "desk" } });
    expect(told.some(({ payload }) => JSON.stringify(payload).includes("staffing-changed"))).toBe(true);
    await put(supervisor, change("li", "2026-11-24", { shifts: null, seen: [LATE, { start: "10:00", end: "12:00" }] }));
    expect(await day("li", "2026-11-24")).toMatchObject({ source: "pattern", shifts: [NINE] });
  });

  it("refuses what was planned on another view of that day, and writes nothing of the rest either", async () => {
    await put(admin, change("li", "2026-11-24"));
    const late = await put(supervisor, change("li", "2026-11-25"), change("li", "2026-11-24", { shifts: [] }));
    expect(late.status).toBe(409);
    expect([await day("li", "2026-11-24"), await day("li", "2026-11-25")]).toMatchObject([
      { shifts: [LATE] },
      { shifts: [NINE] },
    ]);
  });

  it("lets many plan at once, each their own days", async () => {
    const dates = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
    const answers = await Promise.all(dates.map((date) => put(admin, change("li", date))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const date of dates) expect(await day("li", date)).toMatchObject({ shifts: [LATE] });
  });

  it.each([
    ["somebody of other stores, as if they were not there", change("other", "2026-11-24"), 404],
    ["nobody", change("nobody", "2026-11-24"), 404],
    ["somebody who also serves a store one does not see", change("both", "2026-11-24"), 403],
    ["somebody who serves every store", change("all", "2026-11-24"), 403],
    ["a date there is not", change("li", "2026-02-30"), 400],
    ["a time there is not", change("li", "2026-11-24", { shifts: [{ start: "25:00", end: "26:00" }] }), 400],
    ["an object where a text was expected", change("li", "2026-11-24", { agentId: { not: "li" } }), 400],
  ])("keeps a supervisor from planning %s", async (_what, wanted, status) => {
    const before = (await week(admin)).version;
    const answer = await put(supervisor, change("li", "2026-11-25"), wanted);
    expect(answer.status).toBe(status);
    expect((await week(admin)).version).toBe(before);
  });

  it("counts who is there and what came in, of the stores one sees", async () => {
    for (const [person, store] of [
      ["a", OURS],
      ["b", THEIRS],
    ] as const) {
      const message = messageFrom(`${person}-planning`, "转人工", { store });
      await server.world.spine.submit({ ...message, at: server.world.clock.now() });
    }
    await server.world.spine.idle();
    server.world.clock.set("2026-11-20T12:00:00+08:00");
    const friday = 4 * 24 + 10;
    expect((await week(supervisor)).hours[friday]).toEqual({ staff: 3, opened: 1, handedOver: 1 });
    expect((await week(admin)).hours[friday]).toEqual({ staff: 4, opened: 2, handedOver: 2 });
    expect((await week(supervisor)).hours[friday + 12]).toEqual({ staff: 0, opened: 0, handedOver: 0 });
  });

  it("takes a change of weekly shifts back while nobody changed them again, whatever else was changed since", async () => {
    const path = "/api/console/planning/patterns/li";
    const { version, shifts: before } = (await supervisor.get(path)).json as PatternAnswer;
    const evenings = [{ days: ["Tue", "Mon"], start: "18:00", end: "22:00" }];
    await supervisor.put(path, { shifts: evenings, version });
    await put(admin, change("all", "2026-11-24"));
    expect((await supervisor.put(path, { shifts: before, seen: { shifts: before } })).status).toBe(409);
    const seen = { shifts: [{ days: ["Mon", "Tue"], start: "18:00", end: "22:00" }] };
    const undone = await supervisor.put(path, { shifts: before, seen });
    expect([undone.status, (undone.json as PatternAnswer).shifts]).toEqual([200, before]);
    expect((await supervisor.put(path, { shifts: before, seen })).status).toBe(409);
    expect((await supervisor.put(path, { shifts: before })).status).toBe(400);
  });

  it("changes somebody's weekly shifts, several a day and over midnight, in a time zone of their own", async () => {
    const path = "/api/console/planning/patterns/li";
    const { version, shifts: before } = (await supervisor.get(path)).json as PatternAnswer;
    expect(before).toEqual(shifts);
    const twice = [
      { days: ["Mon", "Tue"], start: "09:00", end: "12:00" },
      { days: ["Mon"], start: "22:00", end: "06:00" },
    ];
    const changed = await supervisor.put(path, { shifts: twice, timezone: "Asia/Tokyo", version });
    expect(changed.json).toMatchObject({ timezone: "Asia/Tokyo", version: version + 1 });
    expect((await day("li", "2026-11-23"))?.shifts).toEqual([
      { start: "09:00", end: "12:00" },
      { start: "22:00", end: "06:00" },
    ]);
    expect((await day("li", "2026-11-25"))?.shifts).toEqual([]);
    expect((await day("all", "2026-11-25"))?.shifts).toEqual([NINE]);
    expect((await supervisor.put(path, { shifts: [], version })).status).toBe(409);
    const entries = await db.prisma.auditEntry.findMany({ where: { act: "pattern.changed" }, orderBy: { n: "desc" }, take: 1 });
    expect(entries).toMatchObject([
      { thing: "agent:li", storeId: OURS, before: { shifts }, after: { shifts: twice, timezone: "Asia/Tokyo" } },
    ]);
    const { timezone } = (await supervisor.put(path, { shifts, timezone: "Asia/Shanghai", version: version + 1 })).json as PatternAnswer; // prettier-ignore
    expect(timezone).toBeUndefined();
  });

  it("refuses weekly shifts that make no sense, and of people one may not plan", async () => {
    const path = (id: string) => `/api/console/planning/patterns/${id}`;
    const { version } = (await supervisor.get(path("li"))).json as PatternAnswer;
    const field = async (body: object) => ((await supervisor.put(path("li"), { version, ...body })).json as { field?: string }).field; // prettier-ignore
    expect(await field({ shifts: [{ days: [], ...NINE }] })).toBe("shifts.0.days");
    expect(await field({ shifts: [{ days: ["Mon", "Mon"], ...NINE }] })).toBe("shifts.0.days");
    expect(await field({ shifts: [{ days: ["Mon"], start: "25:00", end: "18:00" }] })).toBe("shifts.0.start");
    expect(await field({ shifts: [], timezone: "Shanghai" })).toBe("timezone");
    expect((await supervisor.get(path("both"))).json).toMatchObject({ mayChange: false });
    expect((await supervisor.put(path("both"), { shifts: [], version })).status).toBe(403);
    expect((await supervisor.put(path("other"), { shifts: [], version })).status).toBe(404);
    expect((await day("li", "2026-11-23"))?.shifts).toEqual([NINE]);
  });

  it("copies a week: first what would change, then just that", async () => {
    await put(admin, change("li", "2026-11-24"), change("both", "2026-11-24"));
    const body = { from: "2026-11-23", to: "2026-11-30" };
    const preview = (await supervisor.post("/api/console/planning/copy", body)).json as ChangesAnswer;
    expect(preview).toMatchObject({
      done: false,
      changes: [{ agentId: "li", name: "李雷", date: "2026-12-01", before: [NINE], after: [LATE] }],
      left: [
        { name: "韩梅梅", why: "not-yours" },
        { name: "王芳", why: "not-yours" },
      ],
    });
    await put(admin, change("all", "2026-11-27"));
    expect((await supervisor.post("/api/console/planning/copy", { ...body, version: preview.version })).status).toBe(409);
    const done = await supervisor.post("/api/console/planning/copy", { ...body, version: preview.version + 1 });
    expect([done.status, (done.json as ChangesAnswer).done]).toEqual([200, true]);
    expect((await week(admin, "from=2026-11-30")).agents.find(({ id }) => id === "li")?.days[1]).toMatchObject({
      shifts: [LATE],
    });
  });

  const upload = (who: SignedIn, text: string, query = "") =>
    who.send("POST", `/api/console/planning/file${query}`, { body: text, headers: { "content-type": "text/csv" } });

  it("takes a file of shifts whole, after a preview, and gives it back", async () => {
    const file = "date,agent,start,end\n2026-11-24,li,18:00,02:00\n2026-11-25,li,,\n2026-11-26,li,09:00,18:00\n";
    const preview = (await upload(supervisor, file)).json as ChangesAnswer;
    expect([preview.done, preview.changes.map(({ date, after }) => [date, after])]).toEqual([
      false,
      [
        ["2026-11-24", [LATE]],
        ["2026-11-25", []],
      ],
    ]);
    expect(await day("li", "2026-11-24")).toMatchObject({ shifts: [NINE] });
    expect((await upload(supervisor, file, `?version=${preview.version}`)).status).toBe(200);
    expect([await day("li", "2026-11-24"), await day("li", "2026-11-25")]).toMatchObject([{ shifts: [LATE] }, { shifts: [] }]);
    const back = await supervisor.get("/api/console/planning/file?from=2026-11-23&days=7");
    expect(back.text).toContain("2026-11-24,li,李雷,18:00,02:00");
    expect(back.text).not.toContain("赵六");
    expect((await upload(supervisor, back.text)).json).toMatchObject({ count: 0 });
  });

  it("refuses a faulty file, one of others' people, and one of people one may not plan", async () => {
    const faulty = await upload(supervisor, "date,agent,start,end\n2026-11-24,li,9点,18:00\n2026-11-24,other,09:00,18:00\n");
    expect([faulty.status, faulty.json]).toMatchObject([
      422,
      {
        errors: [
          { line: 2, column: "start" },
          { line: 3, column: "agent" },
        ],
      },
    ]);
    expect((await upload(supervisor, "date,agent,start,end\n2026-11-24,both,,\n")).status).toBe(403);
  });

  it("fills in a year's holidays only when somebody who sees every store confirms them", async () => {
    const address = "/api/console/planning/holidays";
    const proposal = (await supervisor.get(`${address}?year=2026`)).json as HolidaysAnswer;
    expect(proposal.days.filter(({ isThere }) => isThere)).toEqual([]);
    expect((await week(admin, "from=2026-10-01")).days[0]?.isHoliday).toBe(false);
    const body = { year: 2026, version: proposal.version };
    expect((await supervisor.post(address, body)).status).toBe(403);
    const taken = await admin.post(address, body);
    expect((taken.json as HolidaysAnswer).days.every(({ isThere }) => isThere)).toBe(true);
    expect((await week(admin, "from=2026-10-01")).days[0]?.isHoliday).toBe(true);
    expect((await week(admin, "from=2026-10-10")).days[0]?.runsAs).toBe("Wed");
    expect((await admin.post(address, body)).status).toBe(409);
  });

  it("is no business of agents and merchants", async () => {
    for (const role of ["agent", "merchant"] as const) {
      const person = await server.person({ role, stores: [OURS], ...(role === "agent" ? { agentId: "li" } : {}) });
      expect((await person.get("/api/console/planning/week")).status).toBe(403);
      expect((await put(person, change("li", "2026-11-24"))).status).toBe(403);
    }
  });
});

import { expect, it } from "vitest";
import type { LevelConversations, LevelsAnswer } from "../../src/levels/api.ts";
import type { OverduePage, TopicsAnswer, WallAnswer, WhoAnswer } from "../../src/wall/api.ts";
import type { SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { messageFrom, STORE } from "../support/worlds.ts";

// The steps build on each other: one morning of a desk, from 10:00 in Shanghai.
describeOnEachDatabase("The supervisors' wall", (databases) => {
  let desk: Staffed;
  const { handedOver, act, shopper } = staffConsole(databases, (staffed) => (desk = staffed));

  async function read<T>(path: string, by: SignedIn = desk.supervisor): Promise<T> {
    const { status, json, text } = await by.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return json as T;
  }
  const wall = (query = "") => read<WallAnswer>(`/api/console/wall?${query}`);
  const overdue = (query: string) => read<OverduePage>(`/api/console/wall/overdue?${query}`);
  const epochOf = async (id: string) => (await desk.db.prisma.conversation.findUniqueOrThrow({ where: { id } })).epoch;

  it("shows an empty desk without inventing any share", async () => {
    desk.server.world.clock.set("2026-11-20T10:00:00+08:00");
    const told = await wall();
    expect(told).toMatchObject({ waiting: { count: 0 }, overdue: 0, bot: { opened: 0, alone: 0 }, proposals: 0 });
    expect(told.serviceLevel).toEqual({
      within: 0,
      late: 0,
      pending: 0,
      limits: [{ seconds: 180, hours: "working" }],
      hours: [],
    });
    expect(told.waiting.longest ?? told.bot.share).toBeUndefined();
  });

  it("tells who waits, since when, and the reply in time", async () => {
    const id = await handedOver();
    desk.server.world.clock.set("2026-11-20T10:01:00+08:00");
    const before = await wall();
    expect(before.waiting).toEqual({ count: 1, longest: { conversationId: id, since: "2026-11-20T02:00:00.000Z" } });
    expect(before.serviceLevel).toMatchObject({ within: 0, late: 0, pending: 1, best: 1 });

    await act(id, "claim", {});
    await act(id, "reply", { epoch: await epochOf(id), text: "内部说一句", internal: true });
    expect((await wall()).serviceLevel).toMatchObject({ within: 0, pending: 1 });
    await act(id, "reply", { epoch: await epochOf(id), text: "可以刻字", internal: false });
    const after = await wall();
    expect(after.waiting).toEqual({ count: 0 });
    expect(after.serviceLevel).toMatchObject({
      within: 1,
      late: 0,
      pending: 0,
      share: 1,
      hours: [{ clock: "10:00", within: 1 }],
    });
  });

  it("tells who waits beyond the limit, one click away, and of today who did", async () => {
    const id = await handedOver();
    desk.server.world.clock.set("2026-11-20T10:04:00+08:00");
    expect((await overdue("which=now")).total).toBe(0);
    desk.server.world.clock.set("2026-11-20T10:04:01+08:00");
    expect((await wall()).overdue).toBe(1);
    const now = await overdue(`which=now&store=${STORE}`);
    expect(now).toMatchObject({ total: 1, items: [{ conversation: { id }, since: "2026-11-20T02:01:00.000Z", dueAt: "2026-11-20T02:04:00.000Z" }] }); // prettier-ignore
    await act(id, "claim", {});
    await act(id, "reply", { epoch: await epochOf(id), text: "久等了", internal: false });
    expect(await overdue("which=now")).toEqual({ items: [], total: 0 });
    const today = await overdue("which=today");
    expect(today).toMatchObject({ total: 1, items: [{ conversation: { id }, repliedAt: "2026-11-20T02:04:01.000Z" }] });
    expect((await wall()).serviceLevel).toMatchObject({ within: 1, late: 1, share: 0.5 });
    expect(await overdue("which=today&at=2")).toEqual({ items: [], total: 1 });
  });

  it("shows agents with their load, and since when they are what they say", async () => {
    await desk.colleague.put("/api/console/me/status", { status: "break" });
    const { agents } = await wall(`store=${STORE}`);
    const helper = agents.items.find(({ id }) => id === "helper");
    expect(helper).toMatchObject({ standing: "break", since: "2026-11-20T02:04:01.000Z", load: 0, capacity: 50 });
    desk.server.world.clock.set("2026-11-20T10:05:00+08:00");
    await desk.colleague.put("/api/console/me/status", { status: "break" });
    expect((await wall()).agents.items.find(({ id }) => id === "helper")?.since).toBe("2026-11-20T02:04:01.000Z");
    expect(agents.items.find(({ id }) => id === `agent-${STORE}`)).toMatchObject({ standing: "ready", load: 2 });
    expect(agents.counts).toMatchObject({ break: 1 });
    expect((await wall(`store=${OTHER}`)).agents.items.map(({ id }) => id)).not.toContain("helper");
  });

  it("counts the bot's share and open proposals of merchants, of the store asked for", async () => {
    await desk.server.world.spine.submit(messageFrom("只问机器人", "多久发货", { store: STORE }));
    await desk.server.world.spine.idle();
    expect((await wall()).bot).toEqual({ opened: 3, alone: 1, share: 1 / 3 });
    expect((await wall(`store=${OTHER}`)).bot).toEqual({ opened: 0, alone: 0 });
    const common = { storeId: STORE, kind: "phrasings", articleId: null, content: {}, createdAt: new Date(0), createdBy: "x", createdByName: "x" }; // prettier-ignore
    await desk.db.prisma.proposal.createMany({
      data: [
        { ...common, id: "wall-1", origin: "merchant" },
        { ...common, id: "wall-2", origin: "learned" },
        { ...common, id: "wall-3", origin: "merchant", status: "accepted" },
      ],
    });
    expect((await wall()).proposals).toBe(1);
    expect((await wall(`store=${OTHER}`)).proposals).toBe(0);
  });

  it("keeps by store and day what was in time and what was not, next replies too, and opens each number", async () => {
    const { world } = desk.server;
    const id = await handedOver();
    await act(id, "claim", {});
    await act(id, "reply", { epoch: await epochOf(id), text: "在的", internal: false });
    await world.spine.submit(messageFrom(shopper(), "那什么时候能好", { store: STORE }));
    await world.spine.idle();
    world.clock.set("2026-11-20T10:08:01+08:00");
    await world.spine.recover();
    await world.spine.idle();
    const { days, stores, all } = await read<LevelsAnswer>("/api/console/levels");
    expect(days).toEqual(Array.from({ length: 7 }, (_, n) => `2026-11-${14 + n}`));
    const own = stores.find((store) => store.id === STORE);
    expect(own?.days.at(-1)).toEqual({ day: "2026-11-20", within: 2, late: 1, pending: 0, share: 2 / 3, nextLate: 1 });
    expect(all.at(-1)).toEqual(own?.days.at(-1));
    expect(stores.find((store) => store.id === OTHER)?.days.at(-1)).toMatchObject({ within: 0, late: 0, nextLate: 0 });

    const behind = (query: string) => read<LevelConversations>(`/api/console/levels/conversations?day=2026-11-20&${query}`);
    expect(await behind("what=next")).toMatchObject({ total: 1, items: [{ conversation: { id }, since: "2026-11-20T02:05:00.000Z" }] }); // prettier-ignore
    expect((await behind(`what=within&store=${STORE}`)).total).toBe(2);
    expect(await behind("what=late")).toMatchObject({ total: 1, items: [{ repliedAt: "2026-11-20T02:04:01.000Z" }] });
    expect(await behind(`what=late&store=${OTHER}`)).toEqual({ items: [], total: 0 });
    expect((await desk.supervisor.get("/api/console/levels?until=2026-02-30")).json).toMatchObject({ field: "until" });
    world.clock.set("2026-11-20T10:05:00+08:00");
  });

  it("says what rises against the same hours of the days before, and nothing while there are too few", async () => {
    const { world } = desk.server;
    const ask = async (name: string, moment: string) => {
      world.clock.set(moment);
      await world.spine.submit(messageFrom(name, "多久发货", { store: STORE }));
      await world.spine.idle();
    };
    for (let n = 0; n < 5; n += 1) await ask(`升${n}`, "2026-11-20T10:06:00+08:00");
    expect(await read<TopicsAnswer>("/api/console/wall/topics")).toMatchObject({ rising: [], comparedDays: 0 });
    for (const day of [17, 18, 19]) await ask(`日${day}`, `2026-11-${day}T09:00:00+08:00`);
    await ask("晚些", "2026-11-19T11:00:00+08:00");
    world.clock.set("2026-11-20T10:07:00+08:00");
    const { rising, comparedDays } = await read<TopicsAnswer>("/api/console/wall/topics");
    expect(comparedDays).toBe(3);
    expect(rising).toMatchObject([{ store: { id: STORE }, today: 6, before: 1 }]);
    expect(await read<TopicsAnswer>(`/api/console/wall/topics?store=${OTHER}`)).toMatchObject({ rising: [] });
  });

  it("answers who would get something, by the same rules as the desk, and changes nothing", async () => {
    const ask = async (body: object) => (await desk.supervisor.post("/api/console/who", { store: STORE, skill: "presale", language: "zh", urgency: "normal", ...body })).json as WhoAnswer; // prettier-ignore
    const before = await desk.db.prisma.decision.count();
    const now = await ask({});
    expect(now).toMatchObject({ outcome: "assign", agent: { id: `agent-${STORE}` }, at: "2026-11-20T02:07:00.000Z" });
    expect(now.candidates.find(({ id }) => id === "helper")?.standing.code).toBe("not-ready");
    expect(now.candidates.map(({ id }) => id)).not.toContain(`agent-${OTHER}`);
    expect(now.others).toBeGreaterThan(0);
    const later = await ask({ at: "2026-11-21T10:00:00+08:00" });
    expect(later.candidates.find(({ id }) => id === "helper")?.standing.code).toBe("skill-missing");
    expect(await desk.db.prisma.decision.count()).toBe(before);
  });

  it("is refused of foreign stores, for agents and merchants, and with fields that make no sense", async () => {
    for (const path of ["/api/console/wall?", "/api/console/wall/topics?", "/api/console/wall/overdue?which=now&"])
      for (const store of ["nowhere", "shared"]) expect((await desk.supervisor.get(`${path}store=${store}`)).status).toBe(404);
    expect((await desk.agent.get("/api/console/wall")).status).toBe(403);
    const who = { store: "nowhere", skill: "presale", language: "", urgency: "normal" };
    expect((await desk.supervisor.post("/api/console/who", who)).status).toBe(404);
    expect((await desk.supervisor.post("/api/console/who", { ...who, at: "gestern" })).json).toMatchObject({ field: "at" });
    expect((await desk.supervisor.get("/api/console/wall/overdue?which=now&at=0")).json).toMatchObject({ field: "at" });
    expect((await desk.supervisor.get("/api/console/wall/overdue?which=then")).json).toMatchObject({ field: "which" });
  });
});

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { runCommand } from "../../src/cli/commands.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { PlaceList, PlaceRow } from "../../src/stores/api.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, plainUnderstanding, STORE } from "../support/worlds.ts";

const PLACES = "/api/console/places";
const OTHER = storeId("store-2");
const SHOPPERS = { store: STORE, channel: "slack", room: "C0123", purpose: "shopper" };

describeOnEachDatabase("Which rooms serve which store", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;
  let supervisor: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    await db.prisma.store.create({ data: { id: "shared", key: "shared", name: "shared" } });
    server = await startConsole(db);
    admin = await server.person({ role: "admin" });
    supervisor = await server.person({ role: "supervisor", stores: [STORE] });
  });
  beforeEach(() => db.prisma.placeBinding.deleteMany());
  afterAll(() => server.close());

  const all = () => db.prisma.placeBinding.findMany({ orderBy: { id: "asc" } });
  const remove = (who: SignedIn, id: string) => who.send("DELETE", `${PLACES}/${id}`, {});

  it("are bound, listed and removed by the store's supervisor", async () => {
    const bound = await supervisor.post(PLACES, { ...SHOPPERS, channel: "Slack", room: " C0123 " });
    const row = bound.json as PlaceRow;
    expect(bound.status).toBe(201);
    expect(row).toEqual({ ...SHOPPERS, id: expect.any(String), since: "2026-11-20T02:00:00.000Z" });
    expect(((await supervisor.get(`${PLACES}?store=${STORE}`)).json as PlaceList).items).toEqual([row]);
    expect((await remove(supervisor, row.id)).status).toBe(204);
    expect(((await supervisor.get(PLACES)).json as PlaceList).items).toEqual([]);
    expect((await remove(supervisor, row.id)).status).toBe(404);
  });

  it("stay as they are when the same is bound again", async () => {
    const first = await supervisor.post(PLACES, SHOPPERS);
    const again = await supervisor.post(PLACES, SHOPPERS);
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect(await all()).toHaveLength(1);
  });

  it("come with the tag for the store's own pages and the channels spoken here", async () => {
    const list = (await supervisor.get(PLACES)).json as PlaceList;
    expect(list.widgets).toEqual([
      {
        store: STORE,
        script: `<script src="${server.origin}/widget.js" data-store="key-${STORE}" async></script>`,
        demo: `${server.origin}/demo/key-${STORE}`,
      },
    ]);
    expect([list.spoken, list.channels]).toEqual([["web"], ["slack", "wechat"]]);
    expect(((await admin.get(PLACES)).json as PlaceList).widgets.map(({ store }) => store)).toEqual([STORE, OTHER]);
  });

  it("cannot have shoppers of two stores; whose it is, is told only to who may know", async () => {
    await admin.post(PLACES, { ...SHOPPERS, store: OTHER });
    const before = await all();
    const toAdmin = await admin.post(PLACES, SHOPPERS);
    expect([toAdmin.status, toAdmin.json]).toEqual([409, expect.objectContaining({ field: "room", detail: expect.stringContaining("测试小店") })]); // prettier-ignore
    const told = await supervisor.post(PLACES, SHOPPERS);
    expect([told.status, told.json]).toEqual([409, expect.objectContaining({ field: "room", remedy: expect.stringContaining("ask an admin"), reason: { zh: expect.any(String), en: expect.any(String) } })]); // prettier-ignore
    expect(told.text).not.toMatch(/测试小店|store-2/);
    expect(await all()).toEqual(before);
  });

  it("have one winner of two who bind the same room at once", async () => {
    const answers = await Promise.all([STORE, OTHER].map((store) => admin.post(PLACES, { ...SHOPPERS, store })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await all()).toHaveLength(1);
  });

  it("are bound once by two who press at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post(PLACES, SHOPPERS)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(await all()).toHaveLength(1);
  });

  it("are nobody's business but supervisors' and admins'", async () => {
    for (const role of ["agent", "merchant"] as const) {
      const person = await server.person({ role, stores: [STORE] });
      const statuses = [(await person.get(PLACES)).status, (await person.post(PLACES, SHOPPERS)).status];
      expect([role, ...statuses]).toEqual([role, 403, 403]);
    }
    expect(await all()).toEqual([]);
  });

  it("are never bound to a store that one does not see, or that is no shop", async () => {
    for (const [who, store] of [
      [supervisor, OTHER],
      [supervisor, "nowhere"],
      [admin, "shared"],
    ] as const)
      expect([store, (await who.post(PLACES, { ...SHOPPERS, store })).status]).toEqual([store, 404]);
    await admin.post(PLACES, { ...SHOPPERS, store: OTHER });
    const [foreign] = await all();
    expect((await remove(supervisor, foreign?.id ?? "")).status).toBe(404);
    expect(await all()).toEqual([foreign]);
  });

  it("name the wrong field and what is allowed", async () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...SHOPPERS, store: { id: STORE } }, "store"],
      [{ ...SHOPPERS, channel: "line" }, "channel"],
      [{ ...SHOPPERS, room: "#general" }, "room"],
      [{ ...SHOPPERS, room: "" }, "room"],
      [{ ...SHOPPERS, room: "C0\u0000" }, "room"],
      [{ ...SHOPPERS, room: ["C0123"] }, "room"],
      [{ ...SHOPPERS, purpose: "spy" }, "purpose"],
      [{ ...SHOPPERS, purpose: "coordination" }, "side"],
      [{ ...SHOPPERS, side: "merchant" }, "side"],
      [{ ...SHOPPERS, id: "mine" }, "id"],
      [[], "(body)"],
    ];
    for (const [body, field] of cases) {
      const answer = await supervisor.post(PLACES, body);
      expect([body, answer.status, answer.json]).toEqual([body, 400, expect.objectContaining({ field, remedy: expect.any(String) })]); // prettier-ignore
    }
    expect(await all()).toEqual([]);
  });

  it("are heard from the next message on, in the store they serve then, and what was said before stays there", async () => {
    const said = (id: string) =>
      server.world.spine.receive({
        type: "message",
        id,
        at: server.world.clock.now(),
        place: { channel: "slack", room: "C0123" },
        person: { id: "alice", name: "alice" },
        text: "什么时候发货",
        attachments: [],
      });
    const storesOf = async () => (await db.prisma.message.findMany({ where: { author: "shopper" }, orderBy: { createdAt: "asc" } })).map(({ storeId: store }) => store); // prettier-ignore
    expect(await said("1")).toBe("unbound");
    const { id } = (await admin.post(PLACES, SHOPPERS)).json as PlaceRow;
    expect(await said("2")).toBe("stored");
    await server.world.spine.idle();
    await remove(admin, id);
    expect(await said("3")).toBe("unbound");
    await admin.post(PLACES, { ...SHOPPERS, store: OTHER });
    expect(await said("4")).toBe("stored");
    await server.world.spine.idle();
    expect((await storesOf()).sort()).toEqual([STORE, OTHER]);
  });

  async function terminal(command: string, place: string, options: Readonly<Record<string, string>>) {
    const lines: string[] = [];
    const { accounts, clock, origin: baseUrl } = server;
    const openWorkbench = () => Promise.reject(new Error("these commands try nothing"));
    const world = { database: db, accounts, clock, baseUrl, understanding: async () => plainUnderstanding(), openWorkbench };
    const code = await runCommand(world, { command, args: [place], options: { ...options } }, (line) => void lines.push(line));
    return { code, said: lines.join("\n") };
  }

  it("can be bound and unbound in the terminal", async () => {
    const store = `key-${STORE}`;
    const bound = await terminal("bind", "wechat：室id", { store, as: "coordination", side: "merchant" });
    expect([bound.code, bound.said]).toEqual([0, expect.stringContaining("已绑定 wechat:室id → “测试小店”")]);
    expect(await all()).toMatchObject([{ storeId: STORE, channel: "wechat", room: "室id", purpose: "coordination", side: "merchant" }]); // prettier-ignore
    const again = await terminal("bind", "wechat:室id", { store, as: "coordination", side: "merchant" });
    expect([again.code, again.said]).toEqual([0, expect.stringContaining("没有改动")]);
    const other = await terminal("unbind", "wechat:室id", { store, as: "desk" });
    expect([other.code, other.said, (await all()).length]).toEqual([1, expect.stringContaining("没有改动"), 1]);
    expect((await terminal("unbind", "wechat:室id", { store })).code).toBe(0);
    expect(await all()).toEqual([]);
  });

  it("are left alone when the terminal's person errs, with a sentence that says what to write", async () => {
    await terminal("bind", "slack:C0123", { store: `key-${OTHER}`, as: "shopper" });
    const before = await all();
    const store = `key-${STORE}`;
    const cases: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
      ["bind", "C0123", { store, as: "shopper" }, "slack:C0123"],
      ["bind", "slack:C9", { store, as: "shop" }, "one of shopper, desk, coordination"],
      ["bind", "slack:C9", { store, as: "coordination" }, "--side"],
      ["bind", "slack:C9", { store: "nowhere", as: "shopper" }, "nowhere"],
      ["bind", "slack:C9", { store: "shared", as: "shopper" }, "shared"],
      ["bind", "slack:C0123", { store, as: "shopper" }, "already serves 测试小店"],
      ["unbind", "slack:C0123", { store }, "not bound"],
      ["unbind", "slack:C0123", { store: `key-${OTHER}`, as: "shop" }, "--as"],
      ["unbind", "C0123", { store }, "slack:C0123"],
    ];
    for (const [command, place, options, wanted] of cases) {
      const { code, said } = await terminal(command, place, options);
      expect([command, place, options, code, said]).toEqual([command, place, options, 1, expect.stringContaining(wanted)]);
    }
    expect(await all()).toEqual(before);
  });

  it("tell how their channels do: who was heard when, what waits, what went wrong, of one's own stores only", async () => {
    await supervisor.post(PLACES, SHOPPERS);
    const health = async () => ((await supervisor.get(`${PLACES}?store=${STORE}`)).json as PlaceList).health;
    expect((await health()).find(({ channel: name }) => name === "web")).toMatchObject({ isSpoken: true, waiting: 0 });
    expect((await health()).find(({ channel: name }) => name === "slack")).toMatchObject({ isSpoken: false, uncertain: 0 });
    await server.world.spine.submit(messageFrom("听见", "多久发货", { store: STORE }));
    await server.world.spine.idle();
    const { channel } = await db.prisma.conversation.findFirstOrThrow({ where: { personName: "听见" } });
    const sent = { laneId: "l", conversationId: "c", channel, room: "r", message: {}, epoch: 0, createdAt: new Date("2026-11-20T01:00:00Z") }; // prettier-ignore
    const old = { ...sent, createdAt: new Date("2026-11-18T00:00:00Z") };
    const states = ["queued", "uncertain", "refused"].map((state) => ({ ...sent, state, id: `health-${state}`, storeId: STORE }));
    await db.prisma.outbox.deleteMany({});
    await db.prisma.outbox.createMany({
      data: [
        ...states,
        { ...old, state: "refused", id: "health-old", storeId: STORE },
        { ...sent, state: "queued", id: "health-theirs", storeId: OTHER },
      ],
    });
    expect((await health()).find((one) => one.channel === channel)).toMatchObject({
      heardAt: "2026-11-20T02:00:00.000Z",
      waiting: 1,
      waitingSince: "2026-11-20T01:00:00.000Z",
      uncertain: 1,
      refused: 1,
    });
    await db.prisma.outbox.deleteMany({});
  });
});

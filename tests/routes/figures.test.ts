import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import type { FiguresAnswer } from "../../src/figures/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom } from "../support/worlds.ts";

// The world's clock stands at 2026-11-20T10:00 in Shanghai.
describeOnEachDatabase("A store's figures", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let store: StoreId;
  let stores = 0;
  let merchant: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    server = await startConsole(db);
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    stores += 1;
    store = storeId(`figures-${stores}`);
    await furnish(db, { store });
    merchant = await server.person({ role: "merchant", stores: [store] });
    server.world.clock.set("2026-11-20T10:00:00+08:00");
  });

  const figures = async (query = ""): Promise<FiguresAnswer> => {
    const { status, json, text } = await merchant.get(`/api/console/figures?store=${store}&${query}`);
    if (status !== 200) throw new Error(`figures answered ${status}: ${text}`);
    return json as FiguresAnswer;
  };
  const say = async (person: string, text: string): Promise<void> => {
    const message = messageFrom(`${person}-${stores}`, text, { store });
    await server.world.spine.submit({ ...message, at: server.world.clock.now() });
    await server.world.spine.idle();
  };

  it("tell of an empty day that there is nothing, and invent no means", async () => {
    expect(await figures()).toMatchObject({ day: "2026-11-20", isToday: true, opened: 0, waiting: { count: 0 } });
    const { botAlone, handedOver, waiting, firstReply, ratings } = await figures();
    expect([botAlone, handedOver, waiting, firstReply, ratings]).toEqual(Array.from({ length: 5 }, () => ({ count: 0 })));
  });

  it("count what really went through the desk: answered, handed over, waiting, replied, rated", async () => {
    await say("alone", "多久发货");
    await say("waits", "多久发货");
    await say("waits", "转人工");
    await say("served", "能刻字吗");
    expect(await figures()).toMatchObject({
      opened: 3,
      botAlone: { count: 1, share: 1 / 3 },
      handedOver: { count: 2, share: 2 / 3 },
      waiting: { count: 2, longestSeconds: 0 },
      firstReply: { count: 0 },
    });

    const agent = await server.person({ role: "agent", agentId: `agent-${store}`, stores: [store] });
    const served = await db.prisma.conversation.findFirstOrThrow({ where: { storeId: store, personId: `served-${stores}` } });
    const act = async (what: string, body: object) => {
      const { epoch } = await db.prisma.conversation.findUniqueOrThrow({ where: { id: served.id } });
      const clientId = crypto.randomUUID();
      const path = `/api/console/conversations/${served.id}/${what}`;
      const answer = await agent.post(path, what === "claim" ? { clientId } : { clientId, epoch, ...body });
      if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}: ${answer.text}`);
    };
    await act("claim", {});
    server.world.clock.set("2026-11-20T10:00:20+08:00");
    await act("reply", { text: "先内部看一下", internal: true });
    server.world.clock.set("2026-11-20T10:00:45+08:00");
    await act("reply", { text: "可以刻字的。", internal: false });
    await act("close", {});
    await db.prisma.conversation.update({ where: { id: served.id }, data: { rating: 4 } });

    server.world.clock.set("2026-11-20T10:02:00+08:00");
    const told = await figures();
    expect(told).toMatchObject({
      waiting: { count: 1, longestSeconds: 120 },
      firstReply: { count: 1, medianSeconds: 45 },
      ratings: { count: 1, mean: 4 },
    });
    expect(told.hours.filter(({ opened }) => opened > 0)).toEqual([{ clock: "10:00", opened: 3 }]);
  });

  it("belong to the day of the store's own clock", async () => {
    server.world.clock.set("2026-11-20T23:59:59+08:00");
    await say("late", "多久发货");
    server.world.clock.set("2026-11-21T00:00:00+08:00");
    await say("early", "多久发货");
    expect(await figures()).toMatchObject({ day: "2026-11-21", opened: 1 });
    const before = await figures("day=2026-11-20");
    expect(before).toMatchObject({ day: "2026-11-20", isToday: false, opened: 1 });
    expect(before.waiting).toBeUndefined();
    expect(before.hours[23]).toEqual({ clock: "23:00", opened: 1 });
  });

  it("are one store's, whatever happens in others", async () => {
    const other = storeId(`figures-other-${stores}`);
    await furnish(db, { store: other });
    await server.world.spine.submit(messageFrom("stranger", "转人工", { store: other }));
    await server.world.spine.idle();
    expect(await figures()).toMatchObject({ opened: 0, waiting: { count: 0 } });
  });

  it("are refused without a store, of a store one does not see, and for a day that is none", async () => {
    expect((await merchant.get("/api/console/figures")).json).toMatchObject({ status: 400, field: "store" });
    expect((await merchant.get("/api/console/figures?store=shared")).status).toBe(404);
    expect((await merchant.get("/api/console/figures?store=nowhere")).status).toBe(404);
    expect((await merchant.get(`/api/console/figures?store=${store}&day=2026-02-30`)).json).toMatchObject({
      status: 400,
      field: "day",
    });
  });
});

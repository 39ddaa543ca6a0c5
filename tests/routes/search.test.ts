import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";
import { OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { STORE } from "../support/worlds.ts";
import type { EarlierPage, PresenceAnswer, RulesInForce, SearchPage } from "../../src/desk/workspace/api.ts";
import { BASE } from "../support/staffed-console.ts";
import type { ConversationDetail } from "../../src/desk/api.ts";
import { indexLines } from "../../src/desk/store/search-index.ts";
import type { SignedIn } from "../support/console-server.ts";

describeOnEachDatabase("Looking for a conversation", (databases) => {
  let staffed: Staffed;
  const { shopper, handedOver } = staffConsole(databases, (given) => (staffed = given));
  const find = async (who: SignedIn, query: string, more = ""): Promise<readonly string[]> => {
    const answer = await who.get(`/api/console/search?query=${encodeURIComponent(query)}${more}`);
    expect(answer.status).toBe(200);
    return (answer.json as SearchPage).items.map(({ id }) => id);
  };

  it("finds it by the shopper's name and by what was said, in one's own stores only", async () => {
    const { agent, supervisor } = staffed;
    const own = await handedOver("能刻100%_字吗");
    const name = shopper();
    const foreign = await handedOver("别家的100%_字", OTHER);
    expect(await find(agent, name)).toEqual([own]);
    expect(await find(agent, "100%_字")).toEqual([own]);
    expect(await find(agent, "100x")).toEqual([]);
    expect((await find(supervisor, "100%_字")).toSorted()).toEqual([own, foreign].toSorted());
    expect(await find(supervisor, "100%_字", `&store=${OTHER}`)).toEqual([foreign]);
    expect(await find(agent, "别家的")).toEqual([]);
    expect((await agent.get(`/api/console/search?query=ab&store=${OTHER}`)).status).toBe(404);
    expect((await agent.get("/api/console/search?query=a")).json).toMatchObject({ status: 400, field: "query" });
  });

  it("shows the line in which it stands, with what is hidden in it hidden, and the last words where only a name has it", async () => {
    const { agent } = staffed;
    await handedOver("从杭州寄到我这里要多久，我的电话13812345678，顺便问问蓝印花布的杯垫还有吗");
    const texts = async (query: string) =>
      ((await agent.get(`/api/console/search?query=${encodeURIComponent(query)}`)).json as SearchPage).items.map(
        ({ lastText }) => lastText,
      );
    expect(await texts("蓝印花布")).toEqual(["…678，顺便问问蓝印花布的杯垫还有吗"]);
    expect(await texts("寄到我这里")).toEqual(["从杭州寄到我这里要多久，我的电话138****5678，顺便问问蓝印花布的杯垫还有吗"]);
    expect((await texts(shopper()))[0]).not.toContain("蓝印花布");
  });

  it("finds the same when the index is up to date, what was said since, and a visitor by the number they are shown by", async () => {
    const { agent, supervisor, db } = staffed;
    const own = await handedOver("茶壶盖子碎了，能配一个吗");
    const foreign = await handedOver("茶壶盖子也碎了", OTHER);
    expect(await indexLines(db)).toBeGreaterThan(0);
    expect(await indexLines(db)).toBe(0);
    expect(await find(agent, "茶壶盖子")).toEqual([own]);
    // Every pair of it stands there, but not in this order.
    expect(await find(agent, "盖子碎了，能配盖子碎")).toEqual([]);
    expect(await find(supervisor, "盖子也碎")).toEqual([foreign]);
    expect(await find(agent, "盖子也碎")).toEqual([]);
    await handedOver("我的新盖子还没到");
    expect(await find(agent, "新盖子")).toEqual([own]);
    await indexLines(db);
    expect(await find(agent, "新盖子")).toEqual([own]);
    const { shopper: known } = ((await agent.get(`${BASE}/${own}`)).json as ConversationDetail).conversation;
    expect(await find(agent, `访客 ${known.number}`)).toEqual([own]);
    expect(await find(agent, known.name)).toEqual([own]);
  });

  it("reads what the same shopper talked about before, in one's own stores, page by page", async () => {
    const { agent, colleague, supervisor, db } = staffed;
    const now = await handedOver("又来问一下");
    const { laneId, ...row } = await db.prisma.conversation.findUniqueOrThrow({ where: { id: now } });
    const before = (id: string, days: number, more: object = {}) => ({
      ...{ id, storeId: STORE, laneId, channel: row.channel, room: row.room, personId: row.personId, language: "zh-CN" },
      ...{ status: "closed", agentName: "李雷", rating: 4, lastShopperAt: row.openedAt, closedAt: row.openedAt },
      openedAt: new Date(row.openedAt.getTime() - days * 86_400_000),
      ...more,
    });
    const data = Array.from({ length: 11 }, (_, at) => before(`${now}-${at}`, at + 1));
    const someoneElse = before(`${now}-else`, 1, { laneId: "lane-else", personId: "else", verifiedId: null });
    const otherStore = before(`${now}-other`, 20, { storeId: OTHER, laneId: "lane-other" });
    for (const [id, storeId] of [
      ["lane-else", STORE],
      ["lane-other", OTHER],
    ] as const)
      await db.prisma.lane.create({ data: { id, storeId } });
    await db.prisma.conversation.createMany({ data: [...data, someoneElse, otherStore] });
    const read = async (who: SignedIn, more = "") => (await who.get(`${BASE}/${now}/earlier${more}`)).json as EarlierPage;
    const first = await read(agent);
    expect(first.items.map(({ id }) => id)).toEqual(data.slice(0, 10).map(({ id }) => id));
    expect(first.hasMore).toBe(true);
    expect(first.items[0]).toMatchObject({ agentName: "李雷", rating: 4, began: "" });
    const second = await read(colleague, `?after=${first.items.at(-1)?.id ?? ""}`);
    expect([second.items.map(({ id }) => id), second.hasMore]).toEqual([[`${now}-10`], false]);
    // The same person of a platform, in a store that only the supervisor sees.
    const isSame = row.channel !== "web";
    expect((await read(supervisor, `?after=${now}-10`)).items.map(({ id }) => id)).toEqual(isSame ? [`${now}-other`] : []);
    expect((await agent.get(`${BASE}/${now}/earlier?after=${now}-other`)).status).toBe(404);
  });

  it("reads what holds in the store today: what is said for a time, reply limits, words, and a holiday", async () => {
    const { agent, db, server } = staffed;
    const id = await handedOver("在吗");
    const now = server.world.clock.now();
    const day = 86_400_000;
    const article = (name: string, from: number | undefined, until: number | undefined) => ({
      ...{ storeId: STORE, id: name, phase: "presale", question: name, answer: `${name} 的回答`, version: 1, updatedBy: "test" },
      updatedAt: new Date(now),
      validFrom: from === undefined ? null : new Date(now + from * day),
      validUntil: until === undefined ? null : new Date(now + until * day),
    });
    await db.prisma.article.createMany({
      data: [
        article("满减", -1, 2),
        article("国庆发货", undefined, 1),
        article("上周的", -9, -1),
        article("下周的", 1, 9),
        article("总是", undefined, undefined),
      ],
    });
    const rules = (await agent.get(`${BASE}/${id}/rules`)).json as RulesInForce;
    expect(rules.dated.map(({ title }) => title)).toEqual(["国庆发货", "满减"]);
    expect(rules).toMatchObject({ replies: { firstReplyMs: 180_000, hours: "working" }, words: { shipped: "confirm" } });
    expect(rules.isHoliday).toBeUndefined();
    await db.prisma.holiday.create({ data: { date: rules.date } });
    await db.prisma.workday.create({ data: { date: rules.date, as: "Fri" } });
    expect((await agent.get(`${BASE}/${id}/rules`)).json).toMatchObject({ isHoliday: true, worksAs: "Fri" });
    await db.prisma.holiday.delete({ where: { date: rules.date } });
    await db.prisma.workday.delete({ where: { date: rules.date } });
  });

  it("tells who else is there, until they leave or are not heard of", async () => {
    const { agent, colleague, server } = staffed;
    const id = await handedOver();
    const there = async (who: SignedIn, doing: string): Promise<PresenceAnswer["people"]> => {
      const answer = await who.post(`${BASE}/${id}/presence`, { doing });
      expect(answer.status).toBe(200);
      return (answer.json as PresenceAnswer).people;
    };
    const names = (people: PresenceAnswer["people"]) => people.map(({ name, doing }) => [name, doing]);
    await there(agent, "looking");
    await expect
      .poll(async () => names(await there(colleague, "writing")))
      .toEqual([
        ["李雷", "looking"],
        ["韩梅梅", "writing"],
      ]);
    await there(colleague, "gone");
    await expect.poll(async () => names(await there(agent, "looking"))).toEqual([["李雷", "looking"]]);
    await there(colleague, "looking");
    server.world.clock.set(new Date(server.world.clock.now() + 31_000).toISOString());
    await there(agent, "looking");
    await expect.poll(async () => names(await there(agent, "looking"))).toEqual([["李雷", "looking"]]);
    expect((await agent.post(`${BASE}/nowhere/presence`, { doing: "looking" })).status).toBe(404);
  });
});

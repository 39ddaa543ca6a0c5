import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";
import { OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import type { PresenceAnswer, SearchPage } from "../../src/desk/workspace/api.ts";
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

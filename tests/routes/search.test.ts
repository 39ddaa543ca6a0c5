import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";
import { OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import type { PresenceAnswer, SearchPage } from "../../src/desk/workspace/api.ts";
import { BASE } from "../support/staffed-console.ts";
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

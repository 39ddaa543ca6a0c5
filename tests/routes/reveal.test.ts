import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";
import { BASE, staffConsole, type Staffed } from "../support/staffed-console.ts";

describeOnEachDatabase("Telephone numbers and addresses in the console", (databases) => {
  let staffed: Staffed;
  const { handedOver, page, detail, act } = staffConsole(databases, (given) => (staffed = given));

  it("are hidden in lists, in the talk and in its story; a reason shows them, and is kept", async () => {
    const { agent, supervisor, db } = staffed;
    const id = await handedOver("我电话13812345678能刻字吗");
    await act(id, "claim", {});
    await act(id, "whisper", { text: "回拨 13812345678" }, supervisor);
    const { messages, slots } = await detail(id);
    expect(messages[0]).toMatchObject({ text: "我电话138****5678能刻字吗", hidden: true });
    expect(slots).toMatchObject([{ value: "138****5678", hidden: true }]);
    const story = (await agent.get(`${BASE}/${id}/story`)).text;
    expect(story).toContain("记下：138****5678");
    const alerts = (await agent.get("/api/console/alerts")).text;
    expect(alerts).toContain("回拨 138****5678");
    const passedOn = {
      epoch: (await detail(id)).conversation.epoch,
      to: { type: "queue" },
      reason: "要回拨13812345678",
      summary: "电话13812345678",
    };
    await act(id, "transfer", passedOn);
    const after = await detail(id);
    expect(after.transfer).toMatchObject({ reason: "要回拨138****5678", summary: "电话138****5678" });
    const everything = [story, alerts, JSON.stringify(after), JSON.stringify(await page(agent, "list=open"))];
    expect(everything.join().includes("13812345678")).toBe(false);
    const ask = (thing: object, reason = "联系快递") => agent.post(`${BASE}/${id}/reveal`, { thing, reason });
    expect((await ask({ seq: messages[0]?.seq })).json).toEqual({ text: "我电话13812345678能刻字吗" });
    expect((await ask({ slot: "phone" })).json).toEqual({ text: "13812345678" });
    expect((await ask({ seq: 9_999 })).status).toBe(404);
    expect((await ask({ slot: "phone" }, " ")).json).toMatchObject({ status: 400, field: "reason" });
    const kept = await db.prisma.reveal.findMany({ where: { conversationId: id }, orderBy: { thing: "asc" } });
    expect(kept.map(({ thing, reason, userId }) => [thing, reason, userId])).toEqual([
      [`seq:${messages[0]?.seq}`, "联系快递", agent.id],
      ["slot:phone", "联系快递", agent.id],
    ]);
  });
});

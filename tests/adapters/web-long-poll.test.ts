import { describe, expect, it } from "vitest";
import { bearer } from "../support/web-server.ts";
import { oneVisitor } from "../support/one-visitor.ts";

describe("A long poll", () => {
  it("answers at once when there is something after the cursor", async () => {
    const { server, spine, visitor } = await oneVisitor();
    spine.commit(visitor.lane, [{ text: "一" }, { text: "二" }]);
    const answer = await server.get("/api/widget/messages?since=1&wait=25", bearer("token-visitor-1"));
    expect(await answer.json()).toMatchObject({ messages: [{ seq: 2, text: "二" }], state: { status: "bot" }, next: 2 });
  });

  it("waits, and answers when something comes", async () => {
    const { server, spine, visitor } = await oneVisitor();
    const asked = server.get("/api/widget/messages?since=0&wait=25", bearer("token-visitor-1"));
    await expect.poll(() => spine.reads()).toBeGreaterThan(0);
    spine.commit(visitor.lane, [{ text: "一" }], { elsewhere: true });
    expect(await (await asked).json()).toMatchObject({ messages: [{ seq: 1 }], next: 1 });
  });

  it("answers empty with the same cursor when nothing comes, and at the stop", async () => {
    const { server, spine } = await oneVisitor();
    const short = await server.get("/api/widget/messages?since=0&wait=1", bearer("token-visitor-1"));
    expect(await short.json()).toMatchObject({ messages: [], next: 0 });
    const readsBefore = spine.reads();
    const long = server.get("/api/widget/messages?since=0&wait=25", bearer("token-visitor-1"));
    await expect.poll(() => spine.reads()).toBeGreaterThan(readsBefore);
    await server.channel.stop();
    expect((await long).status).toBe(200);
  });

  it("leads a cursor from beyond the end back to it", async () => {
    const { server, spine, visitor } = await oneVisitor();
    spine.commit(visitor.lane, [{ text: "一" }]);
    const answer = await server.get("/api/widget/messages?since=2000000000", bearer("token-visitor-1"));
    expect(await answer.json()).toMatchObject({ messages: [], next: 1 });
  });
});

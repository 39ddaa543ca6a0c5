import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeSpine } from "../support/fake-spine.ts";
import { bearer, listenTo, startWebServer } from "../support/web-server.ts";
import { oneVisitor } from "../support/one-visitor.ts";

describe("A visitor's stream", () => {
  it("is an event stream that no proxy may hold back, and begins with how the talk stands", async () => {
    const { listen } = await oneVisitor();
    const stream = await listen();
    expect(stream.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(stream.response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(stream.response.headers.get("x-accel-buffering")).toBe("no");
    expect(await stream.next()).toEqual({ event: "state", id: undefined, data: { status: "bot", timezone: "Asia/Shanghai" } });
  });

  it("brings what was posted, and the answer, without reading the ledger again", async () => {
    const { listen, server, spine } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    const readsBefore = spine.reads();
    const stored = await server.post(
      "/api/widget/messages",
      { clientId: "client-0001", text: "你好" },
      bearer("token-visitor-1"),
    );
    expect(stored.status).toBe(202);
    const own = await stream.next("message");
    expect(own).toMatchObject({ id: "1", data: { seq: 1, clientId: "client-0001", author: { type: "shopper" }, text: "你好" } });
    expect(await stream.texts(1)).toEqual(["2 答：你好"]);
    expect(spine.reads()).toBe(readsBefore);
  });

  it("reads what another process committed", async () => {
    const { listen, spine, visitor } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    spine.commit(visitor.lane, [{ text: "一" }, { text: "二" }], { elsewhere: true });
    spine.commit(visitor.lane, [{ text: "三" }], { elsewhere: true });
    expect(await stream.texts(3)).toEqual(["1 一", "2 二", "3 三"]);
  });

  it("goes on after the cursor; Last-Event-ID comes before since", async () => {
    const { listen, spine, visitor } = await oneVisitor();
    spine.commit(visitor.lane, [{ text: "一" }, { text: "二" }, { text: "三" }]);
    expect(await (await listen(1)).texts(2)).toEqual(["2 二", "3 三"]);
    expect(await (await listen(0, { "last-event-id": "2" })).texts(1)).toEqual(["3 三"]);
  });

  it("brings a long history whole and in order", async () => {
    const { listen, spine, visitor } = await oneVisitor();
    const texts = Array.from({ length: 450 }, (_, index) => ({ text: `第${index + 1}句` }));
    spine.commit(visitor.lane, texts);
    const stream = await listen();
    expect(await stream.texts(450)).toEqual(texts.map(({ text }, index) => `${index + 1} ${text}`));
  });

  it("never carries remarks for colleagues, and does not stumble over their numbers", async () => {
    const { listen, spine, visitor } = await oneVisitor();
    spine.commit(visitor.lane, [{ text: "一" }, { text: "内部", internal: true }]);
    const stream = await listen();
    expect(await stream.texts(1)).toEqual(["1 一"]);
    spine.commit(visitor.lane, [{ text: "内部二", internal: true }, { text: "四" }]);
    spine.commit(visitor.lane, [{ text: "内部三", internal: true }], { elsewhere: true });
    spine.commit(visitor.lane, [{ text: "六" }]);
    expect(await stream.texts(2)).toEqual(["4 四", "6 六"]);
  });

  it("says nothing twice when news comes twice, late or overlapping", async () => {
    const { listen, spine, visitor } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    spine.commit(visitor.lane, [{ text: "一" }, { text: "二" }]);
    const messages = spine.lines(visitor.lane);
    const news = { lane: visitor.lane, seq: 2, isStateChanged: false };
    spine.tell(news);
    spine.tell({ ...news, seq: 1 });
    spine.commit(visitor.lane, [{ text: "三" }], { elsewhere: true });
    spine.commit(visitor.lane, [{ text: "四" }]);
    expect(messages).toHaveLength(4);
    expect(await stream.texts(4)).toEqual(["1 一", "2 二", "3 三", "4 四"]);
    spine.commit(visitor.lane, [{ text: "五" }]);
    expect(await stream.texts(1)).toEqual(["5 五"]);
  });

  it("misses nothing that is committed while it reads", async () => {
    const { spine, visitors, visitor } = await oneVisitor();
    const held: (() => void)[] = [];
    // The read sees what was there when it began, and ends when the test lets it.
    const history: typeof visitors.history = async (...asked) => {
      const told = await visitors.history(...asked);
      await new Promise<void>((resolve) => held.push(resolve));
      return told;
    };
    const server = await startWebServer({ visitors: { ...visitors, history }, spine });
    const stream = await listenTo(`${server.base}/api/widget/events`, bearer("token-visitor-1"));
    onTestFinished(stream.close);
    await expect.poll(() => held.length).toBe(1);
    spine.commit(visitor.lane, [{ text: "一" }]);
    spine.commit(visitor.lane, [{ text: "二" }], { elsewhere: true });
    held.shift()?.();
    await expect.poll(() => held.length).toBe(1);
    spine.commit(visitor.lane, [{ text: "三" }]);
    held.shift()?.();
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.();
    expect(await stream.texts(3)).toEqual(["1 一", "2 二", "3 三"]);
  });

  it("shows that the bot is writing only when the answer takes long", async () => {
    const quick = await oneVisitor();
    const answered = await quick.listen();
    await answered.next("state");
    const spine = createFakeSpine();
    const server = await startWebServer({
      visitors: quick.visitors,
      spine: { onMoved: spine.onMoved, receive: async () => "stored" },
    });
    const waiting = await listenTo(`${server.base}/api/widget/events`, bearer("token-visitor-1"));
    onTestFinished(waiting.close);
    await waiting.next("state");
    const message = { clientId: "client-0001", text: "你好" };
    await quick.server.post("/api/widget/messages", message, bearer("token-visitor-1"));
    await server.post("/api/widget/messages", message, bearer("token-visitor-1"));
    expect(await waiting.next()).toEqual({ event: "typing", id: undefined, data: { who: "bot" } });
    // The other one was asked earlier: its “is typing” would have come by now.
    quick.spine.commit(quick.visitor.lane, [{ text: "再见" }]);
    const seen = [await answered.next(), await answered.next(), await answered.next()];
    expect(seen.map((found) => found?.event)).toEqual(["message", "message", "message"]);
  });

  it("reads what it never heard of before it passes news on", async () => {
    const { spine, visitors, visitor } = await oneVisitor();
    let isDeaf = true;
    const onMoved: typeof spine.onMoved = (listener) => spine.onMoved((moved) => (isDeaf ? undefined : listener(moved)));
    const server = await startWebServer({ visitors, spine: { ...spine, onMoved } });
    const stream = await listenTo(`${server.base}/api/widget/events`, bearer("token-visitor-1"));
    onTestFinished(stream.close);
    await stream.next("state");
    spine.commit(visitor.lane, [{ text: "一" }]);
    isDeaf = false;
    spine.commit(visitor.lane, [{ text: "二" }]);
    expect(await stream.texts(2)).toEqual(["1 一", "2 二"]);
  });

  it("whose reader does not keep up is cut off", async () => {
    const { spine, visitor, server } = await oneVisitor();
    const { hostname, port } = new URL(server.base);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    socket.write("GET /api/widget/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-visitor-1\r\n\r\n");
    await expect.poll(() => server.channel.countStreams()).toBe(1);
    socket.pause();
    const long = "字".repeat(5_000);
    for (let count = 0; count < 1_000 && server.channel.countStreams() > 0; count += 1) {
      spine.commit(visitor.lane, [{ text: long }]);
      if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => server.channel.countStreams()).toBe(0);
  });

  it("lives on when the channel is started again", async () => {
    const { listen, server, spine, visitor } = await oneVisitor();
    await server.channel.stop();
    await server.channel.start(spine.receive);
    const stream = await listen();
    await stream.next("state");
    spine.commit(visitor.lane, [{ text: "一" }]);
    expect(await stream.texts(1)).toEqual(["1 一"]);
  });

  it("tells how the talk stands only when that changed", async () => {
    const { listen, spine, visitor, visitors } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    spine.commit(visitor.lane, [], { isStateChanged: true });
    visitors.setState({ status: "assigned", agentName: "小林", timezone: "Asia/Shanghai" });
    spine.commit(visitor.lane, [], { isStateChanged: true });
    expect(await stream.next()).toMatchObject({ event: "state", data: { status: "assigned", agentName: "小林" } });
  });

  it("tells those who wait when their place changed through others", async () => {
    const { listen, visitors } = await oneVisitor({ heartbeatMs: 30 });
    visitors.setState({ status: "queued", position: 2, timezone: "Asia/Shanghai" });
    const stream = await listen();
    expect(await stream.next("state")).toMatchObject({ data: { position: 2 } });
    visitors.setState({ status: "queued", position: 1, wait: { fromMinutes: 1, toMinutes: 3 }, timezone: "Asia/Shanghai" });
    expect(await stream.next("state")).toMatchObject({ data: { position: 1, waitMinutes: { from: 1, to: 3 } } });
  });

  it("keeps a quiet stream alive with comments", async () => {
    const { listen } = await oneVisitor({ heartbeatMs: 30 });
    const stream = await listen();
    await stream.next("state");
    await stream.next("comment");
    await stream.next("comment");
    expect(stream.comments()).toBeGreaterThanOrEqual(2);
  });

  it("shows who is writing", async () => {
    const { listen, server, visitor } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    server.channel.showTyping(visitor.lane, { who: "agent", name: "小林" });
    expect(await stream.next()).toEqual({ event: "typing", id: undefined, data: { who: "agent", name: "小林" } });
  });

  it("brings nothing of another visitor", async () => {
    const { listen, spine, visitor, visitors } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    spine.commit(visitors.visitor("visitor-2").lane, [{ text: "别人的话" }]);
    spine.commit(visitor.lane, [{ text: "自己的话" }]);
    expect(await stream.texts(1)).toEqual(["1 自己的话"]);
  });

  it("is the oldest of seven to end", async () => {
    const { listen, spine, visitor, server } = await oneVisitor();
    const streams = [];
    for (let count = 0; count < 7; count += 1) streams.push(await listen());
    expect(await streams[0]?.next("bye")).toMatchObject({ data: { because: "too-many-streams" } });
    expect(await streams[0]?.next()).toBeUndefined();
    spine.commit(visitor.lane, [{ text: "一" }]);
    for (const stream of streams.slice(1)) expect(await stream.texts(1)).toEqual(["1 一"]);
    expect(server.channel.countStreams()).toBe(6);
  });

  it("ends with a goodbye at the stop, and nothing is taken in after it", async () => {
    const { listen, server, spine } = await oneVisitor();
    const stream = await listen();
    await stream.next("state");
    await server.channel.stop();
    expect(await stream.next("bye")).toMatchObject({ data: { because: "stopping" } });
    expect(await stream.next()).toBeUndefined();
    const late = await server.post("/api/widget/messages", { clientId: "client-0001", text: "你好" }, bearer("token-visitor-1"));
    expect(late.status).toBe(503);
    expect(late.headers.get("retry-after")).toBe("2");
    expect(spine.received).toEqual([]);
  });

  it("is cut off when the ledger cannot be read, so that the widget connects again", async () => {
    const { spine, visitors, visitor } = await oneVisitor();
    let isAway = false;
    const history: typeof visitors.history = async (...asked) => {
      if (isAway) throw new Error("the database is away");
      return visitors.history(...asked);
    };
    const server = await startWebServer({ visitors: { ...visitors, history }, spine });
    const stream = await listenTo(`${server.base}/api/widget/events`, bearer("token-visitor-1"));
    await stream.next("state");
    isAway = true;
    spine.commit(visitor.lane, [{ text: "一" }], { elsewhere: true });
    await expect(stream.next("message")).rejects.toThrow();
    expect(server.reported).toHaveLength(1);
  });
});

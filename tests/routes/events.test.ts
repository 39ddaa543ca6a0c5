import { afterAll, beforeAll, expect, it } from "vitest";
import type { Spine } from "../../src/core/spine.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type Browser, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";
import { DESK_LANE, storeId } from "../../src/core/ids.ts";
import type { ParkedList } from "../../src/desk/api.ts";

const EVENTS = "/api/console/events";
const OTHER = storeId("store-2");
/** So rarely that what is told within a test was not told by it. */
const SELDOM_MS = 600_000;

describeOnEachDatabase("The console's live stream", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let isStuck = false;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    const sometimesStuck = (real: Spine): Spine => ({
      ...real,
      settled: (id, giveUp) => (isStuck ? until(giveUp) : real.settled(id, giveUp)),
    });
    server = await startConsole(db, { beatMs: SELDOM_MS, waitMs: 100, spine: sometimesStuck });
  });
  afterAll(() => server.close());

  async function listen(browser: Browser, at = server.origin): Promise<Listening> {
    const stop = new AbortController();
    const response = await fetch(`${at}${EVENTS}`, { headers: { cookie: browser.cookie() }, signal: stop.signal });
    return { response, frames: framesOf(response), stop: () => stop.abort() };
  }

  it("names the conversations that moved, only those of one's own stores", async () => {
    const agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
    const { response, frames, stop } = await listen(agent);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await server.world.spine.submit(messageFrom("bob", "多久发货", { store: OTHER }));
    await server.world.spine.idle();
    await server.world.spine.submit(messageFrom("alice", "多久发货"));
    const moved = await db.prisma.conversation.findFirst({ where: { storeId: OTHER } });
    const frame = await next(frames, "conversation");
    expect(JSON.parse(frame)).toEqual({ conversationId: expect.not.stringContaining(moved?.id ?? "-"), storeId: STORE });
    stop();
  });

  it("tells those responsible how many events are set aside, within their stores", async () => {
    const admin = await server.person({ role: "admin" });
    const own = await server.person({ role: "supervisor", stores: [STORE] });
    const beating = await startConsole(db, { beatMs: 20 });
    const [all, one] = [await listen(admin, beating.origin), await listen(own, beating.origin)];
    const lane = { id: "lane-of-the-parked", storeId: STORE };
    await db.prisma.lane.create({ data: lane });
    const parked = { laneId: lane.id, fingerprint: "f", payload: {}, receivedAt: new Date(), parkedAt: new Date() };
    await db.prisma.incoming.createMany({ data: [{ ...parked, id: "p1", storeId: STORE }, { ...parked, id: "p2", storeId: OTHER }, { ...parked, id: "p3" }] }); // prettier-ignore
    expect(JSON.parse(await next(all.frames, "parked"))).toEqual({ count: 3 });
    expect(JSON.parse(await next(one.frames, "parked"))).toEqual({ count: 1 });
    await db.prisma.incoming.deleteMany({ where: { id: { in: ["p1", "p2", "p3"] } } });
    expect(JSON.parse(await next(one.frames, "parked"))).toEqual({ count: 0 });
    all.stop();
    one.stop();
    await beating.close();
  });

  it("shows what the desk itself set aside to admins alone, and says at once that it was taken up", async () => {
    const [admin, supervisor] = [
      await server.person({ role: "admin" }),
      await server.person({ role: "supervisor", stores: [STORE] }),
    ];
    await db.prisma.lane.createMany({ data: [{ id: DESK_LANE }], skipDuplicates: true });
    const payload = { type: "staffing-changed", id: "staffing-parked", lane: DESK_LANE, at: 0 };
    const times = { receivedAt: new Date(), parkedAt: new Date(), attempts: 5, lastError: "it broke" };
    await db.prisma.incoming.create({ data: { id: payload.id, laneId: DESK_LANE, fingerprint: "f", payload, ...times } });
    const { frames, stop } = await listen(admin);
    expect(JSON.parse(await next(frames, "parked"))).toEqual({ count: 1 });
    const { items } = (await admin.get("/api/console/parked")).json as ParkedList;
    expect(items).toEqual([expect.objectContaining({ id: payload.id, event: "staffing-changed", error: "it broke" })]);
    expect(items[0]?.store).toBeUndefined();
    expect((await supervisor.get("/api/console/parked")).json).toEqual({ items: [] });
    const retry = `/api/console/parked/${payload.id}/retry`;
    expect((await supervisor.post(retry, {})).status).toBe(404);
    expect((await admin.post(retry, {})).status).toBe(204);
    expect(JSON.parse(await next(frames, "parked"))).toEqual({ count: 0 });
    await server.world.spine.idle();
    expect((await db.prisma.incoming.findUniqueOrThrow({ where: { id: payload.id } })).handledAt).not.toBeNull();
    stop();
  });

  it("ends at once for a person who is switched off, whose password was reset or who signed out", async () => {
    const request = { name: "x", role: "agent", stores: [STORE] } as const;
    const [off, reset, out] = [await server.person(request), await server.person(request), await server.person(request)];
    const streams = [await listen(off), await listen(reset), await listen(out)];
    await server.accounts.change(off.id, { ...request, email: off.email, disabled: true });
    await server.accounts.resetPassword({ id: reset.id });
    await out.post("/api/auth/sign-out", {});
    for (const { frames } of streams) expect(await ended(frames)).toBe(true);
  });

  it("follows a change of stores while it is open", async () => {
    const request = { name: "y", role: "supervisor", stores: [STORE] } as const;
    const person = await server.person(request);
    const { frames, stop } = await listen(person);
    await server.accounts.change(person.id, { ...request, email: person.email, stores: [OTHER] });
    // The change is heard through the database: say something new until it arrived.
    let frame = "";
    void next(frames, "conversation").then((first) => (frame = first));
    for (let n = 0; frame === "" && n < 500; n += 1) {
      await server.world.spine.submit(messageFrom(`carol-${n}`, "多久发货", { store: OTHER }));
      await server.world.spine.idle();
    }
    expect(JSON.parse(frame)).toMatchObject({ storeId: OTHER });
    stop();
  });

  it("is refused to merchants and to the twenty-first window of one person", async () => {
    const merchant = await server.person({ role: "merchant", stores: [STORE] });
    expect((await merchant.get(EVENTS)).status).toBe(403);
    const agent = await server.person({ role: "agent", stores: [STORE] });
    const windows = [];
    for (let n = 0; n < 20; n += 1) windows.push(await listen(agent));
    const refused = await agent.get(EVENTS);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    for (const { stop } of windows) stop();
  });

  it("says that a slow act is stored, and tells its outcome when it is sent again", async () => {
    await server.world.spine.submit(messageFrom("dave", "能刻字吗"));
    await server.world.spine.idle();
    const conversation = await db.prisma.conversation.findFirstOrThrow({ where: { personName: "dave" } });
    const agent = await server.person({ role: "supervisor", agentId: `agent-${OTHER}`, stores: [STORE] });
    await db.prisma.agentStore.create({ data: { agentId: `agent-${OTHER}`, storeId: STORE } });
    const claim = () => agent.post(`/api/console/conversations/${conversation.id}/claim`, { clientId: "slow-claim-1" });
    isStuck = true;
    const slow = await claim();
    isStuck = false;
    expect([slow.status, slow.text, slow.headers.get("retry-after")]).toEqual([
      503,
      expect.stringContaining("It is stored"),
      "5",
    ]);
    const again = await claim();
    expect(again.status).toBe(200);
    expect(await db.prisma.incoming.count({ where: { id: `console:${agent.id}:slow-claim-1` } })).toBe(1);
  });
});

/** Somebody whom nobody ever answers, until they give up. */
function until(giveUp: AbortSignal | undefined): Promise<undefined> {
  return new Promise((resolve) => giveUp?.addEventListener("abort", () => resolve(undefined)));
}

interface Listening {
  readonly response: Response;
  readonly frames: AsyncGenerator<string>;
  readonly stop: () => void;
}

async function* framesOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const frames = text.split("\n\n");
    text = frames.pop() ?? "";
    yield* frames;
  }
}

/** The data of the next frame of this event. */
async function next(frames: AsyncGenerator<string>, event: string): Promise<string> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done === true) throw new Error(`the stream ended before an event ${event}`);
    const [name, data] = value.split("\n");
    if (name === `event: ${event}`) return data?.replace("data: ", "") ?? "";
  }
}

async function ended(frames: AsyncGenerator<string>): Promise<boolean> {
  for (;;) if ((await frames.next()).done === true) return true;
}

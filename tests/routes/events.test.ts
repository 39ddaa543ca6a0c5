import { afterAll, beforeAll, expect, it } from "vitest";
import type { Spine } from "../../src/core/spine.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type Browser, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";
import { DESK_LANE, storeId } from "../../src/core/ids.ts";
import type { ConversationChanged, ParkedList } from "../../src/desk/api.ts";
import { listenTo, type StreamEvent } from "../support/web-server.ts";

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
    const told = { conversationId: expect.not.stringContaining(moved?.id ?? "-"), storeId: STORE };
    expect(JSON.parse(frame)).toEqual({ ...told, seq: 2, status: "bot", isStateChanged: true });
    stop();
  });

  it("goes on where it was cut in the middle of a burst, also at another process: nothing missing, twice or foreign", async () => {
    const agent = await server.person({ role: "agent", stores: [STORE] });
    const cookie = { cookie: agent.cookie() };
    const elsewhere = databases.kind === "postgresql" ? await startConsole(db, { beatMs: SELDOM_MS }) : server;
    const first = await listenTo(`${server.origin}${EVENTS}`, cookie);
    const begun = await first.next("begun");
    const heard: (StreamEvent | undefined)[] = [];

    const burst = sayAll(server, ["甲", "乙", "丙", "丁"], 4);
    for (let n = 0; n < 3; n += 1) heard.push(await first.next("conversation"));
    first.close();
    await burst;
    const again = await listenTo(`${elsewhere.origin}${EVENTS}`, { ...cookie, "last-event-id": heard[2]?.id ?? "" });
    const resumed = await again.next("resumed");
    await sayAll(elsewhere, ["甲", "戊"], 2);
    await sayAll(server, ["丙", "己"], 1);

    const told = await db.prisma.consoleEvent.findMany({ where: { n: { gt: Number(begun?.id) }, storeId: STORE }, orderBy: { n: "asc" } }); // prettier-ignore
    while (heard.length < told.length) heard.push(await again.next("conversation"));
    expect(resumed).toMatchObject({ event: "resumed", id: heard[2]?.id });
    expect(heard.map((event) => Number(event?.id))).toEqual(told.map(({ n }) => Number(n)));
    const changes = heard.map((event) => event?.data as ConversationChanged);
    expect(changes.every(({ storeId: store }) => store === STORE)).toBe(true);
    const upTo = new Map(changes.map(({ conversationId, seq }) => [conversationId, seq]));
    expect([...upTo].toSorted()).toEqual(await lastLines(db, [...upTo.keys()]));
    expect(upTo.size).toBe(6);
    again.close();
    if (elsewhere !== server) await elsewhere.close();
  });

  it("says that things must be read again when nobody was ever told the number somebody heard last", async () => {
    const agent = await server.person({ role: "agent", stores: [STORE] });
    const stream = await listenTo(`${server.origin}${EVENTS}?after=123456789`, { cookie: agent.cookie() });
    const last = await db.prisma.consoleEvent.findFirst({ orderBy: { n: "desc" } });
    expect(await stream.next("reset")).toEqual({ event: "reset", id: String(last?.n ?? 0), data: { missed: 0 } });
    stream.close();
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

  it("tells merchants which requests of their stores wait for them, and nothing else", async () => {
    const merchant = await server.person({ role: "merchant", stores: [STORE] });
    await db.prisma.userStore.updateMany({ where: { userId: merchant.id }, data: { approver: true } });
    const onlooker = await server.person({ role: "merchant", stores: [STORE] });
    const supervisor = await server.person({ role: "supervisor", stores: [STORE, OTHER] });
    await server.world.spine.submit(messageFrom("requester", "杯子碎了"));
    await server.world.spine.submit(messageFrom("requester", "杯子碎了", { store: OTHER }));
    await server.world.spine.idle();
    const written = async (id: string, store: string, deciders: readonly string[]): Promise<void> => {
      const { id: conversationId } = await db.prisma.conversation.findFirstOrThrow({
        where: { personName: "requester", storeId: store },
      });
      const asked = { askedById: `agent-${store}`, askedByUserId: "somebody", askedByName: "李雷" };
      const at = { askedAt: new Date(0), dueAt: new Date(1) };
      const data = { id, storeId: store, conversationId, kind: "other", words: "换货吗", state: "open", ...asked, ...at };
      await db.prisma.request.create({ data: { ...data, deciders: [...deciders] } });
    };
    // A second try of this test finds none of the first.
    await db.prisma.request.updateMany({ where: { state: "open" }, data: { state: "expired" } });
    const suffix = merchant.id;
    await written(`both-${suffix}`, STORE, ["supervisor", "merchant"]);
    await written(`vendor-${suffix}`, STORE, ["supervisor"]);
    await written(`other-${suffix}`, OTHER, ["merchant"]);
    const first = async (browser: Browser): Promise<unknown> => {
      const { frames, stop } = await listen(browser);
      const told: unknown = JSON.parse(await next(frames, "requests"));
      stop();
      return told;
    };
    expect(await first(merchant)).toEqual({ ids: [`both-${suffix}`], mine: [`both-${suffix}`] });
    expect(await first(onlooker)).toEqual({ ids: [`both-${suffix}`], mine: [] });
    expect(await first(supervisor)).toEqual({
      ids: [`both-${suffix}`, `other-${suffix}`, `vendor-${suffix}`],
      mine: [`both-${suffix}`, `vendor-${suffix}`],
    });
    const stream = await listenTo(`${server.origin}${EVENTS}`, { cookie: merchant.cookie() });
    // The first tells a browser when to come back.
    const begun = [await stream.next(), await stream.next(), await stream.next()];
    expect(begun.map((event) => event?.event)).toEqual(["", "begun", "requests"]);
    await db.prisma.request.updateMany({ where: { id: `both-${suffix}` }, data: { state: "withdrawn" } });
    // Any change of a state makes the streams look; of the conversation itself merchants hear nothing.
    await server.world.spine.submit(messageFrom("requester-2", "多久发货"));
    expect(await stream.next()).toMatchObject({ event: "requests", data: { ids: [], mine: [] } });
    stream.close();
  });

  it("is refused to the twenty-first window of one person", async () => {
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

/** Each of them says so many things in both stores, all at once. */
async function sayAll({ world }: ConsoleServer, people: readonly string[], times: number): Promise<void> {
  const said = people.flatMap((name) =>
    [STORE, OTHER].flatMap((store) =>
      Array.from({ length: times }, () => world.spine.submit(messageFrom(name, "多久发货", { store }))),
    ),
  );
  await Promise.all(said);
  await world.spine.idle();
}

/** The number of the last line of each conversation, by the ledger. */
async function lastLines(db: Database, ids: readonly string[]): Promise<readonly (readonly [string, number])[]> {
  const lines = await db.prisma.message.groupBy({
    by: ["conversationId"],
    where: { conversationId: { in: [...ids] } },
    _max: { seq: true },
  });
  return lines.map(({ conversationId, _max }) => [conversationId, _max.seq ?? 0] as const).toSorted();
}

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
    const lines = value.split("\n");
    if (lines.includes(`event: ${event}`)) return lines.find((line) => line.startsWith("data: "))?.replace("data: ", "") ?? "";
  }
}

async function ended(frames: AsyncGenerator<string>): Promise<boolean> {
  for (;;) if ((await frames.next()).done === true) return true;
}

import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { AlertList } from "../../src/alerts/api.ts";
import type { AuditPage } from "../../src/audit/api.ts";
import { createLog } from "../../src/infra/log.ts";
import type { DeliveryPage, DeliveryRow, WebhookCreated, WebhookList, WebhookRow } from "../../src/webhooks/api.ts";
import { deliverDue } from "../../src/webhooks/deliver.ts";
import { createSend } from "../../src/webhooks/send.ts";
import { dropOldDeliveries } from "../../src/webhooks/store/deliveries.ts";
import type { SignedIn } from "../support/console-server.ts";
import { faultIn } from "../support/described-answers.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { startListening, type ListeningServer } from "../support/listening-server.ts";
import { acted, OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { STORE } from "../support/worlds.ts";

const BASE = "/api/console/webhooks";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describeOnEachDatabase("Webhooks", (databases) => {
  let db: Staffed["db"];
  let server: Staffed["server"];
  let agent: SignedIn;
  let supervisor: SignedIn;
  let admin: SignedIn;
  let outside: ListeningServer;
  let now: number;
  const { handedOver, act } = staffConsole(databases, (staffed) => ({ db, server, agent, supervisor } = staffed), {
    toPrivate: true,
  });

  beforeAll(async () => {
    outside = await startListening();
    admin = await server.person({ role: "admin", name: "老板" });
  });
  afterAll(() => outside.close());
  beforeEach(async () => {
    now = server.world.clock.now();
    await db.prisma.webhook.deleteMany();
  });

  const log = createLog("silent");
  const send = createSend({ toPrivate: true });
  /** Long enough for a busy machine that answers at once. */
  const sendImpatiently = createSend({ toPrivate: true, withinMs: 1_000 });
  const deliver = (by = send): Promise<number> => deliverDue({ db, send: by, now: () => now, log });
  const heardAt = (path: string) => outside.heard.filter((one) => one.path === path);
  async function listening(path: string, changes: Partial<WebhookRow> = {}): Promise<WebhookCreated> {
    const body = { url: `${outside.origin}${path}`, stores: [], kinds: ["conversation.replied"], ...changes };
    const made = await admin.post(BASE, body);
    expect([made.status, made.json]).toMatchObject([201, { secret: expect.stringMatching(/^whsec_/) }]);
    return made.json as WebhookCreated;
  }
  const deliveries = async (id: string, query = ""): Promise<DeliveryPage> =>
    (await admin.get(`${BASE}/${id}/deliveries${query}`)).json as DeliveryPage;
  const row = async (id: string): Promise<WebhookRow | undefined> =>
    ((await admin.get(BASE)).json as WebhookList).items.find((one) => one.id === id);
  async function test(id: string): Promise<DeliveryRow> {
    const answer = await admin.post(`${BASE}/${id}/test`, {});
    expect(answer.status).toBe(202);
    return answer.json as DeliveryRow;
  }

  it("tell what happens to a conversation, in order, signed so that the listener can check it", async () => {
    const kinds = ["conversation.opened", "conversation.escalated", "conversation.assigned", "conversation.replied", "conversation.closed"] as const; // prettier-ignore
    const { secret } = await listening("/ok", { kinds });
    const before = heardAt("/ok").length;
    const id = await handedOver();
    const { epoch } = acted(await act(id, "claim", {})).conversation;
    acted(await act(id, "reply", { epoch, text: "不要给同事以外的人看", internal: true }));
    acted(await act(id, "reply", { epoch, text: "我打 13912345678 给您", internal: false }));
    acted(await act(id, "close", { epoch }));
    await deliver();
    const told = heardAt("/ok").slice(before);
    expect(told.map(({ body }) => JSON.parse(body).type).sort()).toEqual([...kinds].sort());
    expect(told.map(({ body }) => faultIn("WebhookMessage", JSON.parse(body)))).toEqual(kinds.map(() => undefined));
    const replied = told.find(({ body }) => body.includes("conversation.replied"));
    expect(JSON.parse(replied?.body ?? "")).toMatchObject({
      data: { store: { id: STORE }, conversation: { id, agent: { name: "李雷" } }, text: "我打 139****5678 给您" },
    });
    const { "webhook-id": messageId, "webhook-timestamp": at, "webhook-signature": signature } = replied?.headers ?? {};
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    expect(signature).toBe(
      `v1,${createHmac("sha256", key)
        .update(`${String(messageId)}.${String(at)}.${replied?.body}`)
        .digest("base64")}`,
    );
    expect(Number(at)).toBe(Math.floor(now / 1000));
    expect(told.map(({ body }) => body).join()).not.toContain("不要给同事以外的人看");
    expect(await deliver()).toBe(0);
  });

  it("are told only of their stores and kinds, and of nothing that was rolled back", async () => {
    const { row: one } = await listening("/ok", { stores: [OTHER], kinds: ["conversation.opened"] });
    const { row: all } = await listening("/ok", { kinds: ["conversation.opened"] });
    await handedOver();
    await handedOver("能刻字吗", OTHER);
    expect((await deliveries(one.id)).items.map(({ store }) => store)).toEqual([OTHER]);
    expect((await deliveries(all.id)).items.map(({ store }) => store).sort()).toEqual([STORE, OTHER].sort());
    const failing = db.transaction(async (client) => {
      await client.query(`INSERT INTO "WebhookDelivery"("id", "webhookId", "eventId", "kind", "payload", "state", "createdAt") VALUES ('x', $1, 'x', 'test', '{}', 'waiting', now())`, [all.id]); // prettier-ignore
      throw new Error("the decision failed");
    });
    await expect(failing).rejects.toThrow("the decision failed");
    expect((await deliveries(all.id)).total).toBe(2);
  });

  it("are tried again with the same id and bytes until the listener answers, each try kept with what came back", async () => {
    const { row: hook } = await listening("/moody");
    const { eventId, id } = await test(hook.id);
    outside.answerMoody(503);
    await deliver();
    expect((await deliveries(hook.id)).items[0]).toMatchObject({
      id,
      state: "waiting",
      tries: 1,
      nextTryAt: new Date(now + MINUTE).toISOString(),
      last: { status: 503, answer: "told", ms: expect.any(Number) },
    });
    expect(await row(hook.id)).toMatchObject({ failing: { failures: 1 }, waiting: 1 });
    expect(await deliver()).toBe(0);
    now += MINUTE;
    outside.answerMoody(200);
    expect(await deliver()).toBe(1);
    expect((await deliveries(hook.id, "?state=delivered")).items[0]).toMatchObject({ tries: 2, last: { status: 200 } });
    expect(await row(hook.id)).toEqual({ ...hook, waiting: 0 });
    const [first, second] = heardAt("/moody").filter(({ headers }) => headers["webhook-id"] === eventId);
    expect([second?.body, second?.headers["webhook-timestamp"]]).toEqual([first?.body, String(Math.floor(now / 1000))]);
  });

  it.each([
    ["/500", { status: 500, answer: "<h1> Ouch</h1>" }],
    ["/redirect", { status: 302 }],
    ["/slow", { fault: { code: "too-slow" } }],
    ["/close", { fault: { code: "cut-off" } }],
  ])("wait for another try after %s", async (path, last) => {
    const followed = heardAt("/ok").length;
    const { row: hook } = await listening(path);
    await test(hook.id);
    await deliver(path === "/slow" ? sendImpatiently : send);
    expect((await deliveries(hook.id)).items[0]).toMatchObject({ state: "waiting", tries: 1, last });
    expect(heardAt("/ok").length).toBe(followed);
  });

  it.each([["/endless"], ["/broken"]])("count what was answered, and read no more than they need of %s", async (path) => {
    const { row: hook } = await listening(path);
    await test(hook.id);
    await deliver();
    const [tried] = (await deliveries(hook.id)).items;
    expect(tried).toMatchObject({ state: "delivered", last: { status: 200 } });
    expect(tried?.last?.answer?.length).toBeLessThanOrEqual(300);
  });

  it("of others are told all there is while one does not answer", async () => {
    const { row: slow } = await listening("/slow");
    const { row: good } = await listening("/ok");
    for (const hook of [slow, good, good, good, good, good, good]) await test(hook.id);
    let told = 0;
    let isAllTold: () => void = () => undefined;
    const allTold = new Promise<void>((resolve) => void (isAllTold = resolve));
    const tried = await deliver(async ({ url }) => {
      if (url.endsWith("/slow")) await allTold;
      else if ((told += 1) === 6) isAllTold();
      return { type: "answered", status: 200, answer: "", ms: 1 };
    });
    expect([tried, told]).toEqual([7, 6]);
  });

  it("that takes long has its turn again in the next run", async () => {
    const { row: hook } = await listening("/ok");
    for (let n = 0; n < 6; n += 1) await test(hook.id);
    const tired = async () => ({ type: "answered", status: 200, answer: "", ms: 10_000 }) as const;
    expect([await deliver(tired), await deliver(tired), await deliver(tired)]).toEqual([5, 1, 0]);
  });

  it("of others go on while one is slow, and a crash in the middle of a try loses nothing", async () => {
    const { row: slow } = await listening("/slow");
    const { row: good } = await listening("/ok");
    for (const hook of [slow, good]) await test(hook.id);
    const crash = deliverDue({ db, send: () => Promise.reject(new Error("killed")), now: () => now, log });
    await expect(crash).rejects.toThrow("killed");
    expect(await deliver()).toBe(0);
    now += MINUTE;
    await deliver(sendImpatiently);
    expect((await deliveries(good.id)).items[0]).toMatchObject({ state: "delivered", tries: 2 });
    expect((await deliveries(slow.id)).items[0]).toMatchObject({ state: "waiting", tries: 2 });
  });

  it("are given up after a day, and sent again when somebody says so", async () => {
    const { row: hook } = await listening("/moody");
    const { id } = await test(hook.id);
    outside.answerMoody(500);
    for (let tries = 0; tries < 8; tries += 1) {
      await deliver();
      now += 10 * 60 * MINUTE;
    }
    expect((await deliveries(hook.id, "?state=failed")).items[0]).toMatchObject({ id, tries: 8 });
    outside.answerMoody(200);
    server.world.clock.set(new Date(now).toISOString());
    const again = await admin.post(`${BASE}/${hook.id}/deliveries/${encodeURIComponent(id)}/again`, {});
    expect(again.json).toMatchObject({ state: "waiting", tries: 0 });
    await deliver();
    expect((await deliveries(hook.id)).items[0]).toMatchObject({ id, state: "delivered" });
  });

  it("are switched off when they fail for days, which supervisors are alerted of, and wait until an admin switches them on", async () => {
    const { row: hook } = await listening("/moody", { stores: [STORE] });
    outside.answerMoody(500);
    for (let day = 0; day < 4; day += 1) {
      for (let n = 0; n < 3; n += 1) await test(hook.id);
      await deliver();
      now += DAY;
      server.world.clock.set(new Date(now).toISOString());
    }
    expect(await row(hook.id)).toMatchObject({ off: { because: "failing" } });
    const alerts = ((await supervisor.get("/api/console/alerts")).json as AlertList).items;
    expect(alerts.filter(({ reason }) => reason.code === "alert-webhook-failing")).toHaveLength(1);
    expect(await deliver()).toBe(0);
    const { url, stores, kinds } = hook;
    outside.answerMoody(200);
    expect((await admin.put(`${BASE}/${hook.id}`, { url, stores, kinds, isOn: true })).json).not.toHaveProperty("off");
    expect(await deliver()).toBeGreaterThan(0);
    expect(await row(hook.id)).toMatchObject({ waiting: 0 });
  });

  it("that say they are gone are switched off at once", async () => {
    const { row: hook } = await listening("/410", { stores: [STORE] });
    await test(hook.id);
    await deliver();
    expect(await row(hook.id)).toMatchObject({ off: { because: "gone" } });
    expect((await deliveries(hook.id)).items[0]).toMatchObject({ state: "failed" });
  });

  it("never connect to a private address, also where a name leads to one only now", async () => {
    const { row: hook } = await listening("/ok", { url: "https://localhost/in" });
    await test(hook.id);
    const before = outside.heard.length;
    const rebound = createSend({
      toPrivate: false,
      lookup: ((_name: string, _options: object, told: (error: null, found: object[]) => void) =>
        told(null, [{ address: "8.8.8.8", family: 4 }, { address: "127.0.0.1", family: 4 }])) as never, // prettier-ignore
    });
    await deliverDue({ db, send: rebound, now: () => now, log });
    expect((await deliveries(hook.id)).items[0]?.last).toMatchObject({ fault: { code: "private-address" } });
    const literal = await createSend({ toPrivate: false })({ url: `${outside.origin}/ok`, headers: {}, body: "{}" });
    expect(literal).toMatchObject({ type: "unanswered", fault: "private-address" });
    expect(outside.heard.length).toBe(before);
  });

  it("are made, changed and removed by admins only, and leave what was done in the log, but never the secret", async () => {
    for (const person of [agent, supervisor]) expect((await person.get(BASE)).status).toBe(403);
    const { row: hook, secret } = await listening("/ok");
    const changed = await admin.put(`${BASE}/${hook.id}`, { url: hook.url, stores: [STORE], kinds: hook.kinds, isOn: false });
    expect(changed.json).toMatchObject({ stores: [STORE], off: { because: "person" } });
    expect((await admin.send("DELETE", `${BASE}/${hook.id}`, {})).status).toBe(204);
    expect((await admin.get(BASE)).text).not.toContain(secret);
    const entries = ((await admin.get("/api/console/audit?act=webhook")).json as AuditPage).items.slice(0, 3);
    expect(entries.map(({ act: done, byName }) => [done, byName])).toEqual([["webhook.removed", "老板"], ["webhook.changed", "老板"], ["webhook.created", "老板"]]); // prettier-ignore
    expect(entries[1]).toMatchObject({ before: { stores: [], isOn: true }, after: { stores: [STORE], isOn: false } });
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it.each([
    [{ url: "ftp://example.com" }, "url"],
    [{ stores: ["nowhere"] }, "stores"],
    [{ stores: ["shared"] }, "stores"],
    [{ kinds: [] }, "kinds"],
    [{ kinds: ["conversation.guessed"] }, "kinds.0"],
    [{ more: 1 }, "more"],
  ])("say what is wrong with %o", async (wrong, field) => {
    const body = { url: "https://example.com/", stores: [], kinds: ["conversation.closed"], ...wrong };
    expect((await admin.post(BASE, body)).json).toMatchObject({ status: 400, field });
  });

  it("are at most twenty, and keep what they sent for thirty days", async () => {
    const [first] = await Promise.all(Array.from({ length: 20 }, () => listening("/ok")));
    const body = { url: "https://example.com/", stores: [], kinds: ["conversation.closed"] };
    expect((await admin.post(BASE, body)).status).toBe(409);
    await test(first?.row.id ?? "");
    await dropOldDeliveries(db, server.world.clock.now() + 30 * DAY - MINUTE);
    expect((await deliveries(first?.row.id ?? "")).total).toBe(1);
    await dropOldDeliveries(db, server.world.clock.now() + 30 * DAY + MINUTE);
    expect((await deliveries(first?.row.id ?? "")).total).toBe(0);
  });
});

import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createLog } from "../../src/infra/log.ts";
import type { DeliveryRow, WebhookCreated } from "../../src/webhooks/api.ts";
import { deliverDue } from "../../src/webhooks/deliver.ts";
import { createSend } from "../../src/webhooks/send.ts";
import { forgetEarlierSecrets } from "../../src/webhooks/store/secrets.ts";
import type { SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { startListening, type ListeningServer } from "../support/listening-server.ts";
import { staffConsole, type Staffed } from "../support/staffed-console.ts";

const BASE = "/api/console/webhooks";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describeOnEachDatabase("Secrets of webhooks", (databases) => {
  let db: Staffed["db"];
  let server: Staffed["server"];
  let admin: SignedIn;
  let outside: ListeningServer;
  let now: number;
  staffConsole(databases, (staffed) => ({ db, server } = staffed), { toPrivate: true });

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
  const deliver = (): Promise<number> => deliverDue({ db, send: createSend({ toPrivate: true }), now: () => now, log });
  const heardAt = (path: string) => outside.heard.filter((one) => one.path === path);
  const listening = async (path: string): Promise<WebhookCreated> => {
    const body = { url: `${outside.origin}${path}`, stores: [], kinds: ["conversation.replied"] };
    return (await admin.post(BASE, body)).json as WebhookCreated;
  };
  const test = async (id: string): Promise<DeliveryRow> => (await admin.post(`${BASE}/${id}/test`, {})).json as DeliveryRow;

  it("change their secret without a gap: the one before signs beside it for the stated time, or until it is ended", async () => {
    const { row: hook, secret: first } = await listening("/ok");
    const rotate = async (body: object) => admin.post(`${BASE}/${hook.id}/secret`, body);
    const rotated = await rotate({ overlapHours: 2 });
    const { secret: second, row: after } = rotated.json as WebhookCreated;
    expect([rotated.status, after]).toEqual([201, { ...hook, earlierSecret: { until: new Date(now + 2 * 60 * MINUTE).toISOString() } }]); // prettier-ignore
    const known = async (): Promise<readonly boolean[]> => {
      const { eventId } = await test(hook.id);
      await deliver();
      const [told] = heardAt("/ok").filter(({ headers }) => headers["webhook-id"] === eventId);
      return [first, second].map((secret) => isSignedBy(secret, told));
    };
    expect(await known()).toEqual([true, true]);
    expect((await rotate({})).json).toMatchObject({ status: 409, reason: { zh: expect.stringContaining("旧密钥") } });
    const elsewhere = await admin.send("DELETE", `${BASE}/${hook.id}/earlier-secret`, {});
    expect([elsewhere.status, elsewhere.json]).toEqual([200, hook]);
    expect(await known()).toEqual([false, true]);
    expect((await rotate({ overlapHours: 169 })).json).toMatchObject({ status: 400, field: "overlapHours" });
    const { secret: third } = (await rotate({ overlapHours: 0 })).json as WebhookCreated;
    expect(await known()).toEqual([false, false]);
    const shown = [(await admin.get(BASE)).text, (await admin.get("/api/console/audit?act=webhook")).text].join();
    for (const secret of [first, second, third]) expect(shown).not.toContain(secret);
  });

  it("forget a secret when it signs no more", async () => {
    const { row: hook } = await listening("/ok");
    await admin.post(`${BASE}/${hook.id}/secret`, {});
    const kept = async () => (await db.prisma.webhook.findUniqueOrThrow({ where: { id: hook.id } })).earlierSecret;
    await forgetEarlierSecrets(db, now + DAY - 1);
    expect(await kept()).not.toBeNull();
    await forgetEarlierSecrets(db, now + DAY);
    expect(await kept()).toBeNull();
  });
});

/** As a receiver sees it: one of the signatures is made by this secret. */
function isSignedBy(secret: string, told: ListeningServer["heard"][number] | undefined): boolean {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures } = told?.headers ?? {};
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key)
    .update(`${String(id)}.${String(at)}.${told?.body}`)
    .digest("base64");
  return String(signatures).split(" ").includes(`v1,${expected}`);
}

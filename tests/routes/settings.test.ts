import { expect, it } from "vitest";
import type { SettingPage } from "../../src/settings/api.ts";
import { readStoreFile } from "../../src/stores/rules.ts";
import { saveStore } from "../../src/stores/store.ts";
import { loadRoster } from "../../src/staffing/store.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";
import type { SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { STORE } from "../support/worlds.ts";

type Value = Readonly<Record<string, unknown>>;

const ROUTING = "/api/console/settings/routing";
const WAITS = "/api/console/settings/waits";
const REPLIES = `/api/console/stores/${STORE}/settings/replies`;
const CLOSING = `/api/console/stores/${STORE}/settings/closing`;
const GUARD = `/api/console/stores/${STORE}/settings/guard`;
const AT = Date.parse("2026-11-20T10:00:00+08:00");

describeOnEachDatabase("Settings", (databases) => {
  let staffed: Staffed;
  const { handedOver, act, detail } = staffConsole(databases, (given) => (staffed = given));

  const read = async (path: string, by: SignedIn = staffed.supervisor): Promise<SettingPage<Value>> =>
    (await by.get(path)).json as SettingPage<Value>;
  async function set(path: string, part: Value, by: SignedIn = staffed.supervisor): Promise<SettingPage<Value>> {
    const { version, value } = await read(path, by);
    const answer = await by.put(path, { version, value: { ...value, ...part } });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return read(path, by);
  }
  const deskLooksAt = async (): Promise<number | undefined> =>
    (await staffed.db.prisma.timer.findFirst({ where: { kind: "desk-look" } }))?.dueAt.getTime();

  it("of waits count on the running desk at once, for the offer that is open too", async () => {
    await handedOver();
    expect(await deskLooksAt()).toBe(AT + 45_000);
    await set(WAITS, { offerSeconds: 20 });
    await staffed.server.world.spine.idle();
    expect(await deskLooksAt()).toBe(AT + 20_000);
    await set(WAITS, { offerSeconds: 45 });
  });

  it("of routing count with the next decision, which names the roster it was made with", async () => {
    await set(ROUTING, { weights: { presale: 3 }, employerFirst: { [STORE]: "merchant" } });
    await handedOver();
    const rosters = await staffed.db.prisma.snapshot.findMany({ orderBy: { createdAt: "desc" } });
    expect(rosters.some(({ content }) => JSON.stringify(content).includes('"weights":{"presale":3}'))).toBe(true);
    expect((await loadRoster(staffed.db)).routing).toMatchObject({ weights: { presale: 3 } });
  });

  it("of replies count from the next clock on, and of the guard with the next reply", async () => {
    await set(REPLIES, { firstReplySeconds: 60, hours: "always" });
    const id = await handedOver();
    const { dueAt } = await staffed.db.prisma.escalation.findFirstOrThrow({ where: { conversationId: id } });
    expect(dueAt?.getTime()).toBe(AT + 60_000);
    await set(GUARD, { block: ["绝对包退"] });
    const { epoch } = acted(await act(id, "claim", {})).conversation;
    const stopped = await act(id, "reply", { epoch, text: "绝对包退的", internal: false });
    expect(stopped.json).toMatchObject({ status: 422, findings: [{ words: "绝对包退", level: "block" }] });
    expect((await detail(id)).messages.filter(({ author }) => author.type === "agent")).toEqual([]);
  });

  it("of closing count with the next conversation, have their history and are set by a file that names them", async () => {
    const { server, db } = staffed;
    await set(CLOSING, { closeAfterSilenceMinutes: 30 });
    const id = await handedOver();
    const timer = { kind: "shopper-silent", thing: id };
    expect((await db.prisma.timer.findFirst({ where: timer }))?.dueAt.getTime()).toBe(AT + 30 * 60_000);
    const read30 = await read(CLOSING);
    expect(read30.history[0]).toMatchObject({
      before: { closeAfterSilenceMinutes: 120 },
      after: { closeAfterSilenceMinutes: 30 },
    });
    const file = { key: `key-${STORE}`, name: "测试小店" };
    for (const said of [file, { ...file, closeAfterSilenceMinutes: 45 }]) {
      const given = readStoreFile(said);
      if (given.type === "refused") throw new Error(given.faults.join());
      expect((await read(CLOSING)).value).toEqual({ closeAfterSilenceMinutes: 30 });
      await saveStore(db, given.store, { by: "小王", at: AT });
    }
    const page = await read(CLOSING);
    expect([page.value, page.history[0]?.change]).toEqual([{ closeAfterSilenceMinutes: 45 }, "file"]);
    const undone = await staffed.supervisor.post(`${CLOSING}/restore`, { version: page.version, to: 0 });
    expect([undone.status, (await read(CLOSING)).value]).toEqual([200, { closeAfterSilenceMinutes: 120 }]);
    expect((await (await server.person({ role: "supervisor", stores: [OTHER] })).get(CLOSING)).status).toBe(404);
  });

  it("keep who changed what, and are taken back to any version", async () => {
    const first = await set(REPLIES, { warnAtPercent: 50 });
    const second = await set(REPLIES, { warnAtPercent: 90 });
    expect(second.history[0]).toMatchObject({
      version: second.version,
      change: "set",
      by: expect.stringContaining(staffed.supervisor.email),
    });
    expect([second.history[0]?.before["warnAtPercent"], second.history[0]?.after["warnAtPercent"]]).toEqual([50, 90]);
    const back = { version: second.version, to: first.version };
    expect((await staffed.supervisor.post(`${REPLIES}/restore`, back)).status).toBe(200);
    const third = await read(REPLIES);
    expect([third.value["warnAtPercent"], third.history[0]?.change]).toEqual([50, "restore"]);
    expect((await staffed.supervisor.post(`${REPLIES}/restore`, back)).status).toBe(409);
    expect((await staffed.supervisor.post(`${REPLIES}/restore`, { version: third.version, to: 99 })).status).toBe(404);
    const original = await staffed.supervisor.post(`${REPLIES}/restore`, { version: third.version, to: 0 });
    expect([original.status, (await read(REPLIES)).value]).toEqual([200, third.defaults]);
  });

  it("refuse what somebody changed meanwhile, and what is wrong by its field, and change nothing", async () => {
    const { version, value } = await read(WAITS);
    const stale = await staffed.supervisor.put(WAITS, { version: version - 1, value: { ...value, graceMinutes: 20 } });
    expect([stale.status, stale.json]).toEqual([409, expect.objectContaining({ field: "version" })]);
    const wrong = await staffed.supervisor.put(WAITS, { version, value: { ...value, graceMinutes: 0 } });
    expect([wrong.status, wrong.json]).toEqual([
      400,
      expect.objectContaining({
        field: "graceMinutes",
        reason: { zh: "请填 1 到 240 之间的整数", en: "a whole number from 1 to 240" },
      }),
    ]);
    const nowhere = { version: (await read(ROUTING)).version, value: { employerFirst: { nowhere: "vendor" } } };
    expect((await staffed.supervisor.put(ROUTING, nowhere)).json).toMatchObject({ field: "employerFirst.nowhere" });
    expect(await read(WAITS)).toMatchObject({ version, value });
    const same = await staffed.supervisor.put(WAITS, { version, value });
    expect([same.status, (await read(WAITS)).version]).toEqual([200, version]);
  });

  it("of the whole desk are changed only by who sees every store, and name no other stores to others", async () => {
    const { server, agent } = staffed;
    const some = await server.person({ role: "supervisor", stores: [OTHER] });
    await set(ROUTING, { employerFirst: { [STORE]: "merchant", [OTHER]: "vendor" } });
    const page = await read(ROUTING, some);
    expect([page.mayChange, page.value["employerFirst"]]).toEqual([false, { [OTHER]: "vendor" }]);
    expect(JSON.stringify(page.history)).not.toContain(STORE);
    expect((await some.put(ROUTING, { version: page.version, value: {} })).status).toBe(403);
    expect((await some.post(`${ROUTING}/restore`, { version: page.version, to: 0 })).status).toBe(403);
    expect((await some.get(REPLIES)).status).toBe(404);
    expect((await agent.get(ROUTING)).status).toBe(403);
  });

  it("that a file brings stand in the history too, and what a file does not name stays", async () => {
    const { db } = staffed;
    const before = await set(ROUTING, { excludedMinutes: 9 });
    const roster = { ...(await loadRoster(db)), routing: undefined };
    await replaceRoster(db, roster);
    expect((await read(ROUTING)).value).toEqual(before.value);
    await replaceRoster(db, { ...roster, routing: { excludedMinutes: 4 } });
    expect((await read(ROUTING)).history[0]).toMatchObject({ change: "file", after: { excludedMinutes: 4 } });
    await replaceRoster(db, { ...roster, routing: {} });
    expect((await read(ROUTING)).value).toEqual({});
    const limits = await set(REPLIES, { nextReplySeconds: 77 });
    const file = { key: `key-${STORE}`, name: "测试小店" };
    for (const said of [file, { ...file, replyLimits: { firstReplySeconds: 30 } }]) {
      const given = readStoreFile(said);
      if (given.type === "refused") throw new Error(given.faults.join());
      expect((await read(REPLIES)).version).toBe(limits.version);
      await saveStore(db, given.store, { by: "小王", at: AT });
    }
    expect((await read(REPLIES)).history[0]).toMatchObject({ change: "file", by: "小王", after: { firstReplySeconds: 30 } });
    expect((await read(REPLIES)).value).toMatchObject({ firstReplySeconds: 30, nextReplySeconds: 77 });
    const words = await set(GUARD, { products: ["星星灯"], block: ["包退"] });
    const given = readStoreFile({ ...file, guard: { block: ["假一赔十"] } });
    if (given.type === "store") await saveStore(db, given.store, { by: "小王", at: AT });
    expect((await read(GUARD)).value).toEqual({ ...words.value, block: ["假一赔十"] });
  });

  it("that a file brings hold all together or not at all", async () => {
    const { db } = staffed;
    const before = { limits: await read(REPLIES), store: await db.prisma.store.findUniqueOrThrow({ where: { id: STORE } }) };
    // A word that is none: what is kept cannot be read, so that this part of the file is refused after the others are written.
    await db.prisma.store.update({ where: { id: STORE }, data: { guard: { block: [7] } } });
    const said = { key: `key-${STORE}`, name: "改了名的小店", replyLimits: { firstReplySeconds: 41 }, guard: { block: ["包退"] }, thresholds: { answer: 0.9 } }; // prettier-ignore
    const given = readStoreFile(said);
    if (given.type === "refused") throw new Error(given.faults.join());
    await expect(saveStore(db, given.store, { by: "小王", at: AT })).rejects.toThrow();
    expect(await db.prisma.store.findUniqueOrThrow({ where: { id: STORE } })).toEqual({ ...before.store, guard: { block: [7] } });
    expect((await read(REPLIES)).version).toBe(before.limits.version);
    await db.prisma.store.update({ where: { id: STORE }, data: { guard: {} } });
    expect(await saveStore(db, given.store, { by: "小王", at: AT })).toEqual({ id: STORE, isNew: false });
    expect(await db.prisma.store.findUniqueOrThrow({ where: { id: STORE } })).toMatchObject({ name: "改了名的小店", thresholds: { answer: 0.9 } }); // prettier-ignore
  });

  it("that a file brings may lie outside of what the page takes, and are taken again just so", async () => {
    const { db } = staffed;
    const routing = { shiftEndingMinutes: 300, employerShare: { vendor: 0 } };
    await replaceRoster(db, { ...(await loadRoster(db)), routing });
    const { value, version } = await read(ROUTING);
    expect(value).toEqual(routing);
    await set(ROUTING, { shiftEndingMinutes: 15, employerShare: { vendor: 1 } });
    const wanted = { version: version + 1, to: version };
    expect(await staffed.supervisor.post(`${ROUTING}/restore`, wanted)).toMatchObject({ status: 200 });
    expect((await read(ROUTING)).value).toEqual(routing);
    await set(ROUTING, { shiftEndingMinutes: 0, employerShare: undefined });
  });
});

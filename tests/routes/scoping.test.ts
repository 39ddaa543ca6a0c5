import { afterAll, beforeAll, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { Role } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import type { Route } from "../../src/infra/http.ts";
import { startConsole, type Answer, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { DESCRIPTIONS } from "../../src/program-api.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import {
  CHANGE,
  ALERT,
  ANSWERING,
  ARTICLE,
  FILE,
  FOREIGN,
  GOLDEN,
  INVITATION,
  LINK,
  PHRASE,
  PROPOSAL,
  REQUEST,
  THEIRS,
  LEAVE,
  SWAP,
  DELIVERY,
  WEBHOOK,
  attachFile,
  digestOf,
  parkOne,
} from "../support/foreign-things.ts";
import { BODIES } from "../support/foreign-bodies.ts";
import { furnish, messageFrom } from "../support/worlds.ts";

const OURS = storeId("ours");
describeOnEachDatabase("Every endpoint that takes an id", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let people: Readonly<Record<Role, SignedIn>>;
  let foreign: Readonly<Record<string, string>>;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [OURS, THEIRS]) await furnish(db, { store });
    await db.prisma.store.create({ data: { id: "shared", key: "shared", name: "shared" } });
    await db.prisma.article.create({ data: ARTICLE });
    await db.prisma.proposal.create({ data: PROPOSAL });
    await db.prisma.phrase.create({ data: PHRASE });
    await db.prisma.goldenQuestion.create({ data: GOLDEN });
    await db.prisma.answeringChange.create({ data: ANSWERING });
    for (const topic of ["replies", "requests", "guard"])
      await db.prisma.settingChange.create({ data: { topic, place: THEIRS, ...ANSWERING } });
    await db.prisma.alert.create({ data: ALERT });
    await db.prisma.leave.create({ data: LEAVE });
    await db.prisma.rosterChange.create({ data: CHANGE });
    await db.prisma.shiftSwap.create({ data: SWAP });
    await db.prisma.webhook.create({ data: { ...WEBHOOK, deliveries: { create: DELIVERY } } });
    server = await startConsole(db);
    await server.world.spine.submit(messageFrom("alice", "能刻字吗", { store: THEIRS }));
    await server.world.spine.idle();
    const conversation = await db.prisma.conversation.findFirstOrThrow({ where: { storeId: THEIRS } });
    const parked = await parkOne(db);
    const place = await db.prisma.placeBinding.findFirstOrThrow({ where: { storeId: THEIRS } });
    await attachFile(db, conversation.id);
    await db.prisma.request.create({ data: { ...REQUEST, conversationId: conversation.id } });
    server.files.set(FILE, Buffer.from("secret"));
    people = {
      agent: await server.person({ role: "agent", agentId: `agent-${OURS}`, stores: [OURS] }),
      supervisor: await server.person({ role: "supervisor", stores: [OURS] }),
      merchant: await server.person({ role: "merchant", stores: [OURS] }),
      admin: await server.person({ role: "admin" }),
    };
    await db.prisma.apiToken.create({ data: { ...FOREIGN, userId: people.admin.id, name: "t", tokenHash: "t", scope: "write" } });
    await db.prisma.invitation.create({ data: { ...FOREIGN, ...INVITATION } });
    await db.prisma.platformPerson.create({ data: { id: FOREIGN.id, createdAt: new Date(0), ...LINK } });
    const session = await db.prisma.session.findFirstOrThrow({ where: { userId: people.admin.id } });
    foreign = {
      id: conversation.id,
      sessionId: session.id,
      ownId: FOREIGN.id,
      fileId: FILE,
      storeId: THEIRS,
      parkedId: parked,
      placeId: place.id,
      proposalId: PROPOSAL.id,
      alertId: ALERT.id,
      phraseId: PHRASE.id,
      requestId: REQUEST.id,
      leaveId: LEAVE.id,
      changeId: CHANGE.id,
      swapId: SWAP.id,
      agentId: `agent-${THEIRS}`,
      webhookId: WEBHOOK.id,
      deliveryId: DELIVERY.id,
    };
  });
  afterAll(() => server.close());

  const idsIn = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);

  function addressOf(route: Route, ids: Readonly<Record<string, string>>): string {
    return route.path.replace(/:(\w+)/g, (_all, name: string) => {
      if (name === "id" && route.path.includes("/sessions/")) return encodeURIComponent(ids["sessionId"] ?? "");
      if (name === "id" && /\/(?:tokens|invitations|links)\//.test(route.path)) return encodeURIComponent(ids["ownId"] ?? "");
      if (name === "id" && route.path.includes("/parked/")) return encodeURIComponent(ids["parkedId"] ?? "");
      if (name === "id" && route.path.includes("/proposals/")) return encodeURIComponent(ids["proposalId"] ?? "");
      if (name === "id" && route.path.includes("/alerts/")) return encodeURIComponent(ids["alertId"] ?? "");
      if (name === "id" && route.path.includes("/console/requests/")) return encodeURIComponent(ids["requestId"] ?? "");
      if (name === "id" && route.path.includes("/phrases/")) return encodeURIComponent(ids["phraseId"] ?? "");
      if (name === "id" && route.path.includes("/places/")) return encodeURIComponent(ids["placeId"] ?? "");
      if (name === "id" && /\/(?:articles|golden)\//.test(route.path)) return "a1";
      return encodeURIComponent(ids[name] ?? "");
    });
  }

  function call(browser: SignedIn, route: Route, address: string): Promise<Answer> {
    const method = route.method.toUpperCase();
    if (method === "GET") return browser.get(address);
    const end = Object.keys(BODIES).find((suffix) => route.path.endsWith(suffix));
    const body =
      route.rawBody === undefined
        ? JSON.stringify(BODIES[end ?? ""] ?? {})
        : "id,stage,question,alternatives,answer\nx,presale,q,,a\n";
    return browser.send(method, address, {
      body,
      headers: { "content-type": route.rawBody === undefined ? "application/json" : "text/csv" },
    });
  }

  it("is in the table under test", () => {
    const withIds = server.routes.filter((route) => idsIn(route.path).length > 0);
    const features = ["conversations", "parked", "articles", "users", "places", "proposals", "golden", "answering", "phrases", "tokens", "sessions", "invitations", "links", "leave", "swaps", "settings", "webhooks", "requests"]; // prettier-ignore
    for (const feature of features) expect(withIds.some(({ path }) => path.includes(`/${feature}`))).toBe(true);
    expect(withIds.length).toBeGreaterThanOrEqual(31);
  });

  it(
    "answers a foreign id to every role but admin as one that does not exist, and changes nothing",
    { timeout: 120_000 },
    async () => {
      const before = await digestOf(db);
      const surprises: unknown[] = [];
      for (const route of server.routes.filter(({ path }) => idsIn(path).length > 0)) {
        for (const role of ["agent", "supervisor", "merchant"] as const) {
          const seen = await call(people[role], route, addressOf(route, foreign));
          const unknown = await call(people[role], route, addressOf(route, NOWHERE));
          const wanted = route.roles.includes(role) ? 404 : 403;
          if (seen.status !== wanted || seen.text !== unknown.text)
            surprises.push([role, route.method, route.path, seen.status, seen.text, unknown.text]);
        }
      }
      expect(surprises).toEqual([]);
      expect(await digestOf(db)).toBe(before);
    },
  );

  it("answers an id that nobody has with 404 to admins too", async () => {
    const before = await digestOf(db);
    for (const route of server.routes.filter(({ path }) => idsIn(path).length > 0)) {
      const answer = await call(people.admin, route, addressOf(route, NOWHERE));
      const wanted = route.roles.includes("admin") ? 404 : 403;
      expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, wanted]);
    }
    expect(await digestOf(db)).toBe(before);
  });

  it("lets nobody in who is not signed in", async () => {
    const before = await digestOf(db);
    for (const route of server.routes) {
      const answer = await server.browser().send(route.method.toUpperCase(), addressOf(route, foreign), route.method === "get" ? {} : { body: "{}" }); // prettier-ignore
      expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 401]);
    }
    expect(await digestOf(db)).toBe(before);
  });

  it("refuses what another site makes a signed-in browser post", async () => {
    const before = await digestOf(db);
    for (const route of server.routes.filter(({ method }) => method !== "get")) {
      const answer = await people.admin.send(route.method.toUpperCase(), addressOf(route, foreign), {
        body: "{}",
        headers: { "content-type": "application/json", origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      });
      expect([route.path, answer.status]).toEqual([route.path, 403]);
    }
    expect(await digestOf(db)).toBe(before);
  });

  it("finds nothing under ids that no database keeps", async () => {
    for (const route of server.routes.filter(({ path, method }) => idsIn(path).length > 0 && method === "get")) {
      const odd = Object.fromEntries(Object.keys(foreign).map((name) => [name, "a\0b"]));
      const answer = await people.admin.get(addressOf(route, odd));
      expect([route.path, [400, 404].includes(answer.status)]).toEqual([route.path, true]);
    }
  });

  it("answers a foreign store in a question as one that does not exist", async () => {
    const surprises: unknown[] = [];
    const asked = (path: string): readonly string[] => Object.keys(DESCRIPTIONS[`GET ${path}`]?.query?.shape ?? {});
    const lists = server.routes.filter(({ method, path }) => method === "get" && asked(path).includes("store"));
    expect(lists.length).toBeGreaterThan(5);
    for (const { path, roles } of lists) {
      for (const role of ["agent", "supervisor", "merchant"] as const) {
        const needed = Object.entries({ list: "open", query: "刻字" }).filter(([name]) => asked(path).includes(name));
        const ask = (store: string) => people[role].get(`${path}?${new URLSearchParams([...needed, ["store", store]])}`);
        const [seen, unknown] = [await ask(THEIRS), await ask("nowhere")];
        const isAlike = seen.status === unknown.status && seen.text.replaceAll(THEIRS, "nowhere") === unknown.text;
        if (!isAlike || (!roles.includes(role) && seen.status !== 403))
          surprises.push([role, path, seen.status, seen.text, unknown.text]);
      }
    }
    expect(surprises).toEqual([]);
  });

  it("lists only what belongs to one's own stores", async () => {
    const page = await people.agent.get("/api/console/conversations?list=open");
    expect(page.json).toMatchObject({ items: [], counts: { waiting: 0, mine: 0, open: 0 } });
    expect((await people.agent.get(`/api/console/conversations?list=open&store=${THEIRS}`)).status).toBe(404);
    expect((await people.supervisor.get("/api/console/parked")).json).toEqual({ items: [] });
    expect((await people.admin.get("/api/console/conversations?list=open")).json).toMatchObject({ counts: { open: 1 } });
    expect((await people.supervisor.get("/api/console/places")).json).toMatchObject({
      items: [{ store: OURS }],
      widgets: [{ store: OURS }],
    });
    expect((await people.supervisor.get(`/api/console/places?store=${THEIRS}`)).status).toBe(404);
    expect((await people.merchant.get("/api/console/conversations?list=open")).status).toBe(403);
    expect((await people.supervisor.get("/api/console/alerts")).json).toEqual({ items: [], count: 0 });
    expect((await people.admin.get("/api/console/alerts")).json).toMatchObject({ items: [{ id: ALERT.id }], count: 1 });
    expect((await people.supervisor.get("/api/console/proposals")).json).toEqual({ items: [], total: 0, open: 0, toDecide: 0 });
    expect((await people.admin.get("/api/console/proposals")).json).toMatchObject({ items: [{ id: PROPOSAL.id }], open: 1 });
    for (const role of ["agent", "supervisor", "merchant"] as const) {
      expect((await people[role].get(`/api/console/proposals?store=${THEIRS}`)).status).toBe(404);
    }
    for (const role of ["supervisor", "merchant"] as const) {
      const foreignStore = await people[role].get(`/api/console/figures?store=${THEIRS}`);
      const unknownStore = await people[role].get("/api/console/figures?store=nowhere");
      expect([foreignStore.status, foreignStore.text]).toEqual([404, unknownStore.text]);
    }
    expect((await people.agent.get(`/api/console/figures?store=${OURS}`)).status).toBe(403);
    for (const role of ["supervisor", "merchant"] as const)
      expect((await people[role].get("/api/console/figures/stores")).json).toMatchObject({ stores: [{ id: OURS }] });
    expect((await people.supervisor.get("/api/console/levels")).json).toMatchObject({ stores: [{ id: OURS }] });
    for (const path of ["levels?", "levels/conversations?day=2026-11-20&what=late&"])
      expect((await people.supervisor.get(`/api/console/${path}store=${THEIRS}`)).status).toBe(404);
    expect((await people.supervisor.get("/api/console/me")).json).toMatchObject({ stores: [{ id: OURS }] });
  });
});

const NOWHERE = {
  id: "nowhere",
  sessionId: "nowhere",
  ownId: "nowhere",
  fileId: "nowhere",
  storeId: "nowhere",
  parkedId: "nowhere",
  placeId: "nowhere",
  proposalId: "nowhere",
  alertId: "nowhere",
  phraseId: "nowhere",
  requestId: "nowhere",
  leaveId: "nowhere",
  changeId: "nowhere",
  swapId: "nowhere",
  agentId: "nowhere",
  webhookId: "nowhere",
  deliveryId: "nowhere",
};

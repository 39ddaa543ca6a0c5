import type { Database } from "../../src/infra/database.ts";
import { WEBHOOK_ACTS } from "./webhook-acts.ts";
import {
  AGENT,
  CONSOLE,
  dayOf,
  IN_STORE,
  leaveOf,
  NINE,
  phraseOf,
  plannedDay,
  proposalOf,
  requestOf,
  rosterVersion,
  someone,
  swapOf,
  WORDS,
} from "./act-things.ts";
import type { ChangesMade } from "../../src/planning/api.ts";
import { rosterNamed } from "./act-roster.ts";
import { STORE } from "./worlds.ts";
import type { ConsoleServer, SignedIn } from "./console-server.ts";

/** Where the acts are carried out. */
export interface Stage {
  readonly db: Database;
  readonly server: ConsoleServer;
  readonly people: Readonly<Record<"admin" | "supervisor" | "agent" | "colleague" | "merchant", SignedIn>>;
  /** A conversation of its own with a shopper who asks for a person: offered to the agent. */
  readonly offered: () => Promise<string>;
  /** As `offered`, and the agent has taken it; its epoch. */
  readonly taken: () => Promise<{ readonly id: string; readonly epoch: number }>;
  /** Not used before: for ids, names and addresses. */
  readonly fresh: () => string;
}

/** One act that succeeds, and what the audit log calls it. */
export interface Act {
  readonly by: keyof Stage["people"];
  readonly path: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly logged: string;
}

export type Prepare = (stage: Stage) => Promise<Act>;

const talk = (id: string, act: string): string => `${CONSOLE}/conversations/${id}/${act}`;
const SHIFTS = "agent,date,start,end\n";

/** For each endpoint that changes something one act that succeeds, made anew each time. A new endpoint is added here, or its test fails. */
export const EVERY_ACT: Readonly<Record<string, Prepare>> = {
  // Conversations
  "post /conversations/:id/claim": async ({ offered, fresh }) => ({ by: "agent", path: talk(await offered(), "claim"), body: { clientId: fresh() }, logged: "conversation.claim" }), // prettier-ignore
  "post /conversations/:id/refuse": async ({ offered, fresh }) => ({ by: "agent", path: talk(await offered(), "refuse"), body: { clientId: fresh(), reason: "在忙" }, logged: "conversation.refuse" }), // prettier-ignore
  "post /conversations/:id/reassign": async ({ offered, fresh }) => ({ by: "supervisor", path: talk(await offered(), "reassign"), body: { clientId: fresh(), to: "helper", from: AGENT, reason: "熟悉", confirmed: true }, logged: "conversation.reassign" }), // prettier-ignore
  "post /conversations/:id/reply": withTaken("reply", "conversation.confirm", { text: "加微信聊", internal: false, confirmed: { reason: "顾客要求" } }), // prettier-ignore
  "post /conversations/:id/release": withTaken("release", "conversation.release"),
  "post /conversations/:id/close": withTaken("close", "conversation.close"),
  "post /conversations/:id/transfer": withTaken("transfer", "conversation.transfer", { to: { type: "queue" }, reason: "要退款", summary: "问退款" }), // prettier-ignore
  "post /conversations/:id/requests": async ({ taken, fresh }) => ({ by: "agent", path: talk((await taken()).id, "requests"), body: { clientId: fresh(), kind: "other", words: "能换货吗" }, logged: "conversation.request-asked" }), // prettier-ignore
  "post /requests/:id/decide": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/requests/${await requestOf(stage)}/decide`, body: { clientId: stage.fresh(), answer: "grant" }, logged: "conversation.request-granted" }), // prettier-ignore
  "post /requests/:id/withdraw": async (stage) => ({ by: "agent", path: `${CONSOLE}/requests/${await requestOf(stage)}/withdraw`, body: { clientId: stage.fresh() }, logged: "conversation.request-withdrawn" }), // prettier-ignore
  "post /conversations/:id/whisper": async ({ taken, fresh }) => ({ by: "supervisor", path: talk((await taken()).id, "whisper"), body: { clientId: fresh(), text: "慢慢来" }, logged: "conversation.whisper" }), // prettier-ignore
  "post /conversations/:id/reveal": async ({ taken }) => ({ by: "agent", path: talk((await taken()).id, "reveal"), body: { thing: { seq: 1 }, reason: "联系快递" }, logged: "conversation.reveal" }), // prettier-ignore
  "post /parked/:id/retry": async ({ db, fresh, offered }) => {
    const { laneId } = await db.prisma.conversation.findUniqueOrThrow({ where: { id: await offered() } });
    const id = fresh();
    const event = { id, laneId, storeId: STORE, fingerprint: id, payload: {}, attempts: 5, receivedAt: new Date(0) };
    await db.prisma.incoming.create({ data: { ...event, parkedAt: new Date(0), lastError: "broken" } });
    return { by: "supervisor", path: `${CONSOLE}/parked/${id}/retry`, body: {}, logged: "parked.retry" };
  },
  ...WEBHOOK_ACTS,
  // People and their ways in
  "post /users": async ({ fresh }) => ({
    by: "admin",
    path: `${CONSOLE}/users`,
    body: person(fresh()),
    logged: "person.created",
  }),
  "put /users/:id": async (stage) => ({ by: "admin", path: `${CONSOLE}/users/${await someone(stage)}`, body: person(stage.fresh()), logged: "person.changed" }), // prettier-ignore
  "put /users/:id/approvals": async ({ people, db }) => {
    const at = { userId_storeId: { userId: people.merchant.id, storeId: STORE } };
    await db.prisma.userStore.update({ where: at, data: { approver: false } });
    return { by: "admin", path: `${CONSOLE}/users/${people.merchant.id}/approvals`, body: { stores: [STORE] }, logged: "person.changed" }; // prettier-ignore
  },
  "post /users/:id/password": async (stage) => ({ by: "admin", path: `${CONSOLE}/users/${await someone(stage)}/password`, body: {}, logged: "password.replaced" }), // prettier-ignore
  "post /users/:id/second-step/off": async (stage) => {
    const id = await someone(stage);
    await stage.db.prisma.user.update({ where: { id }, data: { twoFactorEnabled: true } });
    return { by: "admin", path: `${CONSOLE}/users/${id}/second-step/off`, body: {}, logged: "second-step.off" };
  },
  "post /tokens": async ({ fresh }) => ({ by: "admin", path: `${CONSOLE}/tokens`, body: { name: fresh(), scope: "read", stores: [], days: 7 }, logged: "token.created" }), // prettier-ignore
  "delete /tokens/:id": async ({ db, people, fresh }) => {
    const id = fresh();
    const data = {
      id,
      userId: people.admin.id,
      name: id,
      tokenHash: id,
      scope: "read",
      createdAt: new Date(0),
      expiresAt: LATER,
    };
    await db.prisma.apiToken.create({ data });
    return { by: "admin", path: `${CONSOLE}/tokens/${id}`, logged: "token.revoked" };
  },
  "post /invitations": async ({ fresh }) => ({ by: "admin", path: `${CONSOLE}/invitations`, body: { email: `${fresh()}@example.com`, role: "agent", stores: [STORE] }, logged: "invitation.created" }), // prettier-ignore
  "delete /invitations/:id": async ({ db, people, fresh }) => {
    const id = fresh();
    const by = { createdBy: people.admin.id, createdByName: "x", createdAt: new Date(0), expiresAt: LATER };
    await db.prisma.invitation.create({ data: { id, tokenHash: id, email: `${id}@example.com`, role: "agent", ...by } });
    return { by: "admin", path: `${CONSOLE}/invitations/${id}`, logged: "invitation.revoked" };
  },
  "post /links": async ({ fresh }) => ({ by: "admin", path: `${CONSOLE}/links`, body: { person: `slack:${fresh()}`, agentId: AGENT }, logged: "link.made" }), // prettier-ignore
  "delete /links/:id": async ({ db, fresh }) => {
    const id = fresh();
    const data = { id, channel: "slack", person: id, storeId: STORE, createdBy: "x", createdAt: new Date(0) };
    await db.prisma.platformPerson.create({ data });
    return { by: "admin", path: `${CONSOLE}/links/${id}`, logged: "link.removed" };
  },
  "delete /me/sessions/:id": async (stage) => {
    const userId = stage.people.admin.id;
    const id = stage.fresh();
    await stage.db.prisma.session.create({ data: { id, userId, token: id, expiresAt: LATER, createdAt: new Date(0), updatedAt: new Date(0) } }); // prettier-ignore
    return { by: "admin", path: `${CONSOLE}/me/sessions/${id}`, logged: "session.revoked" };
  },
  "post /me/sessions/end": async (stage) => {
    const userId = stage.people.admin.id;
    const id = stage.fresh();
    await stage.db.prisma.session.create({ data: { id, userId, token: id, expiresAt: LATER, createdAt: new Date(0), updatedAt: new Date(0) } }); // prettier-ignore
    return { by: "admin", path: `${CONSOLE}/me/sessions/end`, body: { keep: "this" }, logged: "session.revoked" };
  },
  // Rosters
  "put /roster": async ({ fresh }) => ({ by: "admin", path: `${CONSOLE}/roster?force=true`, body: rosterNamed(fresh()), logged: "roster.changed" }), // prettier-ignore
  "put /planning/days": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/planning/days`, body: { changes: [{ agentId: AGENT, date: dayOf(stage), shifts: [NINE], seen: [ALL_DAY] }] }, logged: "planning.days" }), // prettier-ignore
  "put /planning/patterns/:agentId": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/planning/patterns/${AGENT}`, body: { shifts: [{ days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ...ALL_DAY }], version: await rosterVersion(stage) }, logged: "pattern.changed" }), // prettier-ignore
  "post /planning/changes/:changeId/undo": async (stage) => {
    await stage.people.supervisor.put(`${CONSOLE}/planning/days`, { changes: [{ agentId: AGENT, date: dayOf(stage), shifts: [NINE], seen: [ALL_DAY] }] }); // prettier-ignore
    const { last = "" } = (await stage.people.supervisor.get(`${CONSOLE}/planning/changes`)).json as ChangesMade;
    return { by: "supervisor", path: `${CONSOLE}/planning/changes/${last}/undo`, body: {}, logged: "planning.undo" };
  },
  "post /planning/leave": async (stage) => {
    // Routing looks again after the act before.
    await stage.server.world.spine.idle();
    const day = dayOf(stage);
    const body = { agentId: AGENT, from: day, until: day, kind: "sick", note: "发烧", anyway: true };
    return { by: "supervisor", path: `${CONSOLE}/planning/leave`, body, logged: "leave.entered" };
  },
  "post /planning/copy": async (stage) => {
    const date = await plannedDay(stage);
    const body = { from: mondayOf(date), to: dayOf(stage), version: await rosterVersion(stage) };
    return {
      by: "supervisor",
      path: `${CONSOLE}/planning/copy`,
      body: { ...body, to: mondayOf(body.to) },
      logged: "planning.copy",
    };
  },
  "post /planning/file": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/planning/file?version=${await rosterVersion(stage)}`, raw: `${SHIFTS}${AGENT},${dayOf(stage)},10:00,11:00\n`, logged: "planning.file" }), // prettier-ignore
  "post /planning/holidays": async (stage) => {
    await stage.db.prisma.holiday.deleteMany();
    return { by: "admin", path: `${CONSOLE}/planning/holidays`, body: { year: 2026, version: await rosterVersion(stage) }, logged: "planning.holidays" }; // prettier-ignore
  },
  "post /planning/leave/:leaveId/decide": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/planning/leave/${await leaveOf(stage)}/decide`, body: { decision: "yes", anyway: true }, logged: "planning.leave.decide" }), // prettier-ignore
  "post /planning/mine/leave": async (stage) => {
    await stage.db.prisma.leave.deleteMany();
    return { by: "agent", path: `${CONSOLE}/planning/mine/leave`, body: { from: "2026-12-24", until: "2026-12-24", kind: "sick", note: "发烧" }, logged: "planning.mine.leave" }; // prettier-ignore
  },
  "post /planning/mine/leave/:leaveId/withdraw": async (stage) => ({ by: "agent", path: `${CONSOLE}/planning/mine/leave/${await leaveOf(stage)}/withdraw`, body: {}, logged: "planning.mine.leave.withdraw" }), // prettier-ignore
  "post /planning/mine/swaps": async (stage) => {
    await stage.db.prisma.shiftSwap.deleteMany();
    return { by: "agent", path: `${CONSOLE}/planning/mine/swaps`, body: { date: "2026-12-10", withId: "helper", note: "" }, logged: "planning.mine.swaps" }; // prettier-ignore
  },
  "post /planning/mine/swaps/:swapId/answer": async (stage) => ({ by: "colleague", path: `${CONSOLE}/planning/mine/swaps/${await swapOf(stage, "asked")}/answer`, body: { answer: "accepted" }, logged: "planning.mine.swaps.answer" }), // prettier-ignore
  "post /planning/swaps/:swapId/decide": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/planning/swaps/${await swapOf(stage, "accepted")}/decide`, body: { decision: "yes", anyway: true }, logged: "planning.swaps.decide" }), // prettier-ignore
  // Knowledge
  "put /stores/:storeId/articles/:id": async ({ fresh }) => ({ by: "supervisor", path: `${IN_STORE}/articles/${fresh()}`, body: { ...WORDS, version: 0 }, logged: "article.create" }), // prettier-ignore
  "post /stores/:storeId/articles/:id/undo": withArticle("undo", 2, "article.undo"),
  "post /stores/:storeId/articles/:id/withdraw": withArticle("withdraw", 2, "article.withdraw"),
  "post /stores/:storeId/articles/import": async ({ people, fresh }) => {
    const raw = `id,stage,question,alternatives,answer\n${fresh()},presale,有货吗,,有\n`;
    const headers = { "content-type": "text/csv" };
    const seen = await people.supervisor.send("POST", `${IN_STORE}/articles/preview`, { body: raw, headers });
    const { digest } = seen.json as { digest: string };
    return { by: "supervisor", path: `${IN_STORE}/articles/import?digest=${digest}`, raw, logged: "knowledge.imported" };
  },
  "post /stores/:storeId/proposals": async ({ fresh }) => ({ by: "merchant", path: `${IN_STORE}/proposals`, body: { clientId: fresh(), kind: "new-article", words: WORDS }, logged: "proposal.created" }), // prettier-ignore
  "post /stores/:storeId/proposals/:id/withdraw": async (stage) => ({ by: "merchant", path: `${IN_STORE}/proposals/${await proposalOf(stage)}/withdraw`, body: {}, logged: "proposal.withdraw" }), // prettier-ignore
  "post /stores/:storeId/proposals/:id/accept": async (stage) => ({ by: "supervisor", path: `${IN_STORE}/proposals/${await proposalOf(stage)}/accept`, body: {}, logged: "proposal.accept" }), // prettier-ignore
  "post /stores/:storeId/proposals/:id/refuse": async (stage) => ({ by: "supervisor", path: `${IN_STORE}/proposals/${await proposalOf(stage)}/refuse`, body: { note: "不对" }, logged: "proposal.refuse" }), // prettier-ignore
  "put /stores/:storeId/golden/:id": async ({ fresh }) => ({ by: "supervisor", path: `${IN_STORE}/golden/${fresh()}`, body: { text: "天气", gold: ["none"] }, logged: "golden.changed" }), // prettier-ignore
  "delete /stores/:storeId/golden/:id": async ({ db, fresh }) => {
    const id = fresh();
    await db.prisma.goldenQuestion.create({ data: { storeId: STORE, id, text: "天气", gold: ["none"], createdAt: new Date(0), createdBy: "x" } }); // prettier-ignore
    return { by: "supervisor", path: `${IN_STORE}/golden/${id}`, logged: "golden.removed" };
  },
  "post /phrases": async ({ fresh }) => ({ by: "supervisor", path: `${CONSOLE}/phrases`, body: { layer: "store", store: STORE, shortcut: fresh(), text: "您好" }, logged: "phrase.created" }), // prettier-ignore
  "put /phrases/:id": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/phrases/${await phraseOf(stage)}`, body: { shortcut: stage.fresh(), text: "再见" }, logged: "phrase.changed" }), // prettier-ignore
  "delete /phrases/:id": async (stage) => ({ by: "supervisor", path: `${CONSOLE}/phrases/${await phraseOf(stage)}`, logged: "phrase.removed" }), // prettier-ignore
  // Settings
  "post /places": async ({ fresh }) => ({ by: "admin", path: `${CONSOLE}/places`, body: { store: STORE, channel: "slack", room: fresh(), purpose: "desk" }, logged: "place.bound" }), // prettier-ignore
  "delete /places/:id": async ({ db, fresh }) => {
    const id = fresh();
    await db.prisma.placeBinding.create({ data: { id, channel: "slack", room: id, storeId: STORE, purpose: "desk" } });
    return { by: "admin", path: `${CONSOLE}/places/${id}`, logged: "place.unbound" };
  },
  "post /stores/:storeId/learning": async () => ({ by: "supervisor", path: `${IN_STORE}/learning`, logged: "knowledge.learning-begun" }), // prettier-ignore
  "put /stores/:storeId/answering": async ({ db }) => {
    const version = await db.prisma.answeringChange.count({ where: { storeId: STORE } });
    const numbers = { answer: version % 2 === 0 ? 0.9 : 0.8, askBack: 0.4, lead: 0.1, inScope: 0.2 };
    return {
      by: "supervisor",
      path: `${IN_STORE}/answering`,
      body: { style: "own", ...numbers, version },
      logged: "answering.changed",
    };
  },
  "post /stores/:storeId/answering/restore": async ({ db }) => {
    const version = await db.prisma.answeringChange.count({ where: { storeId: STORE } });
    return {
      by: "supervisor",
      path: `${IN_STORE}/answering/restore`,
      body: { version, to: version - 1 },
      logged: "answering.changed",
    };
  },
  ...setting("routing", `${CONSOLE}/settings`, (n) => ({ excludedMinutes: n })),
  ...setting("waits", `${CONSOLE}/settings`, (n) => ({ offerSeconds: n, handOverBeforeMinutes: 5, graceMinutes: 10, presenceSeconds: 120, missedOffers: 2 })), // prettier-ignore
  ...setting("replies", `${IN_STORE}/settings`, (n) => ({ firstReplySeconds: n, nextReplySeconds: 60, slowReplySeconds: 100, warnAtPercent: 70, hours: "always" })), // prettier-ignore
  ...setting("closing", `${IN_STORE}/settings`, (n) => ({ closeAfterSilenceMinutes: n })),
  ...setting("requests", `${IN_STORE}/settings`, (n) => ({ merchant: "may", upToYuan: n, dueMinutes: 10 })),
  ...setting("guard", `${IN_STORE}/settings`, (n) => ({ shipped: "confirm", confirm: [], block: [`词${n}`], allow: [], products: [] })), // prettier-ignore
};

const LATER = new Date("2099-01-01T00:00:00Z");
const ALL_DAY = { start: "00:00", end: "24:00" };

const person = (name: string) => ({ name, email: `${name}@example.com`, role: "agent", stores: [STORE] });

function withTaken(act: string, logged: string, body: object = {}): Prepare {
  return async ({ taken, fresh }) => {
    const { id, epoch } = await taken();
    return { by: "agent", path: talk(id, act), body: { clientId: fresh(), epoch, ...body }, logged };
  };
}

function withArticle(act: string, version: number, logged: string): Prepare {
  return async ({ people, fresh }) => {
    const id = fresh();
    const at = `${IN_STORE}/articles/${id}`;
    await people.supervisor.put(at, { ...WORDS, version: 0 });
    await people.supervisor.put(at, { ...WORDS, answer: "一天", version: 1 });
    return { by: "supervisor", path: `${at}/${act}`, body: { version }, logged };
  };
}

const mondayOf = (date: string): string => date;

function setting(topic: string, base: string, valueFor: (n: number) => object): Readonly<Record<string, Prepare>> {
  const path = `${base}/${topic}`;
  const route = path.replace(CONSOLE, "").replace(STORE, ":storeId");
  const change = async ({ people }: Stage) => {
    const { version } = (await people.admin.get(path)).json as { version: number };
    return { version, value: valueFor(20 + version) };
  };
  return {
    [`put ${route}`]: async (stage) => ({ by: "admin", path, body: await change(stage), logged: `${topic}.changed` }),
    [`post ${route}/restore`]: async (stage) => {
      await stage.people.admin.put(path, await change(stage));
      const { version } = (await stage.people.admin.get(path)).json as { version: number };
      return { by: "admin", path: `${path}/restore`, body: { version, to: version - 1 }, logged: `${topic}.changed` };
    },
  };
}

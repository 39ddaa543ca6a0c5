import type { ConversationDetail } from "../../src/desk/api.ts";
import type { Stage } from "./every-act.ts";
import { STORE } from "./worlds.ts";

export const CONSOLE = "/api/console";
export const IN_STORE = `${CONSOLE}/stores/${STORE}`;
export const WORDS = { phase: "presale", question: "多久发货", alternatives: [], answer: "两天" };
export const AGENT = `agent-${STORE}`;
export const NINE = { start: "09:00", end: "18:00" };

let weeks = 0;
/** A Monday that nobody planned before. */
export function dayOf(_stage: Stage): string {
  weeks += 1;
  return new Date(Date.UTC(2027, 0, 4 + 7 * weeks)).toISOString().slice(0, 10);
}

/** A person of the store, new. */
export async function someone({ server, fresh }: Stage): Promise<string> {
  const made = await server.accounts.create({ name: "x", email: `${fresh()}@example.com`, role: "agent", stores: [STORE] });
  if (made.type === "refused") throw new Error(made.fault.remedy);
  return made.user.id;
}

/** A proposal of the merchant's, new. */
export async function proposalOf({ people, fresh }: Stage): Promise<string> {
  const words = { ...WORDS, question: fresh() };
  const made = await people.merchant.post(`${IN_STORE}/proposals`, { clientId: fresh(), kind: "new-article", words });
  return (made.json as { id: string }).id;
}

/** What the agent asks in a conversation of theirs, new. */
export async function requestOf({ people, taken, fresh }: Stage): Promise<string> {
  const { id } = await taken();
  const at = `${CONSOLE}/conversations/${id}`;
  await people.agent.post(`${at}/requests`, { clientId: fresh(), kind: "other", words: "能换货吗" });
  const [request] = ((await people.agent.get(at)).json as ConversationDetail).requests;
  if (request === undefined) throw new Error(`nothing was asked in ${id}`);
  return request.id;
}

/** A phrase of the store, new. */
export async function phraseOf({ db, fresh }: Stage): Promise<string> {
  const id = fresh();
  await db.prisma.phrase.create({
    data: { id, storeId: STORE, shortcut: id, text: "您好", updatedAt: new Date(0), updatedBy: "x" },
  });
  return id;
}

/** A wish for leave, new. */
export async function leaveOf({ db, fresh }: Stage): Promise<string> {
  const id = fresh();
  const asked = { state: "asked", kind: "sick", note: "发烧", askedAt: new Date(0), askedBy: "李雷" };
  await db.prisma.leave.create({ data: { id, agentId: AGENT, from: "2026-12-20", until: "2026-12-20", ...asked } });
  return id;
}

/** A wish to swap that stands so far, new. */
export async function swapOf({ db, fresh }: Stage, state: string): Promise<string> {
  const id = fresh();
  const data = { id, agentId: AGENT, date: "2026-12-11", withId: "helper", state, askedAt: new Date(0) };
  await db.prisma.shiftSwap.create({ data });
  return id;
}

/** As it is now. */
export async function rosterVersion({ db }: Stage): Promise<number> {
  return (await db.prisma.desk.findUniqueOrThrow({ where: { id: "desk" } })).rosterVersion;
}

/** A day that was planned for the agent, new. */
export async function plannedDay(stage: Stage): Promise<string> {
  const date = dayOf(stage);
  const hours = [NINE];
  await stage.db.prisma.dayPlan.create({ data: { agentId: AGENT, date, hours, changedAt: new Date(0), changedBy: "x" } });
  await stage.db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
  return date;
}

import type { Channel } from "../../src/core/channel.ts";
import { agentId, articleId, incomingId, storeId, contactLane, DESK_LANE, type StoreId } from "../../src/core/ids.ts";
import type { MessageReceived } from "../../src/core/incoming.ts";
import type { Candidate, LinkableTopic, Reading, Understanding } from "../../src/core/understanding.ts";
import type { Database } from "../../src/infra/database.ts";
import type { Clock } from "../../src/infra/clock.ts";
import { createLog } from "../../src/infra/log.ts";
import { createSpine, type RunningSpine } from "../../src/pipeline/spine.ts";

export const STORE = storeId("store-1");

/** A store with one article, an agent who is always on shift, and a room of the fake platform bound to it. */
export async function furnish(
  db: Database,
  options: { readonly store?: StoreId; readonly capacity?: number } = {},
): Promise<void> {
  const id = options.store ?? STORE;
  await db.prisma.store.create({ data: { id, key: `key-${id}`, name: "测试小店", greeting: { "zh-CN": "你好,欢迎光临" } } });
  await db.prisma.placeBinding.create({ data: { channel: "fake", room: `room-${id}`, storeId: id, purpose: "shopper" } });
  await db.prisma.desk.upsert({ where: { id: "desk" }, create: { id: "desk" }, update: {} });
  await db.prisma.agent.create({
    data: {
      id: `agent-${id}`,
      name: "李雷",
      skills: ["any"],
      capacity: options.capacity ?? 50,
      stores: { create: { storeId: id } },
      shifts: { create: { days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], start: "00:00", end: "24:00" } },
    },
  });
}

/** A clock that a test sets. */
export function clockAt(iso: string): Clock & { set(iso: string): void } {
  let now = Date.parse(iso);
  return { now: () => now, set: (next) => (now = Date.parse(next)) };
}

const ANSWER: Candidate = {
  articleId: articleId("a1"),
  title: "多久发货",
  answer: "48 小时内发货。",
  phase: "presale",
  confidence: 0.95,
};

/** A catalogue of three intents. */
export const LINKABLE: readonly LinkableTopic[] = [
  { id: "ship-time", phase: "presale", name: { zh: "发货时间", en: "Dispatch time" } },
  { id: "size-advice", phase: "presale", name: { zh: "尺码推荐", en: "Size advice" } },
  { id: "return-freight", phase: "aftersale", name: { zh: "退货运费", en: "Return freight" } },
];

/**
 * Understands by simple words: 发货 is known for sure, 人工 asks for a human, all else is unknown. Whoever asks about 发货 in other
 * words asks about another article, so that nobody seems to ask the same again.
 */
export function plainUnderstanding(): Understanding {
  const known = new Set<StoreId>();
  return {
    learn: async (store) => void known.add(store),
    topics: LINKABLE,
    suggestTopics: ({ question }) => (question.includes("发货") ? [{ id: "ship-time", confidence: 0.8 }] : []),
    knows: (store) => known.has(store),
    article: (_store, id) => (id === ANSWER.articleId ? ANSWER : undefined),
    read: async ({ text }) => readingOf(text),
  };
}

/** What the real one does with a number: keeps it, and says how it read the words around it. */
function named(phone: string, text: string): Pick<Reading, "slots" | "readAs"> {
  return { slots: [{ kind: "phone", value: phone }], readAs: { text, because: "follow-up" } };
}

function readingOf(text: string): Reading {
  const isHuman = text.includes("人工");
  const phone = /1[3-9]\d{9}/.exec(text)?.[0];
  return {
    ...(phone === undefined ? {} : named(phone, text)),
    language: "zh",
    isTraditional: false,
    act: isHuman ? "human-please" : undefined,
    actConfidence: isHuman ? 0.99 : 0,
    candidates: text.includes("发货") ? [text === ANSWER.title ? ANSWER : { ...ANSWER, articleId: articleId(text) }] : [],
    inScope: 0.9,
    skill: "presale",
    urgency: text.includes("冒烟") ? "high" : "normal",
    signs: [],
  };
}

export interface World {
  readonly spine: RunningSpine;
  readonly clock: ReturnType<typeof clockAt>;
}

/** The real spine on this database. */
export async function worldOn(db: Database, channels: readonly Channel[], understanding = plainUnderstanding()): Promise<World> {
  const clock = clockAt("2026-11-20T10:00:00+08:00");
  const spine = createSpine({ db, clock, understanding, log: createLog("silent"), retryAfterMs: [1, 1, 1, 1] });
  await spine.start(channels);
  return { spine, clock };
}

let counter = 0;

/** A shopper's message as the ledger stores it. */
export function messageFrom(
  person: string,
  text: string,
  options: { readonly id?: string; readonly channel?: string; readonly store?: StoreId } = {},
): MessageReceived {
  counter += 1;
  const store = options.store ?? STORE;
  const place = { channel: options.channel ?? "fake", room: `room-${store}` };
  return {
    type: "message-received",
    id: incomingId(options.id ?? `m-${counter}-${person}`),
    lane: contactLane(store, place, person),
    at: Date.parse("2026-11-20T10:00:00+08:00"),
    storeId: store,
    place,
    person: { id: person, name: person },
    text,
    attachments: [],
  };
}

export const AGENT = { id: agentId(`agent-${STORE}`), name: "李雷" };
export { DESK_LANE };

import type { ChannelEvent, Received } from "../../src/core/channel.ts";
import { contactLane, conversationId, incomingId, messageId, storeId, type LaneId } from "../../src/core/ids.ts";
import type { Moved, Spine, SpokenMessage } from "../../src/core/spine.ts";
import type { Told } from "../../src/core/visitor.ts";
import type { Author, Body } from "../../src/core/words.ts";

/** What a test lets somebody say in a lane. */
interface Saying {
  readonly text: string;
  /** More than words. */
  readonly body?: Body;
  readonly author?: Author;
  readonly internal?: boolean;
  readonly incoming?: string;
}

/** A ledger and its news in memory: stores once by id, numbers lines within a lane, tells who listens. */
export interface FakeSpine extends Pick<Spine, "receive" | "onMoved"> {
  readonly received: readonly ChannelEvent[];
  /** Adds lines and tells: with the lines, like the process that committed, or without them (`elsewhere`), like another one. */
  commit(
    lane: LaneId,
    sayings: readonly Saying[],
    how?: { readonly elsewhere?: boolean; readonly isStateChanged?: boolean },
  ): void;
  /** Tells again, or late, what a test made up. */
  tell(moved: Moved): void;
  history(lane: LaneId, after: number, limit: number): Told;
  lines(lane: LaneId): readonly SpokenMessage[];
  /** How often `history` was asked. */
  reads(): number;
}

/** Makes an empty one. With `answer`, the bot says that to every message. */
export function createFakeSpine({ answer }: { readonly answer?: (text: string) => string } = {}): FakeSpine {
  const known = new Map<string, string>();
  const lanes = new Map<LaneId, SpokenMessage[]>();
  const listeners = new Set<(moved: Moved) => void>();
  const received: ChannelEvent[] = [];
  let reads = 0;
  const linesOf = (lane: LaneId): SpokenMessage[] => {
    const lines = lanes.get(lane) ?? [];
    lanes.set(lane, lines);
    return lines;
  };
  const tell = (moved: Moved): void => listeners.forEach((listener) => listener(moved));
  const commit: FakeSpine["commit"] = (lane, sayings, how = {}) => {
    const lines = linesOf(lane);
    const after = lines.length;
    const messages = sayings.map((saying, index) => lineOf(saying, after + index + 1));
    lines.push(...messages);
    const news = { lane, seq: lines.length, isStateChanged: how.isStateChanged ?? false };
    tell(how.elsewhere === true ? news : { ...news, here: { after, messages, conversation: conversationIn(lane) } });
  };
  return {
    received,
    commit,
    tell,
    receive: async (event): Promise<Received> => {
      if (event.type === "state") return "stored";
      const said = fingerprint(event);
      const before = known.get(event.id);
      if (before !== undefined) return before === said ? "duplicate" : "conflict";
      if (event.storeId === undefined) return "unbound";
      known.set(event.id, said);
      received.push(event);
      const lane = contactLane(event.storeId, event.place, event.person.id);
      const own = { text: event.type === "message" ? event.text : "", author: { type: "shopper" } as const, incoming: event.id };
      if (event.type === "message") commit(lane, [own, ...(answer === undefined ? [] : [{ text: answer(event.text) }])]);
      return "stored";
    },
    onMoved: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    history: (lane, after, limit) => {
      reads += 1;
      const open = linesOf(lane).filter((line) => line.seq > after && !line.internal);
      const messages = open.slice(0, limit);
      const isMore = messages.length >= limit;
      return { messages, isMore, through: isMore ? (messages.at(-1)?.seq ?? 0) : linesOf(lane).length };
    },
    lines: (lane) => linesOf(lane),
    reads: () => reads,
  };
}

function fingerprint(event: ChannelEvent): string {
  if (event.type === "message")
    return JSON.stringify([event.type, event.text, event.choice, event.attachments.map(({ id }) => id)]);
  return JSON.stringify(event.type === "rating" ? [event.type, event.score, event.comment] : [event.type]);
}

function lineOf(saying: Saying, seq: number): SpokenMessage {
  return {
    id: messageId(`m${seq}`),
    seq,
    conversationId: conversationId("v1"),
    author: saying.author ?? { type: "bot" },
    body: saying.body ?? { text: saying.text },
    internal: saying.internal ?? false,
    incomingId: incomingId(saying.incoming ?? `i${seq}`),
    at: Date.parse("2026-10-01T08:00:00Z") + seq,
  };
}

function conversationIn(lane: LaneId) {
  return {
    id: conversationId("v1"),
    storeId: storeId("s1"),
    lane,
    place: { channel: "web", room: "r1" },
    person: { id: "r1" },
    status: "bot",
    epoch: 0,
    language: "zh-CN",
    openedAt: 0,
    lastShopperAt: 0,
    choices: [],
    urgency: "normal",
    misses: 0,
  } as const;
}

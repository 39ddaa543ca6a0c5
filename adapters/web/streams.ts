import type { ServerResponse } from "node:http";
import type { Conversation } from "../../src/core/decision.ts";
import type { LaneId } from "../../src/core/ids.ts";
import type { Moved } from "../../src/core/spine.ts";
import type { Visitor, VisitorDesk } from "../../src/core/visitor.ts";
import type { Instant } from "../../src/core/words.ts";
import type { WidgetTyping } from "./api.ts";
import { startHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { byeFrame, HEARTBEAT_FRAME, messageFrames, stateFrame, typingFrame } from "./render.ts";

/** Streams and long polls of one visitor at once; the oldest ends when there is one more. */
const MAX_LISTENERS_PER_VISITOR = 6;
/** A reader this far behind is cut off; it connects again and goes on from its cursor. */
const MAX_UNSENT_BYTES = 1_000_000;
const READ_AT_ONCE = 200;
/** Faster answers need no “is typing”. */
const TYPING_AFTER_MS = 300;

/** Those who listen, woken by what the spine says moved. Keeps nothing but who listens and how far they are. */
export interface Streams {
  /** Answers with an event stream that goes on after `since` until either side ends it. */
  open(visitor: Visitor, since: number, response: ServerResponse): void;
  /** Begins to wait for something new; `woken` resolves when it comes, after `waitMs`, or at the stop. Always `leave`. */
  wait(visitor: Visitor): Waiter;
  moved(moved: Moved): void;
  /** The place has something new; read it from the ledger. */
  wake(room: string): void;
  /** To be called before a message is stored; the returned function when it was: shows that the bot is writing if that takes long. */
  expectAnswer(visitor: Visitor): () => void;
  /** Shows that somebody is writing. */
  showTyping(lane: LaneId, typing: WidgetTyping): void;
  count(): number;
  /** Says goodbye to everybody and forgets them. */
  stop(): void;
}

export interface Waiter {
  woken(waitMs: number): Promise<void>;
  leave(): void;
}

export interface StreamParts {
  readonly visitors: VisitorDesk;
  readonly now: () => Instant;
  readonly heartbeatMs: number;
  /** Something failed that no request can answer for. */
  readonly report: (error: unknown) => void;
}

interface Stream {
  readonly talk: Talk;
  readonly response: ServerResponse;
  /** The number up to which this reader has everything. */
  cursor: number;
  /** The number the ledger is known to have reached. */
  wanted: number;
  isReading: boolean;
  /** The state frame it got last. */
  state: string;
}

/** One visitor who listens, through one or more streams. */
interface Talk {
  readonly visitor: Visitor;
  readonly streams: Stream[];
  readonly polls: (() => void)[];
  /** Rises with each commit in the lane. */
  moves: number;
  status: string;
  isReadingState: boolean;
  isStateStale: boolean;
}

/** Makes an empty set of streams and starts their heartbeat. */
export function createStreams(parts: StreamParts): Streams {
  const talks = new Map<LaneId, Talk>();
  const rooms = new Map<string, Talk>();
  const heartbeat = startHeartbeat<Stream>(parts.heartbeatMs, (stream) => beat(stream, parts.now()));
  const queue = setInterval(() => void refreshQueued(talks, parts), parts.heartbeatMs);
  queue.unref();
  const house: House = { parts, talks, rooms, heartbeat, isStopped: false };
  return {
    open: (visitor, since, response) => openStream(house, { visitor, since, response }),
    wait: (visitor) => waitIn(house, visitor),
    moved: (moved) => {
      const talk = talks.get(moved.lane);
      if (talk !== undefined) passOn(talk, moved, parts);
    },
    wake: (room) => {
      for (const stream of rooms.get(room)?.streams ?? []) void catchUp(stream, parts);
      for (const poll of [...(rooms.get(room)?.polls ?? [])]) poll();
    },
    expectAnswer: (visitor) => expectAnswer(talks, visitor),
    showTyping: (lane, typing) => typingTo(talks.get(lane), typing),
    count: () => heartbeat.size(),
    stop: () => {
      house.isStopped = true;
      clearInterval(queue);
      heartbeat.stop();
      for (const talk of [...talks.values()]) {
        for (const poll of [...talk.polls]) poll();
        for (const stream of [...talk.streams]) stream.response.end(byeFrame("stopping"));
      }
      talks.clear();
      rooms.clear();
    },
  };
}

interface House {
  readonly parts: StreamParts;
  readonly talks: Map<LaneId, Talk>;
  readonly rooms: Map<string, Talk>;
  readonly heartbeat: Heartbeat<Stream>;
  isStopped: boolean;
}

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // `no-transform` keeps proxies from compressing, nginx reads the third.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function openStream(
  house: House,
  { visitor, since, response }: { visitor: Visitor; since: number; response: ServerResponse },
): void {
  // A request that was under way when the stop began.
  if (house.isStopped) return void response.writeHead(200, HEADERS).end(byeFrame("stopping"));
  const talk = join(house, visitor);
  const stream: Stream = { talk, response, cursor: since, wanted: since, isReading: false, state: "" };
  response.writeHead(200, HEADERS);
  // A first byte at once: proxies and the widget know by it that the stream gets through.
  response.write(HEARTBEAT_FRAME);
  response.once("close", () => {
    remove(talk.streams, stream);
    house.heartbeat.remove(stream);
    leaveIfEmpty(house, talk);
  });
  makeRoom(talk);
  talk.streams.push(stream);
  house.heartbeat.add(stream);
  void refreshState(talk, house.parts);
  void catchUp(stream, house.parts);
}

function waitIn(house: House, visitor: Visitor): Waiter {
  const talk = join(house, visitor);
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  makeRoom(talk);
  talk.polls.push(wake);
  return {
    woken: async (waitMs) => {
      const timer = setTimeout(wake, house.isStopped ? 0 : waitMs);
      await woken;
      clearTimeout(timer);
    },
    leave: () => {
      remove(talk.polls, wake);
      leaveIfEmpty(house, talk);
    },
  };
}

function join({ talks, rooms }: House, visitor: Visitor): Talk {
  const known = talks.get(visitor.lane);
  if (known !== undefined) return known;
  const talk: Talk = { visitor, streams: [], polls: [], moves: 0, status: "none", isReadingState: false, isStateStale: false };
  talks.set(visitor.lane, talk);
  rooms.set(visitor.id, talk);
  return talk;
}

function leaveIfEmpty({ talks, rooms }: House, talk: Talk): void {
  if (talk.streams.length > 0 || talk.polls.length > 0 || talks.get(talk.visitor.lane) !== talk) return;
  talks.delete(talk.visitor.lane);
  rooms.delete(talk.visitor.id);
}

function makeRoom(talk: Talk): void {
  if (talk.streams.length + talk.polls.length < MAX_LISTENERS_PER_VISITOR) return;
  const oldest = talk.streams.shift();
  if (oldest !== undefined) oldest.response.end(byeFrame("too-many-streams"));
  else talk.polls.shift()?.();
}

/** What was committed here is passed on as it is; only readers that lack something before it, and other processes, read. */
function passOn(talk: Talk, { seq, here, isStateChanged }: Moved, parts: StreamParts): void {
  talk.moves += 1;
  for (const stream of talk.streams) {
    if (seq <= stream.cursor) continue;
    if (here !== undefined && !stream.isReading && here.after <= stream.cursor) {
      const { cursor } = stream;
      stream.cursor = seq;
      const news = here.messages.filter((message) => message.seq > cursor && !message.internal);
      if (news.length > 0) write(stream, messageFrames(news, talk.visitor));
    } else {
      stream.wanted = Math.max(stream.wanted, seq);
      void catchUp(stream, parts);
    }
  }
  if (isStateChanged) void refreshState(talk, parts, here?.conversation);
  for (const poll of [...talk.polls]) poll();
}

/** Reads from the ledger until the reader has everything. One read at a time: what moves meanwhile is read after it. */
async function catchUp(stream: Stream, parts: StreamParts): Promise<void> {
  if (stream.isReading) return;
  stream.isReading = true;
  try {
    let isMore = true;
    while (isMore && isOpen(stream.response)) {
      const before = stream.cursor;
      const told = await parts.visitors.history(stream.talk.visitor, before, READ_AT_ONCE);
      stream.cursor = told.through;
      if (told.messages.length > 0) write(stream, messageFrames(told.messages, stream.talk.visitor));
      isMore = told.isMore || (stream.wanted > stream.cursor && stream.cursor > before);
    }
  } catch (error) {
    parts.report(error);
    // The reader connects again and asks from its cursor.
    stream.response.destroy();
  } finally {
    stream.isReading = false;
  }
}

/** Tells every stream of the talk how it stands, where that is news to it. */
async function refreshState(talk: Talk, parts: StreamParts, known?: Conversation): Promise<void> {
  talk.isStateStale = true;
  if (talk.isReadingState) return;
  talk.isReadingState = true;
  try {
    let latest = known;
    while (talk.isStateStale) {
      talk.isStateStale = false;
      const state = await parts.visitors.state(talk.visitor, latest);
      latest = undefined;
      talk.status = state.status;
      const frame = stateFrame(state);
      for (const stream of talk.streams) {
        if (stream.state === frame) continue;
        stream.state = frame;
        write(stream, frame);
      }
    }
  } catch (error) {
    parts.report(error);
  } finally {
    talk.isReadingState = false;
  }
}

/** Places in the queue change by what happens to others: those who wait are told again from time to time. */
async function refreshQueued(talks: ReadonlyMap<LaneId, Talk>, parts: StreamParts): Promise<void> {
  for (const talk of [...talks.values()]) {
    if (talk.streams.length > 0 && (talk.status === "queued" || talk.status === "offered")) await refreshState(talk, parts);
  }
}

function expectAnswer(talks: ReadonlyMap<LaneId, Talk>, visitor: Visitor): () => void {
  const talk = talks.get(visitor.lane);
  if (talk === undefined || (talk.status !== "none" && talk.status !== "bot")) return () => undefined;
  const { moves } = talk;
  return () => {
    const timer = setTimeout(() => {
      if (talk.moves === moves) typingTo(talk, { who: "bot" });
    }, TYPING_AFTER_MS);
    timer.unref();
  };
}

function typingTo(talk: Talk | undefined, typing: WidgetTyping): void {
  for (const stream of talk?.streams ?? []) write(stream, typingFrame(typing));
}

function beat(stream: Stream, now: Instant): void {
  if (stream.talk.visitor.expiresAt <= now) stream.response.end(byeFrame("expired"));
  else write(stream, HEARTBEAT_FRAME);
}

function write(stream: Stream, frames: string): void {
  const { response } = stream;
  if (!isOpen(response)) return;
  response.write(frames);
  if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
}

function isOpen(response: ServerResponse): boolean {
  return !response.writableEnded && !response.destroyed;
}

function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

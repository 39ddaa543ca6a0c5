import type { ServerResponse } from "node:http";
import type { LaneId } from "../../src/core/ids.ts";
import type { Moved } from "../../src/core/spine.ts";
import type { Visitor } from "../../src/core/visitor.ts";
import type { Instant } from "../../src/core/words.ts";
import type { WidgetTyping } from "./api.ts";
import { createHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { byeFrame, HEARTBEAT_FRAME } from "./render.ts";
import { catchUp, passOn, refreshState, remove, typingTo, write, type Stream, type StreamParts, type Talk } from "./talk.ts";

/** Streams and long polls of one visitor at once; the oldest ends when there is one more. */
const MAX_LISTENERS_PER_VISITOR = 6;
/** Faster answers need no “is typing”. */
const TYPING_AFTER_MS = 300;

/** Those who listen, woken by what the spine says moved. Keeps nothing but who listens and how far they are. */
export interface Streams {
  /** Answers with an event stream that goes on after `since` until either side ends it. */
  open(visitor: Visitor, since: number, response: ServerResponse): void;
  /** Begins to wait for something new; `woken` resolves when it comes, after `waitMs`, or at the stop. Always `leave`. */
  wait(visitor: Visitor): Waiter;
  moved(moved: Moved): void;
  /** The place has a line with this number; who lacks it reads it from the ledger. */
  wake(room: string, seq: number): void;
  /** To be called before a message is stored; the returned function when it was: shows that the bot is writing if that takes long. */
  expectAnswer(visitor: Visitor): () => void;
  /** Shows that somebody is writing. */
  showTyping(lane: LaneId, typing: WidgetTyping): void;
  count(): number;
  start(): void;
  /** Says goodbye to everybody and forgets them. */
  stop(): void;
}

interface Waiter {
  woken(waitMs: number): Promise<void>;
  leave(): void;
}

/** Makes an empty set of streams; the heartbeat begins with `start`. */
export function createStreams(parts: StreamParts): Streams {
  const talks = new Map<LaneId, Talk>();
  const rooms = new Map<string, Talk>();
  const heartbeat = createHeartbeat<Stream>(parts.heartbeatMs, (stream) => beat(stream, parts.now()));
  const house: House = { parts, talks, rooms, heartbeat, isOpen: false };
  return {
    open: (visitor, since, response) => openStream(house, { visitor, since, response }),
    wait: (visitor) => waitIn(house, visitor),
    moved: (moved) => {
      const talk = talks.get(moved.lane);
      if (talk !== undefined) passOn(talk, moved, parts);
    },
    wake: (room, seq) => {
      const talk = rooms.get(room);
      if (talk !== undefined) passOn(talk, { lane: talk.visitor.lane, seq, isStateChanged: false }, parts);
    },
    expectAnswer: (visitor) => expectAnswer(talks, visitor),
    showTyping: (lane, typing) => typingTo(talks.get(lane), typing),
    count: heartbeat.size,
    start: () => {
      house.isOpen = true;
      heartbeat.start(() => void refreshQueued(talks, parts));
    },
    stop: () => stop(house),
  };
}

interface House {
  readonly parts: StreamParts;
  readonly talks: Map<LaneId, Talk>;
  readonly rooms: Map<string, Talk>;
  readonly heartbeat: Heartbeat<Stream>;
  isOpen: boolean;
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
  if (!house.isOpen) return void response.writeHead(200, HEADERS).end(byeFrame("stopping"));
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
      const timer = setTimeout(wake, house.isOpen ? waitMs : 0);
      await woken;
      clearTimeout(timer);
    },
    leave: () => {
      remove(talk.polls, wake);
      leaveIfEmpty(house, talk);
    },
  };
}

function stop(house: House): void {
  house.isOpen = false;
  house.heartbeat.stop();
  for (const talk of [...house.talks.values()]) {
    for (const poll of [...talk.polls]) poll();
    for (const stream of [...talk.streams]) stream.response.end(byeFrame("stopping"));
  }
  house.talks.clear();
  house.rooms.clear();
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

function beat(stream: Stream, now: Instant): void {
  if (stream.talk.visitor.expiresAt <= now) stream.response.end(byeFrame("expired"));
  else write(stream, HEARTBEAT_FRAME);
}

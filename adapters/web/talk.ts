import type { ServerResponse } from "node:http";
import type { Conversation } from "../../src/core/decision.ts";
import type { Moved } from "../../src/core/spine.ts";
import type { Visitor, VisitorDesk } from "../../src/core/visitor.ts";
import type { Instant } from "../../src/core/words.ts";
import type { WidgetTyping } from "./api.ts";
import { messageFrames, stateFrame, typingFrame } from "./render.ts";

/** A reader this far behind is cut off; it connects again and goes on from its cursor. */
const MAX_UNSENT_BYTES = 1_000_000;
const READ_AT_ONCE = 200;

export interface StreamParts {
  readonly visitors: VisitorDesk;
  readonly now: () => Instant;
  readonly heartbeatMs: number;
  /** Something failed that no request can answer for. */
  readonly report: (error: unknown) => void;
}

/** One open stream. Small: there may be ten thousand. */
export interface Stream {
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

/** One visitor who listens, through streams and long polls. */
export interface Talk {
  readonly visitor: Visitor;
  readonly streams: Stream[];
  readonly polls: (() => void)[];
  /** Rises with each commit in the lane. */
  moves: number;
  status: string;
  isReadingState: boolean;
  isStateStale: boolean;
}

/** What was committed here is passed on as it is; only readers that lack something before it, and other processes, read. */
export function passOn(talk: Talk, { seq, here, isStateChanged }: Moved, parts: StreamParts): void {
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
export async function catchUp(stream: Stream, parts: StreamParts): Promise<void> {
  if (stream.isReading) return;
  stream.isReading = true;
  try {
    let isMore = true;
    while (isMore && isOpen(stream.response)) {
      const { cursor: before, wanted } = stream;
      const told = await parts.visitors.history(stream.talk.visitor, before, READ_AT_ONCE);
      stream.cursor = told.through;
      if (told.messages.length > 0) write(stream, messageFrames(told.messages, stream.talk.visitor));
      // What moved while we read may not be in what we read; what moved before is.
      isMore = told.isMore || (stream.wanted > stream.cursor && (stream.wanted > wanted || stream.cursor > before));
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
export async function refreshState(talk: Talk, parts: StreamParts, known?: Conversation): Promise<void> {
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

/** Shows all streams of the talk that somebody is writing. */
export function typingTo(talk: Talk | undefined, typing: WidgetTyping): void {
  for (const stream of talk?.streams ?? []) write(stream, typingFrame(typing));
}

/** Writes to one stream; cuts it off when its reader does not keep up. */
export function write(stream: Stream, frames: string): void {
  const { response } = stream;
  if (!isOpen(response)) return;
  response.write(frames);
  if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
}

function isOpen(response: ServerResponse): boolean {
  return !response.writableEnded && !response.destroyed;
}

/** Takes an item off a list, if it is there. */
export function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

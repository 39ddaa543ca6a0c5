import type { SessionAnswer } from "../../api.ts";
import type { RefusalCode } from "../rules/answers.ts";
import type { Arrival } from "../rules/arrivals.ts";
import type { Rated } from "../rules/ending.ts";
import { finished, type OutboxItem } from "../rules/outbox.ts";
import type { Settings } from "../rules/settings.ts";
import { EMPTY_TALK, hear, noticeTyping, returnedIds, settle, stand, unreadCount, type Talk } from "../rules/talk.ts";
import { connectCalls, type Calls } from "./calls.ts";
import { createCell, type Cell } from "./cell.ts";
import { openMemory, type Memory } from "./memory.ts";
import { joinTabs, type Tabs } from "./tabs.ts";

/** `waiting`: being opened or opened again. */
export type LinkState = "starting" | "live" | "connecting";

export interface FileOnItsWay {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly percent: number;
  readonly refused?: RefusalCode | undefined;
}

/** Everything the panel draws. */
export interface Model {
  readonly session?: SessionAnswer | undefined;
  readonly talk: Talk;
  readonly outbox: readonly OutboxItem[];
  readonly uploads: readonly FileOnItsWay[];
  readonly link: LinkState;
  readonly isOnline: boolean;
  /** The server asked us to slow down until then (milliseconds since 1970). */
  readonly heldUntil?: number | undefined;
  readonly notice?: RefusalCode | "renewed" | undefined;
  readonly isHumanAsked: boolean;
  readonly isOpen: boolean;
  readonly readSeq: number;
  /** What was rated from here, before the server has said so. */
  readonly rated?: Rated | undefined;
}

/** The parts of one visitor's talk with one store, in this tab. */
export interface Desk {
  readonly settings: Settings;
  readonly model: Cell<Model>;
  readonly calls: Calls;
  readonly memory: Memory;
  readonly tabs: Tabs;
  readonly now: () => number;
}

export function createDesk(settings: Settings, base: string): Desk {
  const name = `counterbell:${settings.store}:${settings.identity?.id ?? ""}`;
  const memory = openMemory(`${name}:`);
  const model = createCell<Model>({
    talk: EMPTY_TALK,
    outbox: memory.outbox(),
    uploads: [],
    link: "starting",
    isOnline: navigator.onLine,
    isHumanAsked: false,
    isOpen: false,
    readSeq: Number(memory.read("read") ?? 0),
  });
  return { settings, model, memory, calls: connectCalls(base), tabs: joinTabs(name), now: () => Date.now() };
}

/** Takes in what came from the server, from our own stream or another tab's. */
export function take(desk: Desk, arrival: Arrival): void {
  const { model, now } = desk;
  const { talk } = model.get();
  if (arrival.type === "messages") {
    model.patch({ talk: hear(talk, arrival.messages) });
    tidyOutbox(desk);
    if (arrival.messages.some((message) => message.author.type !== "shopper")) model.patch({ isHumanAsked: false });
  }
  if (arrival.type === "state") model.patch({ talk: stand(talk, arrival.state), isHumanAsked: false });
  if (arrival.type === "typing") setTyping(desk, noticeTyping(talk, arrival.typing, now()));
  noteRead(desk);
}

/** Shows somebody typing until it passes. */
export function setTyping(desk: Desk, talk: Talk): void {
  desk.model.patch({ talk });
  if (talk.typing === undefined) return;
  setTimeout(() => desk.model.patch({ talk: settle(desk.model.get().talk, desk.now()) }), talk.typing.until - desk.now() + 20);
}

/** Reads the outbox again, without what has come back on the stream. */
export function tidyOutbox(desk: Desk): void {
  const items = desk.memory.outbox();
  const done = new Set(finished(items, returnedIds(desk.model.get().talk), desk.now()));
  for (const item of done) desk.memory.forget(item);
  desk.model.patch({ outbox: items.filter((item) => !done.has(item)) });
}

/** What stands on an open, visible panel is read; remembers whether the talk goes on, for the loader of the next page. */
export function noteRead(desk: Desk): void {
  const { isOpen, talk, readSeq } = desk.model.get();
  const isSeen = isOpen && document.visibilityState === "visible";
  if (isSeen && talk.cursor > readSeq) {
    desk.model.patch({ readSeq: talk.cursor });
    desk.memory.write("read", String(talk.cursor));
    desk.tabs.say({ type: "read", seq: talk.cursor });
  }
  const status = talk.state?.status ?? "none";
  const isLive = (status !== "none" && status !== "closed") || unreadCount(talk, desk.model.get().readSeq) > 0;
  if (talk.state !== undefined) desk.memory.write("live", isLive ? "1" : "0");
}

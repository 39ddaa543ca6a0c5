import { noteRead, take, tidyOutbox, type Desk } from "./desk.ts";
import { pause, wake } from "./pause.ts";
import { catchUp, receive } from "./receiver.ts";
import { flush } from "./sender.ts";
import { adoptSession, startSession } from "./session.ts";
import type { TabWord } from "./tabs.ts";

/** A tab that others rely on answers a question within this. */
const LEADER_ANSWERS_MS = 3_000;
const ASK_LEADER_EVERY_MS = 20_000;

/** Signs in, then receives and sends for as long as the page lives. One tab receives for all. */
export async function run(desk: Desk): Promise<void> {
  watchPage(desk);
  const follower = { lastHeard: 0, isLeading: false };
  desk.tabs.listen((word) => hearTab(desk, follower, word));
  await startSession(desk);
  void flush(desk);
  if (!desk.tabs.canShare) return receive(desk, new AbortController().signal);
  const leading = desk.tabs.alone("stream", () => {
    follower.isLeading = true;
    return receive(desk, new AbortController().signal);
  });
  void follow(desk, follower);
  await leading;
}

interface Follower {
  lastHeard: number;
  isLeading: boolean;
}

/** Until this tab leads: gets what it missed, and receives by itself whenever the leader does not answer (frozen, crashed). */
async function follow(desk: Desk, follower: Follower): Promise<void> {
  // The lock is granted within a moment when nobody has it.
  await pause(50);
  let standIn: AbortController | undefined;
  let isCaughtUp = false;
  while (!follower.isLeading) {
    isCaughtUp ||= await catchUp(desk);
    const asked = desk.now();
    desk.tabs.say({ type: "ping" });
    await pause(LEADER_ANSWERS_MS);
    const isLed = follower.lastHeard >= asked;
    if (isLed) {
      standIn?.abort();
      standIn = undefined;
    } else if (standIn === undefined && document.visibilityState === "visible" && !follower.isLeading) {
      standIn = new AbortController();
      void receive(desk, standIn.signal);
    }
    await pause(isLed || document.visibilityState !== "visible" ? ASK_LEADER_EVERY_MS : LEADER_ANSWERS_MS);
  }
  standIn?.abort();
}

function hearTab(desk: Desk, follower: Follower, word: TabWord): void {
  const { model, tabs } = desk;
  if (word.type === "ping" && follower.isLeading) tabs.say({ type: "link", link: model.get().link });
  if (word.type === "outbox") {
    tidyOutbox(desk);
    void flush(desk);
  }
  if (word.type === "session") adoptSession(desk);
  if (word.type === "read" && word.seq > model.get().readSeq) model.patch({ readSeq: word.seq });
  if (word.type !== "arrival" && word.type !== "link") return;
  follower.lastHeard = desk.now();
  if (word.type === "link" && !follower.isLeading) model.patch({ link: word.link });
  if (word.type !== "arrival") return;
  // The leader knew more than we do: something passed before this tab was listening.
  if (word.after > model.get().talk.cursor) void catchUp(desk);
  else take(desk, word.arrival);
}

function watchPage(desk: Desk): void {
  const look = (): void => {
    desk.model.patch({ isOnline: navigator.onLine });
    if (navigator.onLine) wake();
  };
  addEventListener("online", look);
  addEventListener("offline", look);
  document.addEventListener("visibilitychange", () => noteRead(desk));
}

import { meaningOf } from "../rules/answers.ts";
import { readArrival, readPoll, type Arrival } from "../rules/arrivals.ts";
import { pauseMs } from "../rules/backoff.ts";
import { cutEvents } from "../rules/events.ts";
import { take, type Desk, type LinkState } from "./desk.ts";
import { pause, wake } from "./pause.ts";
import { renewSession } from "./session.ts";

/** A stream that has not said anything after this is held back by something between us: we ask instead. */
const FIRST_WORD_MS = 5_000;
/** A stream this quiet is dead; servers send a comment more often than this. */
const QUIET_MS = 60_000;
/** How long we ask instead of listening before the stream gets another chance. */
const POLLING_MS = 5 * 60_000;
const POLL_WAIT_SECONDS = 20;

type Ending =
  /** It worked until it ended. */
  { readonly type: "ended" } | { readonly type: "silent" } | { readonly type: "failed"; readonly afterMs?: number };

/** Receives until aborted: a stream, or long polls where streams do not get through; tells the other tabs. */
export async function receive(desk: Desk, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let pollUntil = 0;
  while (!signal.aborted) {
    const ending = desk.now() < pollUntil ? await poll(desk, signal) : await listen(desk, signal);
    if (signal.aborted) return;
    if (ending.type === "silent") pollUntil = desk.now() + POLLING_MS;
    if (ending.type !== "failed") failures = 0;
    // A poll that worked is followed by the next one at once.
    if (ending.type === "silent" || (ending.type === "ended" && desk.now() < pollUntil)) continue;
    report(desk, "connecting");
    await pause(pauseMs(failures, Math.random(), ending.type === "failed" ? (ending.afterMs ?? 0) : 0), signal);
    failures++;
  }
}

/** Fetches everything after the cursor once. */
export async function catchUp(desk: Desk): Promise<boolean> {
  for (;;) {
    const before = desk.model.get().talk.cursor;
    const ending = await poll(desk, new AbortController().signal, 0);
    if (ending.type === "failed") return false;
    if (desk.model.get().talk.cursor === before) return true;
  }
}

async function poll(desk: Desk, signal: AbortSignal, waitSeconds = POLL_WAIT_SECONDS): Promise<Ending> {
  const { session, talk } = desk.model.get();
  const token = session?.token ?? "";
  const visit = startVisit(desk, token, signal);
  const reply = await desk.calls.poll(token, { since: talk.cursor, waitSeconds }, visit.signal);
  visit.end();
  if (visit.signal.aborted) return { type: "ended" };
  if (reply.type !== "ok") return fail(desk, token, reply);
  const arrivals = readPoll(reply.body);
  if (arrivals === undefined) return { type: "failed" };
  report(desk, "live");
  for (const arrival of arrivals) announce(desk, arrival);
  return { type: "ended" };
}

async function listen(desk: Desk, signal: AbortSignal): Promise<Ending> {
  const { session, talk } = desk.model.get();
  const token = session?.token ?? "";
  const visit = startVisit(desk, token, signal);
  const watch = startWatch(visit.stop);
  try {
    const reply = await desk.calls.stream(token, talk.cursor, visit.signal);
    if (watch.isOver()) return { type: "silent" };
    if (visit.signal.aborted) return { type: "ended" };
    if (reply.type !== "ok") return await fail(desk, token, reply);
    let rest = "";
    const hasSpoken = await readAll(reply.body, (text) => {
      if (visit.signal.aborted) return;
      watch.hear();
      report(desk, "live");
      rest = understand(desk, rest + text);
    });
    if (!hasSpoken && watch.isOver()) return { type: "silent" };
    return { type: hasSpoken || visit.signal.aborted ? "ended" : "failed" };
  } finally {
    watch.end();
    visit.end();
  }
}

/** Ends with `signal`, and when the tab becomes another visitor: what an old token's request still says is not ours. */
function startVisit(desk: Desk, token: string, signal: AbortSignal): { signal: AbortSignal; stop(): void; end(): void } {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const forget = desk.model.subscribe(() => {
    if ((desk.model.get().session?.token ?? "") !== token) stop();
  });
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  const end = (): void => {
    forget();
    signal.removeEventListener("abort", stop);
  };
  return { signal: abort.signal, stop, end };
}

/** Gives up on a stream that says nothing at first, or nothing for long. */
function startWatch(giveUp: () => void): { hear(): void; isOver(): boolean; end(): void } {
  let isOver = false;
  const ring = (): void => {
    isOver = true;
    giveUp();
  };
  let timer = setTimeout(ring, FIRST_WORD_MS);
  return {
    hear: () => {
      clearTimeout(timer);
      timer = setTimeout(ring, QUIET_MS);
    },
    isOver: () => isOver,
    end: () => clearTimeout(timer),
  };
}

/** Takes in the complete events; returns what is left. */
function understand(desk: Desk, text: string): string {
  const { events, rest } = cutEvents(text);
  for (const event of events) {
    const arrival = readArrival(event);
    if (arrival !== undefined) announce(desk, arrival);
  }
  return rest;
}

async function readAll(stream: ReadableStream<Uint8Array>, each: (text: string) => void): Promise<boolean> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let hasSpoken = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return hasSpoken;
      hasSpoken = true;
      each(decoder.decode(value, { stream: true }));
    }
  } catch {
    return hasSpoken; // Cut or aborted: the caller connects again.
  }
}

async function fail(desk: Desk, token: string, reply: Parameters<typeof meaningOf>[0]): Promise<Ending> {
  const meaning = meaningOf(reply);
  if (meaning.type === "signed-out") await renewSession(desk, token);
  return { type: "failed", ...(meaning.type === "later" ? { afterMs: meaning.afterMs } : {}) };
}

function announce(desk: Desk, arrival: Arrival): void {
  const after = desk.model.get().talk.cursor;
  take(desk, arrival);
  desk.tabs.say({ type: "arrival", after, arrival });
}

function report(desk: Desk, link: LinkState): void {
  if (desk.model.get().link === link) return;
  desk.model.patch({ link });
  desk.tabs.say({ type: "link", link });
  // What waits to be sent need not wait any longer.
  if (link === "live") wake();
}

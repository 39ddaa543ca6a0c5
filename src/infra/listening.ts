import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** What is listened for, and who is told. */
export interface Listening {
  readonly url: string;
  readonly channel: string;
  readonly heard: (payload: string) => void;
  /** Called with the moment until which nothing was lost; while it fails, listening is begun again. */
  readonly missed?: Missed | undefined;
  /** How often a silent connection is asked whether it lives; shorter in tests. */
  readonly beatMs?: number | undefined;
}

/** Makes good what was not heard since a moment. */
export type Missed = (since: Date) => Promise<void>;

// A silent connection may be dead without anybody having said so: a firewall forgot it, a machine lost its power.
const BEAT_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;
const RELISTEN_AFTER_MS = 1_000;
/** At a stop. A connection that does not even end is left to the end of the process. */
const END_WITHIN_MS = 2_000;

/**
 * Hears NOTIFY on a connection of its own until the returned function is called; begins again whenever that connection is
 * lost, as often as it takes. Throws when it cannot begin at all.
 */
export async function listenOn(listening: Listening): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  const kept = keepListening(listening, await begin(listening), stopped.signal);
  return async () => {
    stopped.abort();
    await Promise.race([kept, pause(END_WITHIN_MS, undefined, { ref: false })]);
  };
}

async function keepListening(listening: Listening, first: Line, stopped: AbortSignal): Promise<void> {
  let goodUntil = await listenWell(listening, first, stopped);
  while (!stopped.aborted) {
    await waitUnless(stopped, RELISTEN_AFTER_MS);
    if (stopped.aborted) return;
    const line = await beginAgain(listening, goodUntil);
    if (line !== undefined) goodUntil = await listenWell(listening, line, stopped);
  }
}

/** A connection that listens. */
interface Line {
  readonly client: pg.Client;
  readonly ended: Promise<unknown>;
}

async function begin({ url, channel, heard }: Listening): Promise<Line> {
  // The name is for operators, who see it in pg_stat_activity.
  const name = { application_name: `counterbell listens: ${channel}` };
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS, ...name });
  // Without a listener an error would end the process; that the connection is lost is told by its end.
  client.on("error", () => undefined);
  client.on("notification", ({ payload = "" }) => heard(payload));
  const ended = new Promise((resolve) => void client.once("end", () => resolve(undefined)));
  try {
    await client.connect();
    await ask(client, `LISTEN "${channel}"`);
  } catch (error) {
    void client.end();
    throw error;
  }
  return { client, ended };
}

async function beginAgain(listening: Listening, since: Date): Promise<Line | undefined> {
  let line: Line | undefined;
  try {
    line = await begin(listening);
    await listening.missed?.(since);
    return line;
  } catch {
    // The database is still away, or away again: the next try makes good what was missed since the same moment.
    void line?.client.end();
    return undefined;
  }
}

/** Listens until the connection is lost or the stop comes; resolves to the last moment at which it was known to live. */
async function listenWell({ beatMs = BEAT_MS }: Listening, { client, ended }: Line, stopped: AbortSignal): Promise<Date> {
  let goodUntil = new Date();
  let isLost = false;
  void ended.then(() => (isLost = true));
  while (!isLost && !stopped.aborted) {
    const asked = new Date();
    isLost = await ask(client, "SELECT 1").then(
      () => isLost,
      () => true,
    );
    if (isLost) break;
    goodUntil = asked;
    await Promise.race([ended, waitUnless(stopped, beatMs)]);
  }
  // One whose question is unanswered is cut, the others are said goodbye to.
  const end = client.end();
  if (stopped.aborted) await end;
  return goodUntil;
}

function ask(client: pg.Client, text: string): Promise<unknown> {
  return client.query(Object.assign({ text }, { query_timeout: ANSWER_WITHIN_MS }));
}

async function waitUnless(stopped: AbortSignal, ms: number): Promise<void> {
  // A stop ends the wait early, which is all it should do.
  await pause(ms, undefined, { signal: stopped, ref: false }).catch(() => undefined);
}

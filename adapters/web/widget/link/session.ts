import type { SessionAnswer } from "../../api.ts";
import { reasonOf } from "../rules/answers.ts";
import { pauseMs } from "../rules/backoff.ts";
import { EMPTY_TALK } from "../rules/talk.ts";
import { tidyOutbox, type Desk } from "./desk.ts";
import { pause } from "./pause.ts";

/** Shows what is known from the last visit at once, then signs in. Resolves when there is a session, however long that takes. */
export async function startSession(desk: Desk): Promise<void> {
  const kept = readKept(desk);
  if (kept !== undefined) desk.model.patch({ session: kept });
  await signIn(desk, undefined);
}

/** The server no longer knows this token: gets another one, unless that has happened meanwhile. */
export async function renewSession(desk: Desk, stale: string): Promise<void> {
  if (desk.model.get().session?.token !== stale) return;
  await signIn(desk, stale);
}

/** Another tab signed in again. */
export function adoptSession(desk: Desk): void {
  const kept = readKept(desk);
  if (kept !== undefined) adopt(desk, kept);
}

// Only one tab signs in at a time, so that two tabs never become two visitors.
async function signIn(desk: Desk, stale: string | undefined): Promise<void> {
  await desk.tabs.alone("session", async () => {
    for (let failures = 0; ; failures++) {
      const kept = readKept(desk);
      const isRenewedElsewhere = stale !== undefined && kept !== undefined && kept.token !== stale;
      if (isRenewedElsewhere) return adopt(desk, kept);
      const { store, language, identity } = desk.settings;
      const token = kept?.token;
      const request = {
        store,
        language,
        ...(identity === undefined ? {} : { identity }),
        ...(token === undefined ? {} : { token }),
      };
      const reply = await desk.calls.openSession(request);
      if (reply.type === "ok") return keep(desk, reply.body);
      desk.model.patch({ notice: reply.type === "problem" ? reasonOf(reply) : undefined });
      await pause(pauseMs(failures, Math.random(), reply.type === "problem" ? (reply.retryAfterMs ?? 0) : 0));
    }
  });
}

function keep(desk: Desk, answer: SessionAnswer): void {
  const isOther = readKept(desk)?.token !== answer.token;
  desk.memory.write("session", JSON.stringify(answer));
  adopt(desk, answer);
  if (isOther) desk.tabs.say({ type: "session" });
}

function adopt(desk: Desk, answer: SessionAnswer): void {
  const before = desk.model.get().session;
  desk.model.patch({ session: answer, notice: undefined });
  if (before === undefined || before.visitorId === answer.visitorId) return;
  // Another visitor: sequence numbers begin anew. What was not sent yet goes out under the new name.
  desk.memory.write("read", "0");
  desk.model.patch({ talk: EMPTY_TALK, readSeq: 0, notice: "renewed", rated: undefined });
  tidyOutbox(desk);
}

function readKept(desk: Desk): SessionAnswer | undefined {
  try {
    const kept: Partial<SessionAnswer> = JSON.parse(desk.memory.read("session") ?? "{}");
    // Written by ourselves; a look at the parts that everything else needs is enough.
    return typeof kept.token === "string" && kept.store !== undefined && kept.limits !== undefined
      ? (kept as SessionAnswer)
      : undefined;
  } catch {
    return undefined;
  }
}

import { meaningOf, type RefusalCode, type Reply } from "../rules/answers.ts";
import { pauseMs } from "../rules/backoff.ts";
import { afterAnswer, nextToSend, type OutboxItem, type SendAnswer } from "../rules/outbox.ts";
import { expectAnswer } from "../rules/talk.ts";
import type { Calls } from "./calls.ts";
import { setTyping, tidyOutbox, type Desk } from "./desk.ts";
import { hold, pause } from "./pause.ts";
import { renewSession } from "./session.ts";

const busy = new WeakSet<Desk>();

/**
 * Sends what waits, oldest first, one at a time, until nothing waits. Another tab's items too: only one tab sends at a time, and
 * when it is closed the next one goes on. Sending twice is harmless, the server stores a clientId once.
 */
export async function flush(desk: Desk): Promise<void> {
  if (busy.has(desk)) return;
  busy.add(desk);
  await desk.tabs.alone("send", () => sendAll(desk));
  busy.delete(desk);
  // Something may have been added between the last look and the line above.
  if (nextToSend(desk.memory.outbox()) !== undefined) await flush(desk);
}

async function sendAll(desk: Desk): Promise<void> {
  let failures = 0;
  for (;;) {
    const item = nextToSend(desk.memory.outbox());
    if (item === undefined) return;
    const token = desk.model.get().session?.token;
    const answer = token === undefined ? NO_SESSION : meaningOf(await sendItem(desk.calls, token, item));
    if (answer.type === "signed-out") await renewSession(desk, token ?? "");
    const isDone = settleItem(desk, item, answer);
    failures = isDone ? 0 : failures + 1;
    if (isDone || (answer.type === "signed-out" && failures < 3)) continue;
    if (answer.type === "later") await waitAsTold(desk, answer);
    else await pause(pauseMs(failures, Math.random()));
  }
}

async function waitAsTold(desk: Desk, { afterMs, isTooFast }: Extract<SendAnswer, { type: "later" }>): Promise<void> {
  if (isTooFast) desk.model.patch({ heldUntil: desk.now() + afterMs });
  await hold(pauseMs(0, Math.random(), afterMs));
  desk.model.patch({ heldUntil: undefined });
}

const NO_SESSION: SendAnswer = { type: "unreachable" };

function sendItem({ post }: Calls, token: string, item: OutboxItem): Promise<Reply<unknown>> {
  const { type, clientId, text, choice, attachments, score = 0 } = item;
  switch (type) {
    case "human":
      return post("/api/widget/human", token, { clientId });
    case "rating":
      return post("/api/widget/rating", token, { clientId, score, ...(text === undefined ? {} : { comment: text }) });
    case "message":
      return post("/api/widget/messages", token, {
        clientId,
        text: text ?? "",
        ...(choice === undefined ? {} : { choice }),
        ...(attachments === undefined ? {} : { attachments: attachments.map((file) => file.id) }),
      });
  }
}

/** Writes down what came of it; false when it has to be tried again. */
function settleItem(desk: Desk, item: OutboxItem, answer: SendAnswer): boolean {
  if (answer.type !== "stored" && answer.type !== "refused") return false;
  const next = afterAnswer(item, answer);
  if (next === undefined) desk.memory.forget(item);
  else desk.memory.keep(next);
  if (answer.type === "refused" && item.type !== "message") {
    desk.model.patch({ notice: answer.because as RefusalCode, isHumanAsked: false, rated: undefined });
  }
  tidyOutbox(desk);
  desk.tabs.say({ type: "outbox" });
  if (answer.type === "stored" && item.type === "message") {
    setTyping(desk, expectAnswer(desk.model.get().talk, item.clientId, desk.now()));
  }
  return true;
}

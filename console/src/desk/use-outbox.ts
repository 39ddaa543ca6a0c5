import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ActAnswer } from "../../../src/desk/api.ts";
import { isUnclear } from "../shared/api.ts";
import type { Answer } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { browserKeeper } from "../shared/browser-keeper.ts";
import { useLive } from "../shared/live.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { askedIn } from "./asked-in.ts";
import { keepOutbox, keptOutbox, toSendAgain, without, withPending } from "./outbox.ts";
import type { Pending } from "./outbox.ts";

interface Outbox {
  readonly all: readonly Pending[];
  readonly send: (pending: Pending) => Promise<void>;
  readonly drop: (pending: Pending) => void;
}

/**
 * Sends replies and notes; what is not confirmed stays, also over a reload. It is sent again by itself when the connection
 * comes back soon, later by a click, or discarded.
 */
export function useOutbox(onArrived: () => void): Outbox {
  const api = useApi();
  const explain = useExplain();
  const { live, me } = useSession();
  const userId = me.user.id;
  const [all, setAll] = useState(() => keptOutbox(userId, browserKeeper()));
  // The same list at once, so that two answers in one moment do not overwrite each other.
  const current = useRef(all);
  // How often it was asked to send again since it began to.
  const rounds = useRef(0);

  function change(next: readonly Pending[]): void {
    keepOutbox(userId, browserKeeper(), { before: current.current, now: next });
    current.current = next;
    setAll(next);
  }

  async function send(pending: Pending): Promise<void> {
    const words = wordsOf(pending);
    const { clientId, conversationId, attachments } = words;
    change(withPending(current.current, { ...words, state: "sending" }));
    const files = attachments === undefined ? {} : { attachments: attachments.map(({ id }) => id) };
    const body = { ...bodyOf(words), ...files };
    const answer = await api.send("post /api/console/conversations/{id}/reply", { ids: { id: conversationId }, body });
    const left = stateAfter(answer, explain);
    change(left === undefined ? without(current.current, clientId) : withPending(current.current, { ...words, ...left }));
    onArrived();
  }

  useLive(live, (event) => {
    if (event.type === "connected") void sendAgain();
  });

  // After a reload the stream may have opened before this was there to hear it.
  const atStart = useEffectEvent(() => void sendAgain());
  useEffect(() => atStart(), []);

  // One after the other, as they were written. A second round beside the first would mix them up: it follows it instead.
  async function sendAgain(): Promise<void> {
    rounds.current += 1;
    if (rounds.current > 1) return;
    for (let done = 0; done < rounds.current; done += 1) {
      for (const pending of toSendAgain(current.current, Date.now())) await send(pending);
    }
    rounds.current = 0;
  }

  return { all, send, drop: (pending) => change(without(current.current, pending.clientId)) };
}

// What was made of it before is over.
function wordsOf({ state: _state, asked: _asked, reason: _reason, ...words }: Pending): Omit<Pending, "state"> {
  return words;
}

function bodyOf({ clientId, epoch, text, internal, afterSeq, confirmed, suggestion }: Omit<Pending, "state">) {
  const said = { clientId, epoch, text, internal };
  if (internal) return said;
  return { ...said, seen: afterSeq, ...(confirmed && { confirmed }), ...(suggestion && { suggestion }) };
}

// Undefined: it arrived, nothing is left to send.
function stateAfter(
  answer: Answer<ActAnswer>,
  explain: ReturnType<typeof useExplain>,
): Pick<Pending, "state" | "reason" | "asked"> | undefined {
  if (answer.type === "answer") {
    if (answer.value.outcome === "done") return undefined;
    const { reason } = answer.value;
    return { state: "refused", ...(reason === undefined ? {} : { reason }) };
  }
  const { failure } = answer;
  if (isUnclear(failure) || failure.type === "signed-out") return { state: "unconfirmed" };
  const said = explain(failure);
  const reason = { zh: said, en: said };
  const asked = askedIn(failure);
  return asked === undefined ? { state: "refused", reason } : { state: "asked", reason, asked };
}

import { useState } from "react";
import type { Sentence } from "../../../src/desk/api.ts";
import type { RequestAnswer, RequestAnswerBody } from "../../../src/requests/api.ts";
import { isUnclear, newClientId } from "../shared/api.ts";
import type { Answer, Failure } from "../shared/api.ts";
import { useApi } from "../shared/session.tsx";

export type Trouble = { readonly reason: Sentence | undefined } | { readonly failure: Failure };

/** Answers or withdraws one request, and keeps why that did not work. Sent again after a lost answer it is done once. */
export function useDecision(id: string, onDone: () => void) {
  const api = useApi();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [clientId, setClientId] = useState(newClientId);

  async function settle(ask: () => Promise<Answer<RequestAnswer>>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await ask();
    setIsBusy(false);
    if (answer.type === "answer" || !isUnclear(answer.failure)) setClientId(newClientId());
    if (answer.type === "failure") return setTrouble({ failure: answer.failure });
    setTrouble(answer.value.outcome === "done" ? undefined : { reason: answer.value.reason });
    // Refused too: somebody else was first, and what they said is shown.
    onDone();
  }

  return {
    isBusy,
    trouble,
    decide: (answer: Omit<RequestAnswerBody, "clientId">): void =>
      void settle(() => api.send("post /api/console/requests/{id}/decide", { ids: { id }, body: { clientId, ...answer } })),
    withdraw: (): void =>
      void settle(() => api.send("post /api/console/requests/{id}/withdraw", { ids: { id }, body: { clientId } })),
  };
}

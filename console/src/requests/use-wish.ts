import { useState } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import type { RequestRow, RequestWishBody } from "../../../src/requests/api.ts";
import { isUnclear, newClientId } from "../shared/api.ts";
import { useApi } from "../shared/session.tsx";
import { fenOf } from "./money.ts";
import type { Trouble } from "./use-decision.ts";

export type Kind = RequestRow["kind"];

interface Asked {
  readonly conversation: ConversationRow;
  /** What the words that were held back promise. */
  readonly sumFen?: number | undefined;
  readonly onAsked: () => void;
}

/** What is being asked; it stays until it arrived, and sent again after a lost answer it is asked once. */
export function useWish({ conversation, sumFen, onAsked }: Asked) {
  const api = useApi();
  const [kind, setKind] = useState<Kind>("compensation");
  const [yuan, setYuan] = useState<number | null>(sumFen === undefined ? null : sumFen / 100);
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [clientId, setClientId] = useState(newClientId);
  const fen = kind === "compensation" ? fenOf(yuan) : undefined;
  const isSumMissing = kind === "compensation" && fen === undefined;
  const isWhyMissing = why.trim() === "";

  async function send(): Promise<void> {
    setIsTried(true);
    if (isBusy || isWhyMissing || isSumMissing) return;
    setIsBusy(true);
    const body: RequestWishBody = { clientId, kind, words: why.trim(), ...(fen === undefined ? {} : { sumFen: fen }) };
    const answer = await api.send("post /api/console/conversations/{id}/requests", { ids: { id: conversation.id }, body });
    setIsBusy(false);
    if (answer.type === "answer" && answer.value.outcome === "done") return onAsked();
    // Of an unclear end the same id asks again, and is asked once.
    if (answer.type === "answer" || !isUnclear(answer.failure)) setClientId(newClientId());
    setTrouble(answer.type === "failure" ? { failure: answer.failure } : { reason: answer.value.reason });
  }

  return {
    ...{ kind, setKind, yuan, setYuan, why, setWhy, isBusy, trouble },
    /** Told only once somebody tried to send it. */
    isSumMissing: isTried && isSumMissing,
    isWhyMissing: isTried && isWhyMissing,
    send: (): void => void send(),
  };
}

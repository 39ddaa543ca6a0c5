import { useCallback, useRef, useState } from "react";
import type { ActAnswer, ConversationRow, Sentence } from "../../../src/desk/api.ts";
import { isUnclear, newClientId } from "../shared/api.ts";
import type { Failure } from "../shared/api.ts";
import { useApi } from "../shared/session.tsx";

export type Act = "claim" | "release" | "close" | "transfer" | "refuse";

/** Why an act did not happen. */
export type Trouble =
  | { readonly type: "refused"; readonly act: Act; readonly reason: Sentence | undefined }
  | { readonly type: "failed"; readonly act: Act; readonly failure: Failure; readonly more: object };

interface Acts {
  /** Resolves to whether it was done. `more`: what the act says beside its epoch. */
  readonly run: (act: Act, conversation: ConversationRow, more?: object) => Promise<boolean>;
  readonly busy: Act | undefined;
  readonly trouble: Trouble | undefined;
  readonly forget: () => void;
}

/** The acts of an agent on the chosen conversation. Repeated after a lost answer they carry the same clientId. */
export function useActs(onDone: () => void): Acts {
  const api = useApi();
  const [busy, setBusy] = useState<Act>();
  const [trouble, setTrouble] = useState<Trouble>();
  const unconfirmed = useRef(new Map<string, string>());

  async function run(act: Act, conversation: ConversationRow, more: object = {}): Promise<boolean> {
    if (busy !== undefined) return false;
    const key = `${act} ${conversation.id} ${conversation.epoch} ${JSON.stringify(more)}`;
    const clientId = unconfirmed.current.get(key) ?? newClientId();
    unconfirmed.current.set(key, clientId);
    setBusy(act);
    setTrouble(undefined);
    // Whose it is, not what was said in it, decides about an offer.
    const seen = act === "claim" || act === "refuse" ? {} : { epoch: conversation.epoch };
    const body = { clientId, ...seen, ...more };
    const path = `/api/console/conversations/${encodeURIComponent(conversation.id)}/${act}`;
    const answer = await api.send<ActAnswer>("POST", path, body);
    setBusy(undefined);
    if (answer.type === "failure") setTrouble({ type: "failed", act, failure: answer.failure, more });
    else if (answer.value.outcome === "refused") setTrouble({ type: "refused", act, reason: answer.value.reason });
    if (answer.type === "answer" || !isUnclear(answer.failure)) unconfirmed.current.delete(key);
    onDone();
    return answer.type === "answer" && answer.value.outcome === "done";
  }

  const forget = useCallback(() => setTrouble(undefined), []);
  return { run, busy, trouble, forget };
}

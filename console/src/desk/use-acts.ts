import { useCallback, useRef, useState } from "react";
import type { ActAnswer, ConversationRow, Sentence } from "../../../src/desk/api.ts";
import type { TransferRequest } from "../../../src/desk/workspace/api.ts";
import { isUnclear, newClientId } from "../shared/api.ts";
import type { Answer, Api, Failure } from "../shared/api.ts";
import { useApi } from "../shared/session.tsx";

/** What an agent does with a conversation, and what they say with it. */
export type Wish =
  | { readonly act: "claim" }
  | { readonly act: "refuse"; readonly reason: string }
  | { readonly act: "release" | "close"; readonly reason?: string }
  | ({ readonly act: "transfer" } & Pick<TransferRequest, "to" | "reason" | "summary">);
export type Act = Wish["act"];

/** Why an act did not happen. */
export type Trouble =
  | { readonly type: "refused"; readonly wish: Wish; readonly reason: Sentence | undefined }
  | { readonly type: "failed"; readonly wish: Wish; readonly failure: Failure };

interface Acts {
  /** Resolves to whether it was done. */
  readonly run: (conversation: ConversationRow, wish: Wish) => Promise<boolean>;
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

  async function run(conversation: ConversationRow, wish: Wish): Promise<boolean> {
    if (busy !== undefined) return false;
    const { act } = wish;
    const key = `${conversation.id} ${conversation.epoch} ${JSON.stringify(wish)}`;
    const clientId = unconfirmed.current.get(key) ?? newClientId();
    unconfirmed.current.set(key, clientId);
    setBusy(act);
    setTrouble(undefined);
    const answer = await sent(api, { conversation, clientId }, wish);
    setBusy(undefined);
    if (answer.type === "failure") setTrouble({ type: "failed", wish, failure: answer.failure });
    else if (answer.value.outcome === "refused") setTrouble({ type: "refused", wish, reason: answer.value.reason });
    if (answer.type === "answer" || !isUnclear(answer.failure)) unconfirmed.current.delete(key);
    onDone();
    return answer.type === "answer" && answer.value.outcome === "done";
  }

  const forget = useCallback(() => setTrouble(undefined), []);
  return { run, busy, trouble, forget };
}

interface Sending {
  readonly conversation: ConversationRow;
  readonly clientId: string;
}

function sent(api: Api, { conversation: { id, epoch }, clientId }: Sending, wish: Wish): Promise<Answer<ActAnswer>> {
  const ids = { id };
  switch (wish.act) {
    // Whose it is, not what was said in it, decides about an offer.
    case "claim":
      return api.send("post /api/console/conversations/{id}/claim", { ids, body: { clientId } });
    case "refuse":
      return api.send("post /api/console/conversations/{id}/refuse", { ids, body: { clientId, reason: wish.reason } });
    case "release":
    case "close":
      return api.send(`post /api/console/conversations/{id}/${wish.act}`, {
        ids,
        body: { clientId, epoch, reason: wish.reason },
      });
    case "transfer": {
      const { to, reason, summary } = wish;
      return api.send("post /api/console/conversations/{id}/transfer", { ids, body: { clientId, epoch, to, reason, summary } });
    }
  }
}

import { useRef, useState } from "react";
import type { ActAnswer, Sentence } from "../../../src/desk/api.ts";
import { isUnclear, newClientId } from "../shared/api.ts";
import type { Answer, Api, Failure } from "../shared/api.ts";
import { useApi } from "../shared/session.tsx";

interface Once {
  /** By which an act is known when it comes again. */
  readonly clientId: string;
}

/** Why it was not done. */
export type Trouble =
  { readonly type: "refused"; readonly reason: Sentence | undefined } | { readonly type: "failed"; readonly failure: Failure };

/** One act on a conversation; sent again after a lost answer it carries the same clientId, and is done once. */
export function useAct<Body extends object>(act: (api: Api, body: Body & Once) => Promise<Answer<ActAnswer>>) {
  const api = useApi();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const unconfirmed = useRef<{ readonly said: string; readonly clientId: string }>(undefined);

  /** Resolves to whether it was done. */
  async function send(body: Body): Promise<boolean> {
    const said = JSON.stringify(body);
    const clientId = unconfirmed.current?.said === said ? unconfirmed.current.clientId : newClientId();
    setIsBusy(true);
    const answer = await act(api, { clientId, ...body });
    setIsBusy(false);
    const isLost = answer.type === "failure" && isUnclear(answer.failure);
    unconfirmed.current = isLost ? { said, clientId } : undefined;
    if (answer.type === "failure") setTrouble({ type: "failed", failure: answer.failure });
    else setTrouble(answer.value.outcome === "refused" ? { type: "refused", reason: answer.value.reason } : undefined);
    return answer.type === "answer" && answer.value.outcome === "done";
  }

  return { send, isBusy, trouble };
}

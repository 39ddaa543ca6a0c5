import { useCallback, useRef, useState } from "react";
import type { ConversationDetail, MessagePage } from "../../../src/desk/api.ts";
import type { Answer, Api, Failure } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useRead } from "../shared/loaded.ts";
import type { Loaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { withEarlier, withNewest } from "./pages.ts";

/** The way back to what was said earlier. */
export interface Earlier {
  readonly load: () => void;
  readonly busy: boolean;
  /** Why the last try brought nothing. */
  readonly failure?: Failure;
}

/** One conversation with the pages of its messages that were asked for; the component stands for one conversation only. */
export function useTalk(id: string): Loaded<ConversationDetail> & { readonly earlier: Earlier } {
  const api = useApi();
  const address = addressTo("/api/console/conversations/{id}", { ids: { id } });
  const known = useRef<MessagePage>(undefined);
  const [standing, setStanding] = useState<Omit<Earlier, "load">>({ busy: false });
  const read = useCallback(
    async (from: Api): Promise<Answer<ConversationDetail>> => {
      const answer = await from.get(address);
      if (answer.type === "failure") return answer;
      known.current = withNewest(known.current, answer.value);
      return { type: "answer", value: { ...answer.value, ...known.current } };
    },
    [address],
  );
  const loaded = useRead(address, read);
  const { reload } = loaded;

  async function load(): Promise<void> {
    const first = known.current?.messages[0];
    if (first === undefined || standing.busy) return;
    setStanding({ busy: true });
    const answer = await api.get(
      addressTo("/api/console/conversations/{id}/messages", { ids: { id }, query: { before: first.seq } }),
    );
    setStanding(answer.type === "answer" ? { busy: false } : { busy: false, failure: answer.failure });
    if (answer.type === "failure" || known.current === undefined) return;
    known.current = withEarlier(known.current, answer.value, first.seq);
    reload();
  }

  return { ...loaded, earlier: { ...standing, load: () => void load() } };
}

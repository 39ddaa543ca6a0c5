import { useCallback, useRef } from "react";
import type { ConversationPage } from "../../../src/desk/api.ts";
import type { Answer, Api } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useRead } from "../shared/loaded.ts";
import type { Loaded } from "../shared/loaded.ts";
import type { List } from "../shared/route.ts";

/** More pages than anybody scrolls through; a search will find what lies deeper. */
const PAGES_AT_MOST = 20;

/** A list of the desk, as many pages as were asked for with `more`. */
export function useConversations(
  list: List,
  store: string | undefined,
): Loaded<ConversationPage> & { readonly more: () => void } {
  const address = pageOf({ list, store });
  const asked = useRef({ address, pages: 1 });
  const read = useCallback(
    (api: Api) => readPages(api, { list, store }, asked.current.address === address ? asked.current.pages : 1),
    [address, list, store],
  );
  const loaded = useRead(address, read);
  const { reload } = loaded;
  const more = useCallback(() => {
    const pages = asked.current.address === address ? asked.current.pages + 1 : 2;
    asked.current = { address, pages: Math.min(pages, PAGES_AT_MOST) };
    reload();
  }, [address, reload]);
  return { ...loaded, more };
}

/** The first page of a list: who waits longest is on it. */
export function readList(api: Api, list: List, store: string | undefined): Promise<Answer<ConversationPage>> {
  return api.get(pageOf({ list, store }));
}

interface Asked {
  readonly list: List;
  readonly store: string | undefined;
}

function pageOf({ list, store }: Asked, cursor?: string) {
  return addressTo("/api/console/conversations", { query: { list, store, cursor } });
}

async function readPages(api: Api, asked: Asked, pages: number): Promise<Answer<ConversationPage>> {
  const first = await api.get(pageOf(asked));
  if (first.type === "failure") return first;
  let whole = first.value;
  for (let page = 1; page < pages && whole.next !== undefined; page += 1) {
    const answer = await api.get(pageOf(asked, whole.next));
    if (answer.type === "failure") return answer;
    whole = { ...answer.value, items: withoutDoubles([...whole.items, ...answer.value.items]), counts: whole.counts };
  }
  return { type: "answer", value: whole };
}

// A conversation that moves between two reads may stand on both pages.
function withoutDoubles(items: ConversationPage["items"]): ConversationPage["items"] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

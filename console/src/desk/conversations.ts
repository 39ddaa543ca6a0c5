import { useCallback, useRef } from "react";
import type { ConversationPage } from "../../../src/desk/api.ts";
import type { Answer, Api } from "../shared/api.ts";
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
  const path = pathOf(list, store);
  const asked = useRef({ path, pages: 1 });
  const read = useCallback((api: Api) => readPages(api, path, asked.current.path === path ? asked.current.pages : 1), [path]);
  const loaded = useRead(path, read);
  const { reload } = loaded;
  const more = useCallback(() => {
    const pages = asked.current.path === path ? asked.current.pages + 1 : 2;
    asked.current = { path, pages: Math.min(pages, PAGES_AT_MOST) };
    reload();
  }, [path, reload]);
  return { ...loaded, more };
}

/** The first page of a list: who waits longest is on it. */
export function readList(api: Api, list: List, store: string | undefined): Promise<Answer<ConversationPage>> {
  return api.get(pathOf(list, store));
}

function pathOf(list: List, store: string | undefined): string {
  return `/api/console/conversations?${new URLSearchParams({ list, ...(store === undefined ? {} : { store }) }).toString()}`;
}

async function readPages(api: Api, path: string, pages: number): Promise<Answer<ConversationPage>> {
  const first = await api.get<ConversationPage>(path);
  if (first.type === "failure") return first;
  let whole = first.value;
  for (let page = 1; page < pages && whole.next !== undefined; page += 1) {
    const answer = await api.get<ConversationPage>(`${path}&cursor=${encodeURIComponent(whole.next)}`);
    if (answer.type === "failure") return answer;
    whole = { ...answer.value, items: withoutDoubles([...whole.items, ...answer.value.items]), counts: whole.counts };
  }
  return { type: "answer", value: whole };
}

// A conversation that moves between two reads may stand on both pages.
function withoutDoubles(items: ConversationPage["items"]): ConversationPage["items"] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

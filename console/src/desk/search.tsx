import { Button, Input, Skeleton } from "antd";
import { useCallback, useState } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import type { SearchPage } from "../../../src/desk/workspace/api.ts";
import type { Answer, Api } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useNow } from "../shared/clock.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useRead } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { sharedWords } from "../shared/words.ts";
import { Row } from "./row.tsx";
import { deskWords } from "./words.ts";

type DeskRoute = Extract<Route, { page: "desk" }>;

/** The id of the field, for the key that leads to it. */
export const SEARCH_FIELD = "desk-search";

/** Where one types whom or what to look for; an empty field goes back to the list. */
export function SearchField({ route }: { readonly route: DeskRoute }) {
  const words = useWords(deskWords);
  const look = (text: string) => {
    const query = text.trim();
    go(query.length < SHORTEST ? withoutQuery(route) : { ...route, query }, "replace");
  };
  return (
    <Input.Search
      id={SEARCH_FIELD}
      key={route.query ?? ""}
      className="list-search"
      aria-label={words.search}
      placeholder={words.search}
      defaultValue={route.query ?? ""}
      allowClear
      maxLength={100}
      onSearch={look}
    />
  );
}

/** The list one came from. */
export function withoutQuery({ query: _query, ...list }: DeskRoute): DeskRoute {
  return list;
}

/** The server looks for nothing shorter. */
const SHORTEST = 2;
/** More pages than anybody reads; better words find more. */
const PAGES_AT_MOST = 10;

/** What was found, open and closed, newest first. */
export function SearchResults({ route, query }: { readonly route: DeskRoute; readonly query: string }) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const now = useNow();
  const [pages, setPages] = useState(1);
  const { store } = route;
  const read = useCallback((api: Api) => readPages(api, { query, store }, pages), [query, store, pages]);
  const { value, failure, reload } = useRead(`${query} ${store ?? ""} ${pages}`, read);
  if (failure !== undefined) return <FailureNote failure={failure} title={words.listFailed} onRetry={reload} />;
  if (value === undefined) return <Skeleton className="search-wait" active paragraph={{ rows: 4 }} />;
  if (value.items.length === 0) return <EmptyNote {...words.nothingFound(query)} />;
  return (
    <div className="list-scroll">
      <ul className="rows">
        {value.items.map((row) => (
          <li key={row.id}>
            <Row row={row} route={route} now={now} />
          </li>
        ))}
      </ul>
      {value.hasMore && pages < PAGES_AT_MOST && (
        <Button type="link" block onClick={() => setPages(pages + 1)}>
          {shared.more}
        </Button>
      )}
    </div>
  );
}

interface Asked {
  readonly query: string;
  readonly store: string | undefined;
}

async function readPages(api: Api, asked: Asked, pages: number): Promise<Answer<SearchPage>> {
  const items = new Map<string, ConversationRow>();
  let hasMore = true;
  for (let page = 1; page <= pages && hasMore; page += 1) {
    const answer = await api.get(addressTo("/api/console/search", { query: { ...asked, page } }));
    if (answer.type === "failure") return answer;
    for (const item of answer.value.items) items.set(item.id, item);
    hasMore = answer.value.hasMore;
  }
  return { type: "answer", value: { items: [...items.values()], hasMore } };
}

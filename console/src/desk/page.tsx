import { useEffect, useState } from "react";
import { useCalm } from "../shared/use-calm.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { concerns } from "./concerns.ts";
import { ConversationPane } from "./conversation.tsx";
import { readList, useConversations } from "./conversations.ts";
import { KeySheet } from "./key-sheet.tsx";
import { ConversationList } from "./list.tsx";
import { inOrder, neighbour, worst } from "./order.ts";
import { SEARCH_FIELD } from "./search.tsx";
import { useDeskKeys } from "./use-keys.ts";
import { useMissedRows } from "./use-missed.ts";
import { deskWords } from "./words.ts";
import "./list.css";
import "./talk.css";
import "./composer.css";
import "./side.css";
import "./asked.css";
import "./phrases.css";
import "./transfer.css";
// Last: what narrow screens change.
import "./desk.css";

/** A busy desk moves many times a second; nobody reads that fast. */
const READ_AT_MOST_EVERY_MS = 1_000;

type DeskRoute = Extract<Route, { page: "desk" }>;

/** The desk: the list, the chosen conversation, and what is known about it. */
export function DeskPage({ route }: { readonly route: DeskRoute }) {
  const words = useWords(deskWords);
  const { live, me, reloadMe } = useSession();
  const api = useApi();
  const loaded = useConversations(route.list, route.store);
  const [showsKeys, setShowsKeys] = useState(false);
  const { value, reload } = loaded;

  const readAgain = useCalm(reload, READ_AT_MOST_EVERY_MS);
  const watched = { list: route.list, store: route.store, agentId: me.agent?.id, shown: value?.items ?? [] };
  const missed = useMissedRows(`${route.list} ${route.store ?? ""}`, value?.items, route.conversation);

  useLive(live, (event) => {
    if (event.type === "conversation" && concerns(event, watched)) readAgain();
    if (event.type !== "connected") return;
    reloadMe();
    // Where it goes on, what was missed is told one by one.
    if (event.how !== "resumed" || loaded.failure !== undefined) readAgain();
  });

  function step(by: 1 | -1): void {
    const rows = inOrder(value?.items ?? [], { list: route.list, now: Date.now() + api.clockOffset(), agentId: me.agent?.id });
    const next = neighbour(rows, route.conversation, by);
    if (next !== undefined) go({ ...route, conversation: next.id }, route.conversation === undefined ? "push" : "replace");
  }

  // While others wait one stays with them; after the last one the list would be empty beside a talk that goes on.
  function followClaimed(): void {
    if (route.list === "waiting" && (value?.counts.waiting ?? 0) <= 1) go({ ...route, list: "mine" }, "replace");
  }

  // Those who wait for somebody, and those who wait for me: whoever has waited longest of them.
  async function goToWorst(): Promise<void> {
    const lists = await Promise.all((["waiting", "mine"] as const).map((list) => readList(api, list, route.store)));
    const rows = lists.flatMap((answer) => (answer.type === "answer" ? answer.value.items : []));
    const found = worst(rows, Date.now() + api.clockOffset());
    if (found === undefined) return;
    const list = found.status === "assigned" ? "mine" : "waiting";
    go({ page: "desk", list, conversation: found.id, ...(route.store === undefined ? {} : { store: route.store }) });
  }

  useDeskKeys({
    worst: () => void goToWorst(),
    search: () => document.getElementById(SEARCH_FIELD)?.focus(),
  });
  useDeskKeys({ next: () => step(1), previous: () => step(-1), keys: () => setShowsKeys(true) });
  useChosenInView(route.conversation);

  return (
    <div className={`desk ${route.conversation === undefined ? "desk-listing" : "desk-talking"}`}>
      <h1 className="visually-hidden">{words.title}</h1>
      <ConversationList route={route} loaded={loaded} missed={missed} onKeys={() => setShowsKeys(true)} />
      {route.conversation === undefined ? (
        <section className="pane-none" aria-label={words.chosenLabel}>
          <EmptyNote {...words.none} />
        </section>
      ) : (
        <ConversationPane
          key={route.conversation}
          id={route.conversation}
          route={route}
          onChanged={reload}
          onClaimed={followClaimed}
        />
      )}
      <KeySheet open={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function useChosenInView(chosen: string | undefined): void {
  useEffect(() => {
    if (chosen !== undefined) document.querySelector(".row[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
}

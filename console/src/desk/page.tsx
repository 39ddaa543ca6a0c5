import { useEffect, useState } from "react";
import { EmptyNote } from "../shared/empty.tsx";
import { useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { ConversationPane } from "./conversation.tsx";
import { useConversations } from "./conversations.ts";
import { KeySheet } from "./key-sheet.tsx";
import { ConversationList } from "./list.tsx";
import { inOrder, neighbour } from "./order.ts";
import { useDeskKeys } from "./use-keys.ts";
import { deskWords } from "./words.ts";
import "./list.css";
import "./talk.css";
import "./composer.css";
import "./side.css";
import "./transfer.css";
// Last: what narrow screens change.
import "./desk.css";

type DeskRoute = Extract<Route, { page: "desk" }>;

/** The desk: the list, the chosen conversation, and what is known about it. */
export function DeskPage({ route }: { readonly route: DeskRoute }) {
  const words = useWords(deskWords);
  const { live, me, reloadMe } = useSession();
  const api = useApi();
  const loaded = useConversations(route.list, route.store);
  const [showsKeys, setShowsKeys] = useState(false);
  const { value, reload } = loaded;

  useLive(live, (event) => {
    if (event.type === "conversation" || event.type === "connected") reload();
    if (event.type === "connected") reloadMe();
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

  useDeskKeys({ next: () => step(1), previous: () => step(-1), keys: () => setShowsKeys(true) });
  useChosenInView(route.conversation);

  return (
    <div className={`desk ${route.conversation === undefined ? "desk-listing" : "desk-talking"}`}>
      <h1 className="visually-hidden">{words.title}</h1>
      <ConversationList route={route} loaded={loaded} onKeys={() => setShowsKeys(true)} />
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

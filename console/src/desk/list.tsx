import { Button, Skeleton } from "antd";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useNow } from "../shared/clock.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { LISTS } from "../shared/route.ts";
import type { List, Route } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, dayOf, dayText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import type { useConversations } from "./conversations.ts";
import { FeelingMark } from "./feeling.tsx";
import { inOrder } from "./order.ts";
import { useNewFailure } from "./use-new-failure.ts";
import { Waiting } from "./waiting.tsx";
import { deskWords } from "./words.ts";

type DeskRoute = Extract<Route, { page: "desk" }>;

interface Props {
  readonly route: DeskRoute;
  readonly loaded: ReturnType<typeof useConversations>;
  readonly onKeys: () => void;
}

/** The left pane: which conversations there are, the most urgent on top. */
export function ConversationList({ route, loaded, onKeys }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { value, reload, more } = loaded;
  const failure = useNewFailure(loaded);
  return (
    <section className="list" aria-label={words.listsLabel}>
      <div className="list-head">
        <Tabs route={route} counts={value?.counts} />
        <Button size="small" type="text" onClick={onKeys} aria-label={words.keysTitle} className="keys-button">
          ?
        </Button>
      </div>
      {failure && <FailureNote failure={failure} title={words.listFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <ListSkeleton />}
      {value !== undefined && value.items.length === 0 && <EmptyNote {...words.empty[route.list]} />}
      {value !== undefined && value.items.length > 0 && (
        <div className="list-scroll">
          <Rows items={value.items} route={route} />
          {value.next !== undefined && (
            <Button type="link" block onClick={more}>
              {shared.more}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface TabsProps {
  readonly route: DeskRoute;
  readonly counts: { readonly waiting: number; readonly mine: number; readonly open: number } | undefined;
}

function Tabs({ route, counts }: TabsProps) {
  const words = useWords(deskWords);
  const countOf = (list: List) => (list === "closed" ? undefined : counts?.[list]);
  return (
    <nav className="tabs" aria-label={words.listsLabel}>
      {LISTS.map((list) => (
        <Link key={list} to={{ ...route, list }} current={route.list === list}>
          {words.lists[list]}
          {list !== "closed" && (
            <span className={`tab-count number ${list === "waiting" && (counts?.waiting ?? 0) > 0 ? "tab-count-hot" : ""}`}>
              {countOf(list) ?? " "}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

function Rows({ items, route }: { readonly items: readonly ConversationRow[]; readonly route: DeskRoute }) {
  const now = useNow();
  const { me } = useSession();
  const rows = inOrder(items, { list: route.list, now, agentId: me.agent?.id });
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Row row={row} route={route} now={now} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly row: ConversationRow;
  readonly route: DeskRoute;
  readonly now: number;
}

function Row({ row, route, now }: RowProps) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  return (
    <Link to={{ ...route, conversation: row.id }} current={row.id === route.conversation} className="row">
      <span className="row-top">
        <span className="row-name" dir="auto">
          {row.shopper.name || words.visitor(row.shopper.number)}
        </span>
        {row.urgency === "high" && <span className="urgent">{words.urgent}</span>}
        <FeelingMark row={row} />
        {row.waitingSince === undefined ? <LastAt row={row} now={now} /> : <Waiting row={row} now={now} />}
      </span>
      <span className="row-text" dir="auto">
        {row.lastText}
      </span>
      <span className="row-foot">
        <span>{row.store.name}</span>
        {row.skill !== undefined && <span>{named(shared.skills, row.skill)}</span>}
        <Standing row={row} />
      </span>
    </Link>
  );
}

/** With whom a conversation is, in a word or two. */
export function Standing({ row }: { readonly row: ConversationRow }) {
  const words = useWords(deskWords);
  const { me } = useSession();
  if (row.status === "offered" && row.agent !== undefined) {
    const mine = row.agent.id === me.agent?.id;
    return <span className={mine ? "to-me" : ""}>{mine ? words.offeredToMe : words.offeredTo(row.agent.name)}</span>;
  }
  if (row.status === "assigned" && row.agent !== undefined) return <span>{words.with(row.agent.name)}</span>;
  return <span>{words.statuses[row.status]}</span>;
}

function LastAt({ row, now }: { readonly row: ConversationRow; readonly now: number }) {
  const { language } = useLanguage();
  const { me } = useSession();
  const timezone = me.stores.find((store) => store.id === row.store.id)?.timezone ?? "Asia/Shanghai";
  const moment = { at: row.lastAt, timezone, language };
  const isToday = dayOf(row.lastAt, timezone) === dayOf(new Date(now).toISOString(), timezone);
  return <time dateTime={row.lastAt}>{isToday ? clockText(moment) : dayText(moment)}</time>;
}

function ListSkeleton() {
  return (
    <div className="rows" aria-hidden="true">
      {[1, 2, 3, 4].map((n) => (
        <div key={n} className="row">
          <Skeleton active title={{ width: "40%" }} paragraph={{ rows: 2, width: ["90%", "60%"] }} />
        </div>
      ))}
    </div>
  );
}

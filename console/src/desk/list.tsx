import { Button, Skeleton } from "antd";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useNow } from "../shared/clock.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { LISTS } from "../shared/route.ts";
import type { List, Route } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import type { useConversations } from "./conversations.ts";
import { inOrder, isDanger, isLate } from "./order.ts";
import { Row } from "./row.tsx";
import { SearchField, SearchResults, withoutQuery } from "./search.tsx";
import { useNewFailure } from "./use-new-failure.ts";
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
  const { value } = loaded;
  return (
    <section className="list" aria-label={words.listsLabel}>
      <div className="list-head">
        <Tabs route={route} counts={value?.counts} />
        <Button size="small" type="text" onClick={onKeys} aria-label={words.keysTitle} className="keys-button">
          ?
        </Button>
      </div>
      <SearchField route={route} />
      {route.query === undefined ? <Listed route={route} loaded={loaded} /> : <SearchResults route={route} query={route.query} />}
    </section>
  );
}

function Listed({ route, loaded }: Pick<Props, "route" | "loaded">) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { value, reload, more } = loaded;
  const { me } = useSession();
  const failure = useNewFailure(loaded);
  const isUnlinked = me.user.role === "agent" && me.agent === undefined;
  const emptyWords = isUnlinked && isForClaiming(route.list) ? words.unlinked : words.empty[route.list];
  return (
    <>
      {failure && <FailureNote failure={failure} title={words.listFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <ListSkeleton />}
      {value !== undefined && value.items.length === 0 && <EmptyNote {...emptyWords} />}
      {value !== undefined && value.items.length > 0 && (
        <div className="list-scroll">
          <Rows items={value.items} route={route} hasMore={value.next !== undefined} />
          {value.next !== undefined && (
            <Button type="link" block onClick={more}>
              {shared.more}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The lists from which agents take what they answer. */
function isForClaiming(list: List): boolean {
  return list === "waiting" || list === "mine";
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
        <Link key={list} to={{ ...withoutQuery(route), list }} current={route.query === undefined && route.list === list}>
          {words.lists[list]}
          {list !== "closed" && (
            <span className={`tab-count number ${list === "waiting" && (counts?.waiting ?? 0) > 0 ? "tab-count-hot" : ""}`}>
              {countText(countOf(list))}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

/** More are not counted out: the tabs must stand side by side. */
const COUNTED_AT_MOST = 999;

function countText(count: number | undefined): string {
  if (count === undefined) return " ";
  return count > COUNTED_AT_MOST ? `${COUNTED_AT_MOST}+` : String(count);
}

interface RowsProps {
  readonly items: readonly ConversationRow[];
  readonly route: DeskRoute;
  /** There are further pages. */
  readonly hasMore: boolean;
}

function Rows({ items, route, hasMore }: RowsProps) {
  const now = useNow();
  const { me } = useSession();
  const words = useWords(deskWords);
  const late = route.list === "closed" ? 0 : items.filter((row) => isLate(row, now) && !isDanger(row)).length;
  const danger = items.filter(isDanger).length;
  const rows = inOrder(items, { list: route.list, now, agentId: me.agent?.id });
  return (
    <ul className="rows">
      {rows.map((row, at) => (
        <li key={row.id}>
          {at === danger && late > 0 && (
            <p className="late-head">{words.late(hasMore && danger + late === items.length ? `${late}+` : String(late))}</p>
          )}
          {at === danger + late && late > 0 && <p className="late-end">{words.notLate}</p>}
          <Row row={row} route={route} now={now} />
        </li>
      ))}
    </ul>
  );
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

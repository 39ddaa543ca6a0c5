import { Pagination, Segmented, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import type { OverdueRow, WallAnswer } from "../../../src/wall/api.ts";
import { FeelingMark } from "../desk/feeling.tsx";
import { Standing } from "../desk/row.tsx";
import { deskWords } from "../desk/words.ts";
import { durationText } from "../home/days.ts";
import { addressTo } from "../shared/calls.ts";
import { useNow } from "../shared/clock.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { go, Link } from "../shared/router.tsx";
import { waitText } from "../shared/time.ts";
import type { WallRoute } from "./page.tsx";
import { wallWords } from "./words.ts";

type Which = "now" | "today";

const PAGE_SIZE = 20;

interface Props {
  readonly route: WallRoute;
  /** Read again with the rest of the page. */
  readonly changed: WallAnswer | undefined;
}

/** Who waits beyond the limit, and who did today: each a link to the conversation. */
export function OverdueList({ route, changed }: Props) {
  const words = useWords(wallWords);
  const which: Which = route.overdue === "today" ? "today" : "now";
  const query = { store: route.store, which, at: route.at };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/wall/overdue", { query }));
  const seen = useRef(changed);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== changed) reload();
    seen.current = changed;
  }, [changed, reload]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever followed a link to this list wants to see it.
    if (route.overdue !== undefined) section.current?.scrollIntoView({ block: "nearest" });
  }, [route.overdue]);
  const show = (more: { readonly overdue: Which; readonly at: number }): void => go({ ...route, ...more });
  return (
    <section className="panel stack" aria-label={words.list.title} ref={section}>
      <div className="page-tools">
        <h2>{words.list.title}</h2>
        <Segmented<Which>
          aria-label={words.list.title}
          value={which}
          options={(["now", "today"] as const).map((each) => ({ value: each, label: words.list.which[each] }))}
          onChange={(overdue) => show({ overdue, at: 1 })}
        />
      </div>
      {failure && <FailureNote failure={failure} title={words.list.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 3 }} />}
      {value?.items.length === 0 && <EmptyNote {...(which === "now" ? words.list.emptyNow : words.list.emptyToday)} />}
      {value && value.items.length > 0 && (
        <ul className="overdue">
          {value.items.map((row) => (
            <Row key={`${row.conversation.id} ${row.since}`} row={row} which={which} />
          ))}
        </ul>
      )}
      {value && value.total > PAGE_SIZE && (
        <nav aria-label={words.list.pages}>
          <Pagination
            current={route.at}
            total={value.total}
            pageSize={PAGE_SIZE}
            showSizeChanger={false}
            onChange={(at) => show({ overdue: which, at })}
          />
        </nav>
      )}
    </section>
  );
}

function Row({ row, which }: { readonly row: OverdueRow; readonly which: Which }) {
  const desk = useWords(deskWords);
  const { conversation } = row;
  return (
    <li>
      <Link to={{ page: "desk", list: "open", conversation: conversation.id }} className="overdue-row">
        <span className="overdue-who">
          <strong dir="auto">{conversation.shopper.name || desk.visitor(conversation.shopper.number)}</strong>
          <span className="muted">
            {conversation.store.name} · <Standing row={conversation} />
          </span>
        </span>
        <FeelingMark row={conversation} />
        <span className="overdue-text muted" dir="auto">
          {conversation.lastText}
        </span>
        <Waited row={row} which={which} />
      </Link>
    </li>
  );
}

function Waited({ row, which }: { readonly row: OverdueRow; readonly which: Which }) {
  const words = useWords(wallWords);
  const now = useNow();
  const since = Date.parse(row.since);
  const isWaiting = row.repliedAt === undefined && row.conversation.waitingSince !== undefined;
  if (which === "now" || isWaiting)
    return (
      <span className="waiting waiting-late number" role="timer">
        {words.list.waited(waitText(now - since))}
      </span>
    );
  if (row.repliedAt === undefined) return <span className="tag tag-warm">{words.list.never}</span>;
  return <span className="number">{words.list.replied(durationText((Date.parse(row.repliedAt) - since) / 1000, words))}</span>;
}

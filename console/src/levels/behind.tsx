import { Button, Pagination, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import type { LevelRow } from "../../../src/levels/api.ts";
import { Standing } from "../desk/row.tsx";
import { deskWords } from "../desk/words.ts";
import { durationText } from "../home/days.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { LevelsRoute } from "../shared/route.ts";
import { go, Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { weekOf } from "./week.ts";
import { levelWords } from "./words.ts";

const PAGE_SIZE = 20;
const WHATS = ["within", "late", "pending", "next"] as const;

/** The conversations behind the number that was opened. */
export function Behind({ route }: { readonly route: LevelsRoute }) {
  const { day } = route;
  const what = WHATS.find((known) => known === route.what);
  if (day === undefined || what === undefined) return undefined;
  return <List key={`${what} ${day} ${route.of ?? ""}`} route={route} day={day} what={what} />;
}

interface Props {
  readonly route: LevelsRoute;
  readonly day: string;
  readonly what: (typeof WHATS)[number];
}

function List({ route, day, what }: Props) {
  const words = useWords(levelWords);
  const { me } = useSession();
  const store = route.of ?? route.store ?? "";
  const query = { store, day, what, at: route.at };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/levels/conversations", { query }));
  const section = useRef<HTMLElement>(null);
  // Whoever opened a number wants to see what is behind it.
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
  }, [value]);
  const name = me.stores.find(({ id }) => id === store)?.name ?? words.total;
  const title = words.behindOf(words.behind[what], name, day);
  return (
    <section className="panel stack" aria-label={title} ref={section}>
      <div className="page-tools">
        <h2>{title}</h2>
        <Button size="small" onClick={() => go(weekOf(route))}>
          {words.close}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 3 }} />}
      {value?.items.length === 0 && <EmptyNote {...words.empty} />}
      <ul className="overdue">
        {value?.items.map((row) => (
          <Row key={`${row.conversation.id} ${row.since}`} row={row} />
        ))}
      </ul>
      {value && value.total > PAGE_SIZE && (
        <nav aria-label={words.pages}>
          <Pagination
            current={route.at}
            total={value.total}
            pageSize={PAGE_SIZE}
            showSizeChanger={false}
            onChange={(at) => go({ ...route, at })}
          />
        </nav>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: LevelRow }) {
  const words = useWords(levelWords);
  const desk = useWords(deskWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const { conversation, since, repliedAt, agentName } = row;
  const { timezone } = me.stores.find(({ id }) => id === conversation.store.id) ?? { timezone: "Asia/Shanghai" };
  const seconds = repliedAt === undefined ? undefined : (Date.parse(repliedAt) - Date.parse(since)) / 1000;
  return (
    <li>
      <Link to={{ page: "desk", list: "open", conversation: conversation.id }} className="overdue-row">
        <span className="overdue-who">
          <strong dir="auto">{conversation.shopper.name || desk.visitor(conversation.shopper.number)}</strong>
          <span className="muted">
            {conversation.store.name} · {agentName === undefined ? <Standing row={conversation} /> : words.by(agentName)}
          </span>
        </span>
        <span className="overdue-text muted">{words.at(momentText({ at: since, timezone, language }))}</span>
        {seconds === undefined ? (
          <span className="tag tag-warm">{words.never}</span>
        ) : (
          <span className="number">{words.repliedAfter(durationText(seconds, words))}</span>
        )}
      </Link>
    </li>
  );
}

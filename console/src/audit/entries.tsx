import { App, Button, Table } from "antd";
import { useState } from "react";
import type { AuditPage, AuditRow } from "../../../src/audit/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { Route } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import { Changes } from "./changes.tsx";
import { auditNames } from "./names.ts";
import type { AuditQuery } from "./query.ts";
import { auditWords } from "./words.ts";

interface Props {
  readonly query: AuditQuery;
  /** The newest page; absent while it is read. */
  readonly first: AuditPage | undefined;
  readonly isFailed: boolean;
  readonly timezone: string;
}

/** The entries, the newest first, and further back page by page. */
export function Entries({ query, first, isFailed, timezone }: Props) {
  const words = useWords(auditWords);
  const names = useWords(auditNames);
  const { language } = useLanguage();
  const { older, next, isReading, read } = useOlder(query, first);
  const items = [...(first?.items ?? []), ...older];
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.title}>
        <Table<AuditRow>
          className="audit-table"
          rowKey="n"
          size="middle"
          dataSource={items}
          loading={first === undefined && !isFailed}
          pagination={false}
          locale={{ emptyText: first === undefined ? " " : <EmptyNote {...words.none} /> }}
          columns={[
            {
              title: words.at,
              key: "at",
              width: 140,
              render: (_, { at }) => <span className="number">{momentText({ at, timezone, language })}</span>,
            },
            { title: words.by, key: "by", width: 170, render: (_, row) => <Who row={row} /> },
            { title: words.did, key: "act", width: 150, render: (_, { act }) => named(names.acts, act) },
            { title: words.thing, key: "thing", width: 200, render: (_, row) => <Thing row={row} /> },
            { title: words.changed, key: "changed", render: (_, row) => <Changes row={row} timezone={timezone} /> },
          ]}
        />
      </div>
      {first !== undefined && items.length > 0 && (
        <p className="audit-more">
          {next === undefined ? (
            <span className="muted">{words.end}</span>
          ) : (
            <Button onClick={() => void read()} loading={isReading}>
              {words.older}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function useOlder(query: AuditQuery, first: AuditPage | undefined) {
  const api = useApi();
  const explain = useExplain();
  const { message } = App.useApp();
  const [pages, setPages] = useState<readonly AuditPage[]>([]);
  const [isReading, setReading] = useState(false);
  const next = (pages.at(-1) ?? first)?.next;

  async function read(): Promise<void> {
    setReading(true);
    const answer = await api.get(addressTo("/api/console/audit", { query: { ...query, before: next ?? 0 } }));
    setReading(false);
    if (answer.type === "answer") setPages((before) => [...before, answer.value]);
    else message.error(explain(answer.failure));
  }

  return { older: pages.flatMap(({ items }) => items), next, isReading, read };
}

function Who({ row }: { readonly row: AuditRow }) {
  const words = useWords(auditWords);
  const from = row.from === "terminal" ? words.terminal : row.from;
  const via = row.via === "invitation" ? words.byInvitation : row.via && words.via(row.via);
  return (
    <>
      {row.byName}
      <div className="muted audit-small">{[from, via].filter((part) => part !== undefined && part !== "").join(" · ")}</div>
    </>
  );
}

function Thing({ row }: { readonly row: AuditRow }) {
  const { me } = useSession();
  const words = useWords(auditWords);
  const store = me.stores.find(({ id }) => id === row.store);
  const conversation = conversationIn(row.thing);
  const name =
    row.thingName ?? (conversation === undefined ? <code>{row.thing}</code> : words.conversation(conversation.slice(-6)));
  return (
    <>
      <span className="audit-text">
        {conversation === undefined ? name : <Link to={toConversation(conversation)}>{name}</Link>}
      </span>
      {store !== undefined && <div className="muted audit-small">{store.name}</div>}
    </>
  );
}

const CONVERSATION = "conversation:";

/** The id of the conversation that an entry is about; undefined for other things. */
function conversationIn(thing: string): string | undefined {
  return thing.startsWith(CONVERSATION) ? thing.slice(CONVERSATION.length) : undefined;
}

function toConversation(conversation: string): Route {
  return { page: "desk", list: "open", conversation };
}

import { App, Button, Input, Table } from "antd";
import { useState } from "react";
import type { LinkPage, LinkRow } from "../../../src/accounts/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { LinkForm } from "./link-form.tsx";
import { linkWords } from "./link-words.ts";

const PAGE_SIZE = 50;

/** Who somebody on a platform is: list, link, unlink. */
export function Links() {
  const words = useWords(linkWords);
  const [text, setText] = useState("");
  const [at, setAt] = useState(1);
  const [adds, setAdds] = useState(false);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/links", { query: { text, page: at } }));
  return (
    <section className="stack">
      <div className="page-head people-head">
        <p className="muted">{words.lead}</p>
        <Button type="primary" onClick={() => setAdds(true)}>
          {words.add}
        </Button>
      </div>
      <div className="filters">
        <Input.Search
          className="filter-query"
          aria-label={words.search}
          placeholder={words.search}
          allowClear
          maxLength={200}
          onSearch={(wanted) => {
            setText(wanted.trim());
            setAt(1);
          }}
        />
        <span className="muted number">{value !== undefined && words.total(value.total)}</span>
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      <LinkTable page={value} at={at} isFailed={failure !== undefined} onPage={setAt} onChanged={reload} />
      {adds && (
        <LinkForm
          onLinked={() => {
            setAdds(false);
            reload();
          }}
          onClose={() => setAdds(false)}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly page: LinkPage | undefined;
  readonly at: number;
  readonly isFailed: boolean;
  readonly onPage: (at: number) => void;
  readonly onChanged: () => void;
}

function LinkTable({ page, at, isFailed, onPage, onChanged }: TableProps) {
  const words = useWords(linkWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const remove = useRemove(onChanged);
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.region}>
      <Table<LinkRow>
        rowKey="id"
        dataSource={page?.items ?? []}
        loading={page === undefined && !isFailed}
        pagination={{ current: at, total: page?.total ?? 0, pageSize: PAGE_SIZE, hideOnSinglePage: true, showSizeChanger: false, onChange: onPage }} // prettier-ignore
        locale={{ emptyText: page === undefined ? " " : <EmptyNote {...words.none} /> }}
        columns={[
          { title: words.person, key: "person", render: (_, row) => <code className="people-id">{idOf(row)}</code> },
          {
            title: words.as,
            key: "as",
            render: (_, { as, target, approver }) => (
              <span className="page-tools">
                {words.kinds[as]} · {target.name}
                {approver && <span className="tag">{words.mayApprove}</span>}
              </span>
            ),
          },
          {
            title: words.since,
            key: "since",
            render: (_, { createdAt, createdBy }) => (
              <>
                <span className="number">{momentText({ at: createdAt, timezone, language })}</span>{" "}
                <span className="muted">{words.by(createdBy)}</span>
              </>
            ),
          },
          {
            title: <span className="visually-hidden">{words.remove}</span>,
            key: "acts",
            align: "right",
            render: (_, row) => (
              <Button type="link" onClick={() => remove(row)} aria-label={words.removeOf(idOf(row))}>
                {words.remove}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

const idOf = ({ channel, person }: LinkRow): string => `${channel}:${person}`;

function useRemove(onChanged: () => void): (row: LinkRow) => void {
  const api = useApi();
  const words = useWords(linkWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function remove({ id }: LinkRow): Promise<void> {
    const answer = await api.send("delete /api/console/links/{id}", { ids: { id } });
    if (answer.type === "answer") message.success(words.removed);
    else message.error(words.notRemoved(explain(answer.failure)));
    onChanged();
  }

  return (row) =>
    void modal.confirm({
      title: words.removeAsk(idOf(row)),
      content: words.removeMore,
      okText: words.remove,
      cancelText: shared.cancel,
      onOk: () => remove(row),
    });
}

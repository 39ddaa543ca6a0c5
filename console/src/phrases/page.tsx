import { App, Button, Input, Popconfirm, Select, Table } from "antd";
import { useState } from "react";
import type { PhraseLayer, PhraseRow } from "../../../src/phrases/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { settingsWords } from "../settings/words.ts";
import { PhraseDialog } from "./dialog.tsx";
import { phraseWords } from "./words.ts";
import "./phrases.css";

type PhrasesRoute = Extract<Route, { page: "phrases" }>;

const PAGE_SIZE = 50;
const LAYERS = ["personal", "store", "vendor"] as const;

/** Canned phrases: my own, the stores', the vendor's. */
export function PhrasesPage({ route }: { readonly route: PhrasesRoute }) {
  const words = useWords(phraseWords);
  const settings = useWords(settingsWords);
  const { me } = useSession();
  const [opened, setOpened] = useState<PhraseRow | "new">();
  const { store, query } = route;
  const layer = LAYERS.find((known) => known === route.layer);
  const { value, failure, reload } = useLoaded(
    addressTo("/api/console/phrases", { query: { query, page: route.at, layer, store } }),
  );
  const isFiltered = route.query !== "" || route.layer !== undefined;
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="muted">{words.lead}</p>
        </div>
        <div className="page-tools">
          {me.user.role !== "agent" && (
            <Button onClick={() => go({ page: "settings", topic: "guard" })}>{settings.topics.guard}</Button>
          )}
          <Button type="primary" onClick={() => setOpened("new")}>
            {words.add}
          </Button>
        </div>
      </div>
      <Filters route={route} total={value?.total} />
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.title}>
        <Table<PhraseRow>
          rowKey="id"
          dataSource={[...(value?.items ?? [])]}
          loading={value === undefined && failure === undefined}
          pagination={{
            current: route.at,
            pageSize: PAGE_SIZE,
            total: value?.total ?? 0,
            showSizeChanger: false,
            hideOnSinglePage: true,
            onChange: (at) => go({ ...route, at }),
          }}
          locale={{ emptyText: value === undefined ? " " : <EmptyNote {...(isFiltered ? words.noneFound : words.none)} /> }}
          columns={[
            { title: words.columns.shortcut, key: "shortcut", width: 160, render: (_, row) => <code>/{row.shortcut}</code> },
            {
              title: words.columns.text,
              key: "text",
              render: (_, row) => (
                <span className="phrase-words" dir="auto">
                  {row.text}
                </span>
              ),
            },
            { title: words.columns.layer, key: "layer", width: 180, render: (_, row) => <Whose row={row} /> },
            {
              title: words.columns.acts,
              key: "acts",
              width: 150,
              render: (_, row) => <Acts row={row} onOpen={() => setOpened(row)} onChanged={reload} />,
            },
          ]}
        />
      </div>
      {opened !== undefined && (
        <PhraseDialog {...(opened === "new" ? {} : { phrase: opened })} onSaved={reload} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

function Filters({ route, total }: { readonly route: PhrasesRoute; readonly total: number | undefined }) {
  const words = useWords(phraseWords);
  const layers = LAYERS.map((layer) => ({ value: layer, label: words.layers[layer] }));
  const choose = (layer: PhraseLayer | "") => {
    const { page, query, store } = route;
    const kept = { page, query, at: 1, ...(store === undefined ? {} : { store }) };
    go(layer === "" ? kept : { ...kept, layer }, "replace");
  };
  return (
    <div className="phrase-filters">
      <Input.Search
        className="phrase-query"
        aria-label={words.search}
        placeholder={words.search}
        defaultValue={route.query}
        allowClear
        maxLength={200}
        onSearch={(query) => go({ ...route, query: query.trim(), at: 1 }, "replace")}
      />
      <Select<PhraseLayer | "">
        className="phrase-layer"
        aria-label={words.layer}
        value={layers.find(({ value }) => value === route.layer)?.value ?? ""}
        options={[{ value: "", label: words.allLayers }, ...layers]}
        onChange={choose}
      />
      <span className="muted number">{total !== undefined && words.total(total)}</span>
    </div>
  );
}

function Whose({ row }: { readonly row: PhraseRow }) {
  const words = useWords(phraseWords);
  const { me } = useSession();
  const store = me.stores.find(({ id }) => id === row.store);
  return <span className="tag">{store?.name ?? words.layers[row.layer]}</span>;
}

interface ActsProps {
  readonly row: PhraseRow;
  readonly onOpen: () => void;
  readonly onChanged: () => void;
}

function Acts({ row, onOpen, onChanged }: ActsProps) {
  const api = useApi();
  const words = useWords(phraseWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  if (!row.mayEdit) return <span className="muted">{words.readOnly}</span>;

  async function remove(): Promise<void> {
    const answer = await api.send("delete /api/console/phrases/{id}", { ids: { id: row.id } });
    if (answer.type === "answer") message.success(words.removed);
    else message.error(explain(answer.failure));
    onChanged();
  }

  return (
    <>
      <Button type="link" size="small" onClick={onOpen}>
        {words.change}
      </Button>
      <Popconfirm
        title={words.removeAsk(row.shortcut)}
        okText={words.remove}
        cancelText={shared.cancel}
        onConfirm={() => void remove()}
      >
        <Button type="link" size="small" danger>
          {words.remove}
        </Button>
      </Popconfirm>
    </>
  );
}

import { Button, Input, Select, Table } from "antd";
import { useState } from "react";
import type { ArticlePage, ArticleRow } from "../../../src/knowledge/api.ts";
import { addressTo, linkTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { ArticleDrawer } from "./article.tsx";
import { ImportDrawer } from "./import.tsx";
import { LearnDrawer } from "./learn.tsx";
import { learnWords } from "./learn-words.ts";
import { LinkTags } from "./links.tsx";
import { SHARED_STORE, useKnowledgeStore } from "./store.ts";
import type { KnowledgeStore } from "./store.ts";
import { Topics } from "./topics.tsx";
import { Validity } from "./validity.tsx";
import { knowledgeWords } from "./words.ts";
import "./knowledge.css";

type KnowledgeRoute = Extract<Route, { page: "knowledge" }>;

const PAGE_SIZE = 50;
const PHASES = ["presale", "insale", "aftersale"] as const;
const LINKS = ["set", "suggested", "none"] as const;

/** What the bot knows for a store: search, edit, history, files. */
export function KnowledgePage({ route }: { readonly route: KnowledgeRoute }) {
  const words = useWords(knowledgeWords);
  const store = useKnowledgeStore(route.store);
  if (store === undefined) return <EmptyNote {...words.noStores} />;
  return (
    <Topics>
      <StoreKnowledge key={store.id} route={route} store={store} />
    </Topics>
  );
}

interface StoreProps {
  readonly route: KnowledgeRoute;
  readonly store: KnowledgeStore;
}

function StoreKnowledge({ route, store }: StoreProps) {
  const words = useWords(knowledgeWords);
  const [opened, setOpened] = useState<ArticleRow | "new">();
  const [imports, setImports] = useState(false);
  const learn = useWords(learnWords);
  const [learns, setLearns] = useState(false);
  const ids = { storeId: store.id };
  const phase = PHASES.find((known) => known === route.phase);
  const links = LINKS.find((known) => known === route.links);
  const query = { query: route.query, phase, links, page: route.at };
  const loaded = useLoaded(addressTo("/api/console/stores/{storeId}/articles", { ids, query }));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="muted">{store.canEdit ? words.lead : words.leadRead}</p>
        </div>
        <div className="page-tools">
          <Button href={linkTo("/api/console/stores/{storeId}/articles/export", { ids })} download>
            {words.export}
          </Button>
          {store.canEdit && store.id !== SHARED_STORE && <Button onClick={() => setLearns(true)}>{learn.open}</Button>}
          {store.canEdit && <Button onClick={() => setImports(true)}>{words.upload}</Button>}
          {store.canEdit && (
            <Button type="primary" onClick={() => setOpened("new")}>
              {words.add}
            </Button>
          )}
        </div>
      </div>
      <Filters route={route} store={store} total={loaded.value?.total} />
      {loaded.failure && <FailureNote failure={loaded.failure} title={words.failed} onRetry={loaded.reload} />}
      <Articles route={route} store={store} loaded={loaded} onOpen={setOpened} />
      {opened !== undefined && (
        <ArticleDrawer
          key={opened === "new" ? "new" : opened.id}
          {...(opened === "new" ? {} : { article: opened })}
          store={store}
          onChanged={loaded.reload}
          onClose={() => setOpened(undefined)}
        />
      )}
      {learns && <LearnDrawer store={store} onClose={() => setLearns(false)} />}
      {imports && <ImportDrawer store={store} onImported={loaded.reload} onClose={() => setImports(false)} />}
    </div>
  );
}

function Filters({ route, store, total }: StoreProps & { readonly total: number | undefined }) {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const stores = me.stores.filter((each) => each.id !== SHARED_STORE).map((each) => ({ value: each.id, label: each.name }));
  const choices = me.user.role === "admin" ? [...stores, { value: SHARED_STORE, label: words.shared }] : stores;
  const phases = PHASES.map((phase) => ({ value: phase, label: shared.phases[phase] }));
  return (
    <div className="filters">
      {choices.length > 1 && (
        <Select
          className="filter-store"
          aria-label={words.store}
          value={store.id}
          options={choices}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(id: string) => go({ page: "knowledge", query: "", at: 1, store: id })}
        />
      )}
      <Input.Search
        className="filter-query"
        aria-label={words.search}
        placeholder={words.search}
        defaultValue={route.query}
        allowClear
        maxLength={200}
        onSearch={(query) => go({ ...route, query: query.trim(), at: 1 }, "replace")}
      />
      <Select
        className="filter-phase"
        aria-label={words.phase}
        value={route.phase ?? ""}
        options={[{ value: "", label: words.allPhases }, ...phases]}
        onChange={(phase: string) => go(filtered(route, { phase }), "replace")}
      />
      <Select
        className="filter-phase"
        aria-label={words.columns.topics}
        value={route.links ?? ""}
        options={(["", "set", "suggested", "none"] as const).map((value) => ({ value, label: words.linkStates[value] }))}
        onChange={(links: string) => go(filtered(route, { links }), "replace")}
      />
      <span className="muted number">{total !== undefined && words.total(total)}</span>
    </div>
  );
}

/** The first page of what one more filter leaves; an empty one is none. */
function filtered(route: KnowledgeRoute, filter: { readonly phase: string } | { readonly links: string }): KnowledgeRoute {
  const { page, query, store } = route;
  const { phase = "", links = "" } = { ...route, ...filter };
  return {
    ...{ page, query, at: 1, ...(store === undefined ? {} : { store }) },
    ...(phase === "" ? {} : { phase }),
    ...(links === "" ? {} : { links }),
  };
}

interface ArticlesProps extends StoreProps {
  readonly loaded: ReturnType<typeof useLoaded<ArticlePage>>;
  readonly onOpen: (article: ArticleRow) => void;
}

function Articles({ route, store, loaded, onOpen }: ArticlesProps) {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { value, failure } = loaded;
  const isFiltered = route.query !== "" || route.phase !== undefined || route.links !== undefined;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <Table<ArticleRow>
        rowKey={(row) => `${row.layer} ${row.id}`}
        dataSource={value?.items ?? []}
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
          {
            title: words.phase,
            key: "phase",
            width: 100,
            render: (_, row) => <span className="tag">{shared.phases[row.phase]}</span>,
          },
          {
            title: words.columns.question,
            key: "question",
            render: (_, row) => (
              <>
                <Button type="link" className="question" onClick={() => onOpen(row)}>
                  {row.question}
                </Button>
                <div className="question-foot">
                  {row.layer === "shared" && <span className="tag">{words.sharedTag}</span>}
                  {row.status === "withdrawn" && <span className="tag tag-warm">{words.withdrawn}</span>}
                  {row.alternatives.length > 0 && words.phrasings(row.alternatives.length)}
                  <LinkTags row={row} />
                </div>
              </>
            ),
          },
          {
            title: words.columns.answer,
            key: "answer",
            width: "44%",
            render: (_, row) => <div className="answer">{row.answer}</div>,
          },
          {
            title: words.validity,
            key: "validity",
            width: 150,
            render: (_, row) => <Validity row={row} timezone={store.timezone} />,
          },
        ]}
      />
    </div>
  );
}

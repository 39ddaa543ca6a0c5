import { Button, Pagination, Select, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import type { ProposalPage, ProposalRow } from "../../../src/knowledge/api.ts";
import { SHARED_STORE, useKnowledgeStore } from "../knowledge/store.ts";
import { Topics } from "../knowledge/topics.tsx";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { canPropose, ProposeDrawer } from "./form.tsx";
import { GoldenDrawer } from "./golden.tsx";
import { goldenWords } from "./golden-words.ts";
import { ProposalItem } from "./item.tsx";
import { proposalWords } from "./words.ts";
import "./proposals.css";

type ProposalsRoute = Extract<Route, { page: "proposals" }>;

const PAGE_SIZE = 20;
const STATUSES: readonly ProposalRow["status"][] = ["open", "accepted", "refused", "withdrawn"];

/** What people would like to change in the knowledge: all of one's stores for those who decide, one's own for others. */
export function ProposalsPage({ route }: { readonly route: ProposalsRoute }) {
  const words = useWords(proposalWords);
  const { me } = useSession();
  const store = useKnowledgeStore(route.store);
  const [proposes, setProposes] = useState(false);
  const status = STATUSES.find((known) => known === route.status);
  const loaded = useLoaded(addressTo("/api/console/proposals", { query: { page: route.at, store: route.store, status } }));
  const mayPropose = canPropose(me.user.role);
  const isOnlyOwn = mayPropose && !me.stores.some(({ approves }) => approves === true);
  const golden = useWords(goldenWords);
  const [keeps, setKeeps] = useState(false);
  const named = me.stores.find(({ id }) => id === store?.id && id !== SHARED_STORE);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{isOnlyOwn ? words.mine : words.title}</h1>
          <p className="muted">{leadFor(words, isOnlyOwn, mayPropose)}</p>
        </div>
        {!mayPropose && named !== undefined && <Button onClick={() => setKeeps(true)}>{golden.open}</Button>}
        {mayPropose && store !== undefined && (
          <Button type="primary" onClick={() => setProposes(true)}>
            {words.propose}
          </Button>
        )}
      </div>
      <Filters route={route} />
      {loaded.failure && <FailureNote failure={loaded.failure} title={words.failed} onRetry={loaded.reload} />}
      <h2 className="visually-hidden">{isOnlyOwn ? words.mine : words.title}</h2>
      <Proposals page={loaded.value} isFailed={loaded.failure !== undefined} onChanged={loaded.reload} />
      <Pagination
        current={route.at}
        pageSize={PAGE_SIZE}
        total={loaded.value?.total ?? 0}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={(at) => go({ ...route, at })}
      />
      {keeps && named !== undefined && <GoldenDrawer store={named} onClose={() => setKeeps(false)} />}
      {proposes && store !== undefined && (
        <ProposeDrawer store={store} onMade={loaded.reload} onClose={() => setProposes(false)} />
      )}
    </div>
  );
}

function leadFor(words: typeof proposalWords.en, isOnlyOwn: boolean, mayPropose: boolean): string {
  if (isOnlyOwn) return words.leadOwn;
  return mayPropose ? words.leadApprover : words.leadDecide;
}

interface ProposalsProps {
  readonly page: ProposalPage | undefined;
  readonly isFailed: boolean;
  readonly onChanged: () => void;
}

/** The list itself. */
export function Proposals({ page, isFailed, onChanged }: ProposalsProps) {
  const words = useWords(proposalWords);
  const { me } = useSession();
  const list = useRef<HTMLUListElement>(null);
  const isDecided = useRef(false);
  // The button that was pressed is gone with the decision: whoever works with the keyboard goes on from the list.
  useEffect(() => {
    if (isDecided.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
    isDecided.current = false;
  }, [page]);
  const onDecided = (): void => {
    isDecided.current = true;
    onChanged();
  };
  if (page === undefined) return isFailed ? undefined : <Skeleton active paragraph={{ rows: 6 }} />;
  if (page.items.length === 0) return <EmptyNote {...(canPropose(me.user.role) ? words.noneOwn : words.none)} />;
  return (
    <Topics>
      <ul className="proposals" aria-label={words.title} tabIndex={-1} ref={list}>
        {page.items.map((proposal) => (
          <ProposalItem
            // A proposal whose article changed is another one to look at: what was typed below it is put away.
            key={`${proposal.id} ${proposal.current?.version ?? ""}`}
            proposal={proposal}
            onChanged={onDecided}
          />
        ))}
      </ul>
    </Topics>
  );
}

function Filters({ route }: { readonly route: ProposalsRoute }) {
  const words = useWords(proposalWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const filtered = (store: string, status: string): ProposalsRoute => ({
    page: "proposals",
    at: 1,
    ...(store === "" ? {} : { store }),
    ...(status === "" ? {} : { status }),
  });
  return (
    <div className="filters">
      {me.stores.length > 1 && (
        <Select
          className="filter-store"
          aria-label={words.store}
          value={route.store ?? ""}
          options={[{ value: "", label: shared.allStores }, ...me.stores.map(({ id, name }) => ({ value: id, label: name }))]}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(store: string) => go(filtered(store, route.status ?? ""), "replace")}
        />
      )}
      <Select
        className="filter-phase"
        aria-label={words.status}
        value={route.status ?? ""}
        options={[
          { value: "", label: words.allStatuses },
          ...STATUSES.map((status) => ({ value: status, label: words.statuses[status] })),
        ]}
        onChange={(status: string) => go(filtered(route.store ?? "", status), "replace")}
      />
    </div>
  );
}

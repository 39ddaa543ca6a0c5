import { Select, Skeleton } from "antd";
import { useState } from "react";
import type { StoreRow } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { Choose } from "./choose.tsx";
import { Curve } from "./curve.tsx";
import { History } from "./history.tsx";
import { answeringWords } from "./words.ts";
import "./answering.css";

type AnsweringRoute = Extract<Route, { page: "answering" }>;

/** How much a store's bot dares to answer by itself: choose, see what would become of its questions, take back. */
export function AnsweringPage({ route }: { readonly route: AnsweringRoute }) {
  const words = useWords(answeringWords);
  const { me } = useSession();
  const store = me.stores.find(({ id }) => id === route.store) ?? me.stores[0];
  if (store === undefined) return <EmptyNote {...words.noStores} />;
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="muted">{words.lead}</p>
        </div>
        {me.stores.length > 1 && (
          <Select
            className="answering-store"
            aria-label={words.store}
            value={store.id}
            options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(id: string) => go({ page: "answering", store: id })}
          />
        )}
      </div>
      <StoreAnswering key={store.id} store={store} />
    </div>
  );
}

function StoreAnswering({ store }: { readonly store: StoreRow }) {
  const words = useWords(answeringWords);
  const { value, failure, reload } = useLoaded(
    addressTo("/api/console/stores/{storeId}/answering", { ids: { storeId: store.id } }),
  );
  // What was saved is another one to look at; whoever saved it with the keyboard goes on at what they chose.
  const [saved, setSaved] = useState(false);
  const onSaved = (): void => {
    setSaved(true);
    reload();
  };
  return (
    <div className="stack">
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {value && (
        <>
          <Choose key={value.version} store={store.id} page={value} takesFocus={saved} onChanged={onSaved} />
          {value.curve.length > 0 && <Curve page={value} />}
          <History page={value} store={store} onChanged={reload} />
        </>
      )}
    </div>
  );
}

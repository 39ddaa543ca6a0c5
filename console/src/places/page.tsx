import { Select, Skeleton } from "antd";
import type { StoreRow } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { Health } from "./health.tsx";
import { Rooms } from "./rooms.tsx";
import { Widget } from "./widget.tsx";
import { placesWords } from "./words.ts";
import "./places.css";

type PlacesRoute = Extract<Route, { page: "places" }>;

/** Where a store's shoppers come from: its widget, and the rooms bound to it. */
export function PlacesPage({ route }: { readonly route: PlacesRoute }) {
  const words = useWords(placesWords);
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
            className="places-store"
            aria-label={words.store}
            value={store.id}
            options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(id: string) => go({ page: "places", store: id })}
          />
        )}
      </div>
      <StorePlaces key={store.id} store={store} />
    </div>
  );
}

function StorePlaces({ store }: { readonly store: StoreRow }) {
  const words = useWords(placesWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/places", { query: { store: store.id } }));
  const widget = value?.widgets[0];
  return (
    <div className="stack">
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
      {value && <Health store={store} list={value} />}
      {widget && <Widget widget={widget} />}
      {value && <Rooms store={store} list={value} onChanged={reload} />}
    </div>
  );
}

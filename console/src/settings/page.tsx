import { Select, Skeleton } from "antd";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { StoreRow } from "../../../src/desk/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route, SettingsTopic } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { closingOf, guardOf, repliesOf, requestsOf, ROUTING, WAITS } from "./calls.ts";
import type { SettingCalls } from "./calls.ts";
import { SettingForm } from "./form.tsx";
import { History } from "./history.tsx";
import { useKeys } from "./keys.ts";
import { Shipped } from "./shipped.tsx";
import { settingsWords } from "./words.ts";

type SettingsRoute = Extract<Route, { page: "settings" }>;

/** What the whole desk goes by; all else is a store's. */
type DeskTopic = "routing" | "waits";
type StoreTopic = Exclude<SettingsTopic, DeskTopic>;

function isOfDesk(topic: SettingsTopic): topic is DeskTopic {
  return topic === "routing" || topic === "waits";
}

/** What the desk or a store goes by: looked at, changed, and taken back. */
export function SettingsPage({ route: { topic, store: asked } }: { readonly route: SettingsRoute }) {
  const words = useWords(settingsWords);
  const { me } = useSession();
  const isOfStore = !isOfDesk(topic);
  const store = me.stores.find(({ id }) => id === asked) ?? me.stores[0];
  if (isOfStore && store === undefined) return <EmptyNote {...words.noStores} />;
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.topics[topic]}</h1>
          <p className="muted">{words.leads[topic]}</p>
        </div>
        {isOfStore && store !== undefined && me.stores.length > 1 && (
          <Select
            className="settings-store"
            aria-label={words.store}
            value={store.id}
            options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(id: string) => go({ page: "settings", topic, store: id })}
          />
        )}
      </div>
      {store !== undefined && !isOfDesk(topic) && <OfStore key={store.id} topic={topic} store={store} />}
      {topic === "routing" && <SettingOf key={topic} topic={topic} calls={ROUTING} />}
      {topic === "waits" && <SettingOf key={topic} topic={topic} calls={WAITS} />}
    </div>
  );
}

function OfStore({ topic, store }: { readonly topic: StoreTopic; readonly store: StoreRow }) {
  const replies = useMemo(() => repliesOf(store.id), [store.id]);
  const requests = useMemo(() => requestsOf(store.id), [store.id]);
  const closing = useMemo(() => closingOf(store.id), [store.id]);
  const guard = useMemo(() => guardOf(store.id), [store.id]);
  // Without a default: a topic that is added must say which setting it shows.
  switch (topic) {
    case "replies":
      return <SettingOf key={topic} topic={topic} calls={replies} />;
    case "requests":
      return <SettingOf key={topic} topic={topic} calls={requests} />;
    case "closing":
      return <SettingOf key={topic} topic={topic} calls={closing} />;
    case "guard":
      return <SettingOf key={topic} topic={topic} calls={guard} below={<Shipped store={store.id} />} />;
  }
}

interface SettingProps<Setting> {
  readonly topic: SettingsTopic;
  readonly calls: SettingCalls<Setting>;
  /** Below its fields. */
  readonly below?: ReactNode;
}

function SettingOf<Setting extends object>({ topic, calls, below }: SettingProps<Setting>) {
  const words = useWords(settingsWords);
  const keys = useKeys();
  const { value, failure, reload } = useLoaded(calls.address);
  return (
    <div className="stack">
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {value && (
        <>
          <SettingForm key={value.version} topic={topic} calls={calls} page={value} keys={keys} onSaved={reload} below={below} />
          <History topic={topic} calls={calls} page={value} keys={keys} onChanged={reload} />
        </>
      )}
    </div>
  );
}

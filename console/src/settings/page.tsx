import { Select, Skeleton } from "antd";
import type { SettingPage as Setting } from "../../../src/settings/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route, SettingsTopic } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { SettingForm } from "./form.tsx";
import { History } from "./history.tsx";
import { useKeys } from "./keys.ts";
import type { Value } from "./specs.ts";
import { settingsWords } from "./words.ts";

type SettingsRoute = Extract<Route, { page: "settings" }>;

const OF_STORES: readonly SettingsTopic[] = ["replies", "requests", "closing", "guard"];

/** What the desk or a store goes by: looked at, changed, and taken back. */
export function SettingsPage({ route: { topic, store: asked } }: { readonly route: SettingsRoute }) {
  const words = useWords(settingsWords);
  const { me } = useSession();
  const isOfStore = OF_STORES.includes(topic);
  const store = me.stores.find(({ id }) => id === asked) ?? me.stores[0];
  if (isOfStore && store === undefined) return <EmptyNote {...words.noStores} />;
  const path = isOfStore && store ? `/api/console/stores/${encodeURIComponent(store.id)}/settings/${topic}` : `/api/console/settings/${topic}`; // prettier-ignore
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
      <SettingOf key={path} topic={topic} path={path} />
    </div>
  );
}

function SettingOf({ topic, path }: { readonly topic: SettingsTopic; readonly path: string }) {
  const words = useWords(settingsWords);
  const keys = useKeys();
  const { value, failure, reload } = useLoaded<Setting<Value>>(path);
  return (
    <div className="stack">
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {value && (
        <>
          <SettingForm key={value.version} topic={topic} path={path} page={value} keys={keys} onSaved={reload} />
          <History topic={topic} path={path} page={value} keys={keys} onChanged={reload} />
        </>
      )}
    </div>
  );
}

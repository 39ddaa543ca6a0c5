import { App, Button, Drawer, Segmented, Select, Skeleton } from "antd";
import { useId, useState } from "react";
import type { GuardAnswer, GuardRequest } from "../../../src/guard/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { guardWords } from "./words.ts";

/** What a store's agents may not say, for those responsible for it. */
export function GuardDrawer({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(guardWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const [store, setStore] = useState(me.stores[0]?.id);
  const path = store === undefined ? undefined : `/api/console/stores/${encodeURIComponent(store)}/guard`;
  const { value, failure, reload } = useLoaded<GuardAnswer>(path);
  return (
    <Drawer open title={words.title} size={560} onClose={onClose} closable={{ "aria-label": shared.close }}>
      <div className="stack">
        <p className="muted">{words.lead}</p>
        {me.stores.length > 1 && (
          <Select
            aria-label={words.store}
            value={store ?? null}
            options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(id: string | null) => id !== null && setStore(id)}
          />
        )}
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
        {value !== undefined && path !== undefined && <Form key={store} path={path} setting={value} onSaved={reload} />}
      </div>
    </Drawer>
  );
}

interface FormProps {
  readonly path: string;
  readonly setting: GuardAnswer;
  readonly onSaved: () => void;
}

const LISTS = ["confirm", "block", "allow", "products"] as const;

function Form({ path, setting, onSaved }: FormProps) {
  const api = useApi();
  const words = useWords(guardWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const { words: shipped, ...known } = setting;
  const [wanted, setWanted] = useState<GuardRequest>(known);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function save(): Promise<void> {
    setBusy(true);
    const answer = await api.send<GuardAnswer>("PUT", path, wanted);
    setBusy(false);
    if (answer.type === "failure") return setFailure(answer.failure);
    setFailure(undefined);
    message.success(words.saved);
    onSaved();
  }

  return (
    <>
      <div className="field">
        <span className="label" id={id}>
          {words.shipped}
        </span>
        <Segmented<GuardRequest["shipped"]>
          aria-labelledby={id}
          value={wanted.shipped}
          onChange={(level) => setWanted({ ...wanted, shipped: level })}
          options={(["off", "confirm", "block"] as const).map((level) => ({ value: level, label: words.shippedLevels[level] }))}
        />
        <details>
          <summary>{words.shippedCount(shipped.length)}</summary>
          <p className="muted">{shipped.join("、")}</p>
        </details>
      </div>
      {LISTS.map((list) => (
        <div className="field" key={list}>
          <label htmlFor={`${id}-${list}`}>{words[list]}</label>
          <Select
            id={`${id}-${list}`}
            mode="tags"
            open={false}
            suffixIcon={null}
            placeholder={words.add}
            tokenSeparators={["\n", "，", ",", "、"]}
            value={[...wanted[list]]}
            onChange={(next: string[]) => setWanted({ ...wanted, [list]: next.map((word) => word.trim()).filter(Boolean) })}
          />
          {list === "products" && <span className="hint">{words.productsHint}</span>}
        </div>
      ))}
      {failure !== undefined && <FailureNote failure={failure} />}
      <Button type="primary" loading={busy} onClick={() => void save()}>
        {shared.save}
      </Button>
    </>
  );
}

import { Alert, Button, Checkbox, Drawer, Input, Select } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { WebhookCreated, WebhookKind, WebhookRequest, WebhookRow } from "../../../src/webhooks/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { webhookWords } from "./words.ts";

interface Props {
  /** Absent: a new one. */
  readonly row: WebhookRow | undefined;
  readonly kinds: readonly WebhookKind[];
  /** With the secret of a new one. */
  readonly onSaved: (created: WebhookCreated | undefined) => void;
  readonly onClose: () => void;
}

type Wish = Omit<WebhookRequest, "isOn">;

/** Where to, of what, and of which stores. */
export function WebhookForm({ row, kinds, onSaved, onClose }: Props) {
  const api = useApi();
  const words = useWords(webhookWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const [form, setForm] = useState<Wish>(row ?? { url: "", stores: [], kinds: ["conversation.escalated"] });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { url: form.url.trim(), stores: form.stores, kinds: form.kinds };
    if (body.url === "") return setTrouble(words.urlMissing);
    if (body.kinds.length === 0) return setTrouble(words.kindsMissing);
    setBusy(true);
    const answer =
      row === undefined
        ? await api.send("post /api/console/webhooks", { body })
        : await api.send("put /api/console/webhooks/{webhookId}", { ids: { webhookId: row.id }, body });
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    onSaved("secret" in answer.value ? answer.value : undefined);
  }

  return (
    <Drawer open size={440} title={row === undefined ? words.add : words.change} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notSaved} description={trouble} />}
        </div>
        <Fields form={form} kinds={kinds} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {row === undefined ? words.create : shared.save}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}

interface FieldsProps {
  readonly form: Wish;
  readonly kinds: readonly WebhookKind[];
  readonly onChange: (part: Partial<Wish>) => void;
}

function Fields({ form, kinds, onChange }: FieldsProps) {
  const words = useWords(webhookWords);
  const { me } = useSession();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}url`}>{words.url}</label>
        <Input
          id={`${id}url`}
          type="url"
          value={form.url}
          maxLength={500}
          autoComplete="off"
          placeholder="https://example.com/counterbell"
          aria-describedby={`${id}hint`}
          onChange={({ target }) => onChange({ url: target.value })}
        />
        <span className="hint" id={`${id}hint`}>
          {words.urlHint}
        </span>
      </div>
      <fieldset className="field webhook-kinds">
        <legend className="label">{words.kinds}</legend>
        <Checkbox.Group
          value={[...form.kinds]}
          options={kinds.map((value) => ({ value, label: words.names[value] }))}
          onChange={(chosen: readonly string[]) => onChange({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}stores`}>{words.stores}</label>
        <Select
          id={`${id}stores`}
          mode="multiple"
          placeholder={words.allStores}
          showSearch={{ optionFilterProp: "label" }}
          value={[...form.stores]}
          onChange={(stores: string[]) => onChange({ stores })}
          options={me.stores.map((store) => ({ value: store.id, label: store.name }))}
        />
      </div>
    </>
  );
}

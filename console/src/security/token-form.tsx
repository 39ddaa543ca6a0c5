import { Alert, Button, Drawer, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { TokenCreated, TokenRequest } from "../../../src/accounts/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { securityWords } from "./words.ts";

interface Props {
  readonly onMade: (created: TokenCreated) => void;
  readonly onClose: () => void;
}

const SCOPES: readonly TokenRequest["scope"][] = ["read", "write"];
const DAYS = [7, 30, 90, 365];

/** What a token is for, what it may, and for how long. */
export function TokenForm({ onMade, onClose }: Props) {
  const api = useApi();
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const [form, setForm] = useState<TokenRequest>({ name: "", scope: "read", stores: [], days: 90 });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.name.trim() === "") return setTrouble(words.nameMissing);
    setBusy(true);
    const answer = await api.send<TokenCreated>("POST", "/api/console/tokens", form);
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    onMade(answer.value);
  }

  return (
    <Drawer open size={440} title={words.tokenAdd} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void make(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notMade} description={trouble} />}
        </div>
        <Fields form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.create}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}

interface FieldsProps {
  readonly form: TokenRequest;
  readonly onChange: (part: Partial<TokenRequest>) => void;
}

function Fields({ form, onChange }: FieldsProps) {
  const words = useWords(securityWords);
  const { me } = useSession();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}name`}>{words.tokenName}</label>
        <Input
          id={`${id}name`}
          value={form.name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <div className="field">
        <span className="label" id={`${id}scope`}>
          {words.scope}
        </span>
        <Radio.Group
          name="scope"
          aria-labelledby={`${id}scope`}
          value={form.scope}
          options={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
          onChange={({ target }) => SCOPES.filter((one) => one === target.value).forEach((scope) => onChange({ scope }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}stores`}>{words.tokenStores}</label>
        <Select
          id={`${id}stores`}
          mode="multiple"
          placeholder={words.tokenStoresAll}
          showSearch={{ optionFilterProp: "label" }}
          value={[...form.stores]}
          onChange={(stores: string[]) => onChange({ stores })}
          options={me.stores.map((store) => ({ value: store.id, label: store.name }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}days`}>{words.tokenDays}</label>
        <Select
          id={`${id}days`}
          value={form.days}
          onChange={(days: number) => onChange({ days })}
          options={DAYS.map((value) => ({ value, label: words.days(value) }))}
        />
      </div>
    </>
  );
}

import { Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import type { TokenCreated, TokenRequest } from "../../../src/accounts/api.ts";
import { DrawerForm } from "../shared/drawer-form.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
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
  const [form, setForm] = useState<TokenRequest>({ name: "", scope: "read", stores: [], days: 90 });
  return (
    <DrawerForm
      title={words.tokenAdd}
      submit={words.create}
      notDone={words.notMade}
      missing={form.name.trim() === "" ? words.nameMissing : undefined}
      send={() => api.send("post /api/console/tokens", { body: form })}
      onDone={onMade}
      onClose={onClose}
    >
      <Fields form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
    </DrawerForm>
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

import { Alert, Drawer, Input, Select, Button } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { UserCreated, UserRequest, UserRow } from "../../../src/accounts/api.ts";
import type { Role } from "../../../src/desk/api.ts";
import type { RosterAnswer } from "../../../src/staffing/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { peopleWords } from "./words.ts";

interface Props {
  /** Absent: a new person. */
  readonly person?: UserRow;
  /** With the one-time password when somebody was created. */
  readonly onSaved: (created: UserCreated | undefined) => void;
  readonly onClose: () => void;
}

const ROLES: readonly Role[] = ["agent", "supervisor", "merchant", "admin"];

/** Name, email, role, stores and agent of one person. */
export function PersonForm({ person, onSaved, onClose }: Props) {
  const api = useApi();
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const [form, setForm] = useState<UserRequest>(person ?? { name: "", email: "", role: "agent", stores: [] });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const change = (part: Partial<UserRequest>) => setForm((before) => ({ ...before, ...part }));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.name.trim() === "" || form.email.trim() === "") return setTrouble(words.missing);
    setBusy(true);
    const request: UserRequest = {
      name: form.name.trim(),
      email: form.email.trim(),
      role: form.role,
      stores: form.stores,
      ...(form.agentId === undefined || form.agentId === "" ? {} : { agentId: form.agentId }),
      ...(person === undefined ? {} : { disabled: person.disabled }),
    };
    const answer =
      person === undefined
        ? await api.send<UserCreated>("POST", "/api/console/users", request)
        : await api.send<UserRow>("PUT", `/api/console/users/${encodeURIComponent(person.id)}`, request);
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    onSaved("password" in answer.value ? answer.value : undefined);
  }

  return (
    <Drawer open size={440} title={person === undefined ? words.add : words.editOf(person.name)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notSaved} description={trouble} />}
        </div>
        <div className="field">
          <label htmlFor="person-name">{words.name}</label>
          <Input id="person-name" value={form.name} maxLength={100} onChange={(event) => change({ name: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor="person-email">{words.email}</label>
          <Input
            id="person-email"
            type="email"
            value={form.email}
            maxLength={200}
            onChange={(event) => change({ email: event.target.value })}
          />
        </div>
        <Belonging form={form} onChange={change} />
        <div>
          <Button type="primary" htmlType="submit" loading={busy}>
            {person === undefined ? words.create : shared.save}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

interface BelongingProps {
  readonly form: UserRequest;
  readonly onChange: (part: Partial<UserRequest>) => void;
}

function Belonging({ form, onChange }: BelongingProps) {
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const roster = useLoaded<RosterAnswer>("/api/console/roster");
  const agents = roster.value?.agents.map((agent) => ({ value: agent.id, label: agent.name })) ?? [];
  return (
    <>
      <div className="field">
        <label htmlFor="person-role">{words.role}</label>
        <Select
          id="person-role"
          value={form.role}
          onChange={(role: Role) => onChange({ role })}
          options={ROLES.map((role) => ({ value: role, label: shared.roles[role] }))}
        />
      </div>
      <div className="field">
        <label htmlFor="person-stores">{words.stores}</label>
        <Select
          id="person-stores"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          value={[...form.stores]}
          onChange={(stores: string[]) => onChange({ stores })}
          options={me.stores.map((store) => ({ value: store.id, label: store.name }))}
        />
        <span className="hint">{words.storesHint}</span>
      </div>
      <div className="field">
        <label htmlFor="person-agent">{words.agent}</label>
        <Select
          id="person-agent"
          showSearch={{ optionFilterProp: "label" }}
          value={form.agentId ?? ""}
          onChange={(agentId: string) => onChange({ agentId })}
          options={[{ value: "", label: words.agentNone }, ...agents]}
        />
        <span className="hint">{words.agentHint}</span>
      </div>
    </>
  );
}

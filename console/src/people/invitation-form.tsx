import { Alert, Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { InvitationCreated, InvitationRequest } from "../../../src/accounts/api.ts";
import type { Role } from "../../../src/desk/api.ts";
import type { RosterAnswer } from "../../../src/staffing/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { invitationWords } from "./invitation-words.ts";

interface Props {
  readonly onMade: (created: InvitationCreated) => void;
  readonly onClose: () => void;
}

const ROLES: readonly Role[] = ["agent", "supervisor", "merchant", "admin"];

/** Whom to invite: the address they sign in with, what they may see, and as whom they answer. */
export function InvitationForm({ onMade, onClose }: Props) {
  const api = useApi();
  const words = useWords(invitationWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { me } = useSession();
  const only = me.stores.length === 1 ? me.stores.map(({ id }) => id) : [];
  const [form, setForm] = useState<InvitationRequest>({ email: "", role: "agent", stores: only });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.email.trim() === "") return setTrouble(words.missing);
    setBusy(true);
    const { agentId, ...rest } = form;
    const request = { ...rest, email: form.email.trim(), ...(agentId === undefined || agentId === "" ? {} : { agentId }) };
    const answer = await api.send<InvitationCreated>("POST", "/api/console/invitations", request);
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    onMade(answer.value);
  }

  return (
    <Drawer open size={440} title={words.add} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void make(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notMade} description={trouble} />}
        </div>
        <Fields form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.make}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}

interface FieldsProps {
  readonly form: InvitationRequest;
  readonly onChange: (part: Partial<InvitationRequest>) => void;
}

function Fields({ form, onChange }: FieldsProps) {
  const words = useWords(invitationWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const roster = useLoaded<RosterAnswer>("/api/console/roster");
  const agents = roster.value?.agents.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const roles = me.user.role === "admin" ? ROLES : ROLES.slice(0, 1);
  return (
    <>
      <div className="field">
        <label htmlFor="invited-email">{words.email}</label>
        <Input
          id="invited-email"
          type="email"
          autoComplete="off"
          value={form.email}
          maxLength={254}
          onChange={({ target }) => onChange({ email: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="invited-role">{words.role}</label>
        <Select
          id="invited-role"
          value={form.role}
          onChange={(role: Role) => onChange({ role })}
          options={roles.map((role) => ({ value: role, label: shared.roles[role] }))}
        />
      </div>
      <div className="field">
        <label htmlFor="invited-stores">{words.stores}</label>
        <Select
          id="invited-stores"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          value={[...form.stores]}
          onChange={(stores: string[]) => onChange({ stores })}
          options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className="field">
        <label htmlFor="invited-agent">{words.agent}</label>
        <Select
          id="invited-agent"
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

import { Input } from "antd";
import { useState } from "react";
import type { UserCreated, UserRequest, UserRow } from "../../../src/accounts/api.ts";
import type { Role } from "../../../src/desk/api.ts";
import { DrawerForm } from "../shared/drawer-form.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { agentIn, Belonging, seesNothing } from "./belonging.tsx";
import { takenIn } from "./taken.ts";
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
  const [form, setForm] = useState<UserRequest>(person ?? { name: "", email: "", role: "agent", stores: [] });
  const change = (part: Partial<UserRequest>) => setForm((before) => ({ ...before, ...part }));
  const [name, email] = [form.name.trim(), form.email.trim()];
  const { role, stores } = form;
  const missingStores = person === undefined && seesNothing(form) ? words.storesMissing : undefined;
  const missing = name === "" || email === "" ? words.missing : missingStores;
  const said = { name, email, role, stores, ...agentIn(form) };
  return (
    <DrawerForm<UserCreated | UserRow>
      title={person === undefined ? words.add : words.editOf(person.name)}
      submit={person === undefined ? words.create : shared.save}
      notDone={words.notSaved}
      missing={missing}
      tell={(failure) => takenIn(failure, words.taken)}
      send={() =>
        person === undefined
          ? api.send("post /api/console/users", { body: said })
          : api.send("put /api/console/users/{id}", { ids: { id: person.id }, body: { ...said, disabled: person.disabled } })
      }
      onDone={(saved) => onSaved("password" in saved ? saved : undefined)}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor="person-name">{words.name}</label>
        <Input id="person-name" value={form.name} maxLength={100} onChange={({ target }) => change({ name: target.value })} />
      </div>
      <div className="field">
        <label htmlFor="person-email">{words.email}</label>
        <Input
          id="person-email"
          type="email"
          value={form.email}
          maxLength={200}
          onChange={({ target }) => change({ email: target.value })}
        />
      </div>
      <Belonging form={form} roles={ROLES} words={words} onChange={change} />
    </DrawerForm>
  );
}

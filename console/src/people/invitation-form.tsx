import { Input } from "antd";
import { useState } from "react";
import type { InvitationCreated, InvitationRequest } from "../../../src/accounts/api.ts";
import type { Role } from "../../../src/desk/api.ts";
import { DrawerForm } from "../shared/drawer-form.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { agentIn, Belonging, seesNothing } from "./belonging.tsx";
import { takenIn } from "./taken.ts";
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
  const { me } = useSession();
  const only = me.stores.length === 1 ? me.stores.map(({ id }) => id) : [];
  const [form, setForm] = useState<InvitationRequest>({ email: "", role: "agent", stores: only });
  const change = (part: Partial<InvitationRequest>) => setForm((before) => ({ ...before, ...part }));
  const { role, stores } = form;
  const email = form.email.trim();
  const missingStores = seesNothing(form) ? words.storesMissing : undefined;
  const missing = email === "" ? words.missing : missingStores;
  return (
    <DrawerForm
      title={words.add}
      submit={words.make}
      notDone={words.notMade}
      missing={missing}
      tell={(failure) => takenIn(failure, words.taken)}
      send={() => api.send("post /api/console/invitations", { body: { email, role, stores, ...agentIn(form) } })}
      onDone={onMade}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor="invited-email">{words.email}</label>
        <Input
          id="invited-email"
          type="email"
          autoComplete="off"
          value={form.email}
          maxLength={254}
          onChange={({ target }) => change({ email: target.value })}
        />
      </div>
      <Belonging form={form} roles={me.user.role === "admin" ? ROLES : ROLES.slice(0, 1)} words={words} onChange={change} />
    </DrawerForm>
  );
}

import { Select } from "antd";
import { useId } from "react";
import type { Role } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";

export interface Belongs {
  readonly role: Role;
  readonly stores: readonly string[];
  readonly agentId?: string | undefined;
}

interface Props {
  readonly form: Belongs;
  /** Those who may be chosen; the first is the usual one. */
  readonly roles: readonly Role[];
  readonly words: {
    readonly role: string;
    readonly stores: string;
    readonly storesHint: string;
    readonly agent: string;
    readonly agentNone: string;
    readonly agentHint: string;
  };
  readonly onChange: (part: { readonly role?: Role; readonly stores?: readonly string[]; readonly agentId?: string }) => void;
}

/** What somebody may do, which stores they see, and as whom they answer. */
export function Belonging({ form, roles, words, onChange }: Props) {
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const roster = useLoaded(addressTo("/api/console/roster"));
  const agents = roster.value?.agents.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}role`}>{words.role}</label>
        <Select
          id={`${id}role`}
          value={form.role}
          onChange={(role: Role) => onChange({ role })}
          options={roles.map((role) => ({ value: role, label: shared.roles[role] }))}
        />
      </div>
      {form.role !== "admin" && (
        <div className="field">
          <label htmlFor={`${id}stores`}>{words.stores}</label>
          <Select
            id={`${id}stores`}
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            value={[...form.stores]}
            onChange={(stores: string[]) => onChange({ stores })}
            options={me.stores.map((store) => ({ value: store.id, label: store.name }))}
          />
        </div>
      )}
      {form.role === "admin" && <p className="muted">{words.storesHint}</p>}
      {form.role !== "merchant" && (
        <div className="field">
          <label htmlFor={`${id}agent`}>{words.agent}</label>
          <Select
            id={`${id}agent`}
            showSearch={{ optionFilterProp: "label" }}
            value={form.agentId ?? ""}
            onChange={(agentId: string) => onChange({ agentId })}
            options={[{ value: "", label: words.agentNone }, ...agents]}
          />
          <span className="hint">{words.agentHint}</span>
        </div>
      )}
    </>
  );
}

/** As whom they answer, as it is sent: nobody is not sent, nor who was chosen before they became a merchant. */
export function agentIn({ role, agentId }: Belongs): { readonly agentId?: string } {
  return role === "merchant" || agentId === undefined || agentId === "" ? {} : { agentId };
}

/** Whether they would come in and see nothing: who works as an agent sees this agent's stores, an admin all of them. */
export function seesNothing(form: Belongs): boolean {
  return form.role !== "admin" && form.stores.length === 0 && agentIn(form).agentId === undefined;
}

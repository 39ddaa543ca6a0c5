import { App, Checkbox, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import type { LinkRequest, LinkRow } from "../../../src/accounts/api.ts";
import { addressTo } from "../shared/calls.ts";
import { DrawerForm } from "../shared/drawer-form.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { linkWords } from "./link-words.ts";

interface Props {
  readonly onLinked: () => void;
  readonly onClose: () => void;
}

interface Filled {
  readonly person: string;
  readonly as: LinkRow["as"];
  /** The id of the agent or the store. */
  readonly target: string;
  readonly approver: boolean;
}

const KINDS: readonly LinkRow["as"][] = ["agent", "merchant"];

/** Says who somebody on a platform is. */
export function LinkForm({ onLinked, onClose }: Props) {
  const api = useApi();
  const words = useWords(linkWords);
  const { message } = App.useApp();
  const [filled, setFilled] = useState<Filled>({ person: "", as: "agent", target: "", approver: false });
  return (
    <DrawerForm
      title={words.add}
      submit={words.link}
      notDone={words.notLinked}
      missing={filled.person.trim() === "" || filled.target === "" ? words.missing : undefined}
      send={() => api.send("post /api/console/links", { body: requestOf(filled) })}
      onDone={() => {
        message.success(words.linked);
        onLinked();
      }}
      onClose={onClose}
    >
      <Fields filled={filled} onChange={(part) => setFilled((before) => ({ ...before, ...part }))} />
    </DrawerForm>
  );
}

function requestOf({ person, as, target, approver }: Filled): LinkRequest {
  return as === "agent" ? { person, agentId: target } : { person, storeId: target, approver };
}

interface FieldsProps {
  readonly filled: Filled;
  readonly onChange: (part: Partial<Filled>) => void;
}

function Fields({ filled, onChange }: FieldsProps) {
  const words = useWords(linkWords);
  const { me } = useSession();
  const id = useId();
  const roster = useLoaded(addressTo("/api/console/roster"));
  const agents = roster.value?.agents.map((agent) => ({ value: agent.id, label: agent.name })) ?? [];
  const stores = me.stores.map((store) => ({ value: store.id, label: store.name }));
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}person`}>{words.person}</label>
        <Input
          id={`${id}person`}
          value={filled.person}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => onChange({ person: target.value })}
        />
        <span className="hint" id={`${id}hint`}>
          {words.personHint}
        </span>
      </div>
      <div className="field">
        <span className="label" id={`${id}as`}>
          {words.as}
        </span>
        <Radio.Group
          name="as"
          aria-labelledby={`${id}as`}
          value={filled.as}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={({ target }) => KINDS.filter((one) => one === target.value).forEach((as) => onChange({ as, target: "" }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}target`}>{filled.as === "agent" ? words.agent : words.store}</label>
        <Select
          id={`${id}target`}
          showSearch={{ optionFilterProp: "label" }}
          value={filled.target === "" ? null : filled.target}
          options={filled.as === "agent" ? agents : stores}
          onChange={(target: string) => onChange({ target })}
        />
      </div>
      {filled.as === "merchant" && (
        <Checkbox checked={filled.approver} onChange={({ target }) => onChange({ approver: target.checked })}>
          {words.approver}
        </Checkbox>
      )}
    </>
  );
}

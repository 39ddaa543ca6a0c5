import { Alert, App, Button, Checkbox, Drawer, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { LinkRequest, LinkRow } from "../../../src/accounts/api.ts";
import type { RosterAnswer } from "../../../src/staffing/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
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
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [filled, setFilled] = useState<Filled>({ person: "", as: "agent", target: "", approver: false });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function link(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (filled.person.trim() === "" || filled.target === "") return setTrouble(words.missing);
    setBusy(true);
    const answer = await api.send<LinkRow>("POST", "/api/console/links", requestOf(filled));
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    message.success(words.linked);
    onLinked();
  }

  return (
    <Drawer open size={440} title={words.add} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void link(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notLinked} description={trouble} />}
        </div>
        <Fields filled={filled} onChange={(part) => setFilled((before) => ({ ...before, ...part }))} />
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.link}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
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
  const roster = useLoaded<RosterAnswer>("/api/console/roster");
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

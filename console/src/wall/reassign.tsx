import { App, Input, Modal, Select } from "antd";
import { useId, useState } from "react";
import type { ConversationRow, ReassignRequest } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { sharedWords } from "../shared/words.ts";
import { ActTrouble } from "./act-trouble.tsx";
import { superviseWords } from "./supervise-words.ts";
import { useAct, type Trouble } from "./use-act.ts";

interface Props {
  readonly conversation: ConversationRow;
  /** The supervisor takes it themselves. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** Gives a conversation to somebody at once, after a second question where they are full or take nothing new. */
export function ReassignDialog({ conversation, isOwn, onClose }: Props) {
  const words = useWords(superviseWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const { send, isBusy, trouble } = useAct<Omit<ReassignRequest, "clientId">>((api, body) =>
    api.send("post /api/console/conversations/{id}/reassign", { ids: { id: conversation.id }, body }),
  );
  const [to, setTo] = useState(isOwn ? "me" : "");
  const [asked, setAsked] = useState("");
  const [reason, setReason] = useState("");
  const id = useId();
  const isConfirming = asked === to && mayConfirm(trouble);
  const from = conversation.status === "assigned" || conversation.status === "offered" ? conversation.agent?.id : undefined;

  async function give(): Promise<void> {
    const said = { to, reason: reason.trim(), confirmed: isConfirming, ...(from === undefined ? {} : { from }) };
    setAsked(to);
    if (!(await send(said))) return;
    message.success(words.done);
    onClose();
  }

  return (
    <Modal
      open
      title={isOwn ? words.takeOverTitle : words.giveTitle}
      okText={isConfirming ? words.confirm : shared.confirm}
      cancelText={shared.cancel}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: to === "" || reason.trim() === "", danger: isConfirming }}
      onOk={() => void give()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <p className="muted">{isOwn ? words.takeOverHint : words.giveHint}</p>
        {!isOwn && <Target conversation={conversation} to={to} onChange={setTo} />}
        <div className="field">
          <label htmlFor={id}>{words.reason}</label>
          <Input id={id} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </div>
        <ActTrouble trouble={trouble} />
      </div>
    </Modal>
  );
}

function mayConfirm(trouble: Trouble | undefined): boolean {
  if (trouble?.type !== "refused") return false;
  return trouble.reason?.code === "refused-reassign-full" || trouble.reason?.code === "refused-reassign-not-ready";
}

/** Whoever is not at work or may not serve the store cannot be given anything, however one insists. */
const NEVER = ["off-shift", "not-authorised-for-store"];

interface TargetProps {
  readonly conversation: ConversationRow;
  readonly to: string;
  readonly onChange: (to: string) => void;
}

function Target({ conversation, to, onChange }: TargetProps) {
  const words = useWords(superviseWords);
  const say = useSay();
  const id = useId();
  const ids = { id: conversation.id };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/conversations/{id}/reassign", { ids }));
  if (failure !== undefined) return <FailureNote failure={failure} title={words.refused} onRetry={reload} />;
  if (value?.agents.length === 0) return <p className="hint">{words.noAgents}</p>;
  return (
    <div className="field">
      <label htmlFor={id}>{words.to}</label>
      <Select
        id={id}
        placeholder={words.toHint}
        value={to === "" ? null : to}
        loading={value === undefined}
        showSearch={{ optionFilterProp: "label" }}
        onChange={(agent: string | null) => agent !== null && onChange(agent)}
        options={(value?.agents ?? []).map(({ id: agent, name, load, capacity, obstacle }) => ({
          value: agent,
          disabled: obstacle !== undefined && NEVER.includes(obstacle.code),
          label:
            obstacle === undefined
              ? words.agent(name, load, capacity)
              : words.obstacle(words.agent(name, load, capacity), say(obstacle)),
        }))}
      />
    </div>
  );
}

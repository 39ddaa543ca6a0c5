import { Button, Input, Modal, Segmented, Select } from "antd";
import { useId, useState } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { TransferRequest, TransferTargets } from "../../../src/desk/workspace/api.ts";
import { addressTo } from "../shared/calls.ts";
import { onCtrlEnter } from "../shared/ctrl-enter.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { named, sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { draftSummary } from "./transfer-draft.ts";
import { transferWords } from "./transfer-words.ts";
import type { useActs } from "./use-acts.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly acts: ReturnType<typeof useActs>;
  readonly onClose: () => void;
}

type Skill = TransferTargets["skills"][number]["skill"];
type Kind = TransferRequest["to"]["type"];
type To = TransferRequest["to"] | undefined;

/** Passing a conversation on: to whom, why, and what they should know first. */
export function TransferDialog({ detail, acts, onClose }: Props) {
  const words = useWords(transferWords);
  const desk = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { conversation } = detail;
  const ids = { id: conversation.id };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/conversations/{id}/transfer", { ids }));
  const [to, setTo] = useState<To>();
  const [kind, setKind] = useState<Kind>("agent");
  const [reason, setReason] = useState("");
  const [summary, setSummary] = useState(() => draftSummary(detail, words));
  const [isTried, setIsTried] = useState(false);
  const fields = { reason: useId(), summary: useId(), to: useId() };
  const chosen = chosenOf(kind, to);
  const isReady = chosen !== undefined && reason.trim() !== "" && summary.trim() !== "";

  async function send(): Promise<void> {
    setIsTried(true);
    if (!isReady) return;
    await acts.run(conversation, { act: "transfer", to: chosen, reason: reason.trim(), summary: summary.trim() });
    onClose();
  }

  return (
    <Modal
      open
      title={words.title(conversation.shopper.name || desk.visitor(conversation.shopper.number))}
      okText={words.send}
      cancelText={shared.cancel}
      confirmLoading={acts.busy === "transfer"}
      onOk={() => void send()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack" onKeyDown={onCtrlEnter(() => void send())}>
        {failure !== undefined && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        <div className="field">
          <span className="label" id={fields.to}>
            {words.to}
          </span>
          <Segmented<Kind>
            aria-labelledby={fields.to}
            value={kind}
            onChange={setKind}
            options={(["agent", "skill", "queue"] as const).map((each) => ({ value: each, label: words.kinds[each] }))}
          />
          <TargetField kind={kind} to={chosen} targets={value} onChange={setTo} />
        </div>
        <div className="field">
          <label htmlFor={fields.reason}>{words.reason}</label>
          <Input
            id={fields.reason}
            maxLength={200}
            value={reason}
            placeholder={words.reasonPlaceholder}
            onChange={({ target }) => setReason(target.value)}
          />
          <span className="quick">
            {words.reasons.map((each) => (
              <Button key={each} size="small" onClick={() => setReason(each)}>
                {each}
              </Button>
            ))}
          </span>
        </div>
        <div className="field">
          <label htmlFor={fields.summary}>{words.summary}</label>
          <Input.TextArea
            id={fields.summary}
            rows={4}
            maxLength={2_000}
            value={summary}
            placeholder={words.summaryPlaceholder}
            onChange={({ target }) => setSummary(target.value)}
          />
        </div>
        {isTried && !isReady && (
          <p role="alert" className="wrong">
            {words.missing}
          </p>
        )}
      </div>
    </Modal>
  );
}

// What was chosen under another kind is kept, and not meant.
function chosenOf(kind: Kind, to: To): To {
  if (kind === "queue") return { type: "queue" };
  return to?.type === kind ? to : undefined;
}

interface TargetProps {
  readonly kind: Kind;
  readonly to: To;
  readonly targets: TransferTargets | undefined;
  readonly onChange: (to: TransferRequest["to"]) => void;
}

function TargetField({ kind, to, targets, onChange }: TargetProps) {
  const words = useWords(transferWords);
  const shared = useWords(sharedWords);
  const say = useSay();
  if (kind === "queue") return <p className="hint">{words.queueHint}</p>;
  if (kind === "skill")
    return (
      <Select
        aria-label={words.kinds.skill}
        value={to?.type === "skill" ? to.skill : null}
        loading={targets === undefined}
        onChange={(skill: Skill | null) => skill !== null && onChange({ type: "skill", skill })}
        options={(targets?.skills ?? []).map(({ skill, ready }) => ({
          value: skill,
          label: `${named(shared.skills, skill)} · ${words.ready(ready)}`,
        }))}
      />
    );
  if (targets?.agents.length === 0) return <p className="hint">{words.noAgents}</p>;
  return (
    <Select
      aria-label={words.kinds.agent}
      ref={takesFocus}
      autoFocus
      placeholder={words.agentHint}
      value={to?.type === "agent" ? to.id : null}
      loading={targets === undefined}
      showSearch={{ optionFilterProp: "label" }}
      onChange={(id: string | null) => id !== null && onChange({ type: "agent", id })}
      options={(targets?.agents ?? []).map(({ id, name, load, capacity, obstacle }) => ({
        value: id,
        disabled: obstacle !== undefined,
        label: obstacle === undefined ? `${name} · ${words.load(load, capacity)}` : words.obstacle(name, say(obstacle)),
      }))}
    />
  );
}

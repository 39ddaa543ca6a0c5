import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { RevealRequest } from "../../../src/desk/workspace/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { revealWords } from "./reveal-words.ts";

interface Props {
  readonly conversation: string;
  readonly thing: RevealRequest["thing"];
  /** As it is shown without a reason. */
  readonly text: string;
}

/** A text of which a part is hidden, with the way to see it: for a reason, which is kept. */
export function Hidden({ conversation, thing, text }: Props) {
  const words = useWords(revealWords);
  const [clear, setClear] = useState<string>();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <span dir="auto">{clear ?? text}</span>
      {clear === undefined && (
        <Button type="link" size="small" className="reveal" onClick={() => setAsks(true)}>
          {words.show}
        </Button>
      )}
      {asks && (
        <RevealDialog
          conversation={conversation}
          thing={thing}
          onClear={(shown) => {
            setClear(shown);
            setAsks(false);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

interface DialogProps extends Omit<Props, "text"> {
  readonly onClear: (text: string) => void;
  readonly onClose: () => void;
}

function RevealDialog({ conversation, thing, onClear, onClose }: DialogProps) {
  const api = useApi();
  const words = useWords(revealWords);
  const shared = useWords(sharedWords);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const id = useId();
  const said = reason.trim();

  async function ask(): Promise<void> {
    if (said === "") return;
    setBusy(true);
    const given = { ids: { id: conversation }, body: { thing, reason: said } };
    const answer = await api.send("post /api/console/conversations/{id}/reveal", given);
    setBusy(false);
    if (answer.type === "answer") onClear(answer.value.text);
    else setFailure(answer.failure);
  }

  return (
    <Modal
      open
      width={420}
      title={words.title}
      okText={words.show}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: said === "" }}
      confirmLoading={busy}
      onOk={() => void ask()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        {failure !== undefined && <FailureNote failure={failure} />}
        <div className="field">
          <label htmlFor={id}>{words.reason}</label>
          <Input
            id={id}
            ref={takesFocus}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={() => void ask()}
          />
          <span className="quick">
            {words.reasons.map((each) => (
              <Button key={each} size="small" onClick={() => setReason(each)}>
                {each}
              </Button>
            ))}
          </span>
          <span className="hint">{words.kept}</span>
        </div>
      </div>
    </Modal>
  );
}

import { App, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { ActTrouble } from "./act-trouble.tsx";
import { superviseWords } from "./supervise-words.ts";
import { useAct } from "./use-act.ts";

interface Props {
  readonly conversation: ConversationRow;
  readonly onClose: () => void;
}

/** A remark for whoever has the conversation. */
export function WhisperDialog({ conversation, onClose }: Props) {
  const words = useWords(superviseWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const { send, isBusy, trouble } = useAct<{ readonly text: string }>((api, body) =>
    api.send("post /api/console/conversations/{id}/whisper", { ids: { id: conversation.id }, body }),
  );
  const [text, setText] = useState("");
  const id = useId();

  async function say(): Promise<void> {
    if (!(await send({ text: text.trim() }))) return;
    message.success(words.done);
    onClose();
  }

  return (
    <Modal
      open
      title={words.whisperTitle}
      okText={words.send}
      cancelText={shared.cancel}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: text.trim() === "" }}
      onOk={() => void say()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <p className="muted">{words.whisperHint}</p>
        <div className="field">
          <label htmlFor={id}>{words.whisperLabel}</label>
          <Input.TextArea id={id} rows={3} maxLength={2_000} value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        <ActTrouble trouble={trouble} />
      </div>
    </Modal>
  );
}

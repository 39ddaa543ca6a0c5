import { Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { endWords } from "./end-words.ts";
import type { useActs } from "./use-acts.ts";

/** How an agent is done with a conversation. */
export type Ending = "close" | "release";

interface Props {
  readonly ending: Ending;
  readonly conversation: ConversationRow;
  readonly acts: ReturnType<typeof useActs>;
  readonly onClose: () => void;
}

const OTHER = "other";

/** Asks why, and ends it. The likeliest reason is chosen already: who agrees presses Enter. */
export function EndDialog({ ending, conversation, acts, onClose }: Props) {
  const words = useWords(endWords);
  const shared = useWords(sharedWords);
  const { title, more, send, reasons } = words[ending];
  const [chosen, setChosen] = useState(reasons[0] ?? OTHER);
  const [written, setWritten] = useState("");
  const [isTried, setIsTried] = useState(false);
  const ids = { why: useId(), fault: useId() };
  const reason = chosen === OTHER ? written.trim() : chosen;
  const isMissing = isTried && reason === "";

  async function end(): Promise<void> {
    setIsTried(true);
    if (reason === "") return;
    await acts.run(conversation, { act: ending, reason });
    onClose();
  }

  return (
    <Modal
      open
      title={title}
      okText={send}
      okButtonProps={{ autoFocus: true }}
      cancelText={shared.cancel}
      confirmLoading={acts.busy === ending}
      onOk={() => void end()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <p>{more}</p>
        <div className="field">
          <span className="label" id={ids.why}>
            {words.why}
          </span>
          <Radio.Group
            aria-labelledby={ids.why}
            vertical
            value={chosen}
            onChange={({ target }) => setChosen(String(target.value))}
            options={[...reasons.map((each) => ({ value: each, label: each })), { value: OTHER, label: words.other }]}
          />
          {chosen === OTHER && (
            <Input
              ref={takesFocus}
              autoFocus
              aria-label={words.otherLabel}
              maxLength={200}
              value={written}
              status={isMissing ? "error" : ""}
              aria-invalid={isMissing}
              aria-describedby={isMissing ? ids.fault : undefined}
              onChange={({ target }) => setWritten(target.value)}
              onPressEnter={() => void end()}
            />
          )}
          {isMissing && (
            <p className="wrong" id={ids.fault} role="alert">
              {words.missing}
            </p>
          )}
        </div>
      </div>
    </Modal>
  );
}

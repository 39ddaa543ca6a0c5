import { Modal, Segmented } from "antd";
import { useId } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { SumField, WhyField } from "./ask-fields.tsx";
import { TroubleNote } from "./trouble-note.tsx";
import { useWish, type Kind } from "./use-wish.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly conversation: ConversationRow;
  /** What the words that were held back promise. */
  readonly sumFen?: number | undefined;
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

/** Asks supervisor or merchant; what was typed stays until it arrived. */
export function AskDialog({ conversation, sumFen, onAsked, onClose }: Props) {
  const words = useWords(requestWords);
  const shared = useWords(sharedWords);
  const wish = useWish({ conversation, sumFen, onAsked });
  const kindId = useId();
  return (
    <Modal
      open
      title={words.askTitle}
      okText={words.send}
      cancelText={shared.cancel}
      confirmLoading={wish.isBusy}
      onOk={wish.send}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <p className="muted">{words.askLead}</p>
        <TroubleNote trouble={wish.trouble} title={words.notSent} />
        <div className="field">
          <span className="label" id={kindId}>
            {words.kind}
          </span>
          <Segmented<Kind>
            aria-labelledby={kindId}
            value={wish.kind}
            onChange={wish.setKind}
            options={(["compensation", "other"] as const).map((each) => ({ value: each, label: words.kinds[each] }))}
          />
        </div>
        {/* What is still open is where one begins to write. */}
        {wish.kind === "compensation" && <SumField wish={wish} isFirst={sumFen === undefined} />}
        <WhyField wish={wish} isFirst={sumFen !== undefined} />
      </div>
    </Modal>
  );
}

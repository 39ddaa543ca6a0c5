import { Alert, Input, InputNumber, Modal, Segmented } from "antd";
import { useId, useState } from "react";
import type { ConversationRow, Sentence } from "../../../src/desk/api.ts";
import type { RequestRow, RequestWishBody } from "../../../src/requests/api.ts";
import { isUnclear, newClientId, type Failure } from "../shared/api.ts";
import { onCtrlEnter } from "../shared/ctrl-enter.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { fenOf, MOST_YUAN } from "./money.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly conversation: ConversationRow;
  /** What the words that were held back promise. */
  readonly sumFen?: number | undefined;
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

type Kind = RequestRow["kind"];
type Trouble = { readonly reason: Sentence | undefined } | { readonly failure: Failure };

const MAX_WORDS = 500;

/** Asks supervisor or merchant; what was typed stays until it arrived. */
export function AskDialog({ conversation, sumFen, onAsked, onClose }: Props) {
  const words = useWords(requestWords);
  const shared = useWords(sharedWords);
  const say = useSay();
  const api = useApi();
  const [kind, setKind] = useState<Kind>("compensation");
  const [yuan, setYuan] = useState<number | null>(sumFen === undefined ? null : sumFen / 100);
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [clientId, setClientId] = useState(newClientId);
  const ids = { kind: useId(), sum: useId(), why: useId(), sumFault: useId(), whyFault: useId() };
  const fen = kind === "compensation" ? fenOf(yuan) : undefined;
  const isSumMissing = isTried && kind === "compensation" && fen === undefined;
  const isWhyMissing = isTried && why.trim() === "";

  async function send(): Promise<void> {
    setIsTried(true);
    if (isBusy || why.trim() === "" || (kind === "compensation" && fen === undefined)) return;
    setIsBusy(true);
    const body: RequestWishBody = { clientId, kind, words: why.trim(), ...(fen === undefined ? {} : { sumFen: fen }) };
    const answer = await api.send("post /api/console/conversations/{id}/requests", { ids: { id: conversation.id }, body });
    setIsBusy(false);
    if (answer.type === "answer" && answer.value.outcome === "done") return onAsked();
    // Of an unclear end the same id asks again, and is asked once.
    if (answer.type === "answer" || !isUnclear(answer.failure)) setClientId(newClientId());
    setTrouble(answer.type === "failure" ? { failure: answer.failure } : { reason: answer.value.reason });
  }

  return (
    <Modal
      open
      title={words.askTitle}
      okText={words.send}
      cancelText={shared.cancel}
      confirmLoading={isBusy}
      onOk={() => void send()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <p className="muted">{words.askLead}</p>
        {trouble !== undefined && "failure" in trouble && <FailureNote failure={trouble.failure} title={words.notSent} />}
        {trouble !== undefined && "reason" in trouble && (
          <Alert
            type="warning"
            showIcon
            title={words.notSent}
            description={trouble.reason === undefined ? "" : say(trouble.reason)}
          />
        )}
        <div className="field">
          <span className="label" id={ids.kind}>
            {words.kind}
          </span>
          <Segmented<Kind>
            aria-labelledby={ids.kind}
            value={kind}
            onChange={setKind}
            options={(["compensation", "other"] as const).map((each) => ({ value: each, label: words.kinds[each] }))}
          />
        </div>
        {kind === "compensation" && (
          <div className="field">
            <label htmlFor={ids.sum}>{words.sum}</label>
            <InputNumber<number>
              id={ids.sum}
              ref={sumFen === undefined ? takesFocus : undefined}
              autoFocus={sumFen === undefined}
              min={0}
              max={MOST_YUAN}
              precision={2}
              prefix="¥"
              value={yuan}
              status={isSumMissing ? "error" : ""}
              aria-invalid={isSumMissing}
              aria-describedby={isSumMissing ? ids.sumFault : undefined}
              onChange={setYuan}
              onPressEnter={() => void send()}
            />
            {isSumMissing && (
              <p className="wrong" id={ids.sumFault} role="alert">
                {words.sumMissing}
              </p>
            )}
          </div>
        )}
        <div className="field">
          <label htmlFor={ids.why}>{words.why}</label>
          <Input.TextArea
            id={ids.why}
            ref={sumFen !== undefined ? takesFocus : undefined}
            autoFocus={sumFen !== undefined}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={MAX_WORDS}
            value={why}
            placeholder={words.whyPlaceholder}
            status={isWhyMissing ? "error" : ""}
            aria-invalid={isWhyMissing}
            aria-describedby={isWhyMissing ? ids.whyFault : undefined}
            onChange={({ target }) => setWhy(target.value)}
            onKeyDown={onCtrlEnter(() => void send())}
          />
          {isWhyMissing && (
            <p className="wrong" id={ids.whyFault} role="alert">
              {words.whyMissing}
            </p>
          )}
        </div>
      </div>
    </Modal>
  );
}

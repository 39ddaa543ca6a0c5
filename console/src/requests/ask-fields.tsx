import { Input, InputNumber } from "antd";
import { useId } from "react";
import { onCtrlEnter } from "../shared/ctrl-enter.ts";
import { useWords } from "../shared/language.tsx";
import { takesFocus } from "../shared/takes-focus.ts";
import { MOST_YUAN } from "./money.ts";
import type { useWish } from "./use-wish.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly wish: ReturnType<typeof useWish>;
  /** It has the focus when the dialog opens. */
  readonly isFirst: boolean;
}

const MAX_WORDS = 500;

/** How much is asked for. */
export function SumField({ wish, isFirst }: Props) {
  const words = useWords(requestWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.sum}</label>
      <InputNumber<number>
        id={id}
        ref={isFirst ? takesFocus : undefined}
        autoFocus={isFirst}
        min={0}
        max={MOST_YUAN}
        precision={2}
        prefix="¥"
        value={wish.yuan}
        status={wish.isSumMissing ? "error" : ""}
        aria-invalid={wish.isSumMissing}
        aria-describedby={wish.isSumMissing ? `${id}-fault` : undefined}
        onChange={wish.setYuan}
        onPressEnter={wish.send}
      />
      {wish.isSumMissing && <Fault id={id} text={words.sumMissing} />}
    </div>
  );
}

/** What it is about. */
export function WhyField({ wish, isFirst }: Props) {
  const words = useWords(requestWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.why}</label>
      <Input.TextArea
        id={id}
        ref={isFirst ? takesFocus : undefined}
        autoFocus={isFirst}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={MAX_WORDS}
        value={wish.why}
        placeholder={words.whyPlaceholder}
        status={wish.isWhyMissing ? "error" : ""}
        aria-invalid={wish.isWhyMissing}
        aria-describedby={wish.isWhyMissing ? `${id}-fault` : undefined}
        onChange={({ target }) => wish.setWhy(target.value)}
        onKeyDown={onCtrlEnter(wish.send)}
      />
      {wish.isWhyMissing && <Fault id={id} text={words.whyMissing} />}
    </div>
  );
}

function Fault({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className="wrong" id={`${id}-fault`} role="alert">
      {text}
    </p>
  );
}

import { Input } from "antd";
import { useId } from "react";
import { useWords } from "../shared/language.tsx";
import { NUMBERS, type Typed } from "./ends.ts";
import { answeringWords } from "./words.ts";

/** What is wrong, and with which number. */
export interface Wrong {
  readonly field: string;
  readonly text: string;
}

interface Props {
  readonly typed: Typed;
  readonly wrong: Wrong | undefined;
  readonly onTyped: (typed: Typed) => void;
}

/** The four numbers in percent, each with what it does. */
export function OwnNumbers({ typed, wrong, onTyped }: Props) {
  const words = useWords(answeringWords);
  const id = useId();
  return (
    <div className="stack">
      <p className="muted">{words.expertLead}</p>
      <div className="answering-numbers">
        {NUMBERS.map((field) => {
          const fault = wrong?.field === field ? wrong.text : undefined;
          return (
            <div key={field} className="field">
              <label htmlFor={`${id}${field}`}>{words.numbers[field]}</label>
              <Input
                id={`${id}${field}`}
                name={field}
                value={typed[field]}
                inputMode="decimal"
                autoComplete="off"
                maxLength={8}
                suffix="%"
                status={fault === undefined ? "" : "error"}
                aria-invalid={fault !== undefined}
                aria-describedby={`${id}${field}hint ${id}${field}wrong`}
                onChange={(event) => onTyped({ ...typed, [field]: event.target.value })}
              />
              <span id={`${id}${field}hint`} className="hint">
                {words.numberHints[field]}
              </span>
              <span id={`${id}${field}wrong`} className="wrong" role="alert">
                {fault}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

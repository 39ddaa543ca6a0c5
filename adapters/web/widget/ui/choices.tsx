import type { JSX } from "preact";
import type { WidgetChoice } from "../../api.ts";
import type { Words } from "../texts/words.ts";

interface Props {
  readonly choices: readonly WidgetChoice[];
  /** False once something was said after them. */
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onChoose: (choice: WidgetChoice) => void;
}

/** Answers to press instead of typing. */
export function Choices({ choices, isOpen, words, onChoose }: Props): JSX.Element {
  return (
    <div class="choices" role="group" aria-label={words.choicesLabel}>
      {choices.map((choice) => (
        <button key={choice.id} type="button" dir="auto" disabled={!isOpen} onClick={() => onChoose(choice)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Words } from "../texts/words.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly words: Words;
  /** The talk is over; else the visitor rates of their own accord. */
  readonly isEnded: boolean;
  readonly onRate: (score: number, comment: string) => void;
  readonly onLater: () => void;
}

const COMMENT_LENGTH = 500;

/** One to five stars and a few words. */
export function Rating({ words, isEnded, onRate, onLater }: Props): JSX.Element {
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (score > 0) onRate(score, comment.trim());
      }}
    >
      <fieldset>
        <legend>{isEnded ? words.rateTitle : words.rateTitleNow}</legend>
        <div class="stars">
          {words.stars.map((label, index) => (
            <label key={label} class={index < score ? "star lit" : "star"} title={label}>
              <input
                type="radio"
                name="score"
                value={index + 1}
                checked={score === index + 1}
                onChange={() => setScore(index + 1)}
              />
              <span class="unseen">{label}</span>
              <Icon name="star" filled={index < score} />
            </label>
          ))}
        </div>
        <p class="verdict" aria-hidden="true">
          {words.stars[score - 1] ?? "\u00a0"}
        </p>
      </fieldset>
      {score > 0 && (
        <textarea
          rows={2}
          dir="auto"
          maxLength={COMMENT_LENGTH}
          value={comment}
          aria-label={words.commentLabel}
          placeholder={words.commentLabel}
          onInput={({ currentTarget }) => setComment(currentTarget.value)}
        />
      )}
      <div class="rating-acts">
        <button type="button" class="quiet" onClick={onLater}>
          {words.later}
        </button>
        <button type="submit" class="main" disabled={score === 0}>
          {words.submit}
        </button>
      </div>
    </form>
  );
}

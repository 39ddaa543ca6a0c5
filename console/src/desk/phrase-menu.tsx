import { Link } from "../shared/router.tsx";
import { useWords } from "../shared/language.tsx";
import { phraseWords } from "../phrases/words.ts";
import type { Phrases } from "./use-phrases.ts";

/** The menu's id, for the field that it belongs to. */
export const PHRASE_MENU = "phrase-menu";

/** The id of an entry, for `aria-activedescendant`. */
export function phraseEntry(at: number): string {
  return `${PHRASE_MENU}-${at}`;
}

/** What fits after `/`: chosen by arrows and Enter, or by a click. */
export function PhraseMenu({ phrases }: { readonly phrases: Phrases }) {
  const words = useWords(phraseWords);
  const { menu } = phrases;
  if (menu === undefined) return undefined;
  return (
    // The field keeps the focus.
    <div className="phrase-menu" onMouseDown={(event) => event.preventDefault()}>
      {menu.found.length === 0 ? (
        <p className="muted">{menu.hasAny ? words.noMatch : words.noneYet}</p>
      ) : (
        <ul id={PHRASE_MENU} role="listbox" aria-label={words.menu}>
          {menu.found.map((phrase, at) => (
            <li
              key={phrase.id}
              id={phraseEntry(at)}
              role="option"
              aria-selected={at === menu.chosen}
              onMouseDown={() => phrases.insert(phrase)}
            >
              <span className="phrase-shortcut">/{phrase.shortcut}</span>
              <span className="phrase-text" dir="auto">
                {phrases.preview(phrase)}
              </span>
              <span className="tag">{words.layers[phrase.layer]}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="phrase-foot">
        <Link to={{ page: "phrases", query: "", at: 1 }}>{words.manage}</Link>
      </p>
    </div>
  );
}

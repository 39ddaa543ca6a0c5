import { Button } from "antd";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import type { Taken } from "./asked.ts";
import { suggestionWords } from "./suggestion-words.ts";
import { useDeskKeys } from "./use-keys.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly onTake: (taken: Taken, answer: string) => void;
  /** One was told not to fit. */
  readonly onRejected: () => void;
}

/** So many have a key of their own. */
const KEYS = 3;

/** What the knowledge would answer, to be taken as a draft or told not to fit; nothing of it is sent by itself. */
export function Suggestions({ detail, onTake, onRejected }: Props) {
  const api = useApi();
  const words = useWords(suggestionWords);
  const shared = useWords(sharedWords);
  const { suggestions, conversation } = detail;

  const put = (at: number): void => {
    const item = suggestions?.items[at];
    if (suggestions !== undefined && item !== undefined) {
      onTake({ message: suggestions.message, article: item.articleId }, item.answer);
    }
  };
  useDeskKeys({ "suggestion-1": () => put(0), "suggestion-2": () => put(1), "suggestion-3": () => put(2) });
  if (suggestions === undefined || suggestions.items.length === 0) return undefined;
  const { message } = suggestions;

  async function reject(article: string): Promise<void> {
    const given = { ids: { id: conversation.id }, body: { message, article } };
    await api.send("post /api/console/conversations/{id}/suggestions", given);
    onRejected();
  }

  return (
    <section className="suggestions" aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul>
        {suggestions.items.map((item, at) => (
          <li key={item.articleId}>
            <p className="suggestion-head">
              <span dir="auto">{words.source(named(shared.phases, item.phase), item.title)}</span>
              <span className="number muted">{words.confidence(Math.round(item.confidence * 100))}</span>
            </p>
            <p className="suggestion-answer" dir="auto">
              {item.answer}
            </p>
            <p className="suggestion-acts">
              <Button
                size="small"
                type="primary"
                ghost
                onClick={() => put(at)}
                {...(at < KEYS ? { "aria-keyshortcuts": `${at + 1}` } : {})}
              >
                {words.take}
              </Button>
              {at < KEYS && <kbd aria-hidden="true">{at + 1}</kbd>}
              <Button size="small" type="text" onClick={() => void reject(item.articleId)}>
                {words.reject}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

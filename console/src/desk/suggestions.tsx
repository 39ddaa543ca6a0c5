import { Button } from "antd";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import type { Taken } from "./asked.ts";
import { suggestionWords } from "./suggestion-words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly onTake: (taken: Taken, answer: string) => void;
  /** One was told not to fit. */
  readonly onRejected: () => void;
}

/** What the knowledge would answer, to be taken as a draft or told not to fit; nothing of it is sent by itself. */
export function Suggestions({ detail, onTake, onRejected }: Props) {
  const api = useApi();
  const words = useWords(suggestionWords);
  const shared = useWords(sharedWords);
  const { suggestions, conversation } = detail;
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
        {suggestions.items.map((item) => (
          <li key={item.articleId}>
            <p className="suggestion-head">
              <span dir="auto">{words.source(named(shared.phases, item.phase), item.title)}</span>
              <span className="number muted">{words.confidence(Math.round(item.confidence * 100))}</span>
            </p>
            <p className="suggestion-answer" dir="auto">
              {item.answer}
            </p>
            <p className="suggestion-acts">
              <Button size="small" type="primary" ghost onClick={() => onTake({ message, article: item.articleId }, item.answer)}>
                {words.take}
              </Button>
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

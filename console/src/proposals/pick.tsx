import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { ArticleRow } from "../../../src/knowledge/api.ts";
import type { KnowledgeStore } from "../knowledge/store.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { proposalWords } from "./words.ts";

/** More than this nobody reads: another word finds less. */
const SHOWN_AT_MOST = 10;

interface Props {
  readonly store: KnowledgeStore;
  readonly onPicked: (article: ArticleRow) => void;
}

/** Chooses one of the store's articles by what stands in it. */
export function PickArticle({ store, onPicked }: Props) {
  const words = useWords(proposalWords);
  const id = useId();
  const [query, setQuery] = useState("");
  const asked = { ids: { storeId: store.id }, query: { query, status: "active" } } as const;
  const { value, failure, reload } = useLoaded(addressTo("/api/console/stores/{storeId}/articles", asked));
  return (
    <div className="field">
      <label htmlFor={id}>{words.find}</label>
      <Input.Search id={id} allowClear maxLength={200} onSearch={(text) => setQuery(text.trim())} />
      <span className="hint">{words.findHint}</span>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      <div role="status">{value?.items.length === 0 && <p className="muted">{words.foundNone}</p>}</div>
      <ul className="found" aria-label={words.find}>
        {value?.items.slice(0, SHOWN_AT_MOST).map((article) => (
          <li key={`${article.layer} ${article.id}`}>
            <Button type="text" onClick={() => onPicked(article)}>
              <span dir="auto">{article.question}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Button, Input } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { TryAnswer } from "../../../src/knowledge/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import type { KnowledgeStore } from "./store.ts";
import { tryWords } from "./try-words.ts";

interface Props {
  readonly store: KnowledgeStore;
  /** The article that is looked at; absent: a new one. */
  readonly article?: string | undefined;
}

/** A question beside the article: what the bot would do with it now, and whether this article is what it would say. */
export function TryQuestion({ store, article }: Props) {
  const api = useApi();
  const words = useWords(tryWords);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<{ readonly text: string; readonly answer: TryAnswer }>();
  const [failure, setFailure] = useState<Failure>();

  async function ask(): Promise<void> {
    const asked = text.trim();
    if (asked === "") return;
    setBusy(true);
    const given = { ids: { storeId: store.id }, body: { text: asked } };
    const answer = await api.send("post /api/console/stores/{storeId}/try", given);
    setBusy(false);
    setFailure(answer.type === "failure" ? answer.failure : undefined);
    if (answer.type === "answer") setTried({ text: asked, answer: answer.value });
  }

  return (
    <section className="try stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="muted">{words.lead}</p>
      <form
        className="try-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Input
          aria-label={words.question}
          placeholder={words.question}
          maxLength={1_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit" loading={busy}>
          {words.ask}
        </Button>
      </form>
      <div role="status">
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={() => void ask()} />}
        {tried && <Tried tried={tried} article={article} />}
      </div>
    </section>
  );
}

interface TriedProps {
  readonly tried: { readonly text: string; readonly answer: TryAnswer };
  readonly article: string | undefined;
}

function Tried({ tried: { text, answer }, article }: TriedProps) {
  const words = useWords(tryWords);
  const say = useSay();
  const { language } = useLanguage();
  const percent = (share: number) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
  return (
    <div className="try-answer">
      <p>
        <strong dir="auto">{text}</strong>: {words.actions[answer.action]}
      </p>
      {answer.reasons.map((reason) => (
        <p key={reason.code} className="muted">
          {say(reason)}
        </p>
      ))}
      <ol>
        {answer.candidates.map((candidate) => (
          <li key={candidate.articleId}>
            <span dir="auto">{candidate.title}</span> <span className="number muted">{percent(candidate.confidence)}</span>{" "}
            {candidate.articleId === article && <span className="tag tag-good">{words.thisOne}</span>}
            {answer.action === "answer" && <p dir="auto">{candidate.answer}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

import { Alert, Button } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { ProposalRow, ProposedWords } from "../../../src/knowledge/api.ts";
import { formOf, requestOf } from "../knowledge/article-form.ts";
import { ArticleFields } from "../knowledge/fields.tsx";
import { knowledgeWords } from "../knowledge/words.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { goldenWords } from "./golden-words.ts";
import { proposalWords } from "./words.ts";

interface Props {
  readonly proposal: ProposalRow;
  readonly busy: boolean;
  readonly onAccept: (words: ProposedWords, note: string | undefined) => void;
  readonly onCancel: () => void;
}

/** The supervisor's last hand at what is proposed, before it is accepted. */
export function EditForm({ proposal, busy, onAccept, onCancel }: Props) {
  const words = useWords(goldenWords);
  const proposals = useWords(proposalWords);
  const knowledge = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { timezone } = proposal.store;
  const [form, setForm] = useState(() => ({ ...formOf({ id: proposal.articleId, ...proposal.after }, timezone) }));
  const [trouble, setTrouble] = useState<string>();

  function accept(): void {
    const made = requestOf(form, timezone);
    if ("troubles" in made) return setTrouble(made.troubles.map((each) => knowledge.troubles[each]).join(" "));
    const { why, ...edited } = made.request;
    setTrouble(undefined);
    onAccept(edited, why);
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        accept();
      }}
    >
      <ArticleFields
        form={form}
        id="hidden"
        why={proposals.whyEdited}
        timezone={timezone}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <div role="alert">
        {trouble !== undefined && <Alert type="error" showIcon title={words.notDone} description={trouble} />}
      </div>
      <div className="page-tools">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.acceptEdited}
        </Button>
        <Button onClick={onCancel}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

import { Alert, Button } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { AcceptRequest, ProposalRow } from "../../../src/knowledge/api.ts";
import { formOf, requestOf, type ArticleForm } from "../knowledge/article-form.ts";
import { ArticleFields } from "../knowledge/fields.tsx";
import { LinksField } from "../knowledge/links.tsx";
import { knowledgeWords } from "../knowledge/words.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { goldenWords } from "./golden-words.ts";
import { proposalWords } from "./words.ts";

interface Props {
  readonly proposal: ProposalRow;
  readonly busy: boolean;
  readonly onAccept: (edited: Pick<AcceptRequest, "words" | "links" | "note">) => void;
  readonly onCancel: () => void;
}

/** The supervisor's last hand at what is proposed, before it is accepted. */
export function EditForm({ proposal, busy, onAccept, onCancel }: Props) {
  const words = useWords(goldenWords);
  const proposals = useWords(proposalWords);
  const knowledge = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { timezone } = proposal.store;
  const linked = proposal.links?.topics;
  const [form, setForm] = useState(() =>
    formOf({ id: proposal.articleId, ...proposal.after, ...(linked === undefined ? {} : { topics: linked }) }, timezone),
  );
  const [trouble, setTrouble] = useState<string>();

  const change = (part: Partial<ArticleForm>): void => setForm((before) => ({ ...before, ...part }));

  function accept(): void {
    const made = requestOf(form, timezone);
    if ("troubles" in made) return setTrouble(made.troubles.map((each) => knowledge.troubles[each]).join(" "));
    const { why, topics, ...edited } = made.request;
    setTrouble(undefined);
    onAccept({
      words: edited,
      ...(isSame(topics, linked) ? {} : { links: topics === undefined ? {} : { topics } }),
      ...(why === undefined ? {} : { note: why }),
    });
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
      <ArticleFields form={form} id="hidden" why={proposals.whyEdited} timezone={timezone} onChange={change}>
        <LinksField form={form} onChange={change} />
      </ArticleFields>
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

/** In any order; who linked to none on purpose said something, who left it to the suggestion did not. */
function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}

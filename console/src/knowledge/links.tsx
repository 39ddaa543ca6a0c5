import { Button, Select } from "antd";
import { useEffect, useState } from "react";
import type { ArticleRow, SuggestedLink } from "../../../src/knowledge/api.ts";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { linesOf, type ArticleForm } from "./article-form.ts";
import { Field } from "./field.tsx";
import { percent, useLinkTexts, useTopics } from "./topics.tsx";
import { knowledgeWords } from "./words.ts";

const MAX_LINKS = 5;

interface Props {
  readonly form: ArticleForm;
  readonly onChange: (part: Pick<ArticleForm, "topics">) => void;
}

/** Links an article to intents by hand, with what the desk would suggest for its words. */
export function LinksField({ form, onChange }: Props) {
  const words = useWords(knowledgeWords);
  const options = useOptions();
  const { topics } = form;
  return (
    <Field label={words.columns.topics} hint={words.linksHint}>
      {(id) => (
        <>
          <Select
            id={id}
            mode="multiple"
            value={[...(topics ?? [])]}
            options={options}
            maxCount={MAX_LINKS}
            getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
            showSearch={{ optionFilterProp: "search" }}
            placeholder={topics === undefined ? words.asSuggested : words.linkedToNone}
            onChange={(chosen: string[]) => onChange({ topics: chosen.length === 0 ? undefined : chosen })}
          />
          <Suggestions form={form} onChange={onChange} />
        </>
      )}
    </Field>
  );
}

/** By phase; found by the name in either language, or the id. Not in groups: the list tells those to no screen reader. */
function useOptions() {
  const topics = useTopics();
  const { nameOf } = useLinkTexts();
  return topics.map(({ id, name }) => ({ value: id, label: nameOf(id), search: `${name.zh} ${name.en} ${id}` }));
}

function Suggestions({ form, onChange }: Props) {
  const words = useWords(knowledgeWords);
  const { nameOf } = useLinkTexts();
  const suggested = useSuggestion(form);
  const { topics } = form;
  const open = suggested.filter(({ id }) => topics?.includes(id) !== true);
  const isFull = (topics ?? []).length >= MAX_LINKS;
  return (
    <div className="links-suggested" role="group" aria-label={words.suggestion}>
      <span className="muted">{suggested.length === 0 ? words.nothingSuggested : words.suggestion}</span>
      {open.map(({ id, confidence }) => (
        <Button key={id} size="small" disabled={isFull} onClick={() => onChange({ topics: [...(topics ?? []), id] })}>
          {words.likely(nameOf(id), percent(confidence))}
        </Button>
      ))}
      {topics?.length !== 0 && (
        <Button size="small" type="text" onClick={() => onChange({ topics: [] })}>
          {words.linkToNone}
        </Button>
      )}
      {topics !== undefined && (
        <Button size="small" type="text" onClick={() => onChange({ topics: undefined })}>
          {words.leaveToSuggestion}
        </Button>
      )}
    </div>
  );
}

/** Somebody who writes is not asked about at every letter. */
const PAUSE_MS = 400;

/** What the words of the form seem to be about. Nothing while they cannot be asked about: a form works without. */
function useSuggestion({ question, alternatives, answer }: ArticleForm): readonly SuggestedLink[] {
  const api = useApi();
  const [suggested, setSuggested] = useState<readonly SuggestedLink[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const texts = { question, alternatives: linesOf(alternatives), answer };
      const said = await api.send("post /api/console/topics/suggest", { body: texts });
      if (!isOver && said.type === "answer") setSuggested(said.value.suggested);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, question, alternatives, answer]);
  return suggested;
}

/** How an article is linked, for a list: by people, or as suggested. */
export function LinkTags({ row }: { readonly row: Pick<ArticleRow, "topics" | "suggested"> }) {
  const words = useWords(knowledgeWords);
  const { nameOf, likely } = useLinkTexts();
  const { topics, suggested = [] } = row;
  if (topics === undefined) return <span>{suggested.length === 0 ? words.notLinked : words.suggested(likely(suggested))}</span>;
  if (topics.length === 0) return <span className="tag">{words.linkedToNone}</span>;
  return topics.map((id) => (
    <span key={id} className="tag">
      {nameOf(id)}
    </span>
  ));
}

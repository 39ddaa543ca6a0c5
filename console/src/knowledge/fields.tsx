import { Input, Select } from "antd";
import type { ReactNode } from "react";
import type { ArticleRow } from "../../../src/knowledge/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { zoneText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import type { ArticleForm } from "./article-form.ts";
import { Field } from "./field.tsx";
import { knowledgeWords } from "./words.ts";

interface Props {
  readonly form: ArticleForm;
  /** Asked of a new article, fixed of one there is; hidden where the desk names it. */
  readonly id: "asked" | "fixed" | "hidden";
  /** Another label for the last field. */
  readonly why?: string;
  readonly timezone: string;
  readonly onChange: (part: Partial<ArticleForm>) => void;
  /** Further fields, below the words. */
  readonly children?: ReactNode;
}

const PHASES: readonly ArticleRow["phase"][] = ["presale", "insale", "aftersale"];

/** The fields of an article. */
export function ArticleFields({ form, id: idField, why, timezone, onChange, children }: Props) {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { columns } = words;
  return (
    <>
      <div className="columns">
        {idField !== "hidden" && (
          <Field label={columns.id} {...(idField === "asked" ? { hint: words.idHint } : {})}>
            {(id) => (
              <Input
                id={id}
                value={form.id}
                disabled={idField === "fixed"}
                maxLength={64}
                onChange={(event) => onChange({ id: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={columns.phase}>
          {(id) => (
            <Select
              id={id}
              value={form.phase}
              options={PHASES.map((phase) => ({ value: phase, label: shared.phases[phase] }))}
              onChange={(phase: ArticleRow["phase"]) => onChange({ phase })}
            />
          )}
        </Field>
      </div>
      <Field label={columns.question}>
        {(id) => (
          <Input id={id} value={form.question} maxLength={500} onChange={(event) => onChange({ question: event.target.value })} />
        )}
      </Field>
      <Field label={columns.alternatives} hint={words.alternativesHint}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            value={form.alternatives}
            maxLength={10_000}
            onChange={(event) => onChange({ alternatives: event.target.value })}
          />
        )}
      </Field>
      <Field label={columns.answer}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={5}
            value={form.answer}
            maxLength={5_000}
            onChange={(event) => onChange({ answer: event.target.value })}
          />
        )}
      </Field>
      {children}
      <div className="columns">
        <Field label={columns.validFrom} hint={words.timesHint(zoneText(timezone, language))}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={form.validFrom}
              onChange={(event) => onChange({ validFrom: event.target.value })}
            />
          )}
        </Field>
        <Field label={columns.validUntil}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={form.validUntil}
              onChange={(event) => onChange({ validUntil: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={why ?? words.why}>
        {(id) => <Input id={id} value={form.why} maxLength={500} onChange={(event) => onChange({ why: event.target.value })} />}
      </Field>
    </>
  );
}

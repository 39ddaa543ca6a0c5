import { Alert } from "antd";
import type { ArticleChange, ImportError, ImportPreview } from "../../../src/knowledge/api.ts";
import { useSay, useWords } from "../shared/language.tsx";
import { named, sharedWords } from "../shared/words.ts";
import { Compared } from "./compared.tsx";
import { useLinkTexts } from "./topics.tsx";
import { knowledgeWords } from "./words.ts";

/** More than this nobody reads; the rest is counted. */
const SHOWN_AT_MOST = 200;

/** What a file would change, or why it was refused. */
export function ImportResult({ preview }: { readonly preview: ImportPreview }) {
  const words = useWords(knowledgeWords);
  if (preview.errors.length > 0) return <Errors errors={preview.errors} />;
  if (preview.created.length + preview.changed.length === 0) return <Alert type="info" showIcon title={words.nothingToDo} />;
  return (
    <>
      <p className="import-counts number">
        <span className="tag">{words.willCreate(preview.created.length)}</span>
        <span className="tag">{words.willChange(preview.changed.length)}</span>
        <span className="tag">{words.unchanged(preview.unchanged)}</span>
      </p>
      <Changes title={words.willChange(preview.changed.length)} changes={preview.changed} />
      <Changes title={words.willCreate(preview.created.length)} changes={preview.created} />
    </>
  );
}

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly ArticleChange[] }) {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const links = useLinkTexts();
  if (changes.length === 0) return undefined;
  // The id stands above already; the phase is told in the reader's words.
  const valuesOf = ({ id: _id, ...values }: Readonly<Record<string, string>>) => ({
    ...values,
    ...(values["alternatives"] === undefined ? {} : { alternatives: values["alternatives"].replaceAll("|", "\n") }),
    ...(values["intents"] === undefined ? {} : { intents: links.linked(topicsIn(values["intents"])) }),
    ...(values["stage"] === undefined ? {} : { stage: named(shared.phases, values["stage"]) }),
  });
  return (
    <section>
      <h2>{title}</h2>
      {changes.length > SHOWN_AT_MOST && <p className="muted">{words.shownFirst(SHOWN_AT_MOST)}</p>}
      <ul className="import-changes">
        {changes.slice(0, SHOWN_AT_MOST).map((change) => (
          <li key={change.id}>
            <p>
              <code>{change.id}</code> <strong dir="auto">{change.question}</strong>
            </p>
            <Compared before={valuesOf(change.before ?? {})} after={valuesOf(change.after)} />
            {change.suggested !== undefined && (
              <p className="muted">
                {change.suggested.length === 0 ? words.nothingSuggested : words.willSuggest(links.likely(change.suggested))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The cell of a file: ids, `none`, or nothing. */
function topicsIn(cell: string): readonly string[] | undefined {
  if (cell === "") return undefined;
  return cell === "none" ? [] : cell.split("|");
}

function Errors({ errors }: { readonly errors: readonly ImportError[] }) {
  const words = useWords(knowledgeWords);
  const say = useSay();
  return (
    <>
      <Alert type="error" showIcon title={words.badFile(errors.length)} />
      {errors.length > SHOWN_AT_MOST && <p className="muted">{words.shownFirst(SHOWN_AT_MOST)}</p>}
      <table className="import-errors">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.problem}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, SHOWN_AT_MOST).map((error, at) => (
            <tr key={`${at} ${error.line}`}>
              <td className="number">{error.line}</td>
              <td>
                <code>{error.column}</code>
              </td>
              <td>{say(error.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

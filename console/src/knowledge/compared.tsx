import { Fragment } from "react";
import { useWords } from "../shared/language.tsx";
import { difference } from "./difference.ts";
import { knowledgeWords } from "./words.ts";

interface Props {
  /** Values by column, before and after. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Column by column what went and what came; columns that stayed are left out. */
export function Compared({ before, after }: Props) {
  const words = useWords(knowledgeWords);
  const names: Readonly<Record<string, string>> = words.columns;
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => (before[column] ?? "") !== (after[column] ?? ""),
  );
  if (columns.length === 0) return <p className="muted">{words.noDifference}</p>;
  return (
    <dl className="compared">
      {columns.map((column) => (
        <Fragment key={column}>
          <dt>{names[column] ?? column}</dt>
          <dd dir="auto">
            <Texts before={before[column] ?? ""} after={after[column] ?? ""} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Texts({ before, after }: { readonly before: string; readonly after: string }) {
  return difference(before, after).map((piece, at) => {
    const key = `${at} ${piece.type}`;
    if (piece.type === "gone") {
      return (
        <del key={key} className="gone">
          {piece.text}
        </del>
      );
    }
    if (piece.type === "fresh") {
      return (
        <ins key={key} className="fresh">
          {piece.text}
        </ins>
      );
    }
    return <span key={key}>{piece.text}</span>;
  });
}

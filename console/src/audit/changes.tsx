import type { AuditRow } from "../../../src/audit/api.ts";
import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import { changesOf } from "./query.ts";
import { auditWords } from "./words.ts";

/** What was changed, as people read it: what went struck out, what came beside it. */
export function Changes({ row }: { readonly row: AuditRow }) {
  const words = useWords(auditWords);
  const say = useSayValue();
  const changes = changesOf(row);
  if (changes.length === 0) return <span className="muted">{words.noChange}</span>;
  return (
    <ul className="audit-changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">{fieldName(words.fields, field)}</span>{" "}
          {before !== undefined && <del className="gone">{say(field, before)}</del>}{" "}
          {after !== undefined && <ins className="fresh">{say(field, after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

/** An agent of a changed roster stands under `agent:<id>`. */
function fieldName(names: Readonly<Record<string, string>>, field: string): string {
  const [kind = "", id] = field.split(":");
  return id === undefined ? named(names, field) : `${named(names, kind)} ${id}`;
}

function useSayValue(): (field: string, value: unknown) => string {
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const storeName = (id: string): string => me.stores.find((store) => store.id === id)?.name ?? id;

  function say(field: string, value: unknown): string {
    if (typeof value === "boolean") return value ? shared.yes : shared.no;
    if (Array.isArray(value)) return value.length === 0 ? "—" : value.map((one) => say(field, one)).join("、");
    if (typeof value === "object") return JSON.stringify(value);
    const text = String(value);
    if (field === "role") return named(shared.roles, text);
    return field === "stores" || field === "storeId" ? storeName(text) : text;
  }
  return say;
}

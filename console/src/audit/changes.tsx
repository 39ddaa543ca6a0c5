import type { AuditRow } from "../../../src/audit/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { auditNames } from "./names.ts";
import { changesOf } from "./query.ts";
import { auditWords } from "./words.ts";

/** What was changed, as people read it: what went struck out, what came beside it. */
export function Changes({ row, timezone }: { readonly row: AuditRow; readonly timezone: string }) {
  const words = useWords(auditWords);
  const names = useWords(auditNames);
  const say = useSayValue(timezone);
  const changes = changesOf(row);
  if (changes.length === 0) return <span className="muted">{words.noChange}</span>;
  return (
    <ul className="audit-changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">{fieldName(names.fields, row.act, field)}</span>{" "}
          {before !== undefined && <del className="gone">{say(field, before)}</del>}{" "}
          {after !== undefined && <ins className="fresh">{say(field, after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Whose values are keys, not what people wrote. */
const NAMED_FIELDS: readonly string[] = ["scope", "type", "purpose", "side", "status", "style"];

/** A field of one kind of thing may have a name of its own; an agent of a changed roster stands under `agent:<id>`. */
function fieldName(names: Readonly<Record<string, string>>, act: string, field: string): string {
  const [kind = "", id] = field.split(":");
  if (id !== undefined) return `${named(names, kind)} ${id}`;
  return names[`${act.split(".")[0] ?? ""}.${field}`] ?? named(names, field);
}

/** In the words of the page where there are any, moments by the clock of this zone. */
function useSayValue(timezone: string): (field: string, value: unknown) => string {
  const shared = useWords(sharedWords);
  const names = useWords(auditNames);
  const { language } = useLanguage();
  const { me } = useSession();
  const storeName = (id: string): string => me.stores.find((store) => store.id === id)?.name ?? id;

  function say(field: string, value: unknown): string {
    if (typeof value === "boolean") return value ? shared.yes : shared.no;
    if (Array.isArray(value)) return value.length === 0 ? "—" : value.map((one) => say(field, one)).join("、");
    if (value === null) return "—";
    if (typeof value === "object") {
      const parts = Object.entries(value).map(([name, part]) => `${named(names.fields, name)} ${say(name, part)}`);
      return parts.length === 0 ? "—" : parts.join(" · ");
    }
    const text = String(value);
    if (field === "role") return named(shared.roles, text);
    if (field === "phase") return named(shared.phases, text);
    if (field === "stores" || field === "storeId") return storeName(text);
    if (MOMENT.test(text)) return momentText({ at: text, timezone, language });
    return NAMED_FIELDS.includes(field) ? named(names.values, text) : text;
  }
  return say;
}

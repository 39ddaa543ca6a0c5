import { Button, Input, Select } from "antd";
import { isDay } from "../home/days.ts";
import { addressTo, linkTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { AuditRoute } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { zoneText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { Entries } from "./entries.tsx";
import { auditNames } from "./names.ts";
import { queryOf } from "./query.ts";
import { auditWords } from "./words.ts";
import "./audit.css";
const USUAL_ZONE = "Asia/Shanghai";

/** Who did what, when and from where: for supervisors of their stores, for admins of everything. */
export function AuditPage({ route }: { readonly route: AuditRoute }) {
  const words = useWords(auditWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const store = me.stores.find(({ id }) => id === route.store);
  const timezone = (store ?? me.stores[0])?.timezone ?? USUAL_ZONE;
  const query = queryOf(route, timezone);
  const address = addressTo("/api/console/audit", { query });
  const { value, failure, reload } = useLoaded(address);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="muted">{words.lead(zoneText(timezone, language))}</p>
        </div>
        <div className="page-tools">
          <Button href={linkTo("/api/console/audit/export", { query: { ...query, format: "csv" } })} download>
            {words.exportCsv}
          </Button>
          <Button href={linkTo("/api/console/audit/export", { query: { ...query, format: "jsonl" } })} download>
            {words.exportJson}
          </Button>
        </div>
      </div>
      <Filters route={route} />
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      <Entries key={address} query={query} first={value} isFailed={failure !== undefined} timezone={timezone} />
    </div>
  );
}

function Filters({ route }: { readonly route: AuditRoute }) {
  const words = useWords(auditWords);
  const names = useWords(auditNames);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const show = (part: Partial<AuditRoute>): void => go(withoutEmpty({ ...route, ...part }), "replace");
  const [kind = ""] = route.act?.split(".") ?? [];
  const kinds = Object.entries(names.kinds).map(([value, label]) => ({ value, label }));
  return (
    <div className="filters">
      <Input.Search
        className="filter-query"
        aria-label={words.who}
        placeholder={words.who}
        defaultValue={route.who ?? ""}
        allowClear
        maxLength={100}
        onSearch={(who) => show({ who: who.trim() })}
      />
      <Select
        className="audit-kind"
        aria-label={words.kind}
        value={kind}
        options={[{ value: "", label: words.allKinds }, ...kinds]}
        showSearch={{ optionFilterProp: "label" }}
        onChange={(act: string) => show({ act })}
      />
      {me.stores.length > 1 && (
        <Select
          className="filter-store"
          aria-label={words.store}
          value={route.store ?? ""}
          options={[{ value: "", label: shared.allStores }, ...me.stores.map(({ id, name }) => ({ value: id, label: name }))]}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(store: string) => show({ store })}
        />
      )}
      {(["from", "to"] as const).map((end) => (
        <Input
          key={end}
          className="audit-day"
          type="date"
          aria-label={words[end]}
          title={words[end]}
          value={route[end] ?? ""}
          onChange={({ target }) => (target.value === "" || isDay(target.value)) && show({ [end]: target.value })}
        />
      ))}
    </div>
  );
}

/** Filters that are empty stand in no address. */
function withoutEmpty(route: AuditRoute): AuditRoute {
  const { page, ...fields } = route;
  return { page, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) };
}

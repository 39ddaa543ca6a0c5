import { Skeleton } from "antd";
import type { StoresToday, StoreToday } from "../../../src/figures/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { Loaded } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { homeWords } from "./words.ts";

/** All of one's stores today, side by side: each name leads to that store's day. */
export function StoresTable({ today }: { readonly today: Loaded<StoresToday> }) {
  const words = useWords(homeWords);
  const { columns } = words.stores;
  const stores = today.value?.stores ?? [];
  const isReading = today.value === undefined && today.failure === undefined;
  return (
    <div className="panel stack">
      <h2>{words.stores.title}</h2>
      {today.failure && <FailureNote failure={today.failure} title={words.failed} onRetry={today.reload} />}
      {isReading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.stores.title}>
        <table className="stores-table">
          <thead>
            <tr>
              <th scope="col">{words.store}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" title={columns[column].means}>
                  {columns[column].label}
                </th>
              ))}
              <th scope="col" title={columns.level.means}>
                {columns.level.label}
              </th>
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <Row key={store.id} store={store} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const COLUMNS = ["waiting", "overdue", "withAgent", "opened", "botAlone", "handedOver"] as const;

function Row({ store }: { readonly store: StoreToday }) {
  const words = useWords(homeWords);
  const { language } = useLanguage();
  const { share, within, late } = store.serviceLevel;
  const percent = (part: number) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(part);
  return (
    <tr>
      <th scope="row">
        <Link to={{ page: "home", store: store.id }}>{store.name}</Link>
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className={`number ${column === "overdue" && store.overdue > 0 ? "stores-bad" : ""}`}>
          {store[column]}
        </td>
      ))}
      <td className="number" title={share === undefined ? undefined : words.level.counts(within, late)}>
        {share === undefined ? <span className="muted">{words.none}</span> : percent(share)}
      </td>
    </tr>
  );
}

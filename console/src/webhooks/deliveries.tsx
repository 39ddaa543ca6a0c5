import { App, Button, Drawer, Pagination, Select } from "antd";
import type { DeliveryRow, WebhookRow } from "../../../src/webhooks/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { webhookWords } from "./words.ts";

type WebhooksRoute = Extract<Route, { page: "webhooks" }>;

interface Props {
  readonly route: WebhooksRoute;
  readonly hook: WebhookRow;
  readonly onChanged: () => void;
}

const PAGE_SIZE = 50;
const STATES = ["waiting", "delivered", "failed"] as const;

/** What one address was sent, with what it answered. */
export function Deliveries({ route, hook, onChanged }: Props) {
  const words = useWords(webhookWords);
  const state = STATES.find((known) => known === route.state);
  const asked = { ids: { webhookId: hook.id }, query: { state: state ?? "", page: route.at } } as const;
  const { value, failure, reload } = useLoaded(addressTo("/api/console/webhooks/{webhookId}/deliveries", asked));
  const states = [{ value: "", label: words.anyState }, ...STATES.map((one) => ({ value: one, label: words.states[one] }))];
  const reloadAll = (): void => {
    reload();
    onChanged();
  };
  return (
    <Drawer open size={640} title={words.deliveriesOf(new URL(hook.url).host)} onClose={() => go({ page: "webhooks", at: 1 })}>
      <div className="filters">
        <Select
          className="filter-store"
          aria-label={words.state}
          value={state ?? ""}
          options={states}
          onChange={(chosen: string) =>
            go({ page: "webhooks", hook: hook.id, at: 1, ...(chosen === "" ? {} : { state: chosen }) }, "replace")
          }
        />
        <Button onClick={reloadAll}>{words.reload}</Button>
      </div>
      {failure && <FailureNote failure={failure} title={words.deliveriesFailed} onRetry={reload} />}
      {value?.items.length === 0 && <EmptyNote {...words.deliveriesNone} />}
      <ol className="deliveries">
        {value?.items.map((row) => (
          <Delivery key={row.id} hook={hook.id} row={row} onChanged={reloadAll} />
        ))}
      </ol>
      <Pagination
        current={route.at}
        pageSize={PAGE_SIZE}
        total={value?.total ?? 0}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={(at) => go({ ...route, at })}
      />
    </Drawer>
  );
}

interface DeliveryProps {
  readonly hook: string;
  readonly row: DeliveryRow;
  readonly onChanged: () => void;
}

function Delivery({ hook, row, onChanged }: DeliveryProps) {
  const api = useApi();
  const words = useWords(webhookWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const explain = useExplain();
  const { message } = App.useApp();
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const moment = (at: string): string => momentText({ at, timezone, language });
  const names: Readonly<Record<string, string>> = words.names;
  const what = names[row.kind] ?? row.kind;

  async function again(): Promise<void> {
    const ids = { webhookId: hook, deliveryId: row.id };
    const answer = await api.send("post /api/console/webhooks/{webhookId}/deliveries/{deliveryId}/again", { ids });
    if (answer.type === "answer") message.success(words.againDone);
    else message.error(explain(answer.failure));
    onChanged();
  }

  return (
    <li>
      <div className="delivery-head">
        <span className={row.state === "failed" ? "tag tag-warm" : "tag"}>{words.states[row.state]}</span>
        <strong>{what}</strong>
        <span className="number">{moment(row.createdAt)}</span>
        <Button size="small" aria-label={words.againOf(what, moment(row.createdAt))} onClick={() => void again()}>
          {words.again}
        </Button>
      </div>
      <p className="muted">
        {`${words.tries} ${row.tries} · ${lastOf(row)}`}
        {row.nextTryAt !== undefined && row.tries > 0 && ` · ${words.next(moment(row.nextTryAt))}`}
      </p>
      <details>
        <summary>{words.sent}</summary>
        <pre tabIndex={0}>{row.payload}</pre>
        {row.last?.answer !== undefined && row.last.answer !== "" && (
          <>
            <div className="muted">{words.answered}</div>
            <pre tabIndex={0}>{row.last.answer}</pre>
          </>
        )}
      </details>
    </li>
  );

  function lastOf({ last }: DeliveryRow): string {
    if (last === undefined) return words.untried;
    const fault = last.fault?.[language === "en" ? "en" : "zh"];
    return `${fault ?? `HTTP ${last.status ?? "?"}`} · ${words.ms(last.ms)}`;
  }
}

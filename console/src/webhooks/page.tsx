import { App, Button, Table } from "antd";
import { useState } from "react";
import type { WebhookCreated, WebhookRow } from "../../../src/webhooks/api.ts";
import type { Answer } from "../shared/api.ts";
import { addressTo, docsLink } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { SecretOnce } from "../shared/once.tsx";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { Deliveries } from "./deliveries.tsx";
import { WebhookForm } from "./form.tsx";
import { momentText } from "../shared/time.ts";
import { RotateDialog } from "./rotate.tsx";
import { webhookWords } from "./words.ts";
import "./webhooks.css";

type WebhooksRoute = Extract<Route, { page: "webhooks" }>;

/** Addresses outside that are told what happens, and what became of it. */
export function WebhooksPage({ route }: { readonly route: WebhooksRoute }) {
  const words = useWords(webhookWords);
  const { language } = useLanguage();
  const { value, failure, reload } = useLoaded(addressTo("/api/console/webhooks"));
  const [opened, setOpened] = useState<WebhookRow | "new">();
  const [rotated, setRotated] = useState<WebhookRow>();
  const [made, setMade] = useState<WebhookCreated>();
  const hook = value?.items.find(({ id }) => id === route.hook);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="muted">{words.lead}</p>
          <p className="muted">
            {words.verify}
            <a href={docsLink(language)}>{words.docs}</a>
          </p>
        </div>
        <div className="page-tools">
          <Button type="primary" onClick={() => setOpened("new")}>
            {words.add}
          </Button>
        </div>
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value?.items.length === 0 ? (
        <EmptyNote {...words.none} />
      ) : (
        <Hooks rows={value?.items} isFailed={failure !== undefined} onOpen={setOpened} onRotate={setRotated} onChanged={reload} />
      )}
      {opened !== undefined && value !== undefined && (
        <WebhookForm
          row={opened === "new" ? undefined : opened}
          kinds={value.kinds}
          onSaved={(created) => {
            setOpened(undefined);
            setMade(created);
            reload();
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
      {rotated !== undefined && (
        <RotateDialog
          row={rotated}
          onRotated={(created) => {
            setRotated(undefined);
            setMade(created);
            reload();
          }}
          onClose={() => setRotated(undefined)}
        />
      )}
      {made !== undefined && (
        <SecretOnce title={words.secretTitle} label={words.secret} secret={made.secret} onClose={() => setMade(undefined)}>
          <p>{words.secretOnce}</p>
        </SecretOnce>
      )}
      {hook !== undefined && <Deliveries route={route} hook={hook} onChanged={reload} />}
    </div>
  );
}

interface HooksProps {
  readonly rows: readonly WebhookRow[] | undefined;
  readonly isFailed: boolean;
  readonly onOpen: (row: WebhookRow) => void;
  readonly onRotate: (row: WebhookRow) => void;
  readonly onChanged: () => void;
}

function Hooks({ rows, isFailed, onOpen, onRotate, onChanged }: HooksProps) {
  const words = useWords(webhookWords);
  const { me } = useSession();
  const storesOf = ({ stores }: WebhookRow): string =>
    stores.length === 0 ? words.allStores : stores.map((id) => me.stores.find((store) => store.id === id)?.name ?? id).join("、");
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.list}>
      <Table<WebhookRow>
        rowKey="id"
        dataSource={[...(rows ?? [])]}
        loading={rows === undefined && !isFailed}
        pagination={false}
        columns={[
          { title: words.url, key: "url", render: (_, { url }) => <code className="webhook-url">{url}</code> },
          { title: words.kinds, key: "kinds", render: (_, row) => row.kinds.map((kind) => words.names[kind]).join("、") },
          { title: words.stores, key: "stores", render: (_, row) => storesOf(row) },
          { title: words.state, key: "state", width: 180, render: (_, row) => <State row={row} /> },
          {
            title: words.acts,
            key: "acts",
            width: 350,
            render: (_, row) => (
              <Acts row={row} onOpen={() => onOpen(row)} onRotate={() => onRotate(row)} onChanged={onChanged} />
            ),
          },
        ]}
      />
    </div>
  );
}

function State({ row: { off, failing, waiting, earlierSecret } }: { readonly row: WebhookRow }) {
  const words = useWords(webhookWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const running = failing === undefined ? words.on : words.retrying;
  return (
    <>
      <span className={off === undefined && failing === undefined ? "tag" : "tag tag-warm"}>
        {off === undefined ? running : words.off[off.because]}
      </span>
      {off === undefined && failing !== undefined && <div>{words.failing(failing.failures)}</div>}
      {waiting > 0 && <div className="muted">{words.waiting(waiting)}</div>}
      {earlierSecret !== undefined && (
        <div className="muted">{words.earlierUntil(momentText({ at: earlierSecret.until, timezone, language }))}</div>
      )}
    </>
  );
}

interface ActsProps {
  readonly row: WebhookRow;
  readonly onOpen: () => void;
  readonly onRotate: () => void;
  readonly onChanged: () => void;
}

function Acts({ row, onOpen, onRotate, onChanged }: ActsProps) {
  const words = useWords(webhookWords);
  const { test, turn, endEarlier, remove } = useActs(row, onChanged);
  const { host } = new URL(row.url);
  const named = (act: string): string => `${act} ${host}`;
  return (
    <div className="webhook-acts">
      <Button size="small" aria-label={named(words.deliveries)} onClick={() => go({ page: "webhooks", hook: row.id, at: 1 })}>
        {words.deliveries}
      </Button>
      <Button size="small" aria-label={named(words.test)} disabled={row.off !== undefined} onClick={() => void test()}>
        {words.test}
      </Button>
      <Button size="small" aria-label={named(words.edit)} onClick={onOpen}>
        {words.edit}
      </Button>
      {row.earlierSecret === undefined ? (
        <Button size="small" aria-label={named(words.rotate)} onClick={onRotate}>
          {words.rotate}
        </Button>
      ) : (
        <Button size="small" aria-label={named(words.endEarlier)} onClick={endEarlier}>
          {words.endEarlier}
        </Button>
      )}
      <Button size="small" aria-label={named(row.off === undefined ? words.turnOff : words.turnOn)} onClick={() => void turn()}>
        {row.off === undefined ? words.turnOff : words.turnOn}
      </Button>
      <Button size="small" danger aria-label={named(words.remove)} onClick={remove}>
        {words.remove}
      </Button>
    </div>
  );
}

function useActs(row: WebhookRow, onChanged: () => void) {
  const api = useApi();
  const words = useWords(webhookWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();
  const ids = { webhookId: row.id };

  async function told(asked: Promise<Answer<unknown>>, done: string): Promise<void> {
    const answer = await asked;
    if (answer.type === "answer") message.success(done);
    else message.error(explain(answer.failure));
    onChanged();
  }

  const { url, stores, kinds } = row;
  const body = { url, stores, kinds, isOn: row.off !== undefined };
  const remove = (): Promise<void> => told(api.send("delete /api/console/webhooks/{webhookId}", { ids }), words.removed);
  const end = (): Promise<void> =>
    told(api.send("delete /api/console/webhooks/{webhookId}/earlier-secret", { ids }), words.earlierEnded);
  return {
    endEarlier: () =>
      void modal.confirm({
        title: words.endEarlierAsk(new URL(url).host),
        content: words.endEarlierMore,
        okText: words.endEarlier,
        cancelText: shared.cancel,
        onOk: end,
      }),
    test: () => told(api.send("post /api/console/webhooks/{webhookId}/test", { ids }), words.tested),
    turn: () => told(api.send("put /api/console/webhooks/{webhookId}", { ids, body }), words.saved),
    remove: () =>
      void modal.confirm({
        title: words.removeAsk(new URL(url).host),
        content: words.removeMore,
        okText: words.remove,
        cancelText: shared.cancel,
        onOk: remove,
      }),
  };
}

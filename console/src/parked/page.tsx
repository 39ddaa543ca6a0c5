import { App, Button, Skeleton } from "antd";
import { useState } from "react";
import type { ParkedList } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { parkedWords } from "./words.ts";
import "./parked.css";

type Parked = ParkedList["items"][number];

/** Events that could not be handled, with the cause, and a way to try again. */
export function ParkedPage() {
  const words = useWords(parkedWords);
  const { live } = useSession();
  const { value, failure, reload } = useLoaded(addressTo("/api/console/parked"));
  useLive(live, (event) => {
    if (event.type === "parked" || event.type === "connected") reload();
  });
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p className="muted">{words.lead}</p>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 4 }} />}
      {value?.items.length === 0 && <EmptyNote {...words.none} />}
      <ul className="parked">
        {value?.items.map((item) => (
          <Item key={item.id} item={item} onDone={reload} />
        ))}
      </ul>
    </div>
  );
}

function Item({ item, onDone }: { readonly item: Parked; readonly onDone: () => void }) {
  const api = useApi();
  const words = useWords(parkedWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const store = me.stores.find((each) => each.id === item.store || each.name === item.store);

  async function again(): Promise<void> {
    setBusy(true);
    const answer = await api.send("post /api/console/parked/{id}/retry", { ids: { id: item.id } });
    setBusy(false);
    if (answer.type === "answer") message.success(words.done);
    else message.error(words.notDone(explain(answer.failure)));
    onDone();
  }

  return (
    <li className="panel">
      <div className="parked-head">
        <h2>{named(shared.events, item.event)}</h2>
        <Button onClick={() => void again()} loading={busy}>
          {words.again}
        </Button>
      </div>
      <p className="parked-error">{item.error}</p>
      <p className="muted">
        {store?.name ?? item.store ?? words.desk} · {words.at}{" "}
        {momentText({ at: item.parkedAt, timezone: store?.timezone ?? "Asia/Shanghai", language })} ·{" "}
        {words.attempts(item.attempts)} · <code>{item.id}</code>
      </p>
    </li>
  );
}

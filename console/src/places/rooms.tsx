import { Alert, App, Button, Table } from "antd";
import { useState } from "react";
import type { StoreRow } from "../../../src/desk/api.ts";
import type { PlaceList, PlaceRow } from "../../../src/stores/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { momentText, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { RoomForm } from "./form.tsx";
import { placesWords } from "./words.ts";

interface Props {
  readonly store: StoreRow;
  readonly list: PlaceList;
  readonly onChanged: () => void;
}

/** The rooms that serve a store: bind one, remove one. */
export function Rooms({ store, list, onChanged }: Props) {
  const words = useWords(placesWords);
  const { language } = useLanguage();
  const [adds, setAdds] = useState(false);
  const silent = list.channels.filter((channel) => !list.spoken.includes(channel));
  const names = new Intl.ListFormat(language, { type: "disjunction" }).format(silent.map((one) => named(words.channels, one)));
  return (
    <section className="panel stack">
      <div className="page-head places-head">
        <div>
          <h2>{words.rooms}</h2>
          <p className="muted">{words.roomsLead(zoneText(store.timezone, language))}</p>
        </div>
        <Button type="primary" onClick={() => setAdds(true)}>
          {words.add}
        </Button>
      </div>
      {silent.length > 0 && <Alert type="info" showIcon title={words.silent(names)} />}
      {list.items.length === 0 ? <EmptyNote {...words.none} /> : <RoomTable store={store} list={list} onChanged={onChanged} />}
      {adds && (
        <RoomForm
          store={store}
          channels={list.channels}
          onBound={() => {
            setAdds(false);
            onChanged();
          }}
          onClose={() => setAdds(false)}
        />
      )}
    </section>
  );
}

function RoomTable({ store, list, onChanged }: Props) {
  const words = useWords(placesWords);
  const { language } = useLanguage();
  const remove = useRemove(onChanged);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.rooms}>
      <Table<PlaceRow>
        rowKey="id"
        dataSource={list.items}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: words.channel,
            key: "channel",
            width: 160,
            render: (_, { channel }) => (
              <span className="page-tools">
                {named(words.channels, channel)}
                {!list.spoken.includes(channel) && <span className="tag tag-warm">{words.notSpoken}</span>}
              </span>
            ),
          },
          { title: words.room, key: "room", render: (_, { room }) => <code className="places-room">{room}</code> },
          { title: words.purpose, key: "purpose", width: 140, render: (_, { purpose }) => words.purposes[purpose] },
          { title: words.side, key: "side", width: 140, render: (_, { side }) => (side === undefined ? "—" : words.sides[side]) },
          {
            title: words.since,
            key: "since",
            width: 160,
            render: (_, { since }) => (
              <span className="number">{momentText({ at: since, timezone: store.timezone, language })}</span>
            ),
          },
          {
            title: <span className="visually-hidden">{words.remove}</span>,
            key: "acts",
            align: "right",
            width: 100,
            render: (_, row) => (
              <Button type="link" onClick={() => remove(row)} aria-label={words.removeOf(row.room)}>
                {words.remove}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

function useRemove(onChanged: () => void): (row: PlaceRow) => void {
  const api = useApi();
  const words = useWords(placesWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function remove({ id }: PlaceRow): Promise<void> {
    const answer = await api.send("delete /api/console/places/{id}", { ids: { id } });
    const isGone = answer.type === "failure" && answer.failure.type === "problem" && answer.failure.problem.status === 404;
    // Somebody else removed it meanwhile: what was wanted has happened.
    if (answer.type === "answer" || isGone) message.success(words.removed);
    else message.error(words.notRemoved(explain(answer.failure)));
    onChanged();
  }

  return (row) =>
    void modal.confirm({
      title: words.removeAsk(row.room),
      content: words.removeMore,
      okText: words.remove,
      cancelText: shared.cancel,
      onOk: () => remove(row),
    });
}

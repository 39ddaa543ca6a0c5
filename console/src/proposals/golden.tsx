import { Alert, App, Button, Drawer, Input, Skeleton } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { GoldenRequest, GoldenRow, GoldenRun } from "../../../src/knowledge/api.ts";
import { newClientId } from "../shared/api.ts";
import type { Answer } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { goldenWords } from "./golden-words.ts";
import { goldsIn, goldText } from "./golds.ts";

interface Props {
  readonly store: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** The questions that no accepted proposal may break: seen, added, tried, removed. */
export function GoldenDrawer({ store, onClose }: Props) {
  const words = useWords(goldenWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/stores/{storeId}/golden", { ids: { storeId: store.id } }));
  const { run, busy, trouble, add, remove, tryAll } = useGolden(store.id, reload);
  const ends = new Map(run?.items.map(({ id, end }) => [id, end]));
  return (
    <Drawer open size={620} title={words.title(store.name)} onClose={onClose}>
      <div className="stack">
        <p className="muted">{words.lead}</p>
        <AddGolden busy={busy} onAdd={add} />
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notDone} description={trouble} />}
        </div>
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 4 }} />}
        {value?.items.length === 0 && <EmptyNote {...words.none} />}
        {value !== undefined && value.items.length > 0 && (
          <>
            <div className="page-tools">
              <Button loading={busy} onClick={() => void tryAll()}>
                {words.run}
              </Button>
              <span role="status">{run !== undefined && words.ran(run.right, run.total)}</span>
            </div>
            <ul className="golden" aria-label={words.open}>
              {value.items.map((row) => (
                <GoldenItem key={row.id} row={row} end={ends.get(row.id)} busy={busy} onRemove={() => void remove(row.id)} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Drawer>
  );
}

interface ItemProps {
  readonly row: GoldenRow;
  readonly end: GoldenRun["items"][number]["end"] | undefined;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

function GoldenItem({ row, end, busy, onRemove }: ItemProps) {
  const words = useWords(goldenWords);
  return (
    <li>
      <div>
        <span dir="auto">{row.text}</span>
        <div className="muted golden-end">
          <span>{row.gold.map((one) => goldText(one, words.golds)).join(" / ")}</span>
          {end !== undefined && (
            <span className={end.outcome === "right" ? "tag tag-good" : "tag tag-warm"}>
              {words.ended(words.outcomes[end.outcome], end.article)}
            </span>
          )}
        </div>
      </div>
      <Button size="small" disabled={busy} aria-label={words.removeOne(row.text)} onClick={onRemove}>
        {words.remove}
      </Button>
    </li>
  );
}

interface AddProps {
  readonly busy: boolean;
  /** Whether it was added. */
  readonly onAdd: (request: GoldenRequest) => Promise<boolean>;
}

function AddGolden({ busy, onAdd }: AddProps) {
  const words = useWords(goldenWords);
  const [text, setText] = useState("");
  const [gold, setGold] = useState("");
  const [isMissing, setMissing] = useState(false);
  const ids = { text: useId(), gold: useId() };

  async function add(): Promise<void> {
    const golds = goldsIn(gold);
    if (text.trim() === "" || golds.length === 0) return setMissing(true);
    setMissing(false);
    if (!(await onAdd({ text: text.trim(), gold: golds }))) return;
    setText("");
    setGold("");
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="field">
        <label htmlFor={ids.text}>{words.text}</label>
        <Input id={ids.text} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
        <span className="hint">{words.textHint}</span>
      </div>
      <div className="field">
        <label htmlFor={ids.gold}>{words.gold}</label>
        <Input id={ids.gold} value={gold} maxLength={500} onChange={(event) => setGold(event.target.value)} />
        <span className="hint">{words.goldHint}</span>
        {isMissing && (
          <span className="wrong" role="alert">
            {words.missing}
          </span>
        )}
      </div>
      <div className="page-tools">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}

function useGolden(storeId: string, reload: () => void) {
  const api = useApi();
  const explain = useExplain();
  const [run, setRun] = useState<GoldenRun>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function told<T>(sent: Promise<Answer<T>>): Promise<Answer<T>> {
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    setTrouble(answer.type === "failure" ? explain(answer.failure) : undefined);
    return answer;
  }

  async function tryAll(): Promise<void> {
    const answer = await told(api.send("post /api/console/stores/{storeId}/golden/run", { ids: { storeId } }));
    setRun(answer.type === "answer" ? answer.value : undefined);
  }

  async function change(sent: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await told(sent);
    // How they ended is no more true of another list.
    setRun(undefined);
    reload();
    return answer.type === "answer";
  }

  const add = (body: GoldenRequest): Promise<boolean> =>
    change(api.send("put /api/console/stores/{storeId}/golden/{id}", { ids: { storeId, id: newClientId() }, body }));
  const remove = (id: string): Promise<boolean> =>
    change(api.send("delete /api/console/stores/{storeId}/golden/{id}", { ids: { storeId, id } }));

  return { run, busy, trouble, add, remove, tryAll };
}

interface KeepProps {
  readonly store: string;
  readonly text: string;
  readonly article: string;
}

/** Makes what a shopper asked a golden question of the article that answers it. */
export function KeepGolden({ store, text, article }: KeepProps) {
  const words = useWords(goldenWords);
  const api = useApi();
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(false);

  async function keep(): Promise<void> {
    setBusy(true);
    const request: GoldenRequest = { text, gold: [article] };
    const ids = { storeId: store, id: newClientId() };
    const answer = await api.send("put /api/console/stores/{storeId}/golden/{id}", { ids, body: request });
    setBusy(false);
    if (answer.type === "failure") return void message.error(explain(answer.failure));
    setKept(true);
    message.success(words.added);
  }

  return (
    <Button
      size="small"
      type="text"
      loading={busy}
      disabled={isKept}
      aria-label={words.keepOne(text)}
      onClick={() => void keep()}
    >
      {words.keep}
    </Button>
  );
}

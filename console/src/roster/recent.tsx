import { App, Button, Drawer, Skeleton } from "antd";
import type { ChangeRow } from "../../../src/planning/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { recentWords } from "./recent-words.ts";

interface Props {
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What was changed in the roster lately: by oneself, and whole rosters by anybody; each with a way back. */
export function RecentChanges({ onChanged, onClose }: Props) {
  const words = useWords(recentWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/planning/changes"));
  return (
    <Drawer open size={520} title={words.title} onClose={onClose}>
      <p className="muted">{words.lead}</p>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 6 }} />}
      {value?.items.length === 0 && <EmptyNote {...words.none} />}
      <ol className="roster-changes">
        {value?.items.map((row) => (
          <Change
            key={row.id}
            row={row}
            onUndone={() => {
              reload();
              onChanged();
            }}
          />
        ))}
      </ol>
    </Drawer>
  );
}

function Change({ row, onUndone }: { readonly row: ChangeRow; readonly onUndone: () => void }) {
  const words = useWords(recentWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const takeBack = useTakeBack(row, onUndone);
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const moment = (at: string): string => momentText({ at, timezone, language });
  const what = words.kinds[row.kind];
  return (
    <li>
      <div className="roster-change">
        <div>
          <strong>{what}</strong>
          <div className="muted">
            <span className="number">{moment(row.at)}</span> · {row.byName}
          </div>
          <div>{words.whom(row.names, row.people)}</div>
          {row.from !== undefined && <div className="muted number">{words.days(row.from, row.until ?? row.from)}</div>}
        </div>
        {row.mayTakeBack && (
          <Button size="small" aria-label={words.undoOf(what, moment(row.at))} onClick={() => takeBack()}>
            {words.undo}
          </Button>
        )}
        {row.takenBack && <span className="tag">{words.undone(row.takenBack.byName)}</span>}
      </div>
    </li>
  );
}

/** Takes a change back; a whole roster only when it was confirmed, and over newer changes only when it was confirmed again. */
function useTakeBack({ id: changeId, kind }: ChangeRow, onUndone: () => void): () => void {
  const api = useApi();
  const words = useWords(recentWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function send(force: boolean): Promise<void> {
    const asked = { ids: { changeId }, body: force ? { force } : {} };
    const answer = await api.send("post /api/console/planning/changes/{changeId}/undo", asked);
    if (answer.type === "answer") {
      message.success(words.done);
      return onUndone();
    }
    const { failure } = answer;
    const isNewer = failure.type === "problem" && failure.problem.status === 409;
    // What newer changes a whole roster would overwrite is for people to weigh; of single days nothing is overwritten.
    if (isNewer && kind === "roster" && !force)
      return void modal.confirm({
        title: words.newerAsk,
        content: words.newerMore(failure.told?.by ?? ""),
        okText: words.undoNevertheless,
        cancelText: shared.cancel,
        onOk: () => send(true),
      });
    message.error(isNewer ? words.newer : explain(failure));
    onUndone();
  }

  return () => {
    if (kind !== "roster") return void send(false);
    modal.confirm({
      title: words.rosterAsk,
      content: words.rosterMore,
      okText: words.rosterBack,
      cancelText: shared.cancel,
      onOk: () => send(false),
    });
  };
}

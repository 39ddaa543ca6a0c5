import { App, Button, Skeleton } from "antd";
import type { ArticleHistory, ArticleRow } from "../../../src/knowledge/api.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { useColumnValues } from "./column-values.ts";
import { Compared } from "./compared.tsx";
import { articleIds } from "./store.ts";
import type { KnowledgeStore } from "./store.ts";
import { knowledgeWords } from "./words.ts";

interface Props {
  readonly article: ArticleRow;
  readonly store: KnowledgeStore;
  readonly canEdit: boolean;
  readonly loaded: ReturnType<typeof useLoaded<ArticleHistory>>;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

type Version = ArticleHistory["versions"][number];

/** Who changed an article, when, why and how, newest first; the newest change can be undone. */
export function History({ article, store, canEdit, loaded, onChanged, onClose }: Props) {
  const words = useWords(knowledgeWords);
  const { value, failure, reload } = loaded;
  const acts = useHistoryActs({ article, store, onChanged, onClose });
  const newest = value?.versions[0];
  return (
    <section aria-label={words.history} className="history">
      <div className="page-tools">
        <h2>{words.history}</h2>
        {canEdit && newest !== undefined && newest.version > 1 && (
          <Button size="small" onClick={() => void acts.run("undo", newest.version)}>
            {words.undo}
          </Button>
        )}
        {canEdit && newest !== undefined && newest.article.status === "active" && (
          <Button size="small" danger onClick={() => acts.askWithdraw(newest.version)}>
            {words.withdraw}
          </Button>
        )}
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 3 }} />}
      <ol>
        {value?.versions.map((version, at) => (
          <VersionItem key={version.version} version={version} before={value.versions[at + 1]} timezone={store.timezone} />
        ))}
      </ol>
    </section>
  );
}

interface VersionProps {
  readonly version: Version;
  readonly before: Version | undefined;
  readonly timezone: string;
}

function VersionItem({ version, before, timezone }: VersionProps) {
  const words = useWords(knowledgeWords);
  const { language } = useLanguage();
  const valuesOf = useColumnValues(timezone);
  return (
    <li>
      <p className="history-head">
        <strong>{words.version(version.version, named(words.changes, version.change))}</strong>
        <span className="muted">
          {version.by} · <span className="number">{momentText({ at: version.at, timezone, language })}</span>
        </span>
      </p>
      {version.why !== undefined && version.why !== "" && <p>{words.reason(version.why)}</p>}
      {before === undefined ? (
        <p className="muted">{words.firstVersion}</p>
      ) : (
        <Compared before={valuesOf(before.article)} after={valuesOf(version.article)} />
      )}
    </li>
  );
}

function useHistoryActs({ article, store, onChanged, onClose }: Pick<Props, "article" | "store" | "onChanged" | "onClose">) {
  const api = useApi();
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message, modal } = App.useApp();

  async function run(act: "undo" | "withdraw", version: number): Promise<void> {
    const ids = articleIds(store, article);
    const answer = await api.send(`post /api/console/stores/{storeId}/articles/{id}/${act}`, { ids, body: { version } });
    onChanged();
    if (answer.type === "failure") return void message.error(`${words.notSaved}: ${explain(answer.failure)}`);
    message.success(act === "undo" ? words.undone : words.withdrawnDone);
    // The form shows what was; it would overwrite what now is.
    onClose();
  }

  function askWithdraw(version: number): void {
    modal.confirm({
      title: words.withdrawAsk,
      content: words.withdrawMore,
      okText: words.withdraw,
      cancelText: shared.cancel,
      onOk: () => run("withdraw", version),
    });
  }

  return { run, askWithdraw };
}

import { Alert, App, Button, Drawer } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { ArticleHistory, ArticleRow } from "../../../src/knowledge/api.ts";
import type { Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { canPropose, ProposeDrawer } from "../proposals/form.tsx";
import { proposalWords } from "../proposals/words.ts";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { formOf, NEW_ARTICLE, requestOf } from "./article-form.ts";
import type { FormTrouble } from "./article-form.ts";
import { ArticleFields } from "./fields.tsx";
import { LinksField } from "./links.tsx";
import { History } from "./history.tsx";
import { ReadOnlyArticle } from "./read-only.tsx";
import { articleIds, historyAddress, SHARED_STORE } from "./store.ts";
import type { KnowledgeStore } from "./store.ts";
import { TryQuestion } from "./try-question.tsx";
import { knowledgeWords } from "./words.ts";

interface Props {
  /** Absent: a new one. */
  readonly article?: ArticleRow;
  readonly store: KnowledgeStore;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** One article: read or edit it, and see how it came to be. */
export function ArticleDrawer({ article, store, onChanged, onClose }: Props) {
  const words = useWords(knowledgeWords);
  const proposals = useWords(proposalWords);
  const [proposes, setProposes] = useState(false);
  const { me } = useSession();
  const isForeignLayer = article?.layer === "shared" && me.user.role !== "admin";
  const canEdit = store.canEdit && !isForeignLayer;
  const history = useLoaded(article && historyAddress(store, article));
  function changed(): void {
    history.reload();
    onChanged();
  }
  return (
    <Drawer open size={620} title={article?.question ?? words.newTitle} onClose={onClose}>
      <div className="stack">
        {store.canEdit && isForeignLayer && <Alert type="info" showIcon title={words.sharedReadOnly} />}
        {canEdit ? (
          <Editor
            {...(article === undefined ? {} : { article })}
            store={store}
            history={history.value}
            onSaved={changed}
            onClose={onClose}
          />
        ) : (
          article && (
            <>
              <ReadOnlyArticle article={article} timezone={store.timezone} />
              {canPropose(me.user.role) && (
                <div className="page-tools">
                  <Button onClick={() => setProposes(true)}>{proposals.proposeThis}</Button>
                </div>
              )}
              {proposes && <ProposeDrawer article={article} store={store} onClose={() => setProposes(false)} />}
            </>
          )
        )}
        {store.id !== SHARED_STORE && <TryQuestion store={store} article={article?.id} />}
        {article && (
          <History article={article} store={store} canEdit={canEdit} loaded={history} onChanged={changed} onClose={onClose} />
        )}
      </div>
    </Drawer>
  );
}

interface EditorProps {
  readonly article?: ArticleRow;
  readonly store: KnowledgeStore;
  readonly history: ArticleHistory | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

type Trouble =
  { readonly type: "fields"; readonly troubles: readonly FormTrouble[] } | { readonly type: "failed"; readonly failure: Failure };

function Editor({ article, store, history, onSaved, onClose }: EditorProps) {
  const api = useApi();
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const [form, setForm] = useState(() => (article === undefined ? NEW_ARTICLE : formOf(article, store.timezone)));
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);

  async function save(version: number): Promise<void> {
    const made = requestOf(form, store.timezone);
    if ("troubles" in made) return setTrouble({ type: "fields", troubles: made.troubles });
    setBusy(true);
    const layer = article?.layer ?? (store.id === SHARED_STORE ? "shared" : "store");
    const ids = articleIds(store, { id: form.id.trim(), layer });
    const body = { version, ...made.request };
    const answer = await api.send("put /api/console/stores/{storeId}/articles/{id}", { ids, body });
    setBusy(false);
    if (answer.type === "failure") setTrouble({ type: "failed", failure: answer.failure });
    onSaved();
    if (answer.type === "failure") return;
    message.success(words.saved);
    onClose();
  }

  const newest = history?.versions[0]?.version;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(article?.version ?? 0);
      }}
    >
      <ArticleFields
        form={form}
        id={article === undefined ? "asked" : "fixed"}
        timezone={store.timezone}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      >
        <LinksField form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
      </ArticleFields>
      <div role="alert">
        {trouble !== undefined && (
          <TroubleNote trouble={trouble} onForce={newest === undefined ? undefined : () => void save(newest)} />
        )}
      </div>
      <div className="page-tools">
        <Button type="primary" htmlType="submit" loading={busy}>
          {shared.save}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

interface TroubleProps {
  readonly trouble: Trouble;
  /** Saves over what a colleague wrote meanwhile. */
  readonly onForce: (() => void) | undefined;
}

function TroubleNote({ trouble, onForce }: TroubleProps) {
  const words = useWords(knowledgeWords);
  const explain = useExplain();
  if (trouble.type === "fields") {
    return (
      <Alert
        type="error"
        showIcon
        title={words.notSaved}
        description={trouble.troubles.map((each) => words.troubles[each]).join(" ")}
      />
    );
  }
  const { failure } = trouble;
  const movedOn = failure.type === "problem" && failure.problem.status === 409;
  return (
    <Alert
      type={movedOn ? "warning" : "error"}
      showIcon
      title={words.notSaved}
      description={movedOn ? words.movedOn : `${explain(failure)} ${words.keptInForm}`}
      action={
        movedOn &&
        onForce && (
          <Button size="small" onClick={onForce}>
            {words.saveAnyway}
          </Button>
        )
      }
    />
  );
}
